package io.segmenta.bench;

import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.FeatureMatrix;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** scikit-learn on the same matrix, with the same settings. */
final class PeerScaling {
    private static final String SCRIPT = """
            import sys, json, time, warnings
            import numpy as np
            from sklearn.cluster import KMeans
            from sklearn.mixture import GaussianMixture
            warnings.filterwarnings("ignore")
            x = np.fromfile(sys.argv[1], dtype=">f8").astype("f8").reshape(-1, int(sys.argv[2]))
            def seconds(model):
                start = time.perf_counter()
                model.fit(x)
                return time.perf_counter() - start
            print(json.dumps({"kmeans": seconds(KMeans(5, n_init=10, random_state=42)),
                              "mixture": seconds(GaussianMixture(5, covariance_type="full", random_state=42))}))
            """;

    private PeerScaling() {}

    /** Seconds. */
    record Report(double kmeans, double mixture) {}

    /** Empty where Python or scikit-learn is not there. */
    static Optional<Report> run(FeatureMatrix matrix) throws IOException {
        Path file = Files.createTempFile("segmenta-peer-", ".bin");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
                for (double value : matrix.data()) {
                    out.writeDouble(value);
                }
            }
            return PeerPipeline.python("-c", SCRIPT, file.toString(), String.valueOf(matrix.columns()))
                    .map(json -> Documents.read(json, Report.class));
        } finally {
            Files.delete(file);
        }
    }
}
