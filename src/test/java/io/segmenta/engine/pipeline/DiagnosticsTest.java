package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.dataset.SampleShop;
import io.segmenta.service.run.HeadlessRun;
import io.segmenta.service.scoring.Scored;
import io.segmenta.service.scoring.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the model shows is what the run found. */
class DiagnosticsTest {
    @TempDir
    Path folder;

    @Test
    void picturesAgreeWithTheMetrics() throws IOException {
        Outcome outcome = run(shop(400), KMeansParameters.of(4), TransformSettings.defaults());
        RunResult result = outcome.result();
        Diagnostics diagnostics = diagnostics(result);

        double mean = 0;
        for (int i = 0; i < result.segments().size(); i++) {
            Segment segment = result.segments().get(i);
            Diagnostics.Profile profile = diagnostics.silhouettes().get(i);
            assertThat(profile.cluster()).isEqualTo(segment.cluster());
            assertThat(profile.values()).hasSize(Math.min(100, segment.customers()));
            for (int j = 1; j < profile.values().length; j++) {
                assertThat(profile.values()[j]).isLessThanOrEqualTo(profile.values()[j - 1]);
            }
            mean += profile.mean() * segment.customers() / outcome.customers();
            assertThat(diagnostics.scoreMap().get(i).values().stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(segment.customers());
        }
        assertThat(mean).isCloseTo(result.metrics().silhouette(), within(1e-9));
        assertThat(diagnostics.curve().points()).hasSize(7);
        assertThat(diagnostics.curve().points().get(2).inertia()).isCloseTo(result.inertia(), within(1e-6));
        assertThat(diagnostics.plane().x()).hasSize(outcome.customers());
        assertThat(diagnostics.plane().clusters()).isEqualTo(outcome.clusters());
        assertThat(diagnostics.correlations())
                .extracting(Correlation::sentence)
                .anyMatch(sentence -> sentence.contains("constant times monetary"));
    }

    @Test
    void theyComeBackFromTheirDocument() throws IOException {
        Diagnostics diagnostics = diagnostics(run(shop(60), KMeansParameters.of(3), TransformSettings.defaults())
                .result());
        assertThat(Documents.read(Documents.write(diagnostics), Diagnostics.class))
                .usingRecursiveComparison()
                .isEqualTo(diagnostics);
    }

    @Test
    void optionalFeaturesGoAllTheWay() throws IOException {
        TransformSettings settings = new TransformSettings(
                List.of(Feature.RECENCY, Feature.DISTINCT_PRODUCTS, Feature.MEAN_DAYS_BETWEEN_ORDERS),
                OutlierAction.FLAG,
                0.01,
                Scaler.STANDARD);
        Path shop = shop(200);
        Outcome outcome = run(shop, KMeansParameters.of(3), settings);
        assertThat(outcome.result().transform().features()).isEqualTo(settings.features());
        assertThat(outcome.result().segments())
                .allSatisfy(segment ->
                        assertThat(segment.mean(Feature.DISTINCT_PRODUCTS)).isPositive());
        try (OpenedFile dataset = OpenedFile.read(shop, StageProgress.SILENT)) {
            ModelDocument model = Documents.read(
                    ModelDocument.of(recipe(dataset, KMeansParameters.of(3), settings), outcome)
                            .text(),
                    ModelDocument.class);
            Scored scored =
                    Scoring.score(model, dataset, model.mapping(), model.cleaning(), null, StageProgress.SILENT);
            assertThat(scored.clusters()).isEqualTo(outcome.clusters());
        }
    }

    @Test
    void oneFeatureHasAPlaneOfOneDirection() throws IOException {
        TransformSettings settings =
                new TransformSettings(List.of(Feature.RECENCY), OutlierAction.FLAG, 0.01, Scaler.ROBUST);
        Diagnostics diagnostics =
                diagnostics(run(shop(60), KMeansParameters.of(2), settings).result());
        assertThat(diagnostics.plane().components().explained()).hasSize(1);
        assertThat(diagnostics.plane().y()).containsOnly(0);
        assertThat(diagnostics.correlations()).isEmpty();
    }

    @Test
    void fewDifferentCustomersEndTheCurveEarly() throws IOException {
        List<String> lines = new ArrayList<>(List.of("CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice"));
        IntStream.range(0, 30)
                .forEach(i -> lines.add("c%d,i%d,p,2024-01-%02d,1,%d".formatted(i, i, 1 + i % 3, 5 + i % 3)));
        Path shop = Files.write(folder.resolve("few.csv"), lines);
        Diagnostics diagnostics = diagnostics(
                run(shop, KMeansParameters.of(2), TransformSettings.defaults()).result());
        assertThat(diagnostics.curve().points()).hasSize(2);
    }

    private static Diagnostics diagnostics(RunResult result) {
        return Objects.requireNonNull(result.insights().diagnostics());
    }

    private static Outcome run(Path shop, Hyperparameters hyperparameters, TransformSettings settings) {
        try (OpenedFile dataset = OpenedFile.read(shop, StageProgress.SILENT)) {
            return HeadlessRun.of(dataset, recipe(dataset, hyperparameters, settings), StageProgress.SILENT);
        }
    }

    private static Recipe recipe(OpenedFile dataset, Hyperparameters hyperparameters, TransformSettings settings) {
        Map<Field, String> headers = Map.of(
                Field.CUSTOMER_ID, "CustomerID",
                Field.INVOICE_ID, "InvoiceID",
                Field.PRODUCT_ID, "ProductID",
                Field.TIMESTAMP, "InvoiceDate",
                Field.QUANTITY, "Quantity",
                Field.UNIT_PRICE, "UnitPrice");
        return Recipe.of(
                        "Test",
                        new Source(dataset.fingerprint(), new ColumnMapping(headers, DateOrder.YEAR_FIRST)),
                        new Method.Given(hyperparameters),
                        new Seed(42))
                .withTransform(settings);
    }

    private Path shop(int customers) throws IOException {
        Path file = folder.resolve("shop" + customers + ".csv");
        try (var out = Files.newOutputStream(file)) {
            SampleShop.generate(SampleSettings.of(customers, new Seed(7)), out);
        }
        return file;
    }
}
