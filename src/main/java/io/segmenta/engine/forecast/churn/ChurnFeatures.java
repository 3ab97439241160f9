package io.segmenta.engine.forecast.churn;

import io.segmenta.engine.forecast.history.PurchaseDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the supervised churn models know of a customer at an origin: seventeen numbers, none of which looks past it or further back than
 * the history of the earliest origin reaches evenly (one horizon).
 */
final class ChurnFeatures {
    static final List<String> NAMES = List.of(
            "log recency",
            "log recency, squared",
            "log purchases",
            "log spend",
            "log tenure",
            "single purchase",
            "log mean gap",
            "log recency over mean gap",
            "days overdue over mean gap",
            "purchases in the last 30 days",
            "log spend in the last 30 days",
            "purchases in the last horizon",
            "log spend in the last horizon",
            "log spend of the last purchase",
            "log lines of the last purchase",
            "log lines a purchase",
            "log items a purchase");

    private static final int MONTH = 30;

    private ChurnFeatures() {}

    /** One number a name, of a customer's purchases by day. */
    static double[] of(List<PurchaseDay> days, LocalDate origin, int horizonDays) {
        PurchaseDay first = days.getFirst();
        PurchaseDay last = days.getLast();
        int n = days.size();
        double silence = ChronoUnit.DAYS.between(last.day(), origin);
        double recency = Math.log(silence + 1);
        double spend = days.stream().mapToDouble(PurchaseDay::spend).sum();
        double gap = n == 1 ? 0 : ChronoUnit.DAYS.between(first.day(), last.day()) / (n - 1.0);
        List<PurchaseDay> month = since(days, origin.minusDays(MONTH));
        List<PurchaseDay> horizon = since(days, origin.minusDays(horizonDays));
        return new double[] {
            recency,
            recency * recency,
            Math.log(n),
            Math.log1p(spend),
            Math.log(ChronoUnit.DAYS.between(first.day(), origin) + 1.0),
            n == 1 ? 1 : 0,
            n == 1 ? 0 : Math.log(gap),
            n == 1 ? 0 : recency - Math.log(gap),
            // a week's grace: twice in two days is no rhythm
            n == 1 ? 0 : (silence - gap) / (gap + 7),
            Math.log1p(month.size()),
            logSpend(month),
            Math.log1p(horizon.size()),
            logSpend(horizon),
            Math.log1p(last.spend()),
            Math.log(last.lines()),
            Math.log(days.stream().mapToInt(PurchaseDay::lines).average().orElse(1)),
            Math.log(days.stream().mapToDouble(PurchaseDay::items).average().orElse(1)),
        };
    }

    private static List<PurchaseDay> since(List<PurchaseDay> days, LocalDate after) {
        return days.stream().filter(d -> d.day().isAfter(after)).toList();
    }

    private static double logSpend(List<PurchaseDay> days) {
        return Math.log1p(days.stream().mapToDouble(PurchaseDay::spend).sum());
    }
}
