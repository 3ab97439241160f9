package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.MixtureDensity;
import io.segmenta.engine.cluster.model.MixtureFit;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import weka.clusterers.EM;

/** Weka's EM, which knows axis-parallel components only. */
final class WekaEm {
    private WekaEm() {}

    static MixtureFit fit(FeatureMatrix matrix, MixtureParameters parameters, Seed seed, Runnable eachIteration) {
        eachIteration.run();
        try {
            Counting em = new Counting();
            em.setNumClusters(parameters.clusters());
            em.setMaxIterations(parameters.maxIterations());
            em.setMinStdDev(Math.sqrt(parameters.regularisation()));
            em.setNumKMeansRuns(1);
            em.setSeed(seed.asInt());
            em.buildClusterer(WekaData.instances(matrix));
            return fit(matrix, em.getClusterPriors(), em.getClusterModelsNumericAtts(), em.iterations());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Weka's EM failed: " + e.getMessage(), e);
        }
    }

    /** @param normals per component and column the mean and the standard deviation */
    private static MixtureFit fit(FeatureMatrix matrix, double[] priors, double[][][] normals, int iterations) {
        int columns = matrix.columns();
        double[][] means = new double[priors.length][columns];
        double[][][] covariances = new double[priors.length][columns][columns];
        for (int c = 0; c < priors.length; c++) {
            for (int j = 0; j < columns; j++) {
                means[c][j] = normals[c][j][0];
                covariances[c][j][j] = normals[c][j][1] * normals[c][j][1];
            }
        }
        MixtureDensity density = new MixtureDensity(priors, means, covariances);
        double total = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double[] row = Arrays.copyOfRange(matrix.data(), i * columns, (i + 1) * columns);
            total += MixtureDensity.logSum(density.logJoint(row));
        }
        return new MixtureFit(priors, means, covariances, total / matrix.rows(), iterations);
    }

    private static final class Counting extends EM {
        private static final long serialVersionUID = 1L;

        int iterations() {
            return m_iterationsPerformed;
        }
    }
}
