package io.segmenta.web.compare;

import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.web.component.Formats;
import java.util.Locale;

/** What the width of a band and the number in a cell stand for. */
enum Measure {
    CUSTOMERS,
    MONEY_BEFORE,
    MONEY_AFTER;

    double of(Flow flow) {
        return switch (this) {
            case CUSTOMERS -> flow.customers();
            case MONEY_BEFORE -> flow.moneyBefore();
            case MONEY_AFTER -> flow.moneyAfter();
        };
    }

    String write(double value, Formats formats) {
        return this == CUSTOMERS ? formats.count(Math.round(value)) : formats.wholeMoney(value);
    }

    String key() {
        return "compare.measure." + name().toLowerCase(Locale.ROOT);
    }
}
