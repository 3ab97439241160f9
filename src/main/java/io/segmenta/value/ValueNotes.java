package io.segmenta.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader of the report must know, said so that nobody takes a probability for a fact. */
final class ValueNotes {
    /** Beyond this the spend model's assumption, that how much and how often are unrelated, is off. */
    private static final double CORRELATED = 0.3;

    /** Differences in the area under the curve below this are none. */
    private static final double SAME_ORDER = 0.005;

    private ValueNotes() {}

    static List<String> of(ValueReport report) {
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
        notes.add(report.bgNbd().explanation());
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
        notes.add(String.format(
                Locale.ROOT,
                "Probabilities to be inactive in the next %d days come from \"%s\". Tested on the %d days after %s, it told an"
                        + " inactive from an active customer in %.0f %% of pairs (95 %% interval %.0f to %.0f %%; %s); %.0f %%"
                        + " of %,d customers bought nothing.",
                days,
                backtest.winner().label(),
                days,
                backtest.origin(),
                100 * error.auc(),
                100 * error.aucLow(),
                100 * error.aucHigh(),
                simpleScore(backtest)
                        .map(e -> String.format(Locale.ROOT, "the simple risk score in %.0f %%", 100 * e.auc()))
                        .orElse(""),
                100 * backtest.baseRate(),
                backtest.customers()));
        if (simpleScore(backtest)
                .filter(e -> e.auc() >= error.auc() - SAME_ORDER)
                .isPresent()) {
            notes.add("The simple risk score orders these customers as well; it is not a probability, though.");
        }
        notes.add(
                backtest.selectionOrigin() == null
                        ? "There is too little history to choose the model on other days than it was tested on: expect"
                                + " slightly larger errors."
                        : String.format(
                                Locale.ROOT,
                                "The model was chosen on the %d days before, so its error is not flattered by the choice.",
                                days));
        if (backtest.silent() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Of %,d customers who had been silent for %d days, %.0f %% bought in the next %d: silence is not loss.",
                    backtest.silent(),
                    days,
                    100 * backtest.reactivated(),
                    days));
        }
        notes.add(
                backtest.bestRanking() == RevenueError.Model.PAST_SPEND
                        ? "Nothing ranks these customers by future revenue better than their past spend."
                        : String.format(
                                Locale.ROOT,
                                "\"%s\" ranks these customers by future revenue better than their past spend.",
                                backtest.bestRanking().label()));
        notes.add("The probability says who is likely to be silent, not whom a campaign would bring back.");
    }

    private static Optional<ChurnError> simpleScore(Backtest backtest) {
        return backtest.churn().stream()
                .filter(e -> e.name() == ChurnModel.SIMPLE_SCORE)
                .findFirst();
    }
}
