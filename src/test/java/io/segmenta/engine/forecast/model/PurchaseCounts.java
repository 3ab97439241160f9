package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/** The chance of each number of purchases under BG/NBD, equation (8) of the paper: what expectations and chances of none must agree with. */
final class PurchaseCounts {
    private PurchaseCounts() {}

    /** That the customer buys exactly {@code count} times in the next weeks. */
    static double probability(int count, BgNbd model, PurchaseSummary s, double weeks) {
        double alive = model.probabilityAlive(s);
        double probability = alive * probability(count, model.after(s), weeks);
        return count == 0 ? 1 - alive + probability : probability;
    }

    /** That a new customer buys exactly {@code count} times again in the weeks after the first purchase. */
    static double probability(int count, BgNbd model, double weeks) {
        if (weeks == 0) {
            return count == 0 ? 1 : 0;
        }
        double fewer = 0;
        for (int j = 0; j < count; j++) {
            fewer += negativeBinomial(j, model, weeks);
        }
        double survived = Math.exp(logGammaRatio(model.b(), count) - logGammaRatio(model.a() + model.b(), count));
        double diedThen = count == 0 ? 0 : model.a() / (model.b() + count - 1) * Math.max(0, 1 - fewer);
        return survived * (negativeBinomial(count, model, weeks) + diedThen);
    }

    private static double negativeBinomial(int k, BgNbd model, double weeks) {
        double logStop = -Math.log1p(weeks / model.alpha());
        double logGo = Math.log(weeks / (model.alpha() + weeks));
        return Math.exp(logGammaRatio(model.r(), k) - logGammaRatio(1, k) + model.r() * logStop + k * logGo);
    }

    /** ln Γ(c + x) − ln Γ(c). */
    private static double logGammaRatio(double c, int x) {
        double sum = 0;
        for (int j = 0; j < x; j++) {
            sum += Math.log(c + j);
        }
        return sum;
    }
}
