package io.segmenta.web.wizard;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.clean.CleaningRules;
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
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
        return choice(DATES, text -> Parameters.constant(DateOrder.class, text));
    }

    public Draft withDateOrder(@Nullable DateOrder order) {
        return with(DATES, order == null ? null : Parameters.word(order));
    }

    /** How numbers are written, where the cells do not decide it. */
    public Optional<DecimalMark> decimals() {
        return choice(NUMBERS, text -> Parameters.constant(DecimalMark.class, text));
    }

    public Draft withDecimals(@Nullable DecimalMark decimals) {
        return with(NUMBERS, decimals == null ? null : Parameters.word(decimals));
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
        return RuleParameters.names().stream().anyMatch(choices::containsKey);
    }

    /** As if no rule had been chosen. */
    public Draft withoutRules() {
        Map<String, String> others = new TreeMap<>(choices);
        others.keySet().removeAll(RuleParameters.names());
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
        return RuleParameters.read(choices);
    }

    public Draft withRules(CleaningRules rules) {
        Map<String, String> changed = new TreeMap<>(withoutRules().choices);
        changed.putAll(RuleParameters.write(rules));
        return new Draft(changed);
    }

    /** The text of a choice, or empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    <T> Optional<T> choice(String name, Function<String, T> reader) {
        return Parameters.read(choices, name, reader);
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
}
