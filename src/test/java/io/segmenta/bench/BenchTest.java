package io.segmenta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.service.dataset.SampleShop;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void namesEachStageAndLeavesThePeerOutWhereItIsNotThere() throws IOException {
        Path shop = folder.resolve("shop.csv");
        try (OutputStream rows = Files.newOutputStream(shop)) {
            SampleShop.generate(SampleSettings.of(400, new Seed(42)), rows);
        }
        StringWriter out = new StringWriter();
        int code = Bench.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(shop.toString(), "--peer", folder.resolve("none.py").toString());
        assertThat(code).isZero();
        assertThat(out.toString().lines().toList())
                .anyMatch(line -> line.startsWith("Finding segments"))
                .anyMatch(line -> line.matches("Total +\\d+\\.\\d{3} +\\d+\\.\\d{3} +– +–"))
                .anyMatch(line -> line.matches("CSV to features, first +\\d+\\.\\d{3} +– +–"))
                .anyMatch(line -> line.startsWith("20 trials for each of 3 algorithms"))
                .last()
                .asString()
                .matches("CSV to k-means of 20 trials, results written +\\d+\\.\\d{3} +– +–");
    }
}
