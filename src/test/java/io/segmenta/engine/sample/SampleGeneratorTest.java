package io.segmenta.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    private static final int CUSTOMER = 0;
    private static final int INVOICE = 1;
    private static final int DESCRIPTION = 3;
    private static final int DATE = 4;
    private static final int QUANTITY = 5;
    private static final int PRICE = 6;

    private static byte[] generate(SampleSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleGenerator.write(settings, out);
        return out.toByteArray();
    }

    private static List<String[]> rows(SampleSettings settings) throws IOException {
        return new String(generate(settings), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static double share(long count, List<String[]> rows) {
        return (double) count / rows.size();
    }

    @Test
    void the_shipped_sample_is_what_its_card_says() throws Exception {
        byte[] shipped;
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/sample/sample-transactions.csv"))) {
            shipped = in.readAllBytes();
        }
        assertThat(generate(SampleSettings.of(1_500, new Seed(42)))).isEqualTo(shipped);
    }

    @Test
    void another_seed_gives_other_rows() throws Exception {
        assertThat(generate(SampleSettings.of(50, new Seed(1))))
                .isNotEqualTo(generate(SampleSettings.of(50, new Seed(2))));
    }

    @Test
    void the_number_of_rows_is_told() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = SampleGenerator.write(SampleSettings.of(200, new Seed(5)), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(rows + 1);
    }

    @Test
    void rows_come_in_the_order_of_time_and_within_the_period() throws Exception {
        SampleSettings settings =
                new SampleSettings(300, LocalDate.of(2020, 2, 1), LocalDate.of(2021, 8, 31), new Seed(3));
        List<String> days =
                rows(settings).stream().map(row -> row[DATE].substring(0, 10)).toList();
        assertThat(days).isSorted();
        assertThat(days.getFirst()).isGreaterThanOrEqualTo("2020-02-01");
        assertThat(days.getLast()).isLessThanOrEqualTo("2021-08-31");
    }

    @Test
    void everything_that_real_exports_have_occurs() throws Exception {
        List<String[]> rows = rows(SampleSettings.of(4_000, new Seed(42)));
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(8));
        assertThat(share(rows.stream().filter(row -> row[CUSTOMER].isEmpty()).count(), rows))
                .isBetween(0.03, 0.10);
        assertThat(share(
                        rows.stream()
                                .filter(row -> row[INVOICE].startsWith("C"))
                                .count(),
                        rows))
                .isBetween(0.01, 0.03);
        assertThat(rows).anyMatch(row -> row[DESCRIPTION].isEmpty());
        assertThat(rows).anyMatch(row -> row[QUANTITY].equals("0"));
        assertThat(rows).anyMatch(row -> row[PRICE].startsWith("-"));
        assertThat(rows).anyMatch(row -> row[PRICE].equals("0.00"));
        assertThat(rows).filteredOn(row -> row[INVOICE].startsWith("C")).allMatch(row -> row[QUANTITY].startsWith("-"));
        Set<String> distinct = new HashSet<>();
        long duplicates = rows.stream()
                .filter(row -> !distinct.add(String.join(",", row)))
                .count();
        assertThat(share(duplicates, rows)).isBetween(0.005, 0.03);
    }

    @Test
    void autumn_sells_more_than_winter() throws Exception {
        List<String[]> rows = rows(SampleSettings.of(4_000, new Seed(42)));
        long november =
                rows.stream().filter(row -> row[DATE].startsWith("2024-11")).count();
        long january =
                rows.stream().filter(row -> row[DATE].startsWith("2024-01")).count();
        assertThat(november).isGreaterThan(january * 3 / 2);
    }

    @Test
    void customers_keep_their_country() throws Exception {
        Set<String> pairs = new HashSet<>();
        Set<String> customers = new HashSet<>();
        for (String[] row : rows(SampleSettings.of(500, new Seed(9)))) {
            if (!row[CUSTOMER].isEmpty() && !row[DESCRIPTION].startsWith("Correction")) {
                customers.add(row[CUSTOMER]);
                pairs.add(row[CUSTOMER] + row[7]);
            }
        }
        assertThat(pairs).hasSameSizeAs(customers);
    }

    @Test
    void one_customer_is_enough() throws Exception {
        List<String[]> rows = rows(SampleSettings.of(1, new Seed(0)));
        assertThat(rows).isNotEmpty();
        assertThat(rows.stream().map(row -> row[CUSTOMER]).filter(id -> !id.isEmpty()))
                .containsOnly("10001");
    }

    @Test
    void no_customers_and_no_time_are_refused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SampleSettings.of(0, new Seed(1)))
                .withMessageContaining("(0)");
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new SampleSettings(1, day, day.plusDays(29), new Seed(1)))
                .withMessageContaining("29 days");
    }

    @Test
    void a_planted_campaign_adds_its_orders_and_changes_nothing_else() throws Exception {
        SampleSettings shop = SampleSettings.of(400, new Seed(5));
        LocalDate start = LocalDate.of(2024, 10, 1);
        Set<String> treated = new HashSet<>();
        for (int customer = 10_001; customer < 10_201; customer++) {
            treated.add(String.valueOf(customer));
        }
        PlantedCampaign campaign = new PlantedCampaign(start, treated, 0.3, 12_345);
        List<String[]> planted = rows(shop.with(campaign));
        List<String[]> extra = planted.stream()
                .filter(row -> row[DESCRIPTION].equals("Gift Card"))
                .toList();
        assertThat(extra).hasSizeBetween(40, 80).allSatisfy(row -> {
            assertThat(treated).contains(row[CUSTOMER]);
            assertThat(row[PRICE]).isEqualTo("123.45");
            assertThat(LocalDate.parse(row[DATE].substring(0, 10))).isBetween(start, start.plusDays(27));
        });
        assertThat(extra.stream().map(row -> row[CUSTOMER])).doesNotHaveDuplicates();
        assertThat(planted.stream()
                        .filter(row -> !row[DESCRIPTION].equals("Gift Card"))
                        .map(SampleGeneratorTest::withoutInvoice))
                .containsExactlyElementsOf(rows(shop).stream()
                        .map(SampleGeneratorTest::withoutInvoice)
                        .toList());
        assertThat(rows(shop.with(campaign))).containsExactlyElementsOf(planted);
    }

    /** Numbers are given in the order of time, so an order more shifts those behind it. */
    private static String withoutInvoice(String[] row) {
        String[] rest = row.clone();
        rest[INVOICE] = "";
        return String.join(",", rest);
    }

    @Test
    void an_effect_that_cannot_be_is_refused() {
        LocalDate day = LocalDate.of(2024, 10, 1);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new PlantedCampaign(day, Set.of(), 1.1, 100))
                .withMessageContaining("from 0 to 1");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new PlantedCampaign(day, Set.of(), 0.1, 0))
                .withMessageContaining("0.01 to 1,000,000");
    }
}
