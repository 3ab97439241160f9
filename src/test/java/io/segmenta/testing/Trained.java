package io.segmenta.testing;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.dataset.SampleShop;
import io.segmenta.service.run.HeadlessRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Results of the whole pipeline on a small generated shop, made once for each algorithm. */
public final class Trained {
    private static final Map<Hyperparameters, RunResult> RESULTS = new ConcurrentHashMap<>();

    private Trained() {}

    public static RunResult with(Hyperparameters hyperparameters) {
        return RESULTS.computeIfAbsent(hyperparameters, Trained::run);
    }

    private static RunResult run(Hyperparameters hyperparameters) {
        try {
            Path shop = Files.createTempFile("shop", ".csv");
            try (OutputStream out = Files.newOutputStream(shop)) {
                SampleShop.generate(SampleSettings.of(200, new Seed(3)), out);
            }
            try (OpenedFile dataset = OpenedFile.read(shop, StageProgress.SILENT)) {
                return HeadlessRun.of(dataset, recipe(dataset, hyperparameters), StageProgress.SILENT)
                        .result();
            } finally {
                Files.delete(shop);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe recipe(OpenedFile dataset, Hyperparameters hyperparameters) {
        Map<Field, String> headers = Map.of(
                Field.CUSTOMER_ID, "CustomerID",
                Field.INVOICE_ID, "InvoiceID",
                Field.PRODUCT_ID, "ProductID",
                Field.TIMESTAMP, "InvoiceDate",
                Field.QUANTITY, "Quantity",
                Field.UNIT_PRICE, "UnitPrice");
        return Recipe.of(
                "Sample",
                new Source(dataset.fingerprint(), new ColumnMapping(headers, DateOrder.YEAR_FIRST)),
                new Method.Given(hyperparameters),
                new Seed(42));
    }
}
