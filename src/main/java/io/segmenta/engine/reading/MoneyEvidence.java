package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides which column is the money: what agrees with what counts, then what is the order's, then what a column is called. */
final class MoneyEvidence {
    private static final Pattern NOT_PAID = Pattern.compile(
            "refund|tax|vat|mwst|steuer|tva|iva|fee|shipping|versand|freight|delivery|discount|rabatt|remise|descuento|profit|margin|gewinn|balance|saldo"
                    + "|commission|tip\\b|gratuity|score|rating|weight|height|length|width|age\\b|year|month|zip|postal|phone|(?<!pa)id\\b|number|percent|rate\\b|days"
                    + "|outstanding|\\bdue\\b|lat\\b|lon\\b|latitude|longitude|msrp|budget|target|forecast|points");
    private static final Pattern COST =
            Pattern.compile("cost(?! per item sold)|einkauf|cogs|wholesale|msrp|standard ?cost");
    /** Of the rows on which quantity × price must be the total. */
    private static final double AGREES = 0.9;

    private static final int MOST_PIECES = 100;
    private static final int MOST_UNNAMED = 8;
    private static final int MOST_ORDER_TOTALS = 3;

    private final Names names;
    private final Agreement agreement;
    private final List<ColumnFacts> amounts;
    private final List<ColumnFacts> counts;
    private final List<ColumnFacts> unnamed;
    private final List<String> says = new ArrayList<>();
    private final Map<Field, ColumnFacts> chosen = new EnumMap<>(Field.class);
    private double agrees;

    /** @param free columns that serve nothing else */
    MoneyEvidence(List<ColumnFacts> free, Names names, Agreement agreement) {
        this.names = names;
        this.agreement = agreement;
        List<ColumnFacts> numbers = free.stream().filter(ColumnFacts::isNumber).toList();
        this.counts = numbers.stream()
                .filter(column -> names.level(Field.QUANTITY, column.header()) > 0)
                .sorted(Comparator.comparingInt((ColumnFacts column) -> -names.level(Field.QUANTITY, column.header())))
                .toList();
        this.amounts = numbers.stream()
                .filter(column -> level(column) > 0 && names.level(Field.QUANTITY, column.header()) < Names.NAME)
                .filter(column -> system(column) || !Names.says(column.header(), NOT_PAID))
                .toList();
        this.unnamed = unnamed(
                numbers, Stream.concat(counts.stream(), amounts.stream()).toList());
    }

    /** Numbers whose names say nothing may still agree with the others. */
    private static List<ColumnFacts> unnamed(List<ColumnFacts> numbers, List<ColumnFacts> named) {
        return numbers.stream()
                .filter(column -> !named.contains(column) && !Names.says(column.header(), NOT_PAID) && !isCost(column))
                .filter(column -> column.distinct() > 1)
                .limit(MOST_UNNAMED)
                .toList();
    }

    MoneyColumns decide() {
        Optional<ColumnFacts> quantity = counts.stream().findFirst().or(this::unnamedQuantity);
        quantity.ifPresent(column -> chosen.put(Field.QUANTITY, column));
        List<ColumnFacts> money =
                amounts.stream().filter(column -> !chosen.containsValue(column)).toList();
        List<ColumnFacts> paid = money.stream()
                .filter(column -> system(column) || !isCost(column))
                .toList();
        List<ColumnFacts> candidates = paid.isEmpty() ? money : paid;
        if (paid.isEmpty() && !money.isEmpty()) {
            says.add("No column but \"" + money.getFirst().header()
                    + "\" holds money; it is taken for what customers paid, though it may be what the shop paid.");
        }
        List<ColumnFacts> totals = ranked(candidates, this::totalLevel);
        List<ColumnFacts> prices = ranked(candidates, column -> names.level(Field.UNIT_PRICE, column.header()));
        if (quantity.isEmpty()
                || !takeAgreeing(
                        quantity.get(),
                        prices,
                        Stream.concat(totals.stream(), unnamed.stream()).toList())) {
            takeAlone(quantity, prices, totals);
        }
        return new MoneyColumns(
                chosen,
                agrees,
                ordersTotals(totals),
                prices.stream()
                        .filter(price -> chosen.containsKey(Field.LINE_TOTAL)
                                && quantity.isPresent()
                                && !chosen.containsKey(Field.UNIT_PRICE))
                        .filter(price -> !chosen.containsValue(price)
                                && names.level(Field.UNIT_PRICE, price.header()) >= totalLevel(price))
                        .findFirst(),
                says);
    }

    /** A column of small whole numbers, whatever it is called, with which an amount grows within a product. */
    private Optional<ColumnFacts> unnamedQuantity() {
        return amounts.stream()
                .filter(column ->
                        !system(column) && column.mostly(column.integers()) && column.distinct() <= MOST_PIECES)
                .filter(column -> amounts.stream()
                        .anyMatch(amount -> !amount.equals(column)
                                && amount.distinct() > column.distinct()
                                && agreement.product().isPresent()
                                && agreement.grows(column, amount).orElse(false)
                                && agreement.growsByPrices(column, amount).orElse(false)))
                .findFirst();
    }

    /** Totals of whole orders, where the money is that of their rows. */
    private List<ColumnFacts> ordersTotals(List<ColumnFacts> totals) {
        return chosen.containsKey(Field.ORDER_TOTAL)
                ? List.of()
                : totals.stream()
                        .filter(total -> !chosen.containsValue(total))
                        .filter(this::isOfOrder)
                        .limit(MOST_ORDER_TOTALS)
                        .toList();
    }

