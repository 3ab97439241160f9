package io.segmenta.engine.reading;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.DerivedColumn.BothOf;
import io.segmenta.engine.transactions.DerivedColumn.CurrencyOf;
import io.segmenta.engine.transactions.DerivedColumn.FirstOf;
import io.segmenta.engine.transactions.DerivedColumn.GuestsBy;
import io.segmenta.engine.transactions.DerivedColumn.States;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns that a file lacks but that follow from those it has: what belongs to an order on its further rows, a day and its time together,
 * what several columns say of an order's state, guests told apart by their addresses. They stand behind the file's own columns under a name
 * that says how they came to be.
 */
public final class Preparation implements DerivedColumn.Columns {
    private static final Pattern CALLED_OFF = Pattern.compile("cancel|void|storn|annul");

    private static final Pattern RECEIVER =
            Pattern.compile("^(ship|shipping|recipient|delivery|billing|bill) ?(to )?name$");

    private final TransactionStore store;
    private final List<ColumnFacts> facts;
    private final Names names;

    private Preparation(TransactionStore store) {
        this.store = store;
        this.facts = ColumnFacts.of(store);
        this.names = Names.of(store, facts);
    }

    /** Adds what follows from the columns of the store, where something is missing. Once a store, after its rows were read. */
    public static void add(TransactionStore store) {
        Preparation asRead = new Preparation(store);
        // what combines columns combines those that were carried down
        Preparation carried = asRead.derive(asRead.first()) ? new Preparation(store) : asRead;
        carried.derive(carried.second());
    }

    /** Whether there was something to derive. */
    private boolean derive(List<DerivedColumn> columns) {
        if (!columns.isEmpty()) {
            store.derive(columns, this);
        }
        return !columns.isEmpty();
    }

    private List<DerivedColumn> first() {
        List<DerivedColumn> columns = new ArrayList<>(new Continuation(store, facts, names).columns());
        dayAndTime().ifPresent(columns::add);
        nameProducts("Lineitem sku", "Lineitem name").ifPresent(columns::add);
        if (header("Transaction ID").isPresent()) {
            nameProducts("SKU", "Item").ifPresent(columns::add);
        }
        return columns;
    }

    private List<DerivedColumn> second() {
        List<DerivedColumn> columns = new ArrayList<>();
        states().ifPresent(columns::add);
        guests().ifPresent(columns::add);
        fullName().ifPresent(columns::add);
        currency().ifPresent(columns::add);
        return columns;
    }

    @Override
    public String text(String column) {
        return store.column(column);
    }

    @Override
    public String number(String column) {
        throw new IllegalStateException("No number follows from \"" + column + "\" while reading.");
    }

    /** Where the day stands in one column and the time in another, both together are the instant. */
    private Optional<DerivedColumn> dayAndTime() {
        return Vocabulary.daysAndTimes().stream()
                .flatMap(pair -> header(pair.getFirst())
                        .flatMap(day -> header(pair.getLast())
                                .filter(time -> isTimeBesideDay(day.column(), time))
                                .<DerivedColumn>map(time -> new BothOf(day.header(), time.header())))
                        .stream())
                .findFirst();
    }

    /** A time is told by its colon; a day that has one knows its time already. */
    private boolean isTimeBesideDay(String day, ColumnFacts time) {
        return time.filled() > 0
                && store.number("SELECT count(*) FROM source WHERE contains(" + day + ", ':') OR " + time.column()
                                + " IS NOT NULL AND NOT contains(" + time.column() + ", ':')")
                        == 0;
    }

    /** Articles without a number are told apart by their name. */
    private Optional<DerivedColumn> nameProducts(String number, String name) {
        return header(number)
                .filter(numbers -> numbers.coverage() < 1)
                .flatMap(numbers -> header(name).map(named -> new FirstOf(numbers.header(), named.header())));
    }

