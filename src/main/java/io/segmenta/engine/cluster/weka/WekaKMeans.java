package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.cluster.model.Descent;
import io.segmenta.engine.cluster.model.KMeansParameters;
import weka.clusterers.SimpleKMeans;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.SelectedTag;

/**
 * One descent of Lloyd's algorithm by Weka's SimpleKMeans.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1982.1056489">Lloyd (1982), Least Squares Quantization in PCM</a>
 */
final class WekaKMeans {
    private WekaKMeans() {}

    /** @param eachIteration called at least once an iteration; may throw to stop the work */
    static Descent descend(Instances instances, int[] start, KMeansParameters parameters, Runnable eachIteration) {
        try {
            EuclideanDistance distance = new EuclideanDistance();
            distance.setDontNormalize(true);
            FromRows kmeans = new FromRows(start, eachIteration);
            kmeans.setDistanceFunction(distance);
            kmeans.setPreserveInstancesOrder(true);
            kmeans.setDontReplaceMissingValues(true);
            kmeans.setNumClusters(parameters.clusters());
            kmeans.setMaxIterations(parameters.maxIterations());
            kmeans.buildClusterer(instances);
            return new Descent(kmeans.getAssignments(), kmeans.iterations());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Weka's k-means failed: " + e.getMessage(), e);
        }
    }

    /**
     * Weka's algorithm from given rows. Weka's own k-means++ draws by the distance instead of its square and prints to the console when it
     * meets equal rows.
     */
    private static final class FromRows extends SimpleKMeans {
        private static final long serialVersionUID = 1L;

        private final int[] rows;
        private final transient Runnable eachIteration;

        FromRows(int[] rows, Runnable eachIteration) {
            this.rows = rows;
            this.eachIteration = eachIteration;
            setInitializationMethod(new SelectedTag(KMEANS_PLUS_PLUS, TAGS_SELECTION));
        }

        @Override
        protected void kMeansPlusPlusInit(Instances data) {
            for (int row : rows) {
                m_ClusterCentroids.add(data.instance(row));
            }
        }

        @Override
        protected double[] moveCentroid(
                int centroid, Instances members, boolean updateClusterInfo, boolean addToCentroidInstances) {
            eachIteration.run();
            return super.moveCentroid(centroid, members, updateClusterInfo, addToCentroidInstances);
        }

        int iterations() {
            return m_Iterations;
        }
    }
}
