package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to know about a segment before acting on it. */
final class Caveats {
    /** The same floor below which the tuner calls a segment unusable. */
    private static final double TINY_SHARE = 0.02;

    /** Below it a mean says little about the next customer. */
    private static final int FEW_CUSTOMERS = 30;

    private static final double DOMINANT_SHARE = 0.25;

    private Caveats() {}

    static String unstable(double jaccard) {
        return String.format(
                Locale.ROOT,
                "This segment is unstable: on other customers of the same kind, only %s of it was found again. Do not rely on who exactly belongs to it.",
                Wording.percent(jaccard));
    }

    static List<String> of(CustomerFeatures features, int[] customers, double share, double revenue) {
        List<String> caveats = new ArrayList<>();
        if (share < TINY_SHARE || customers.length < FEW_CUSTOMERS) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "This segment is tiny: %s, %s of all. Check them one by one before planning a campaign for them.",
                    Wording.customers(customers.length),
                    Wording.percent(share)));
        }
        double[] monetary = features.column(Feature.MONETARY);
        int top = customers[0];
        for (int customer : customers) {
            if (monetary[customer] > monetary[top]) {
                top = customer;
            }
        }
        if (customers.length > 1 && monetary[top] > DOMINANT_SHARE * revenue) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "One customer (%s) brings %s of this segment's revenue. Trust its medians more than its means.",
                    features.ids().get(top),
                    Wording.percent(monetary[top] / revenue)));
        }
        return caveats;
    }
}
