package io.segmenta.engine.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals that a file carries itself, each held against what is made of its rows; counted over all rows, and none where the file carries
 * no total.
 */
public record Reconciliation(List<Total> totals) {
    /** Of a file that carries no total. */
    public static final Reconciliation NOTHING = new Reconciliation(List.of());

    /** Half of the smallest coin: a difference below is rounding. */
    static final double CENT = 0.005;

    public Reconciliation {
        totals = List.copyOf(totals);
    }

    /** What kind of total the file carries. */
    public enum Kind {
        /** a row of totals below the others, held against all that counts */
        FILE("file"),
        /** a column that is the order's, held against the rows of each order */
        ORDER("order"),
        /** a column that is the row's, held against quantity × price */
        ROW("row");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As written in files. */
        public String key() {
            return key;
        }
    }

    /**
     * @param column header of the total
     * @param against what it is held against, as its sentence says it: two headers with × between them; empty for the rows themselves
     * @param of figures that could be compared: 1, or orders, or rows
     * @param agreeing of them, the parts taken into account
     * @param stated sum of what the file states
     * @param counted sum of what stands against it
     * @param parts of the difference that are known, none of 0
     */
    public record Total(
            Kind kind,
            String column,
            String against,
            long of,
            long agreeing,
            double stated,
            double counted,
            List<Part> parts) {
        public Total {
            parts = List.copyOf(parts);
        }

        /** What the file states beyond what was counted; below 0 where it states less. */
        public double difference() {
            return cents(stated - counted);
        }

        /** Of the difference, what no part explains. */
        public double unexplained() {
            double rest =
                    stated - counted - parts.stream().mapToDouble(Part::money).sum();
            return Math.abs(rest) < CENT ? 0 : cents(rest);
        }

        /** Whether it is quantity × price everywhere, which the file was found to say already. */
        boolean isSaid() {
            return kind == Kind.ROW && agreeing == of && difference() == 0;
        }

        private static double cents(double money) {
            return Math.round(money * 100) / 100.0 + 0.0;
        }
    }

    /**
     * @param words what it is: a state, a reason, the header of a column
     * @param reason for which rows left; null for a column of discount, tax or shipping
     * @param money that the file states and that was not counted; below 0 where it was counted and is not stated
     */
    public record Part(String words, @Nullable DropReason reason, double money) {}
}