    /** Amounts of several currencies that are told apart by their signs alone. */
    private Optional<DerivedColumn> currency() {
        Currencies currencies = new Currencies(store, facts);
        if (currencies.found().isPresent()) {
            return Optional.empty();
        }
        return facts.stream()
                .filter(column -> column.isNumber()
                        && Field.MONEY.stream().anyMatch(field -> names.level(field, column.header()) > 0))
                .filter(column -> currencies.signs(column).size() > 1)
                .<DerivedColumn>map(column -> new CurrencyOf(column.header()))
                .findFirst();
    }

    private Optional<DerivedColumn> states() {
        StateEvidence evidence = new StateEvidence(store, facts, names);
        List<ColumnFacts> states = evidence.all().stream()
                .filter(found -> !found.leftOut().isEmpty())
                .map(StateEvidence.States::column)
                .toList();
        List<ColumnFacts> calledOff = facts.stream()
                .filter(column -> Names.says(column.header(), CALLED_OFF) && (column.isDate() || isFlag(column)))
                .filter(column -> better(column).isEmpty())
                .toList();
        List<String> said = Stream.concat(
                        (states.isEmpty() && !calledOff.isEmpty()
                                        ? evidence.all().stream()
                                                .map(StateEvidence.States::column)
                                                .limit(1)
                                        : states.stream())
                                .filter(column -> better(column).isEmpty()),
                        calledOff.stream())
                .map(ColumnFacts::header)
                .toList();
        Optional<String> kinds = RecordKinds.in(store).map(RecordKinds.Found::header);
        List<String> all =
                Stream.concat(kinds.stream(), said.stream()).distinct().toList();
        return all.size() > 1 || (states.isEmpty() && !all.isEmpty()) ? Optional.of(new States(all)) : Optional.empty();
    }

    private boolean isFlag(ColumnFacts column) {
        return store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE lower(trim(" + column.column()
                        + ")) NOT IN ('true', 'false', '0', '1', 'yes', 'no', 'y', 'n', '')")
                == 0;
    }

    /** The same column carried down. */
    private Optional<ColumnFacts> better(ColumnFacts column) {
        return facts.stream()
                .filter(other -> other.header().equals(column.header() + DerivedColumn.CarriedDown.CARRIED))
                .findFirst();
    }

    private Optional<DerivedColumn> guests() {
        PeopleAndDates people = new PeopleAndDates(store, facts, names);
        List<ColumnFacts> candidates = people.customers(new Orders(store, facts, names).order(people.date()));
        if (candidates.isEmpty() || candidates.getFirst().isAddress()) {
            return Optional.empty();
        }
        ColumnFacts customer = candidates.getFirst();
        return candidates.stream()
                .filter(ColumnFacts::isAddress)
                .findFirst()
                // who is told by name may have left it to whom the parcel goes
                .or(() -> customer.isNumber()
                        ? Optional.empty()
                        : facts.stream()
                                .filter(column -> Names.says(column.header(), RECEIVER))
                                .findFirst())
                .filter(other -> store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE ("
                                + GuestsBy.isGuest(customer.column()) + " OR coalesce(trim(" + customer.column()
                                + "), '') = '') AND trim(" + other.column() + ") <> ''")
                        > 0)
                .map(other -> new GuestsBy(customer.header(), other.header()));
    }

    /** Where nothing else tells customers apart. */
    private Optional<DerivedColumn> fullName() {
        if (!new PeopleAndDates(store, facts, names).customers(Optional.empty()).isEmpty()) {
            return Optional.empty();
        }
        return named("firstName")
                .flatMap(first -> named("lastName").map(last -> new BothOf(first.header(), last.header())));
    }

    private Optional<ColumnFacts> named(String role) {
        return facts.stream()
                .filter(column -> column.filled() > 0 && names.level(role, column.header()) == Names.NAME)
                .findFirst();
    }

    private Optional<ColumnFacts> header(String name) {
        return facts.stream()
                .filter(column -> Vocabulary.normal(column.header()).equals(Vocabulary.normal(name)))
                .findFirst();
    }
}
