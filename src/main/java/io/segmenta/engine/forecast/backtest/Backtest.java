package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.SeasonFactor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the forecasts would have done on the last horizon of the user's own data, from what was known before it.
 *
 * @param origin the last day that was known; what followed, one horizon long, was held out
 * @param trainingOrigin where the churn models learned, one horizon earlier; absent where the history is too short for any to learn
 * @param selectionOrigin where the churn models learned that the winner was chosen among, another horizon earlier, tested at the training
 *     origin; absent where the history is too short, and the winner was chosen on the held-out time itself
 * @param customers with a purchase on or before the origin
 * @param baseRate share of them, 0 to 1, who bought nothing in the horizon
 * @param purchases of them in the horizon
 * @param revenue of them in the horizon, in currency
 * @param churn errors, one per model that could be applied, plainest first
 * @param winner the churn model with the best order of customers where it was chosen
 * @param purchaseErrors one per model
 * @param revenueErrors one per model
 * @param bestRanking what ranks customers by revenue best; past spend unless another is better by more than 0.01 in rank correlation
 * @param silent customers who had been silent for a whole horizon at the origin
 * @param reactivated share of these who bought in the next
 * @param oneTimeBuyers customers with a single purchase at the origin
 * @param oneTimeBuyersReturned share of these who bought in the horizon
 * @param purchaseChoice null in documents of versions that had one purchase model
 * @param contest how the churn model was chosen; null in documents of versions that did not keep it
 * @param order how {@code bestRanking} was chosen; null in documents of versions that did not choose and among the models of the first version: both
 *     named it by the tested days, and list the most valuable by what they are expected to bring in 52 weeks
 */
public record Backtest(
        LocalDate origin,
        @Nullable LocalDate trainingOrigin,
        @Nullable LocalDate selectionOrigin,
        int horizonDays,
        int customers,
        double baseRate,
        int purchases,
        double revenue,
        List<ChurnError> churn,
        ChurnModel winner,
        List<PurchaseError> purchaseErrors,
        List<RevenueError> revenueErrors,
        RevenueError.Model bestRanking,
        SeasonFactor season,
        int silent,
        double reactivated,
        int oneTimeBuyers,
        double oneTimeBuyersReturned,
        @Nullable PurchaseChoice purchaseChoice,
        @Nullable ChurnContest contest,
        @Nullable OrderContest order) {
    public Backtest {
        churn = List.copyOf(churn);
        purchaseErrors = List.copyOf(purchaseErrors);
        revenueErrors = List.copyOf(revenueErrors);
    }

    /** What the forecasts of revenue were made by at the origin. */
    public RevenueError.Model revenueModel() {
        return revenueModel(season.isAdjusted());
    }

    public RevenueError.Model revenueModel(boolean seasonal) {
        if (purchaseChoice != null) {
            return purchaseChoice.revenueModel(seasonal);
        }
        return seasonal ? RevenueError.Model.BG_NBD_GAMMA_GAMMA_SEASON : RevenueError.Model.BG_NBD_GAMMA_GAMMA_ALL;
    }

    /** What purchases were forecast by at the origin. */
    public PurchaseError.Model purchaseModel() {
        Family family = purchaseChoice == null ? Family.BG_NBD : purchaseChoice.chosen();
        return PurchaseError.Model.of(family, season.isAdjusted());
    }

    /** The error of a purchase model where it was compared with the others; null where it was not. */
    public @Nullable Spread purchaseErrorBefore(PurchaseError.Model model) {
        return purchaseChoice == null
                ? null
                : purchaseChoice.standings().stream()
                        .filter(standing -> PurchaseError.Model.of(standing.family(), false) == model)
                        .findFirst()
                        .map(PurchaseChoice.Standing::error)
                        .orElse(null);
    }

    /** The errors of the model that won. */
    public ChurnError winnersError() {
        return churn.stream().filter(e -> e.name() == winner).findFirst().orElseThrow();
    }
}
