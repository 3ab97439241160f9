package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.SpendRegression;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.numeric.RankStatistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What ranks customers by what they will spend, and why: the largest rank correlation with it, on average over the origins.
 *
 * @param origins at which the candidates were compared, the latest first
 * @param standings one per candidate, plainest first; each is the rank correlation at these origins
 */
public record OrderContest(List<LocalDate> origins, List<Standing> standings) {
    /** What a better order must gain over past spend, in rank correlation, to be called better. */
    static final double WORTH_MENTIONING = 0.01;

    /** @param spearman rank correlation of forecast and revenue */
    public record Standing(RevenueError.Model model, Spread spearman) {}

    public OrderContest {
        origins = List.copyOf(origins);
        standings = List.copyOf(standings);
    }

    /** @param compared each beside the origin where models learn; itself where there is none, and nothing that learns takes part */
    static OrderContest of(Map<Origin, Origin> compared, PurchaseChoice purchases, int days) {
        Map<RevenueError.Model, List<Double>> found = new EnumMap<>(RevenueError.Model.class);
        compared.forEach((origin, learned) -> {
            double[] actual = origin.population().spendWithin(days);
            forecasts(origin, learned, purchases, days)
                    .forEach((model, forecast) -> found.computeIfAbsent(model, any -> new ArrayList<>())
                            .add(RankStatistics.spearman(forecast, actual)));
        });
        return new OrderContest(
                compared.keySet().stream()
                        .map(origin -> origin.population().origin())
                        .toList(),
                found.entrySet().stream()
                        .map(e -> new Standing(e.getKey(), Spread.of(e.getValue())))
                        .toList());
    }

    private static Map<RevenueError.Model, double[]> forecasts(
            Origin origin, Origin learned, PurchaseChoice purchases, int days) {
        Map<RevenueError.Model, double[]> forecasts = new EnumMap<>(RevenueError.Model.class);
        forecasts.put(RevenueError.Model.PAST_SPEND, origin.spend());
        forecasts.put(
                purchases.revenueModel(false),
                origin.spendOf(
                        origin.expectedPurchases(purchases.chosen(), days), origin.spendFit(GammaGammaFit.Basis.ALL)));
        if (learned != origin) {
            forecasts.put(RevenueError.Model.SPEND_REGRESSION, SpendRegression.forecast(learned, origin, days));
        }
        return forecasts;
    }

    /** Past spend unless another is better by more than {@value #WORTH_MENTIONING}; of those the plainest of the best. */
    RevenueError.Model winner() {
        Standing past = standings.getFirst();
        Standing best = past;
        for (Standing standing : standings) {
            best = standing.spearman().mean() > best.spearman().mean() ? standing : best;
        }
        return best.spearman().mean() > past.spearman().mean() + WORTH_MENTIONING ? best.model() : past.model();
    }

    /** Empty where the model was not compared. */
    public Optional<Spread> spearman(RevenueError.Model model) {
        return standings.stream()
                .filter(standing -> standing.model() == model)
                .findFirst()
                .map(Standing::spearman);
    }

    /** What the customers of a later origin are to be ranked by. */
    static double[] ranked(RevenueError.Model winner, Origin learned, Origin target, double[] expected, int days) {
        return switch (winner) {
            case PAST_SPEND -> target.spend();
            case SPEND_REGRESSION -> SpendRegression.forecast(learned, target, days);
            default -> expected;
        };
    }
}