    /** Where quantity × price is a total, that is the money of the row. */
    private boolean takeAgreeing(ColumnFacts quantity, List<ColumnFacts> prices, List<ColumnFacts> totals) {
        for (ColumnFacts total : totals) {
            for (ColumnFacts price : prices) {
                if (total.equals(price)) {
                    continue;
                }
                Agreement.Product product = agreement.product(quantity, price, total);
                if (product.share() >= AGREES && product.telling() > 0) {
                    chosen.put(Field.LINE_TOTAL, total);
                    chosen.put(Field.UNIT_PRICE, price);
                    agrees = product.share();
                    says.add(String.format(
                            Locale.ENGLISH,
                            "The amount is \"%s\"; it is \"%s\" × \"%s\" in %.1f %% of the %s.",
                            total.header(),
                            quantity.header(),
                            price.header(),
                            100 * product.share(),
                            agreement.store().rows() > total.rows()
                                    ? String.format(Locale.ENGLISH, "first %,d rows", total.rows())
                                    : "rows"));
                    return true;
                }
            }
        }
        return false;
    }

    private void takeAlone(Optional<ColumnFacts> quantity, List<ColumnFacts> prices, List<ColumnFacts> totals) {
        List<ColumnFacts> ofRows = totals.stream()
                .filter(total ->
                        !isOfOrder(total) && !(names.level(Field.UNIT_PRICE, total.header()) > totalLevel(total)))
                .toList();
        Optional<ColumnFacts> price = prices.stream()
                .filter(column -> names.level(Field.UNIT_PRICE, column.header()) >= totalLevel(column))
                .findFirst();
        if (price.isPresent() && (ofRows.isEmpty() || price.get().equals(ofRows.getFirst()))) {
            takePrice(quantity, price.get(), totals);
        } else if (!ofRows.isEmpty()) {
            ColumnFacts total = ofRows.getFirst();
            chosen.put(Field.LINE_TOTAL, total);
            price.filter(column -> quantity.isPresent())
                    .ifPresent(column -> says.add(String.format(
                            Locale.ENGLISH,
                            "The amount is \"%s\". \"%s\" × \"%s\" differs from it in most rows, so it is not used.",
                            total.header(),
                            quantity.orElseThrow().header(),
                            column.header())));
            if (price.isEmpty()) {
                says.add("The amount is \"" + total.header() + "\", as it stands in each row.");
            }
        } else if (!totals.isEmpty()) {
            ColumnFacts total = totals.getFirst();
            chosen.put(Field.ORDER_TOTAL, total);
            says.add("\"" + total.header()
                    + "\" is the same on every row of an order: it is the order's and counts once per order.");
        }
    }

    /** A price of one piece, unless it grows with the pieces or is the order's. */
    private void takePrice(Optional<ColumnFacts> quantity, ColumnFacts price, List<ColumnFacts> totals) {
        boolean certain = names.level(Field.UNIT_PRICE, price.header()) >= Names.NAME;
        boolean grows = quantity.isPresent()
                && names.level(Field.UNIT_PRICE, price.header()) < Names.SYSTEM
                && grows(quantity.get(), price, certain);
        if (!certain && isOfOrder(price)) {
            chosen.put(Field.ORDER_TOTAL, price);
            says.add("\"" + price.header()
                    + "\" is the same on every row of an order: it is the order's and counts once per order.");
        } else if (grows) {
            chosen.put(Field.LINE_TOTAL, price);
            says.add("\"" + price.header() + "\" grows with \""
                    + quantity.orElseThrow().header()
                    + (agreement.product().isPresent() ? "\" within a product" : "\"")
                    + ": it is the money of the whole row and is not multiplied.");
        } else {
            chosen.put(Field.UNIT_PRICE, price);
            says.add(quantity.map(column -> "The amount is \"" + column.header() + "\" × \"" + price.header() + "\".")
                    .orElse("The amount is \"" + price.header() + "\": no column says how many were sold."));
            totals.stream()
                    .filter(total -> !total.equals(price) && quantity.isPresent())
                    .findFirst()
                    .ifPresent(total ->
                            says.add("\"" + total.header() + "\" is the order's total and is not added once more."));
        }
    }

    /** @param certain whether its name says that it is the price of one */
    private boolean grows(ColumnFacts quantity, ColumnFacts amount, boolean certain) {
        return agreement
                .growsByPrices(quantity, amount)
                .or(() -> agreement
                        .grows(quantity, amount)
                        .filter(grows -> !(certain && agreement.product().isEmpty())))
                .orElse(false);
    }

    private boolean isOfOrder(ColumnFacts column) {
        return agreement.ofOrder(column) || agreement.onFirstRowOnly(column);
    }

    private interface Level {
        int of(ColumnFacts column);
    }

    private List<ColumnFacts> ranked(List<ColumnFacts> columns, Level level) {
        return columns.stream()
                .filter(column -> level.of(column) > 0)
                .sorted(Comparator.comparingInt((ColumnFacts column) -> -level.of(column))
                        .thenComparingDouble(column -> -column.coverage()))
                .toList();
    }

    private boolean system(ColumnFacts column) {
        return level(column) == Names.SYSTEM;
    }

    private int totalLevel(ColumnFacts column) {
        return Math.max(
                names.level(Field.LINE_TOTAL, column.header()), names.level(Field.ORDER_TOTAL, column.header()));
    }

    private int level(ColumnFacts column) {
        return Math.max(totalLevel(column), names.level(Field.UNIT_PRICE, column.header()));
    }

    private static boolean isCost(ColumnFacts column) {
        return Names.says(column.header(), COST);
    }
}
