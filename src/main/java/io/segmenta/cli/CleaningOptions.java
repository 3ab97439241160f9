package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.segment.Catalogue;
import io.segmenta.engine.transactions.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows count. */
final class CleaningOptions {
    private static final String SEVERAL = "; give it once for each, * stands for any text, as in *mug*";

    @Option(
            names = "--returns",
            paramLabel = "net|matched|exclude",
            description =
                    "net subtracts returns from what the customer spent, matched only those of which the file holds the purchase (same "
                            + "product, pieces and price), exclude leaves them out (default: net; matched where the system's own rule "
                            + "leaves returns out)")
    private @Nullable Returns returns;

    @Option(
            names = "--recipe",
            paramLabel = "original",
            description =
                    "original cleans, compares and names as the first version did: equal rows are dropped, returns left out, all "
                            + "states count, customers are compared by its five features, and segments have one of its five "
                            + "names, whether it is true of them or not")
    private @Nullable String recipe;

    @Option(
            names = "--count-state",
            paramLabel = "STATE",
            description = "orders of this state count, though they look like no completed sale; give it once for each")
    private List<String> counted = new ArrayList<>();

    @Option(
            names = "--leave-out-state",
            paramLabel = "STATE",
            description = "orders of this state do not count; give it once for each")
    private List<String> leftOut = new ArrayList<>();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "only rows in this currency count, where a file has several")
    private @Nullable String currency;

    @Option(
            names = "--rate",
            paramLabel = "CODE=WORTH",
            description =
                    "what one unit of another currency of the file is worth in the one that counts, as USD=0.92; its rows count too; "
                            + "give it once for each")
    private Map<String, String> rates = new LinkedHashMap<>();

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "RULE",
            description =
                    "switches a rule off, so that its rows count: overlap, duplicate, missingCustomer, missingDescription, return, "
                            + "zeroQuantity, negativePrice")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", description = "first day that counts, as 2024-01-01")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "last day that counts, as 2024-12-31; recency counts from the day after")
    private @Nullable String to;

    @Option(names = "--country", paramLabel = "NAME", description = "only purchases from this country count" + SEVERAL)
    private List<String> countries = new ArrayList<>();

    @Option(names = "--not-country", paramLabel = "NAME", description = "purchases from this country do not count")
    private List<String> notCountries = new ArrayList<>();

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "only this product counts, by its code or its description" + SEVERAL)
    private List<String> products = new ArrayList<>();

    @Option(names = "--not-product", paramLabel = "NAME", description = "this product does not count, such as POSTAGE")
    private List<String> notProducts = new ArrayList<>();

    @Option(names = "--customer", paramLabel = "ID", description = "only this customer counts" + SEVERAL)
    private List<String> customers = new ArrayList<>();

    @Option(names = "--not-customer", paramLabel = "ID", description = "this customer does not count")
    private List<String> notCustomers = new ArrayList<>();

    /**
     * What can be wrong with them before a file is read.
     *
     * @throws UserFacingException where a day, a rule or a period is not one
     */
    CleaningRules withoutFile() {
        if (recipe != null && !recipe.equals("original")) {
            throw new UserFacingException("There is no recipe \"" + recipe + "\". It is --recipe original, or none.");
        }
        rates.forEach(CleaningOptions::number);
        return chosen(CleaningRules.defaults());
    }

    /**
     * @param reading of the file that is to be cleaned
     * @param yes whether the likeliest currency is taken where there are several
     * @param tell takes a line for the user
     * @throws UserFacingException where a question of the file is open
     */
    CleaningRules rules(Reading reading, boolean yes, Consumer<String> tell) {
        CleaningRules rules = recipe == null ? CleaningRules.of(reading) : CleaningRules.defaults();
        List<String> states = new ArrayList<>(recipe == null ? reading.leftOut() : List.of());
        counted.forEach(state -> states.removeIf(state::equalsIgnoreCase));
        states.addAll(leftOut);
        rules = rules.without(Field.STATUS);
        if (!states.isEmpty()) {
            rules = rules.with(List.of(new RowFilter(Field.STATUS, Mode.EXCEPT, states)));
        }
        if (counted.isEmpty() && leftOut.isEmpty() && recipe == null) {
            reading.question(Question.Topic.STATES)
                    .ifPresent(open -> tell.accept(open.words() + " To have it otherwise: " + open.option()));
        }
        String only = currency;
        Question question = reading.question(Question.Topic.CURRENCY).orElse(null);
        if (question != null) {
            if (only == null && !yes) {
                throw new UserFacingException(
                        question.words() + " Answer with " + question.option() + ", or take the likeliest with --yes.");
            }
            if (only == null) {
                only = question.guess();
                tell.accept("A guess, because of --yes: " + question.option() + ". " + question.words());
            }
        }
        if (only == null && !rates.isEmpty()) {
            throw new UserFacingException(
                    "A rate is worth something in a currency that counts only: say which, with --currency CODE.");
        }
        return chosen(only == null ? rules : rules.in(only, worth(reading)));
    }

    Catalogue catalogue() {
        return recipe == null ? Catalogue.TESTED : Catalogue.ORIGINAL;
    }

    /** What customers are compared by where nobody says; empty for what tells most of what they do next. */
    Optional<FeatureSet> features() {
        return recipe == null ? Optional.empty() : Optional.of(FeatureSet.ORIGINAL);
    }

    private Map<String, BigDecimal> worth(Reading reading) {
        Map<String, BigDecimal> worth = new TreeMap<>();
        rates.forEach((code, rate) -> {
            if (reading.currencies().stream().noneMatch(code::equalsIgnoreCase)) {
                throw new UserFacingException("No amount is in " + code + "; the file has "
                        + (reading.currencies().isEmpty()
                                ? "no column of currencies"
                                : String.join(", ", reading.currencies()))
                        + ". Take --rate " + code + "=" + rate + " back.");
            }
            worth.put(code, number(code, rate));
        });
        return worth;
    }

    private static BigDecimal number(String code, String rate) {
        try {
            return new BigDecimal(rate.strip());
        } catch (NumberFormatException e) {
            throw new UserFacingException("\"" + rate
                    + "\" is no rate. It is a number above 0 with a decimal point, as --rate " + code + "=0.92.");
        }
    }

    private CleaningRules chosen(CleaningRules from) {
        CleaningRules rules = returns == null ? from : from.with(returns);
        for (String key : keep) {
            rules = rules.with(rule(key.strip()), false);
        }
        List<RowFilter> filters = new ArrayList<>();
        add(filters, Field.COUNTRY, countries, notCountries);
        add(filters, Field.PRODUCT_ID, products, notProducts);
        add(filters, Field.CUSTOMER_ID, customers, notCustomers);
        return rules.with(filters).during(DayOption.day(this.from, "--from"), DayOption.day(to, "--to"));
    }

    /** The day after the last that counts; null for the day after the last purchase. */
    @Nullable LocalDate snapshot() {
        LocalDate last = DayOption.day(to, "--to");
        return last == null ? null : last.plusDays(1);
    }

    private static void add(List<RowFilter> filters, Field field, List<String> only, List<String> except) {
        if (!only.isEmpty()) {
            filters.add(new RowFilter(field, Mode.ONLY, only));
        }
        if (!except.isEmpty()) {
            filters.add(new RowFilter(field, Mode.EXCEPT, except));
        }
    }

    private static DropReason rule(String key) {
        List<DropReason> rules = Arrays.stream(DropReason.values())
                .filter(reason -> reason.isRule() && reason != DropReason.UNREADABLE)
                .toList();
        return rules.stream()
                .filter(reason -> reason.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("There is no rule \"" + key + "\" to switch off. Rules are: "
                        + rules.stream().map(DropReason::key).collect(Collectors.joining(", ")) + "."));
    }
}
