package io.segmenta.web.wizard;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.Link;
import io.segmenta.web.shell.Paths;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the wizard so far. It lives in the query parameters of the wizard's pages and nowhere else, so a page can be reloaded,
 * shared and gone back to. A choice that cannot be understood counts as not made.
 *
 * @param choices by parameter name; never blank
 */
public record Draft(Map<String, String> choices) {
    private static final String DATASET = Paths.DATASET;
    private static final String DATES = "dates";
    private static final String NUMBERS = "numbers";
    private static final String CURRENCY = "currency";
    private static final String WITHOUT = "without";
    private static final String RETURNS = "returns";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BETWEEN_VALUES = "\n";

    public Draft {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
    }

    public static Draft of(QueryParameters query) {
        Map<String, String> choices = new TreeMap<>();
        query.getParameters().forEach((name, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                choices.put(name, values.getFirst());
            }
        });
        return new Draft(choices);
    }

    public static Draft of(Fingerprint dataset) {
        return new Draft(Map.of(DATASET, dataset.sha256()));
    }

    /** The page with these choices in its address. */
    public Link on(Destination page) {
        return new Link(page.link().path(), choices);
    }

    public QueryParameters query() {
        return QueryParameters.simple(choices);
    }

    public Optional<Fingerprint> dataset() {
        return choice(DATASET, Fingerprint::new);
    }

    /** The headers chosen by hand or confirmed. */
    public Map<Field, String> headers() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String header = choices.get(column(field));
            if (header != null) {
                headers.put(field, header);
            }
        }
        return headers;
    }

    public Draft withHeader(Field field, @Nullable String header) {
        return with(column(field), header);
    }

    /** The one that amounts are shown in is a choice of its own, of the older name. */
    private static String column(Field field) {
        return field == Field.CURRENCY ? "currencyColumn" : field.key();
    }

    public Optional<DateOrder> dateOrder() {
        return choice(DATES, text -> constant(DateOrder.class, text));
    }

    public Draft withDateOrder(@Nullable DateOrder order) {
        return with(DATES, order == null ? null : word(order));
    }

    /** How numbers are written, where the cells do not decide it. */
    public Optional<DecimalMark> decimals() {
        return choice(NUMBERS, text -> constant(DecimalMark.class, text));
    }

    public Draft withDecimals(@Nullable DecimalMark decimals) {
        return with(NUMBERS, decimals == null ? null : word(decimals));
    }

    /** Empty until the columns that are needed and the date order are all chosen. */
    public Optional<ColumnMapping> mapping() {
        Map<Field, String> headers = headers();
        boolean complete = Stream.of(Field.values()).allMatch(field -> !field.required() || headers.containsKey(field))
                && Field.MONEY.stream().anyMatch(headers::containsKey)
                && headers.values().stream().distinct().count() == headers.size();
        return complete
                ? dateOrder()
                        .map(order ->
                                new ColumnMapping(headers, order, decimals().orElse(null)))
                : Optional.empty();
    }

    public Optional<Currency> currency() {
        return choice(CURRENCY, Currency::getInstance);
    }

    public Draft withCurrency(@Nullable Currency currency) {
        return with(CURRENCY, currency == null ? null : currency.getCurrencyCode());
    }

    /** Whether any of the rules was chosen, if only by going on with what the file asks for. */
    public boolean ruled() {
        return ruleNames().stream().anyMatch(choices::containsKey);
    }

    /** As if no rule had been chosen. */
    public Draft withoutRules() {
        Map<String, String> others = new TreeMap<>(choices);
        others.keySet().removeAll(ruleNames());
        return new Draft(others);
    }

    /** With the rules that follow from the file, as far as they look at the columns that were chosen, where none were chosen yet. */
    public Draft withRulesOf(Reading reading) {
        if (ruled()) {
            return this;
        }
        CleaningRules rules = CleaningRules.of(reading);
        for (RowFilter filter : rules.filters()) {
            Suggestion read = reading.proposal().suggestions().get(filter.field());
            String chosen = headers().get(filter.field());
            if (chosen == null || read == null || !read.header().equals(Optional.of(chosen))) {
                rules = rules.without(filter.field());
            }
        }
        return withRules(rules);
    }

    /**
     * Filters look at the columns that are chosen now: one of a column that changed is taken back, and where the column is the one that was
     * read, that of the file takes its place.
     */
    public Draft following(Draft before, Reading reading) {
        if (!ruled()) {
            return this;
        }
        CleaningRules rules = rules();
        CleaningRules read = withoutRules().withRulesOf(reading).rules();
        for (Field field : RowFilter.ALL) {
            if (!Objects.equals(headers().get(field), before.headers().get(field))) {
                rules = rules.without(field)
                        .with(read.filters().stream()
                                .filter(filter -> filter.field() == field)
                                .toList());
            }
        }
        return withRules(rules);
    }

    /** All are on where nothing else was chosen. */
    public CleaningRules rules() {
        EnumSet<DropReason> active = EnumSet.allOf(DropReason.class);
        Stream.of(choices.getOrDefault(WITHOUT, "").split(","))
                .forEach(key -> active.removeIf(reason -> reason.key().equals(key)));
        Returns returns = choice(RETURNS, text -> constant(Returns.class, text)).orElse(Returns.EXCLUDE);
        LocalDate from = choice(FROM, LocalDate::parse).orElse(null);
        LocalDate to = choice(TO, LocalDate::parse).orElse(null);
        boolean ordered = from == null || to == null || !from.isAfter(to);
        return new CleaningRules(active, returns, ordered ? from : null, ordered ? to : null, filters());
    }

    private List<RowFilter> filters() {
        List<RowFilter> filters = new ArrayList<>();
        for (Field field : RowFilter.ALL) {
            for (RowFilter.Mode mode : RowFilter.Mode.values()) {
                choice(
                                parameter(field, mode),
                                text -> new RowFilter(
                                        field,
                                        mode,
                                        List.of(PackedText.read(text).split(BETWEEN_VALUES))))
                        .ifPresent(filters::add);
            }
        }
        return filters;
    }

    private static List<String> ruleNames() {
        List<String> names = new ArrayList<>(List.of(WITHOUT, RETURNS, FROM, TO));
        for (Field field : RowFilter.ALL) {
            Stream.of(RowFilter.Mode.values())
                    .map(mode -> parameter(field, mode))
                    .forEach(names::add);
        }
        return names;
    }

    private static String parameter(Field field, RowFilter.Mode mode) {
        return word(mode) + "-" + field.key();
    }

    public Draft withRules(CleaningRules rules) {
        String without = Stream.of(DropReason.values())
                .filter(reason -> reason.isRule() && !rules.has(reason))
                // what comes twice is dropped with the duplicates
                .filter(reason -> reason != DropReason.OVERLAP || !rules.has(DropReason.DUPLICATE))
                .map(DropReason::key)
                .collect(Collectors.joining(","));
        Draft draft = this;
        for (Field field : RowFilter.ALL) {
            for (RowFilter.Mode mode : RowFilter.Mode.values()) {
                draft = draft.with(
                        parameter(field, mode),
                        rules.filter(field, mode)
                                .map(filter -> PackedText.write(String.join(BETWEEN_VALUES, filter.values())))
                                .orElse(null));
            }
        }
        return draft.with(WITHOUT, without)
                .with(RETURNS, word(rules.returns()))
                .with(FROM, rules.from() == null ? null : rules.from().toString())
                .with(TO, rules.to() == null ? null : rules.to().toString());
    }

    /** The text of a choice, or empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    <T> Optional<T> choice(String name, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (IllegalArgumentException | DateTimeException | UserFacingException e) {
            return Optional.empty();
        }
    }

    /** What was chosen, or the usual where the engine refuses it. */
    static <T> T valid(Supplier<T> chosen, T usual) {
        try {
            return chosen.get();
        } catch (IllegalArgumentException | UserFacingException e) {
            return usual;
        }
    }

    /** Null or blank takes the choice back. */
    Draft with(String name, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(choices);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Draft(changed);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
