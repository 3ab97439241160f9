package io.segmenta.engine.cluster.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.Matrices;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class GaussianMixtureTest {
    private static final Seed SEED = new Seed(42);

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void reachesTheGoldenLikelihoods(Covariance covariance) {
        FeatureMatrix matrix = OnlineRetail.matrix();
        JsonNode clusterings = OnlineRetail.golden().get("clusterings");
        for (int components = 3; components <= 5; components++) {
            JsonNode golden = clusterings.get("gmm_" + covariance.key() + components);

            MixtureModel model = model(fit(matrix, MixtureParameters.of(components, covariance)));

            assertThat(model.meanLogLikelihood())
                    .as("%s %d", covariance, components)
                    .isGreaterThanOrEqualTo(golden.get("mean_log_likelihood").asDouble() - 0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void countsFreeParametersAsScikitLearn(Covariance covariance) {
        int rows = 4_339;
        for (int components = 3; components <= 5; components++) {
            JsonNode golden = OnlineRetail.golden().at("/clusterings/gmm_" + covariance.key() + components);
            double deviance = -2 * rows * golden.get("mean_log_likelihood").asDouble();

            int parameters = covariance.parameters(components, 5);

            assertThat(deviance + 2 * parameters).isCloseTo(golden.get("aic").asDouble(), within(1e-6));
            assertThat(deviance + Math.log(rows) * parameters)
                    .isCloseTo(golden.get("bic").asDouble(), within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void findsSeparatedGroups(Covariance covariance) {
        FeatureMatrix matrix = Matrices.blobs(300, 3);

        Clustering clustering = fit(matrix, MixtureParameters.of(3, covariance));

        for (int i = 0; i < matrix.rows(); i++) {
            assertThat(clustering.labels()[i]).isEqualTo(clustering.labels()[i % 3]);
        }
        assertThat(model(clustering).weights()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-6));
    }

    /** Three groups far apart are three normal distributions whose maximum likelihood has a closed form. */
    @Test
    void reachesTheClosedFormOfSeparatedGroups() {
        FeatureMatrix matrix = Matrices.of(1, -101, -99, 0, 2, 4, 100, 103, 100, 101);

        MixtureModel model =
                model(fit(matrix, new MixtureParameters(3, Covariance.DIAG, 100, 1, 1e-9, Engine.SEGMENTA)));

        assertThat(model.weights()).containsExactly(new double[] {4 / 9.0, 3 / 9.0, 2 / 9.0}, within(1e-6));
        assertThat(model.means()[0][0]).isCloseTo(101, within(1e-6));
        assertThat(model.covariances()[0][0][0]).isCloseTo(1.5, within(1e-6));
        assertThat(model.covariances()[1][0][0]).isCloseTo(8 / 3.0, within(1e-6));
        assertThat(model.covariances()[2][0][0]).isCloseTo(1, within(1e-6));
        double expected =
                (4 * logOfGroup(4 / 9.0, 1.5) + 3 * logOfGroup(3 / 9.0, 8 / 3.0) + 2 * logOfGroup(2 / 9.0, 1)) / 9;
        assertThat(model.meanLogLikelihood()).isCloseTo(expected, within(1e-6));
    }

    private static double logOfGroup(double weight, double variance) {
        return Math.log(weight) - 0.5 * Math.log(2 * Math.PI * variance) - 0.5;
    }

    /** A mixture with one shape for all and one row much farther off keeps its shape: the covariance is the pooled one. */
    @Test
    void tiedComponentsShareOneCovariance() {
        MixtureModel model = model(fit(Matrices.blobs(200, 4), MixtureParameters.of(4, Covariance.TIED)));

        assertThat(model.covariances()[1]).isDeepEqualTo(model.covariances()[0]);
        assertThat(model.covariances()[3]).isDeepEqualTo(model.covariances()[0]);
    }

    @Test
    void sphericalComponentsAreBalls() {
        double[][] covariance = model(fit(Matrices.blobs(200, 2), MixtureParameters.of(2, Covariance.SPHERICAL)))
                .covariances()[0];

        assertThat(covariance[0][0]).isEqualTo(covariance[1][1]).isEqualTo(covariance[2][2]);
        assertThat(covariance[0][1]).isZero();
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void theModelAssignsEveryRowToItsLabelAndMembershipsSumToOne(Covariance covariance) {
        FeatureMatrix matrix = Matrices.noise(500, 3, 6);

        Clustering clustering = fit(matrix, MixtureParameters.of(4, covariance));

        for (int i = 0; i < matrix.rows(); i++) {
            double[] row = Arrays.copyOfRange(matrix.data(), 3 * i, 3 * i + 3);
            double[] memberships = model(clustering).memberships(row);
            assertThat(clustering.model().assign(row)).isEqualTo(clustering.labels()[i]);
            assertThat(Arrays.stream(memberships).sum()).isCloseTo(1, within(1e-12));
            assertThat(memberships[clustering.labels()[i]])
                    .isEqualTo(Arrays.stream(memberships).max().orElseThrow());
        }
    }

    /** A richer shape holds every poorer one, so from the same start it ends no lower, bar the last thousandth of each. */
    @Test
    void richerShapesAreLikelier() {
        FeatureMatrix matrix = Matrices.blobs(300, 3);

        double full =
                model(fit(matrix, MixtureParameters.of(3, Covariance.FULL))).meanLogLikelihood();
        double diag =
                model(fit(matrix, MixtureParameters.of(3, Covariance.DIAG))).meanLogLikelihood();
        double spherical = model(fit(matrix, MixtureParameters.of(3, Covariance.SPHERICAL)))
                .meanLogLikelihood();

        assertThat(full).isGreaterThan(diag - 1e-3);
        assertThat(diag).isGreaterThan(spherical - 1e-3);
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        FeatureMatrix matrix = Matrices.noise(3_000, 4, 2);

        MixtureModel once = model(fit(matrix, MixtureParameters.of(5, Covariance.FULL)));
        MixtureModel twice = model(fit(matrix, MixtureParameters.of(5, Covariance.FULL)));

        assertThat(twice.meanLogLikelihood()).isEqualTo(once.meanLogLikelihood());
        assertThat(twice.means()).isDeepEqualTo(once.means());
    }

    @Test
    void wekasEngineFindsTheSameGroups() {
        FeatureMatrix matrix = Matrices.blobs(300, 3);

        Clustering weka = fit(matrix, new MixtureParameters(3, Covariance.DIAG, 200, 3, 1e-6, Engine.WEKA));
        Clustering own = fit(matrix, MixtureParameters.of(3, Covariance.DIAG));

        assertThat(weka.labels()).isEqualTo(own.labels());
        assertThat(model(weka).meanLogLikelihood()).isCloseTo(model(own).meanLogLikelihood(), within(1e-2));
    }

    @Test
    void aComponentThatCollapsedIsReported() {
        Random random = new Random(1);
        double[] data = new double[600];
        for (int i = 0; i < 300; i++) {
            data[2 * i] = i < 150 ? 0 : 5 + random.nextGaussian();
            data[2 * i + 1] = random.nextGaussian();
        }

        assertThat(fit(Matrices.of(2, data), MixtureParameters.of(2, Covariance.FULL))
                        .caveats())
                .anyMatch(caveat -> caveat.contains("collapsed on a single value of f0"));
    }

    @Test
    void aColumnThatIsConstantForAllIsNoCollapse() {
        double[] data = new Random(1).doubles(400).toArray();
        for (int i = 0; i < 200; i++) {
            data[2 * i] = 7;
        }

        assertThat(fit(Matrices.of(2, data), MixtureParameters.of(2, Covariance.FULL))
                        .caveats())
                .isEmpty();
    }

    @Test
    void aColumnGivenTwiceWorks() {
        double[] data = new double[600];
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            data[2 * i] = random.nextGaussian() + i % 2 * 9;
            data[2 * i + 1] = data[2 * i];
        }

        Clustering clustering = fit(Matrices.of(2, data), MixtureParameters.of(2, Covariance.FULL));

        assertThat(clustering.sizes()).containsExactly(150, 150);
    }

    @Test
    void fiftyFeaturesWork() {
        Clustering clustering = fit(Matrices.noise(400, 50, 3), MixtureParameters.of(2, Covariance.FULL));

        assertThat(model(clustering).means()[0]).hasSize(50);
    }

    @Test
    void columnsThatSayTheSameInLargeNumbersAreRefusedInWords() {
        double[] data = new double[600];
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            data[2 * i] = random.nextGaussian() * 1e9;
            data[2 * i + 1] = data[2 * i];
        }

        assertThatThrownBy(() -> fit(Matrices.of(2, data), MixtureParameters.of(3, Covariance.FULL)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("raise the regularisation");
    }

    @Test
    void wekasEngineTakesDiagOnly() {
        assertThatThrownBy(() -> new MixtureParameters(3, Covariance.FULL, 100, 1, 1e-6, Engine.WEKA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("diag only, not full");
    }

    @Test
    void regularisationOfZeroIsRefused() {
        assertThatThrownBy(() -> new MixtureParameters(3, Covariance.FULL, 100, 1, 0, Engine.SEGMENTA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("regularisation (0.0)");
    }

    @Test
    void canBeCancelled() {
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Clusterers.fit(
                        Matrices.blobs(60, 3), MixtureParameters.of(3, Covariance.FULL), SEED, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static Clustering fit(FeatureMatrix matrix, MixtureParameters parameters) {
        return Clusterers.fit(matrix, parameters, SEED, Progress.SILENT);
    }

    private static MixtureModel model(Clustering clustering) {
        return (MixtureModel) clustering.model();
    }
}
