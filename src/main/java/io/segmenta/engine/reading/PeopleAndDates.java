package io.segmenta.engine.reading;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.DerivedColumn.BothOf;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who bought, and when: the columns ranked by their names, by what they hold and by how many rows they cover. */
record PeopleAndDates(TransactionStore store, List<ColumnFacts> facts, Names names) {
    /** Never who bought. */
    private static final Pattern NO_CUSTOMER = Pattern.compile(
            "\\b(city|state|region|province|zip|postal|postcode|address(?!.*mail)|country|segment|type|group|tax|vat|since|age|gender|sex"
                    + "|discount|company size|status|rating|note|message|comment|count|total|spent|spend|sales ?person|seller|rep|agent|employee|cashier"
                    + "|description|currency|language|locale|accepts|marketing|tags|score|lifetime|value|revenue|plz|ort|stadt|strasse|ville|ciudad|citta)s?\\b");
    /** Dates of something else than the purchase. */
    private static final Pattern OTHER_DATE = Pattern.compile(
            "ship|deliver|due|birth|dob\\b|login|regist|account|signup|joined|update|modif|stock|expir|print|cancel|return|refund|launch|approved|estimated"
                    + "|limit|renew|closed|paid|payout|settle|deposit|versand|liefer|faellig|geburt|livraison|naissance|entrega|envio|nacim");

    private static final Pattern NUMBER_TO_CALL = Pattern.compile("\\b(?:phone|mobile|card)");

    private static final Set<String> PERSON = Set.of("name", "fullname", "buyername", "billingname", "person", "who");
    private static final int NO_NAME = 0;

    /** The column of the purchase's date; empty where no column holds dates. */
    Optional<ColumnFacts> date() {
        return facts.stream()
                .filter(column ->
                        column.isDate() || (names.level(Field.TIMESTAMP, column.header()) > 0 && isEpoch(column)))
                .max(Comparator.<ColumnFacts>comparingDouble(this::dateScore)
                        .thenComparing(Comparator.comparingInt((ColumnFacts column) -> facts.indexOf(column))
                                .reversed()));
    }

    /** Seconds or milliseconds since 1970, of this century; under a name of the date also the days of a spreadsheet. */
    private boolean isEpoch(ColumnFacts column) {
        return column.mostly(column.numbers())
                && column.distinct() > 1
                && (names.level(Field.TIMESTAMP, column.header()) >= Names.NAME
                        || store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE trim(" + column.column()
                                        + ") <> '' AND NOT regexp_full_match(trim(" + column.column()
                                        + "), '(9[5-9]|1[0-9]|20)[0-9]{7,8}([0-9]{3})?')")
                                == 0);
    }

    private double dateScore(ColumnFacts column) {
        int level = names.level(Field.TIMESTAMP, column.header());
        boolean other = level < Names.SYSTEM && Names.says(column.header(), OTHER_DATE);
        return 10.0 * level - (other ? 25 : 0) + 8 * column.coverage();
    }

    /**
     * Columns that tell people apart, the best first.
     *
     * @param order column of the order numbers, or empty
     */
    List<ColumnFacts> customers(Optional<ColumnFacts> order) {
        List<ColumnFacts> candidates =
                facts.stream().filter(this::maybeCustomer).toList();
        boolean someoneReturns = candidates.stream().anyMatch(column -> column.distinct() < 0.98 * column.filled());
        return candidates.stream()
                .filter(column -> order.isEmpty() || !column.equals(order.get()))
                .sorted(Comparator.comparingDouble((ColumnFacts column) -> -customerScore(column, someoneReturns)))
                .toList();
    }

    private boolean maybeCustomer(ColumnFacts column) {
        if (column.filled() == 0 || column.isDate() || (column.distinct() == 1 && column.filled() > 20)) {
            return false;
        }
        int level = level(column);
        if (level >= Names.NAME) {
            return true;
        }
        boolean decimals = column.isNumber() && !column.mostly(column.integers());
        return level > NO_NAME && !decimals && !Names.says(column.header(), NO_CUSTOMER);
    }

    private int level(ColumnFacts column) {
        int level = names.level(Field.CUSTOMER_ID, column.header());
        boolean whole = store.derived(column.header())
                .filter(derived ->
                        derived instanceof BothOf both && names.level("firstName", both.first()) == Names.NAME)
                .isPresent();
        boolean named = whole || (PERSON.contains(Vocabulary.normal(column.header())) && !column.isNumber());
        return Math.max(level, column.isAddress() ? Names.WORD : named ? Names.PART : NO_NAME);
    }

    private double customerScore(ColumnFacts column, boolean someoneReturns) {
        double score = 10.0 * level(column) + 40 * column.coverage();
        if (column.isAddress()) {
            score += 4;
        } else if (Names.says(Names.own(column.header()), Pattern.compile("name\\b|nom\\b|nome\\b|nombre\\b"))) {
            score -= 5;
        } else if (Names.says(column.header(), NUMBER_TO_CALL)) {
            // who has a name or an address besides is told by that
            score -= 8;
        }
        if (someoneReturns && column.distinct() >= 0.999 * column.filled()) {
            // new with every row: a key of the order, not of the person
            score -= 30;
        }
        return column.mostly(column.damaged()) ? score - 30 : score;
    }

    /**
     * Whether the column is new with every order while another one is not: a key of the order that calls itself the customer's.
     */
    boolean perOrder(ColumnFacts customer, ColumnFacts order) {
        return store.number("SELECT CASE WHEN count(DISTINCT " + customer.column() + ") >= 0.999 * count(DISTINCT "
                        + order.column() + ") THEN 1 ELSE 0 END FROM " + ColumnFacts.SOME + " WHERE "
                        + customer.column()
                        + " IS NOT NULL")
                == 1;
    }
}
