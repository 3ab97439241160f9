package io.segmenta.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.cluster.weka.SegmentaClusterer;
import io.segmenta.engine.cluster.weka.SegmentaMixture;
import io.segmenta.engine.cluster.weka.WekaData;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.clusterers.ClusterEvaluation;
import weka.core.Instances;

/** Our algorithms inside Weka's own evaluation. */
class WekaToolsTest {
    private static final Instances DATA = WekaData.instances(Matrices.blobs(150, 3));

    @Test
    void wekasEvaluationRunsOnAClusterer() throws Exception {
        for (Hyperparameters parameters :
                new Hyperparameters[] {KMeansParameters.of(2), AgglomerativeParameters.of(2, Linkage.WARD)}) {
            SegmentaClusterer clusterer = new SegmentaClusterer(parameters);
            clusterer.setNumClusters(3);
            clusterer.buildClusterer(DATA);

            ClusterEvaluation evaluation = new ClusterEvaluation();
            evaluation.setClusterer(clusterer);
            evaluation.evaluateClusterer(DATA);

            assertThat(evaluation.getNumClusters()).isEqualTo(3);
            for (int i = 0; i < 150; i++) {
                assertThat((int) evaluation.getClusterAssignments()[i])
                        .isEqualTo(clusterer.labels()[i]);
            }
        }
    }

    @Test
    void wekasCrossValidationRunsOnAMixture() throws Exception {
        SegmentaMixture mixture = new SegmentaMixture(MixtureParameters.of(2, Covariance.DIAG));
        mixture.setNumClusters(3);
        mixture.buildClusterer(DATA);

        ClusterEvaluation evaluation = new ClusterEvaluation();
        evaluation.setClusterer(mixture);
        evaluation.evaluateClusterer(DATA);

        MixtureModel model = (MixtureModel) Clusterers.fit(
                        Matrices.blobs(150, 3),
                        MixtureParameters.of(3, Covariance.DIAG),
                        new io.segmenta.engine.base.Seed(mixture.getSeed()),
                        io.segmenta.engine.base.Progress.SILENT)
                .model();
        assertThat(evaluation.getLogLikelihood()).isCloseTo(model.meanLogLikelihood(), within(1e-9));
        assertThat(ClusterEvaluation.crossValidateModel(mixture, DATA, 3, new Random(1)))
                .isCloseTo(model.meanLogLikelihood(), within(0.5));
    }

    @Test
    void valuesThatAreMissingAreRefused() {
        Instances missing = new Instances(DATA);
        missing.instance(0).setMissing(1);

        assertThatThrownBy(() -> new SegmentaClusterer().buildClusterer(missing))
                .hasMessageContaining("missing values");
    }

    @Test
    void whatIsNotBuiltAnswersNothing() {
        assertThatThrownBy(() -> new SegmentaClusterer().numberOfClusters()).hasMessageContaining("buildClusterer");
        assertThatThrownBy(() -> new SegmentaMixture().numberOfClusters()).hasMessageContaining("buildClusterer");
    }
}
