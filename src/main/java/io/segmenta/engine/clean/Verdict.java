package io.segmenta.engine.clean;

import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a file, in sentences whose numbers were counted: what counts first, how that is known, then what does not count, and why.
 *
 * @param sentences at least one; where nothing counts, that, and why
 */
public record Verdict(List<Sentence> sentences) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    /** More values are counted instead of named. */
    private static final int NAMED = 5;

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    /**
     * Exactly one of what decides it is there.
     *
     * @param column whose choice decides it
     * @param reason for which rows leave
     */
    public record Sentence(
            String words, @Nullable Field column, @Nullable DropReason reason) {
        Sentence(String words, Field column) {
            this(words, column, null);
        }

        Sentence(String words, DropReason reason) {
            this(words, null, reason);
        }
    }

    /**
     * @param report of the rows cleaned by the rules with the mapping
     * @param reconciliation of the file with that report
     * @param figures how counts and amounts are written
     */
    public static Verdict of(
            Reading reading,
            ColumnMapping mapping,
            CleaningRules rules,
            QualityReport report,
            Reconciliation reconciliation,
            Figures figures) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(headline(report, figures));
        if (report.rowsKept() > 0) {
            sentences.add(order(mapping));
            sentences.addAll(findings(reading, mapping));
            if (reading.currencies().size() > 1) {
                rules.currency()
                        .ifPresent(code -> sentences.add(new Sentence(
                                "The amounts are in " + String.join(", ", reading.currencies()) + ": "
                                        + counted(code, rules),
                                Field.CURRENCY)));
            }
            untoldCurrency(reading, mapping, figures).ifPresent(sentences::add);
        }
        ReconciliationWords words = new ReconciliationWords(figures::money);
        for (Reconciliation.Total total : reconciliation.totals()) {
            if (!total.isSaid()) {
                sentences.add(new Sentence(
                        words.of(total),
                        total.kind() == Reconciliation.Kind.ORDER ? Field.ORDER_TOTAL : mapping.money()));
            }
        }
        sentences.addAll(leftOut(rules, report, figures));
        givenBack(report, figures).ifPresent(sentences::add);
        if (reading.rowsRepeat() && rules.has(DropReason.DUPLICATE)) {
            sentences.add(new Sentence(
                    "Equal rows count once, as the documented recipe of "
                            + reading.proposal().system() + " has it.",
                    DropReason.DUPLICATE));
        }
        return new Verdict(sentences);
    }

    /** The sentences alone. */
    public List<String> words() {
        return sentences.stream().map(Sentence::words).toList();
    }

    /** What the file says of the columns that were chosen, and of the money in any case. */
    public static List<Sentence> findings(Reading reading, ColumnMapping mapping) {
        Field counts = mapping.money();
        boolean money = Stream.concat(Field.MONEY.stream(), Stream.of(Field.QUANTITY))
                .allMatch(field -> asRead(reading, mapping, field));
        List<Sentence> sentences = new ArrayList<>(money ? List.of() : List.of(new Sentence(amount(mapping), counts)));
        for (Reading.Finding finding : reading.says()) {
            boolean ofMoney = Field.MONEY.contains(finding.about());
            if (ofMoney ? money : asRead(reading, mapping, finding.about())) {
                sentences.add(new Sentence(finding.words(), ofMoney ? counts : finding.about()));
            }
        }
        return sentences;
    }

    /** Of the rows that count, or of all where the file has one; empty where it does not say. */
    public static Optional<Currency> currency(Reading reading, CleaningRules rules) {
        return rules.currency()
                .map(List::of)
                .or(() -> Optional.of(reading.currencies()))
                .filter(codes -> codes.size() == 1)
                .flatMap(codes -> Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equalsIgnoreCase(codes.getFirst()))
                        .findFirst());
    }

    private static String counted(String code, CleaningRules rules) {
        return rules.rates().isEmpty()
                ? "only those in " + code + " count."
                : rules.rates().entrySet().stream()
                        .map(rate -> "1 " + rate.getKey() + " counts as "
                                + rate.getValue().toPlainString() + " " + code)
                        .collect(Collectors.joining(", ", "", "."));
    }

    private static boolean asRead(Reading reading, ColumnMapping mapping, Field field) {
        return mapping.header(field)
                .equals(Optional.ofNullable(reading.proposal().suggestions().get(field))
                        .flatMap(suggestion -> suggestion.header()));
    }

    private static boolean mapped(ColumnMapping mapping, Field field) {
        return mapping.header(field).isPresent();
    }

    /** Where amounts have a sign that the file does not tell of. */
    private static Optional<Sentence> untoldCurrency(Reading reading, ColumnMapping mapping, Figures figures) {
        return Optional.ofNullable(figures.currency())
                .filter(currency -> reading.currencies().isEmpty() && !mapped(mapping, Field.CURRENCY))
                .map(currency -> new Sentence(
                        "No column names the currency: amounts are shown in " + currency.getCurrencyCode() + ".",
                        Field.CURRENCY));
    }

    private static Sentence headline(QualityReport report, Figures figures) {
        LocalDate first = report.firstDay();
        LocalDate last = report.lastDay();
        return new Sentence(
                first == null || last == null
                        ? "None of the " + figures.count(report.rowsRead()) + " rows counts."
                        : String.format(
                                Locale.ROOT,
                                "%s by %s %s: %s in all.",
                                counted(report.orders(), "order", figures),
                                counted(report.customers(), "customer", figures),
                                first.equals(last)
                                        ? "on " + DAY.format(first)
                                        : "from " + DAY.format(first) + " to " + DAY.format(last),
                                figures.money(report.sales())),
                Field.CUSTOMER_ID);
    }

    private static String counted(long count, String one, Figures figures) {
        return figures.count(count) + " " + one + (count == 1 ? "" : "s");
    }

    private static Sentence order(ColumnMapping mapping) {
        return new Sentence(
                mapping.header(Field.INVOICE_ID)
                        .map(header -> "An order is what a customer has under one \"" + header + "\".")
                        .orElse("No column numbers the orders: what a customer bought at one time is one order."),
                Field.INVOICE_ID);
    }

    /** What is summed where the file does not say more of it. */
    private static String amount(ColumnMapping mapping) {
        Optional<String> price = mapping.header(Field.UNIT_PRICE);
        return mapping.header(Field.LINE_TOTAL)
                .map(total -> "The amount is \"" + total + "\", as it stands in each row.")
                .or(() -> mapping.header(Field.QUANTITY)
                        .flatMap(pieces -> price.map(each -> "The amount is \"" + pieces + "\" × \"" + each + "\".")))
                .or(() -> price.map(each -> "The amount is \"" + each + "\": no column says how many were sold."))
                .orElseGet(() ->
                        "The amount is \"" + mapping.header(Field.ORDER_TOTAL).orElse("") + "\", once per order.");
    }

    private static List<Sentence> leftOut(CleaningRules rules, QualityReport report, Figures figures) {
        List<Sentence> sentences = new ArrayList<>();
        for (DropReason reason : DropReason.values()) {
            QualityReport.Dropped dropped = report.dropped().get(reason);
            if (dropped != null && dropped.rows() > 0) {
                String words = String.format(
                        Locale.ROOT,
                        "Left out: %s of %s rows%s: %s.",
                        figures.count(dropped.rows()),
                        figures.count(report.rowsRead()),
                        Double.isNaN(dropped.money()) ? "" : " (" + figures.money(dropped.money()) + ")",
                        why(reason, rules, figures));
                sentences.add(
                        reason == DropReason.CURRENCY
                                ? new Sentence(words, Field.CURRENCY)
                                : new Sentence(words, reason));
            }
        }
        return sentences;
    }

    private static Optional<Sentence> givenBack(QualityReport report, Figures figures) {
        return Optional.ofNullable(report.givenBack())
                .filter(back -> back.rows() > 0)
                .map(back -> new Sentence(
                        String.format(
                                Locale.ROOT,
                                "Of the returns, %s gave back what their customer had bought, the same product, pieces and price"
                                        + " (%s, %s whole): that is taken off what these customers spent. Other returns"
                                        + " are not, and the purchases stay.",
                                counted(back.rows(), "row", figures),
                                figures.money(back.money()),
                                counted(back.orders(), "order", figures)),
                        DropReason.RETURN));
    }

    static String why(DropReason reason, CleaningRules rules, Figures figures) {
        return switch (reason) {
            case STATE -> "not a completed sale (" + filters(rules, Field.STATUS, figures) + ")";
            case RETURN ->
                switch (rules.returns()) {
                    case EXCLUDE -> "returns, left out; the purchases stay";
                    case NET -> "returns, subtracted from what the customer spent";
                    case MATCHED -> "returns";
                };
            case CURRENCY -> filters(rules, Field.CURRENCY, figures);
            case UNREADABLE -> "no readable date or amount";
            case OUTSIDE_PERIOD -> "outside the chosen period";
            case FILTERED ->
                Stream.of(Field.CUSTOMER_ID, Field.PRODUCT_ID, Field.COUNTRY)
                        .map(field -> filters(rules, field, figures))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; "));
            case OVERLAP -> "orders that stand in the file twice";
            case DUPLICATE -> "equal to an earlier row in every column";
            case MISSING_CUSTOMER -> "no customer";
            case MISSING_DESCRIPTION -> "no description";
            case ZERO_QUANTITY -> "quantity 0";
            case NEGATIVE_PRICE -> "a price below 0";
        };
    }

    private static String filters(CleaningRules rules, Field field, Figures figures) {
        return rules.filters().stream()
                .filter(filter -> filter.field() == field)
                .map(filter -> words(filter, figures))
                .collect(Collectors.joining("; "));
    }

    private static String words(RowFilter filter, Figures figures) {
        boolean only = filter.mode() == Mode.ONLY;
        return switch (filter.field()) {
            case STATUS -> (only ? "other than " : "") + values(filter, figures);
            case CURRENCY -> (only ? "in another currency than " : "in ") + values(filter, figures);
            case COUNTRY -> (only ? "in other countries than " : "in ") + values(filter, figures);
            case PRODUCT_ID -> (only ? "other products than " : "products ") + values(filter, figures);
            case CUSTOMER_ID -> (only ? "other customers than " : "customers ") + values(filter, figures);
            default ->
                throw new UserFacingException(
                        "Rows are not chosen by " + filter.field().label() + ".");
        };
    }

    private static String values(RowFilter filter, Figures figures) {
        int count = filter.values().size();
        return count <= NAMED || filter.field() == Field.STATUS
                ? String.join(", ", filter.values())
                : figures.count(count) + " of a list";
    }
}
