package io.segmenta.engine.tune;

/** One setting that is searched over. A value is a number; that of a choice is its index. */
public sealed interface Dimension {
    /** Any number from..to. */
    record Real(String name, double from, double to) implements Dimension {
        public Real {
            requireRange(name, from, to);
        }
    }

    /** A whole number, both ends included. */
    record Whole(String name, int from, int to) implements Dimension {
        public Whole {
            requireRange(name, from, to);
        }
    }

    /** One of several things without an order. */
    record Choice(String name, int options) implements Dimension {
        public Choice {
            if (options < 1) {
                throw new IllegalArgumentException("The setting " + name + " has nothing to choose from.");
            }
        }
    }

    private static void requireRange(String name, double from, double to) {
        if (!(from <= to)) {
            throw new IllegalArgumentException(
                    "The range of " + name + " begins at " + from + " and ends below it, at " + to + ".");
        }
    }
}
