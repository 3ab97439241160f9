package io.segmenta.engine.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact amount in the dataset's currency, counted in cents. Sums of many lines are kept as double until they are shown. */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** Rounded half up to the cent. */
    public static Money of(double amount) {
        return new Money(BigDecimal.valueOf(amount)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public double amount() {
        return cents / 100.0;
    }

    /** Plain decimal notation with two places and no grouping, for files. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
