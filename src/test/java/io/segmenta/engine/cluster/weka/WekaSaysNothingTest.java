package io.segmenta.engine.cluster.weka;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.Matrices;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a process of its own, where Weka's first class is loaded: it looks for native libraries then, and warned on stderr of each missing one. */
class WekaSaysNothingTest {
    @TempDir
    Path folder;

    /** What Weka makes. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes parameters
    enum Work {
        KMEANS(KMeansParameters.of(3)),
        HIERARCHY(new AgglomerativeParameters(3, Linkage.SINGLE, Engine.WEKA)),
        MIXTURE(MixtureParameters.of(3, Covariance.DIAG).by(Engine.WEKA));

        final Hyperparameters parameters;

        Work(Hyperparameters parameters) {
            this.parameters = parameters;
        }
    }

    /** The child. */
    static final class Fit {
        private Fit() {}

        public static void main(String[] arguments) {
            var unused = Clusterers.fit(
                    Matrices.blobs(60, 3), Work.valueOf(arguments[0]).parameters, new Seed(1), Progress.SILENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onAnybodysScreen(Work work) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fit.class.getName(),
                        work.name())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        int code = child.waitFor();

        assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
    }
}
