package io.segmenta.engine.cluster.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.Matrices;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixtureModelTest {
    /** Covariances that are spoilt after the model was made would show in every later factorisation. */
    @Test
    void covariancesAreFactorisedWhenItIsMadeAndNeverAgain() {
        FeatureMatrix matrix = Matrices.noise(300, 3, 6);
        MixtureModel model = (MixtureModel)
                Clusterers.fit(matrix, MixtureParameters.of(4, Covariance.FULL), new Seed(42), Progress.SILENT)
                        .model();
        MixtureDensity factorised = new MixtureDensity(model.weights(), model.means(), model.covariances());
        for (double[][] covariance : model.covariances()) {
            covariance[0][0] = Double.NaN;
        }

        for (int i = 0; i < matrix.rows(); i++) {
            double[] row = Arrays.copyOfRange(matrix.data(), 3 * i, 3 * i + 3);
            double[] parts = factorised.logJoint(row);
            double total = MixtureDensity.logSum(parts);
            assertThat(model.assign(row)).isEqualTo(factorised.mostLikely(row));
            assertThat(model.memberships(row))
                    .isEqualTo(Arrays.stream(parts)
                            .map(part -> Math.exp(part - total))
                            .toArray());
        }
    }
}
