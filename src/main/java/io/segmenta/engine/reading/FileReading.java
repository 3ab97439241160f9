package io.segmenta.engine.reading;

import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.reading.Reading.Grain;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what a file says: asks one column after the other when, which order, who, how much, what became of it. */
public final class FileReading {
    private static final Set<String> ROWS_REPEAT = Set.of("UCI Online Retail", "UCI Online Retail II", "Segmenta");

    /** Of the rows on which quantity × price is the total. */
    private static final double CLEARLY = 0.4;

    private final TransactionStore store;
    private final LocalDate today;
    private final List<ColumnFacts> facts;
    private final MappingProposal byNames;
    private final Names names;
    private final Map<Field, ColumnFacts> chosen = new EnumMap<>(Field.class);
    private final List<Reading.Finding> says = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private @Nullable DateOrder dateOrder;
    private @Nullable DecimalMark decimals;
    private Beside beside = Beside.NOTHING;

    private FileReading(TransactionStore store, LocalDate today) {
        this.store = store;
        this.today = today;
        this.facts = ColumnFacts.of(store);
        this.byNames = ColumnMapper.propose(store.headers());
        this.names = Names.of(store, facts);
    }

    /**
     * Looks at the values: at the first rows of every column, and at all rows of those that need it.
     *
     * @param today of the reader
     */
    public static Reading of(TransactionStore store, LocalDate today) {
        return new FileReading(store, today).read();
    }

    private Reading read() {
        if (!names.byValues().isEmpty()) {
            say(
                    Field.CUSTOMER_ID,
                    "The columns have no names: what each is was guessed from its values. Look at each of them.");
        }
        PeopleAndDates people = new PeopleAndDates(store, facts, names);
        Optional<ColumnFacts> date = people.date();
        date.ifPresent(column -> {
            chosen.put(Field.TIMESTAMP, column);
            DateReading dates = DateReading.of(store, facts, column, today);
            dateOrder = dates.order().orElse(null);
            dates.says().forEach(words -> say(Field.TIMESTAMP, words));
            questions.addAll(dates.questions());
        });
        Optional<ColumnFacts> order = new Orders(store, facts, names).order(date);
        order.ifPresent(column -> chosen.put(Field.INVOICE_ID, column));
        customer(people, order);
        for (Field field : List.of(Field.PRODUCT_ID, Field.DESCRIPTION, Field.COUNTRY)) {
            byName(field);
        }
        Optional<StateEvidence.States> states = new StateEvidence(store, free(), names).find();
        states.ifPresent(found -> {
            chosen.put(Field.STATUS, found.column());
            found.says().forEach(words -> say(Field.STATUS, words));
            found.question().ifPresent(questions::add);
        });
        money(order);
        List<String> currencies = new Currencies(store, free())
                .found()
                .map(found -> {
                    chosen.put(Field.CURRENCY, found.column());
                    return found.codes().size() > 1 ? inOne(found, order) : found.codes();
                })
                .orElseGet(this::currencyBySign);
        if (currencies.size() > 1) {
            questions.add(new Question(
                    Question.Topic.CURRENCY,
                    "The amounts are in several currencies: " + String.join(", ", currencies)
                            + ". They cannot be added as they are. Choose the one that counts; others count with a rate.",
                    "--currency " + currencies.getFirst(),
                    currencies.getFirst()));
        }
        Optional<String> summary = new Summaries(facts, names).told();
        return new Reading(
                proposal(),
                summary.isPresent()
                        ? Grain.SUMMARY
                        : states.filter(StateEvidence.States::events).isPresent() ? Grain.EVENT : grain(),
                states.map(StateEvidence.States::rows).orElse(Map.of()),
                states.map(StateEvidence.States::leftOut).orElse(List.of()),
                guests(),
                byNames.system() != null
                        && ROWS_REPEAT.contains(byNames.system())
                        && chosen.containsKey(Field.DESCRIPTION)
                        && chosen.containsKey(Field.COUNTRY),
                currencies,
                beside.repeating(states.map(StateEvidence.States::repeated).orElse(List.of())),
                decimals,
                summary.orElse(null),
                says,
                questions);
    }

    /** The one code that a column holds all amounts in, else those that there are. */
    private List<String> inOne(Currencies.Found several, Optional<ColumnFacts> order) {
        List<String> amounts = Field.MONEY.stream()
                .map(chosen::get)
                .filter(Objects::nonNull)
                .map(ColumnFacts::column)
                .toList();
        Agreement agreement = agreement(order, NumberFormat.of(store, List.of(), amounts));
        return new OneCurrency(store, agreement, several.column(), several.codes())
                .take(chosen, free(), names)
                .map(one -> {
                    beside = Beside.NOTHING;
                    says.removeIf(finding -> Field.MONEY.contains(finding.about()));
                    say(
                            one.field(),
                            "The amounts are in " + String.join(", ", several.codes()) + "; \""
                                    + one.column().header() + "\" holds all of them in " + one.code()
                                    + " and is the amount.");
                    return List.of(one.code());
                })
                .orElse(several.codes());
    }

