package io.segmenta.engine.clean;

import io.segmenta.engine.clean.Reconciliation.Part;
import io.segmenta.engine.clean.Reconciliation.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Totals of a file in sentences.
 *
 * @param money writes an amount
 */
record ReconciliationWords(DoubleFunction<String> money) {
    String of(Total total) {
        return switch (total.kind()) {
            case FILE -> ofFile(total);
            case ORDER ->
                agreement(total, "what the rows of an order add up to", "orders")
                        + compared(total, "Over all orders", "the rows");
            case ROW -> agreement(total, total.against(), "rows") + compared(total, "Over all rows", "the product");
        };
    }

    private String ofFile(Total total) {
        String own = "The file's own total of " + money.apply(total.stated()) + " under \"" + total.column() + "\" is ";
        double difference = total.difference();
        return own
                + (difference == 0
                        ? "what counts"
                                + (total.parts().isEmpty()
                                        ? "."
                                        : ", since " + parts(total, 1) + " make up for each other.")
                        : money.apply(Math.abs(difference)) + moreOrLess(difference) + " than what counts: "
                                + parts(total, difference) + ".");
    }

    private static String agreement(Total total, String against, String unit) {
        // 99.96 % is not 100 %
        double share = Math.floor(1000.0 * total.agreeing() / total.of()) / 10;
        return String.format(
                Locale.ENGLISH,
                "\"%s\" is %s%s in %,d of %,d %s (%.1f %%).",
                total.column(),
                against,
                beside(total.parts()),
                total.agreeing(),
                total.of(),
                unit,
                share);
    }

    private static String beside(List<Part> parts) {
        return parts.isEmpty()
                ? ""
                : parts.stream()
                        .map(part -> (part.money() < 0 ? "less " : "plus ") + part.words())
                        .collect(Collectors.joining(", ", ", ", ","));
    }

    private String compared(Total total, String over, String what) {
        double difference = total.difference();
        return difference == 0 && total.parts().isEmpty()
                ? ""
                : " " + over + " it is " + money.apply(Math.abs(difference)) + moreOrLess(difference) + " than " + what
                        + ": " + parts(total, difference) + ".";
    }

    private static String moreOrLess(double difference) {
        return difference < 0 ? " less" : " more";
    }

    /** @param direction in which they count; what runs against it has a minus */
    private String parts(Total total, double direction) {
        List<String> parts = new ArrayList<>();
        double sign = direction < 0 ? -1 : 1;
        total.parts().forEach(part -> parts.add(part.words() + " " + money.apply(sign * part.money())));
        if (total.unexplained() != 0) {
            parts.add("unexplained " + money.apply(sign * total.unexplained()));
        }
        return String.join("; ", parts);
    }
}
