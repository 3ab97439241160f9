package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows count. */
final class CleaningOptions {
    private static final String SEVERAL = "; give it once for each, * stands for any text, as in *mug*";

    @Option(
            names = "--returns",
            defaultValue = "exclude",
            paramLabel = "net|exclude",
            description = "net subtracts returns from what the customer spent, exclude leaves them out (default: "
                    + "${DEFAULT-VALUE})")
    private Returns returns = Returns.EXCLUDE;

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "RULE",
            description =
                    "switches a rule off, so that its rows count: duplicate, missingCustomer, missingDescription, return, "
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

    /** @throws UserFacingException where a day, a rule or a period is not one */
    CleaningRules rules() {
        EnumSet<DropReason> active = EnumSet.allOf(DropReason.class);
        keep.forEach(key -> active.remove(rule(key.strip())));
        List<RowFilter> filters = new ArrayList<>();
        add(filters, Field.COUNTRY, countries, notCountries);
        add(filters, Field.PRODUCT_ID, products, notProducts);
        add(filters, Field.CUSTOMER_ID, customers, notCustomers);
        return new CleaningRules(active, returns, DayOption.day(from, "--from"), DayOption.day(to, "--to"), filters);
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
