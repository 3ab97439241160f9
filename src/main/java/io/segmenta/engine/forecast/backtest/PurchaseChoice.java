package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.Origin;
import java.time.LocalDate;
import java.util.List;

/**
 * Which model the purchases are forecast by, and why: the least mean absolute error in purchases a customer, on average over the origins.
 *
 * @param chosen the plainest of the best
 * @param origins at which the candidates were compared, the latest first: those before the tested one where there are any
 * @param tested whether the latest origin was none of them, so that its errors were not chosen by
 * @param standings one per candidate, plainest first
 */
public record PurchaseChoice(Family chosen, List<LocalDate> origins, boolean tested, List<Standing> standings) {
    /** Less than this is rounding. */
    private static final double NO_DIFFERENCE = 1e-6;

    /** @param error in purchases a customer, at these origins */
    public record Standing(Family family, Spread error) {}

    public PurchaseChoice {
        origins = List.copyOf(origins);
        standings = List.copyOf(standings);
    }

    /** @param known the latest first, at least one */
    static PurchaseChoice of(List<Origin> known, Candidates candidates, int days) {
        boolean tested = known.size() > 1;
        List<Origin> compared = tested ? known.subList(1, known.size()) : known;
        List<Standing> standings = candidates.families().stream()
                .map(family -> new Standing(
                        family,
                        Spread.of(compared.stream()
                                .mapToDouble(origin -> CountError.of(
                                                origin.expectedPurchases(family, days),
                                                origin.population().purchasesWithin(days))
                                        .meanAbsoluteError())
                                .toArray())))
                .toList();
        Standing best = standings.getFirst();
        for (Standing standing : standings) {
            best = standing.error().mean() < best.error().mean() - NO_DIFFERENCE ? standing : best;
        }
        return new PurchaseChoice(
                best.family(),
                compared.stream().map(origin -> origin.population().origin()).toList(),
                tested,
                standings);
    }

    /** Of one of the candidates. */
    public Spread error(Family family) {
        return standings.stream()
                .filter(standing -> standing.family() == family)
                .findFirst()
                .orElseThrow()
                .error();
    }

    /** What its forecasts of revenue are called. */
    public RevenueError.Model revenueModel(boolean season) {
        if (chosen == Family.BG_NBD) {
            return season ? RevenueError.Model.BG_NBD_GAMMA_GAMMA_SEASON : RevenueError.Model.BG_NBD_GAMMA_GAMMA_ALL;
        }
        return season ? RevenueError.Model.CHOSEN_GAMMA_GAMMA_SEASON : RevenueError.Model.CHOSEN_GAMMA_GAMMA;
    }
}
