package io.segmenta.web.wizard;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.transactions.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows count, as parameters of an address. */
final class RuleParameters {
    private static final String WITHOUT = "without";
    private static final String RETURNS = "returns";
    private static final String FROM = "from";
    private static final String TO = "to";
    /** "GBP:1.15,USD:0.92" */
    private static final String RATES = "rates";

    private static final String BETWEEN_VALUES = "\n";

    private RuleParameters() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(WITHOUT, RETURNS, FROM, TO, RATES));
        for (Field field : RowFilter.ALL) {
            Stream.of(RowFilter.Mode.values()).map(mode -> name(field, mode)).forEach(names::add);
        }
        return names;
    }

    private static String name(Field field, RowFilter.Mode mode) {
        return Parameters.word(mode) + "-" + field.key();
    }

    /** All rules are on where nothing else was chosen. */
    static CleaningRules read(Map<String, String> choices) {
        EnumSet<DropReason> active = EnumSet.allOf(DropReason.class);
        Stream.of(choices.getOrDefault(WITHOUT, "").split(","))
                .forEach(key -> active.removeIf(reason -> reason.key().equals(key)));
        Returns returns = Parameters.read(choices, RETURNS, text -> Parameters.constant(Returns.class, text))
                .orElse(Returns.EXCLUDE);
        LocalDate from = Parameters.read(choices, FROM, LocalDate::parse).orElse(null);
        LocalDate to = Parameters.read(choices, TO, LocalDate::parse).orElse(null);
        boolean ordered = from == null || to == null || !from.isAfter(to);
        List<RowFilter> filters = new ArrayList<>();
        for (Field field : RowFilter.ALL) {
            for (RowFilter.Mode mode : RowFilter.Mode.values()) {
                Parameters.read(
                                choices,
                                name(field, mode),
                                text -> new RowFilter(
                                        field,
                                        mode,
                                        List.of(PackedText.read(text).split(BETWEEN_VALUES))))
                        .ifPresent(filters::add);
            }
        }
        CleaningRules rules = new CleaningRules(active, returns, ordered ? from : null, ordered ? to : null);
        Map<String, BigDecimal> rates =
                Parameters.read(choices, RATES, RuleParameters::rates).orElse(Map.of());
        for (RowFilter filter : filters) {
            CleaningRules before = rules;
            rules = filter.field() == Field.CURRENCY && filter.mode() == RowFilter.Mode.ONLY
                    ? Parameters.valid(() -> before.in(filter.values().getFirst(), rates), before)
                    : before.with(List.of(filter));
        }
        return rules;
    }

    /** What differs from nothing having been chosen. */
    static Map<String, String> write(CleaningRules rules) {
        Map<String, String> written = new TreeMap<>();
        String without = Stream.of(DropReason.values())
                .filter(reason -> reason.isRule() && !rules.has(reason))
                // what comes twice is dropped with the duplicates
                .filter(reason -> reason != DropReason.OVERLAP || !rules.has(DropReason.DUPLICATE))
                .map(DropReason::key)
                .collect(Collectors.joining(","));
        for (Field field : RowFilter.ALL) {
            for (RowFilter.Mode mode : RowFilter.Mode.values()) {
                rules.filter(field, mode)
                        .ifPresent(filter -> written.put(
                                name(field, mode), PackedText.write(String.join(BETWEEN_VALUES, filter.values()))));
            }
        }
        String rates = rules.rates().entrySet().stream()
                .map(rate -> rate.getKey() + ":" + rate.getValue().toPlainString())
                .collect(Collectors.joining(","));
        written.put(WITHOUT, without);
        written.put(RATES, rates);
        written.put(RETURNS, Parameters.word(rules.returns()));
        written.put(FROM, rules.from() == null ? "" : rules.from().toString());
        written.put(TO, rules.to() == null ? "" : rules.to().toString());
        written.values().removeIf(String::isEmpty);
        return written;
    }

    private static Map<String, BigDecimal> rates(String text) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        for (String rate : text.split(",")) {
            int colon = rate.indexOf(':');
            rates.put(rate.substring(0, Math.max(0, colon)), new BigDecimal(rate.substring(colon + 1)));
        }
        return rates;
    }
}
