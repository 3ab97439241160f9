package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Cases;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is chosen: what is kept and what is dropped add up to what was read, and only the kept part is used. */
class BarPropertyTest {
    private static final int ROWS = 400;
    private static final String[] CUSTOMERS = {"1", "2", "3", "", "NULL"};
    private static final String[] INVOICES = {"10", "11", "C12", "13", ""};
    private static final String[] PRODUCTS = {"A", "POST", "B"};
    private static final String[] DATES = {"2011-01-05", "2011-02-05 10:00", "2011-03-05", "yesterday"};
    private static final String[] QUANTITIES = {"1", "-2", "0", "7", "many"};
    private static final String[] PRICES = {"1.5", "0", "-3", "20"};
    private static final String[] DESCRIPTIONS = {"CAKE", "POSTAGE", "", "RED MUG"};
    private static final String[] COUNTRIES = {"UK", "France", ""};

    private static @Nullable Rows rows;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        // Steps that share no divisor with the lengths, so that many combinations come up, and some of them twice.
        rows = new Rows(
                folder,
                IntStream.range(0, ROWS)
                        .map(i -> i % 350)
                        .mapToObj(i -> String.join(
                                "|",
                                CUSTOMERS[i * 7 % 11 % 5],
                                INVOICES[i * 3 % 7 % 5],
                                PRODUCTS[i % 3],
                                DATES[i * 5 % 13 % 4],
                                QUANTITIES[i * 11 % 17 % 5],
                                PRICES[i * 13 % 19 % 4],
                                DESCRIPTIONS[i * 2 % 9 % 4],
                                COUNTRIES[i / 7 % 3]))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void clear() {
        if (rows != null) {
            rows.close();
        }
    }

    @Test
    void thePartsAddUp() {
        Rows all = Objects.requireNonNull(rows);
        Cases.check(150, drawn -> {
            CleaningRules rules = rules(drawn);
            QualityReport report = all.assess(rules);
            long dropped =
                    report.dropped().values().stream().mapToLong(Dropped::rows).sum();
            assertThat(report.rowsRead()).isEqualTo(ROWS);
            assertThat(report.rowsKept() + dropped).isEqualTo(ROWS);
            report.dropped().forEach((reason, part) -> {
                assertThat(part.customers()).isLessThanOrEqualTo(part.rows());
                if (!rules.has(reason)) {
                    assertThat(part).as(reason.label()).isEqualTo(new Dropped(0, 0, 0));
                }
            });
            if (report.rowsKept() > 0) {
                assertThat(all.clean(rules)).isEqualTo(report);
                assertThat(all.ask("SELECT count(*), count(DISTINCT customer_id) FROM line", 2))
                        .containsExactly(report.rowsKept() + "|" + report.customers());
            }
        });
    }

    private static CleaningRules rules(Cases drawn) {
        Set<DropReason> active = Set.copyOf(drawn.some(DropReason.values()));
        LocalDate one = day(drawn);
        LocalDate other = day(drawn);
        boolean ordered = one == null || other == null || !one.isAfter(other);
        return new CleaningRules(
                active,
                drawn.one(Returns.values()),
                ordered ? one : other,
                ordered ? other : one,
                drawn.list(0, 2, () -> filter(drawn)));
    }

    private static @Nullable LocalDate day(Cases drawn) {
        return drawn.bool() ? LocalDate.of(2011, 1, 1).plusDays(drawn.between(0, 90)) : null;
    }

    private static RowFilter filter(Cases drawn) {
        return new RowFilter(
                drawn.one(EnumSet.copyOf(RowFilter.FIELDS).toArray(Field[]::new)),
                drawn.one(Mode.values()),
                drawn.list(1, 3, () -> drawn.one("1", "2", "UK", "france", "post*", "*a*", "nobody", "%", "B")));
    }
}
