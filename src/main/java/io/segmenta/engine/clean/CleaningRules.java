package io.segmenta.engine.clean;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are asked, what becomes of returns, and which part of the dataset counts.
 *
 * @param active UNREADABLE is always active, OUTSIDE_PERIOD where there is a first or a last day, FILTERED where there are filters
 * @param from the first day that counts, or null for all from the beginning
 * @param to the last day that counts, or null for all to the end
 * @param filters a row counts where it passes each of them; null in documents from before there were filters
 * @param rates what one unit of a currency is worth in the one that counts, which the filter by currency names first; above 0, for each further one
 *     of that filter; null in documents without them
 */
public record CleaningRules(
        Set<DropReason> active,
        Returns returns,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<RowFilter> filters,
        Map<String, BigDecimal> rates) {
    /** What becomes of returned goods. */
    public enum Returns {
        /** dropped, the money of the original purchase stays */
        EXCLUDE,
        /** dropped as purchases, their money is subtracted from the customer's, never below 0 */
        NET,
        /**
         * dropped; the money is taken off where the dataset holds what was given back: an earlier row of the same customer, product, pieces and
         * price, each for one return
         */
        MATCHED
    }

    public CleaningRules {
        EnumSet<DropReason> copy = EnumSet.noneOf(DropReason.class);
        copy.addAll(active);
        copy.add(DropReason.UNREADABLE);
        filters = sorted(filters);
        set(copy, DropReason.OUTSIDE_PERIOD, from != null || to != null);
        set(copy, DropReason.FILTERED, filters.stream().anyMatch(RowFilter::isOfChoice));
        set(copy, DropReason.STATE, filters.stream().anyMatch(filter -> filter.field() == Field.STATUS));
        set(copy, DropReason.CURRENCY, filters.stream().anyMatch(filter -> filter.field() == Field.CURRENCY));
        rates = rates == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(rates));
        requireRates(filters, rates);
        if (copy.contains(DropReason.DUPLICATE)) {
            // what comes twice is dropped by that rule already
            copy.remove(DropReason.OVERLAP);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new UserFacingException("The period begins on " + from + ", after its end on " + to
                    + ". Choose a first day that is not after the last.");
        }
        // in the order of the rules, also when written
        active = Collections.unmodifiableSet(copy);
    }

    /** Without rates. */
    public CleaningRules(
            Set<DropReason> active,
            Returns returns,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<RowFilter> filters) {
        this(active, returns, from, to, filters, Map.of());
    }

    /** Without filters. */
    public CleaningRules(Set<DropReason> active, Returns returns, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(active, returns, from, to, List.of());
    }

    /** For the whole dataset. */
    public CleaningRules(Set<DropReason> active, Returns returns) {
        this(active, returns, null, null);
    }

    public static CleaningRules defaults() {
        return new CleaningRules(EnumSet.allOf(DropReason.class), Returns.EXCLUDE);
    }

    /** The same rules with or without one of them. */
    public CleaningRules with(DropReason rule, boolean on) {
        EnumSet<DropReason> changed = EnumSet.copyOf(active);
        set(changed, rule, on);
        return new CleaningRules(changed, returns, from, to, filters, rates);
    }

    /** What follows from a file: states that are no sales are left out; its own rule where a known system has one. */
    public static CleaningRules of(Reading reading) {
        List<RowFilter> filters = new ArrayList<>();
        if (!reading.leftOut().isEmpty()) {
            filters.add(new RowFilter(Field.STATUS, RowFilter.Mode.EXCEPT, reading.leftOut()));
        }
        if (!reading.guests().isEmpty()) {
            filters.add(new RowFilter(Field.CUSTOMER_ID, RowFilter.Mode.EXCEPT, reading.guests()));
        }
        CleaningRules rules = new CleaningRules(
                EnumSet.allOf(DropReason.class),
                reading.rowsRepeat() ? Returns.MATCHED : Returns.NET,
                null,
                null,
                filters);
        return reading.rowsRepeat()
                ? rules
                : rules.with(DropReason.DUPLICATE, false)
                        .with(DropReason.OVERLAP, true)
                        .with(DropReason.MISSING_DESCRIPTION, false)
                        // a price below 0 is money that went back
                        .with(DropReason.NEGATIVE_PRICE, false);
    }

    /** The same part of the dataset with no rule on. */
    public CleaningRules withoutAnyRule() {
        return new CleaningRules(EnumSet.noneOf(DropReason.class), Returns.EXCLUDE, from, to, filters, rates);
    }

    /** The same part of the dataset with every rule on. */
    public CleaningRules withEveryRule() {
        return new CleaningRules(EnumSet.allOf(DropReason.class), returns, from, to, filters, rates);
    }

    /** The same rules with what becomes of returns. */
    public CleaningRules with(Returns change) {
        return new CleaningRules(active, change, from, to, filters, rates);
    }

    /** The same rules and these filters too; one of a field and mode that is there already is replaced. */
    public CleaningRules with(List<RowFilter> more) {
        List<RowFilter> all = new ArrayList<>(more);
        filters.stream()
                .filter(filter -> more.stream()
                        .noneMatch(other -> other.field() == filter.field() && other.mode() == filter.mode()))
                .forEach(all::add);
        boolean sameCurrency = more.stream().noneMatch(filter -> filter.field() == Field.CURRENCY);
        return new CleaningRules(active, returns, from, to, all, sameCurrency ? rates : Map.of());
    }

    /**
     * The same rules in one currency: rows in others count where their rate is known, and leave where it is not.
     *
     * @param currency code of what counts
     * @param worth of one unit of others in it
     * @throws UserFacingException where a rate is not above 0
     */
    public CleaningRules in(String currency, Map<String, BigDecimal> worth) {
        Map<String, BigDecimal> others = new TreeMap<>();
        worth.forEach((code, rate) -> others.put(code.toUpperCase(Locale.ROOT), rate));
        others.remove(currency.toUpperCase(Locale.ROOT));
        List<String> counted = new ArrayList<>(List.of(currency));
        counted.addAll(others.keySet());
        CleaningRules without = without(Field.CURRENCY);
        List<RowFilter> all = new ArrayList<>(without.filters);
        all.add(new RowFilter(Field.CURRENCY, RowFilter.Mode.ONLY, counted));
        return new CleaningRules(active, returns, from, to, all, others);
    }

    /** Code of the currency that counts, where rows are chosen by it. */
    public Optional<String> currency() {
        return filter(Field.CURRENCY, RowFilter.Mode.ONLY)
                .map(filter -> filter.values().getFirst());
    }

    /** The same rules without any filter of a field. */
    public CleaningRules without(Field field) {
        return new CleaningRules(
                active,
                returns,
                from,
                to,
                filters.stream().filter(filter -> filter.field() != field).toList(),
                field == Field.CURRENCY ? Map.of() : rates);
    }

    /** The same rules for another period; null leaves its beginning or end open. */
    public CleaningRules during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new CleaningRules(active, returns, first, last, filters, rates);
    }

    public Optional<RowFilter> filter(Field field, RowFilter.Mode mode) {
        return filters.stream()
                .filter(filter -> filter.field() == field && filter.mode() == mode)
                .findFirst();
    }

    public boolean has(DropReason reason) {
        return active.contains(reason);
    }

    /** Amounts of two currencies are never added as they are. */
    private static void requireRates(List<RowFilter> filters, Map<String, BigDecimal> rates) {
        rates.forEach((code, rate) -> {
            if (rate.signum() <= 0) {
                throw new UserFacingException(
                        "The rate of " + code + " is " + rate.toPlainString() + "; a rate is a number above 0.");
            }
        });
        Set<String> rated = filters.stream()
                .filter(filter -> filter.field() == Field.CURRENCY && filter.mode() == RowFilter.Mode.ONLY)
                .flatMap(filter -> filter.values().stream().skip(1))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!rated.equals(rates.keySet())) {
            throw new UserFacingException(
                    "Rows in several currencies need a rate for each but the first: " + String.join(", ", rated) + ".");
        }
    }

    private static void set(Set<DropReason> reasons, DropReason reason, boolean active) {
        if (active) {
            reasons.add(reason);
        } else {
            reasons.remove(reason);
        }
    }

    /** In one order, so that equal choices are equal rules. */
    private static List<RowFilter> sorted(@Nullable List<RowFilter> filters) {
        return filters == null
                ? List.of()
                : filters.stream()
                        .sorted(Comparator.comparing(RowFilter::field).thenComparing(RowFilter::mode))
                        .toList();
    }
}
