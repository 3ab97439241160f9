package io.segmenta.engine.features;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.numeric.Quantiles;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.OnlineRetail;
import io.segmenta.testing.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** UCI Online Retail against the reference numbers of pandas and scikit-learn. */
class OnlineRetailTest {
    private static final List<String> HEADERS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");
    private static final ColumnMapping MAPPING = new ColumnMapping(
            Map.of(
                    Field.CUSTOMER_ID, "CustomerID",
                    Field.INVOICE_ID, "InvoiceNo",
                    Field.PRODUCT_ID, "StockCode",
                    Field.TIMESTAMP, "InvoiceDate",
                    Field.QUANTITY, "Quantity",
                    Field.UNIT_PRICE, "UnitPrice",
                    Field.DESCRIPTION, "Description",
                    Field.COUNTRY, "Country"),
            DateOrder.YEAR_FIRST);

    private static JsonNode golden;
    private static TransactionStore store;
    private static QualityReport report;
    private static CustomerFeatures customers;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        golden = OnlineRetail.golden();
        Path csv = Shared.path("data/online_retail.csv.gz");
        store = TransactionStore.open(folder.resolve("retail.duckdb"), StoreLimits.defaults());
        store.create(HEADERS);
        store.execute("INSERT INTO source SELECT * FROM read_csv(" + Sql.text(csv.toString())
                + ", all_varchar = true, header = true)");
        report = Cleaner.clean(store, MAPPING, CleaningRules.defaults(), LocalDate.of(2100, 1, 1), Progress.SILENT);
        customers = FeatureExtractor.extract(store, null, Progress.SILENT);
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(report.rowsRead()).isEqualTo(541_909);
        assertThat(report.rowsKept()).isEqualTo(392_732);
        assertThat(dropped(DropReason.DUPLICATE)).isEqualTo(5_268);
        assertThat(dropped(DropReason.MISSING_CUSTOMER)).isEqualTo(135_037);
        assertThat(dropped(DropReason.RETURN)).isEqualTo(8_872);
        assertThat(List.of(
                        DropReason.UNREADABLE,
                        DropReason.MISSING_DESCRIPTION,
                        DropReason.ZERO_QUANTITY,
                        DropReason.NEGATIVE_PRICE))
                .allSatisfy(reason -> assertThat(dropped(reason)).isZero());
    }

    @Test
    void whatIsKept() {
        assertThat(report.customers()).isEqualTo(4_339);
        assertThat(report.orders()).isEqualTo(18_536);
        assertThat(report.revenue()).isEqualTo(8_887_208.894);
        assertThat(report.firstDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(report.lastDay()).isEqualTo(LocalDate.of(2011, 12, 9));
        assertThat(store.number("SELECT count(*) FROM line")).isEqualTo(392_732);
        assertThat(store.number("SELECT count(DISTINCT customer_id) FROM refund"))
                .isEqualTo(1_589);
    }

    @Test
    void theLargestOrderWasTakenBack() {
        assertThat(report.warnings())
                .anySatisfy(warning ->
                        assertThat(warning).startsWith("Customer 16446 bought for 168,469.60 on 9 December 2011"));
    }

    @Test
    void assessingReportsTheSame() {
        assertThat(Cleaner.assess(store, MAPPING, CleaningRules.defaults(), LocalDate.of(2100, 1, 1), Progress.SILENT))
                .isEqualTo(report);
    }

    @Test
    void totals() {
        assertThat(customers.customers()).isEqualTo(4_339);
        assertThat(customers.orders()).isEqualTo(18_536);
        assertThat(customers.revenue()).isCloseTo(8_887_208.894, within(1e-8));
        assertThat(customers.snapshot()).isEqualTo(LocalDate.of(2011, 12, 10));
        double clvPerMoney = customers.column(Feature.CLV)[0] / customers.column(Feature.MONETARY)[0];
        assertThat(clvPerMoney * 365).isCloseTo(142.05116386264118, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "RECENCY, Recency",
        "FREQUENCY, Frequency",
        "MONETARY, Monetary",
        "AVERAGE_BASKET_SIZE, AvgBasketSize",
        "CLV, CLV"
    })
    void summaryOfEachFeature(Feature feature, String name) {
        JsonNode expected = golden.at("/feature_summary/" + name);
        double[] sorted = customers.column(feature).clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum() / (sorted.length - 1);
        assertThat(sorted.length).isEqualTo(expected.get("count").asInt());
        near(mean, expected.get("mean"));
        near(Math.sqrt(variance), expected.get("std"));
        near(sorted[0], expected.get("min"));
        near(Quantiles.ofNumpy(sorted, 0.25), expected.get("25%"));
        near(Quantiles.ofNumpy(sorted, 0.5), expected.get("50%"));
        near(Quantiles.ofNumpy(sorted, 0.75), expected.get("75%"));
        near(sorted[sorted.length - 1], expected.get("max"));
    }

    @Test
    void everyCustomer() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.path("golden/online_retail_features.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines = reader.lines().skip(1).toList();
        }
        assertThat(lines).hasSize(customers.customers());
        List<Feature> features = TransformSettings.defaults().features();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertThat(customers.ids().get(i)).isEqualTo(cells[0]);
            for (int f = 0; f < features.size(); f++) {
                assertThat(customers.column(features.get(f))[i])
                        .as("%s of %s", features.get(f), cells[0])
                        .isCloseTo(Double.parseDouble(cells[f + 1]), within(5.1e-7));
            }
        }
    }

    @Test
    void robustScaler() {
        FittedTransform transform = fit(TransformSettings.OutlierAction.FLAG).transform();
        for (int f = 0; f < 5; f++) {
            assertThat(transform.centres()[f])
                    .isCloseTo(golden.at("/robust_scaler/center").get(f).asDouble(), within(1e-12));
            assertThat(transform.scales()[f])
                    .isCloseTo(golden.at("/robust_scaler/scale").get(f).asDouble(), within(1e-12));
        }
    }

    @Test
    void capsAtTheFirstAndLastPercentile() {
        FittedTransform transform = fit(TransformSettings.OutlierAction.CAP).transform();
        int f = 0;
        for (JsonNode caps : golden.get("cap_1_99_quantiles_of_log_features")) {
            assertThat(requireNonNull(transform.lower())[f])
                    .isCloseTo(caps.get(0).asDouble(), within(1e-12));
            assertThat(requireNonNull(transform.upper())[f])
                    .isCloseTo(caps.get(1).asDouble(), within(1e-12));
            f++;
        }
        assertThat(f).isEqualTo(5);
    }

    @Test
    void oneCustomerInAHundredIsUnusual() {
        Transformed flagged = fit(TransformSettings.OutlierAction.FLAG);
        int outliers = 0;
        for (boolean outlier : flagged.outlier()) {
            outliers += outlier ? 1 : 0;
        }
        assertThat(outliers).isBetween(42, 46);
        assertThat(flagged.matrix().rows()).isEqualTo(4_339);
        assertThat(fit(TransformSettings.OutlierAction.REMOVE).matrix().rows()).isEqualTo(4_339 - outliers);
        assertThat(fit(TransformSettings.OutlierAction.FLAG).outlier()).isEqualTo(flagged.outlier());
    }

    private static Transformed fit(TransformSettings.OutlierAction action) {
        TransformSettings defaults = TransformSettings.defaults();
        return FeatureTransformer.fit(
                customers,
                new TransformSettings(defaults.features(), action, defaults.contamination(), defaults.scaler()),
                new Seed(42),
                Progress.SILENT);
    }

    private static long dropped(DropReason reason) {
        QualityReport.Dropped dropped = report.dropped().get(reason);
        return dropped == null ? -1 : dropped.rows();
    }

    private static void near(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(1e-9 * Math.max(1, Math.abs(expected.asDouble()))));
    }
}
