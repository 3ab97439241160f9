package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnContest;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.backtest.PurchaseChoice;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader must know beyond the figures of the report, so that nobody takes a probability for a fact. */
final class ForecastNotes {
    /** Beyond this the spend model's assumption, that how much and how often are unrelated, is off. */
    private static final double CORRELATED = 0.3;

    /** Differences in the area under the curve below this are none. */
    private static final double SAME_ORDER = 0.005;

    private ForecastNotes() {}

    static List<String> of(ForecastReport report) {
        List<String> notes = new ArrayList<>();
        Backtest backtest = report.backtest();
        if (backtest == null) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The history is too short to test a forecast of %d days: that takes %d days and at least 100 customers of"
                            + " whom some come back and some do not; there are %,d days and %,d customers. Only the simple"
                            + " risk score is shown. Choose a shorter horizon or upload more history.",
                    report.horizonDays(),
                    2 * report.horizonDays(),
                    report.historyDays(),
                    report.customers()));
        } else {
            tested(backtest, notes);
            notes.add(report.season().explanation());
        }
        PurchaseChoice choice = backtest == null ? null : backtest.purchaseChoice();
        if (choice != null && choice.chosen() != Family.BG_NBD) {
            notes.add(better(choice));
        } else {
            notes.add(report.bgNbd().explanation());
        }
        if (report.bgNbd().customers() < report.customers()) {
            notes.add(sampled(report.customers(), report.bgNbd().customers()));
        }
        double spearman = report.gammaGammaAll().spearman();
        if (Math.abs(spearman) > CORRELATED) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Customers who buy %s often spend more a purchase (rank correlation %.2f), which the spend model does"
                            + " not know: expected spend is drawn too far to the middle.",
                    spearman > 0 ? "more" : "less",
                    spearman));
        }
        return notes;
    }

    private static String better(PurchaseChoice choice) {
        return String.format(
                Locale.ROOT,
                "Purchases are forecast by %s: %s it was off by %.3f purchases a customer on average, BG/NBD by %.3f.",
                choice.chosen().label(),
                choice.tested() ? "before the tested days" : "on the tested days",
                choice.error(choice.chosen()).mean(),
                choice.error(Family.BG_NBD).mean());
    }

    static String sampled(int customers, int studied) {
        return String.format(
                Locale.ROOT,
                "There are %,d customers: the models learned from %,d of them, drawn at random, and were tested on these."
                        + " More would not make them better. Everybody has a forecast.",
                customers,
                studied);
    }

    private static void tested(Backtest backtest, List<String> notes) {
        int days = backtest.horizonDays();
        ChurnError error = backtest.winnersError();
        if (simpleScore(backtest)
                .filter(e -> e.auc() >= error.auc() - SAME_ORDER)
                .isPresent()) {
            notes.add("The simple risk score puts these customers into as good an order; it gives no chances, though.");
        }
        notes.add(
                backtest.selectionOrigin() == null
                        ? "There is too little history to choose the model on other days than it was tested on: expect"
                                + " slightly larger errors."
                        : String.format(
                                Locale.ROOT,
                                "The model was chosen on the %d days before those it was tested on, so its error is not flattered by the choice.",
                                days * contests(backtest)));
        notes.add(
                "The chance says who is likely to buy nothing, not whom a campaign would bring back: try it on a part of them and"
                        + " compare.");
    }

    private static int contests(Backtest backtest) {
        ChurnContest contest = backtest.contest();
        return contest == null ? 1 : contest.origins().size();
    }

    private static Optional<ChurnError> simpleScore(Backtest backtest) {
        return backtest.churn().stream()
                .filter(e -> e.name() == ChurnModel.SIMPLE_SCORE)
                .findFirst();
    }
}