    private List<String> currencyBySign() {
        return Field.MONEY.stream()
                .map(chosen::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(amount -> new Currencies(store, facts).bySign(amount))
                .stream()
                .toList();
    }

    private void customer(PeopleAndDates people, Optional<ColumnFacts> order) {
        List<ColumnFacts> candidates = people.customers(order);
        Optional<ColumnFacts> best = candidates.stream().findFirst();
        if (best.isPresent()
                && candidates.size() > 1
                && order.isPresent()
                && people.perOrder(best.get(), order.get())) {
            best = candidates.stream()
                    .filter(column -> column.coverage() > 0.5 && !people.perOrder(column, order.get()))
                    .findFirst()
                    .or(() -> candidates.stream().findFirst());
        }
        best.ifPresent(column -> {
            chosen.put(Field.CUSTOMER_ID, column);
            if (column.damaged() > 0) {
                say(
                        Field.CUSTOMER_ID,
                        "Cells of \"" + column.header()
                                + "\" look damaged by a spreadsheet (as 1.2E+17): different customers may have become one.");
            }
        });
    }

    private List<String> guests() {
        ColumnFacts customer = chosen.get(Field.CUSTOMER_ID);
        List<Guests> found = customer == null ? List.of() : Guests.in(store, customer);
        found.forEach(guests -> say(Field.CUSTOMER_ID, guests.told(Objects.requireNonNull(customer))));
        return found.stream().map(Guests::value).toList();
    }

    private void byName(Field field) {
        Suggestion suggestion = byNames.suggestions().get(field);
        if (suggestion == null) {
            return;
        }
        Set<ColumnFacts> taken = new HashSet<>(chosen.values());
        Stream.concat(Stream.ofNullable(names.byValues().get(field)), suggestion.candidates().stream())
                .flatMap(header ->
                        facts.stream().filter(column -> column.header().equals(header)))
                .filter(column -> !taken.contains(column) && column.filled() > 0)
                .filter(column -> field != Field.PRODUCT_ID || isProduct(column))
                .findFirst()
                .ifPresent(column -> chosen.put(field, column));
    }

    /** What only says "name" may be that of the order or of the person: a product is bought by more than one. */
    private boolean isProduct(ColumnFacts column) {
        ColumnFacts customer = chosen.get(Field.CUSTOMER_ID);
        boolean named = names.level(Field.PRODUCT_ID, column.header()) > 0
                || names.level(Field.DESCRIPTION, column.header()) > Names.WORD;
        return named
                || customer == null
                || store.number("SELECT count(*) FROM (SELECT 1 FROM " + ColumnFacts.SOME + " GROUP BY "
                                + column.column()
                                + " HAVING count(DISTINCT " + customer.column() + ") > 1 AND count(" + column.column()
                                + ") > 0 LIMIT 1)")
                        > 0;
    }

    private void money(Optional<ColumnFacts> order) {
        List<ColumnFacts> free = free();
        Map<Boolean, List<String>> numbers = free.stream()
                .filter(ColumnFacts::isNumber)
                .collect(Collectors.partitioningBy(
                        column -> names.level(Field.QUANTITY, column.header()) > 0,
                        Collectors.mapping(ColumnFacts::column, Collectors.toList())));
        NumberFormat format =
                NumberFormat.of(store, numbers.getOrDefault(true, List.of()), numbers.getOrDefault(false, List.of()));
        MoneyColumns money = money(order, free, format);
        if (format.ambiguous()) {
            NumberFormat other = new NumberFormat(!format.decimalComma());
            MoneyColumns otherwise = money(order, free, other);
            if (Math.abs(money.agrees() - otherwise.agrees()) > CLEARLY) {
                boolean likelier = money.agrees() > otherwise.agrees();
                money = likelier ? money : otherwise;
                decimals = likelier ? format.decimals() : other.decimals();
            } else {
                new NumbersInDoubt(store).ask(money, format).ifPresent(questions::add);
            }
        }
        chosen.putAll(money.columns());
        Field counts =
                Field.MONEY.stream().filter(chosen::containsKey).findFirst().orElse(Field.LINE_TOTAL);
        money.says().forEach(words -> say(counts, words));
        Agreement agreement =
                agreement(order, decimals == null ? format : new NumberFormat(decimals == DecimalMark.COMMA));
        Reductions reductions = new Reductions(free(), agreement);
        reductions.told(chosen).forEach(words -> say(counts, words));
        beside = reductions.beside(money);
    }

    private void say(Field about, String words) {
        says.add(new Reading.Finding(about, words));
    }

    private MoneyColumns money(Optional<ColumnFacts> order, List<ColumnFacts> free, NumberFormat numbers) {
        return new MoneyEvidence(free, names, agreement(order, numbers)).decide();
    }

    private Agreement agreement(Optional<ColumnFacts> order, NumberFormat numbers) {
        return new Agreement(store, numbers, order, Optional.ofNullable(chosen.get(Field.PRODUCT_ID)));
    }

    private List<ColumnFacts> free() {
        return facts.stream().filter(column -> !chosen.containsValue(column)).toList();
    }

    private Grain grain() {
        boolean lines = chosen.containsKey(Field.PRODUCT_ID) || chosen.containsKey(Field.QUANTITY);
        return chosen.containsKey(Field.INVOICE_ID)
                ? lines ? Grain.LINE : Grain.ORDER
                : lines ? Grain.LINE : Grain.PAYMENT;
    }

    private MappingProposal proposal() {
        Map<Field, Suggestion> suggestions = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            ColumnFacts column = chosen.get(field);
            suggestions.put(
                    field,
                    column == null
                            ? new Suggestion(Certainty.MISSING, List.of())
                            : new Suggestion(
                                    names.level(field, column.header()) >= Names.NAME
                                            ? Certainty.FOUND
                                            : Certainty.GUESSED,
                                    List.of(column.header())));
        }
        List<String> ignored = free().stream().map(ColumnFacts::header).toList();
        return new MappingProposal(byNames.system(), suggestions, ignored, dateOrder);
    }
}
