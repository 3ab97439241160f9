package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of model comes back from its document as it was, and assigns as before. */
class ModelDocumentsTest {
    static Stream<Hyperparameters> algorithms() {
        return Stream.of(
                KMeansParameters.of(3),
                AgglomerativeParameters.of(3, Linkage.AVERAGE),
                MixtureParameters.of(3, Covariance.FULL));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aModelComesBack(Hyperparameters hyperparameters) {
        double[] data = new Random(1).doubles(120).toArray();
        FeatureMatrix matrix = new FeatureMatrix(data, 60, 2, List.of("a", "b"));
        ClusterModel model = Clusterers.fit(matrix, hyperparameters, new Seed(1), Progress.SILENT)
                .model();

        ClusterModel back = Documents.read(Documents.write(model), ClusterModel.class);

        assertThat(back).usingRecursiveComparison().isEqualTo(model);
        for (int i = 0; i < 60; i++) {
            double[] row = {matrix.at(i, 0), matrix.at(i, 1)};
            assertThat(back.assign(row)).isEqualTo(model.assign(row));
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void hyperparametersComeBack(Hyperparameters hyperparameters) {
        assertThat(Documents.read(Documents.write(hyperparameters), Hyperparameters.class))
                .isEqualTo(hyperparameters);
    }
}
