package io.segmenta.bench;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.service.dataset.SampleShop;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The table of what each stage takes. */
@Command(
        name = "bench",
        description = {
            "Times the stages of a run with k-means, first in a fresh process and once more when it is warm, then what is compared:",
            "file to features, the heavy parts of the engine each alone when warm, and the file to the best of 20 k-means. Beside each",
            "pandas, scikit-learn and Optuna, where the peer's script is given and its libraries are there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private static final int SAMPLE_CUSTOMERS = 30_000;
    private static final Seed SEED = new Seed(42);
    private static final int[] SIZES = {4_339, 43_390, 433_900, 1_000_000};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a transaction export; without it a sample is generated")
    private @Nullable Path file;

    @Option(
            names = "--peer",
            paramLabel = "SCRIPT",
            description =
                    "the same work in Python, for files with the columns of UCI Online Retail; without it only our own times are taken")
    private @Nullable Path peer;

    @Option(
            names = "--scale",
            paramLabel = "SVG",
            description =
                    "instead, how the time of clustering grows up to a million customers, as a table and this picture")
    private @Nullable Path picture;

    @Override
    public Integer call() throws IOException {
        Path drawn = picture;
        if (drawn != null) {
            scale(drawn);
            return 0;
        }
        PeerPipeline script = new PeerPipeline(peer);
        PrintWriter out = spec.commandLine().getOut();
        Path given = file;
        if (given != null) {
            new FileBench(given, script, out).run();
            return 0;
        }
        Path sample = Files.createTempFile("segmenta-bench-", ".csv");
        try {
            try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(sample), 1 << 16)) {
                SampleShop.generate(SampleSettings.of(SAMPLE_CUSTOMERS, SEED), rows);
            }
            new FileBench(sample, script, out).run();
        } finally {
            Files.delete(sample);
        }
        return 0;
    }

    private void scale(Path drawn) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%12s %12s %12s %12s %12s%n", "customers", "k-means", "peer", "mixture", "peer");
        List<ScalingPicture.Measured> all = new ArrayList<>();
        for (int customers : SIZES) {
            FeatureMatrix matrix = ScalingTimes.customers(customers, SEED);
            ScalingTimes ours = ScalingTimes.of(matrix, SEED);
            PeerScaling.Report theirs = PeerScaling.run(matrix).orElse(null);
            all.add(new ScalingPicture.Measured(ours, theirs));
            out.printf(
                    Locale.ROOT,
                    "%,12d %12.3f %12s %12.3f %12s%n",
                    customers,
                    ours.kmeans(),
                    theirs == null ? "–" : String.format(Locale.ROOT, "%.3f", theirs.kmeans()),
                    ours.mixture(),
                    theirs == null ? "–" : String.format(Locale.ROOT, "%.3f", theirs.mixture()));
            out.flush();
        }
        String caption = "5 features, k=5, 10 restarts of k-means, 1 start of the full mixture, "
                + Runtime.getRuntime().availableProcessors() + " cores";
        Files.writeString(drawn, ScalingPicture.of(all, caption));
    }
}
