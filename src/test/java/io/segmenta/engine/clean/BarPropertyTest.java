package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.testing.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

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

    private static @Nullable Path folder;
    private static @Nullable Rows rows;

    @BeforeContainer
    static void fill() throws IOException {
        folder = Files.createTempDirectory("bar");
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

    @AfterContainer
    static void clear() {
        if (rows != null && folder != null) {
            rows.close();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Property(tries = 150)
    void thePartsAddUp(@ForAll("rules") CleaningRules rules) {
        Rows all = Objects.requireNonNull(rows);
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
    }

    @Provide
    Arbitrary<CleaningRules> rules() {
        Arbitrary<Set<DropReason>> active = Arbitraries.of(DropReason.class).set();
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 90).map(LocalDate.of(2011, 1, 1)::plusDays);
        Arbitrary<List<RowFilter>> filters = Combinators.combine(
                        Arbitraries.of(RowFilter.FIELDS),
                        Arbitraries.of(Mode.class),
                        Arbitraries.of("1", "2", "UK", "france", "post*", "*a*", "nobody", "%", "B")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(RowFilter::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        active, Arbitraries.of(Returns.class), day.injectNull(0.5), day.injectNull(0.5), filters)
                .as((reasons, returns, one, other, chosen) -> {
                    boolean ordered = one == null || other == null || !one.isAfter(other);
                    return new CleaningRules(reasons, returns, ordered ? one : other, ordered ? other : one, chosen);
                });
    }
}
