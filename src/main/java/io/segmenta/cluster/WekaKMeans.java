package io.segmenta.cluster;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.features.FeatureMatrix;
import java.util.stream.IntStream;
import weka.clusterers.SimpleKMeans;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.SelectedTag;

/** Lloyd's algorithm (Lloyd 1982) by Weka's SimpleKMeans on the matrix as it is: nothing is normalised again. */
final class WekaKMeans {
    /** Restarts that run between two looks at the progress. */
    private static final int BATCH = 2;

    private WekaKMeans() {}

    /** Best inertia of all restarts. A restart that ends with fewer clusters than asked for only wins when all do. */
    static Clustering fit(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, Progress progress) {
        Instances instances = WekaData.instances(matrix);
        Clustering best = null;
        for (int from = 0; from < parameters.restarts(); from += BATCH) {
            progress.report((double) from / parameters.restarts(), "k-means, start " + (from + 1));
            Clustering[] batch = IntStream.range(from, Math.min(from + BATCH, parameters.restarts()))
                    .parallel()
                    .mapToObj(restart -> once(matrix, instances, parameters, seed.derive("k-means start " + restart)))
                    .toArray(Clustering[]::new);
            for (Clustering clustering : batch) {
                if (best == null || better(clustering, best)) {
                    best = clustering;
                }
            }
        }
        progress.report(1, "");
        if (best == null) {
            throw new IllegalStateException("k-means ran no restart.");
        }
        return best;
    }

    private static boolean better(Clustering a, Clustering b) {
        return a.clusters() != b.clusters() ? a.clusters() > b.clusters() : a.inertia() < b.inertia();
    }

    private static Clustering once(FeatureMatrix matrix, Instances instances, KMeansParameters parameters, Seed seed) {
        int[] start = KMeansStart.rows(matrix, parameters.clusters(), parameters.init(), seed.random());
        try {
            EuclideanDistance distance = new EuclideanDistance();
            distance.setDontNormalize(true);
            SimpleKMeans kmeans = new FromRows(start);
            kmeans.setDistanceFunction(distance);
            kmeans.setPreserveInstancesOrder(true);
            kmeans.setDontReplaceMissingValues(true);
            kmeans.setNumClusters(parameters.clusters());
            kmeans.setMaxIterations(parameters.maxIterations());
            kmeans.buildClusterer(instances);
            return Clustering.ofMeans(matrix, kmeans.getAssignments(), kmeans.numberOfClusters());
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

        FromRows(int[] rows) {
            this.rows = rows;
            setInitializationMethod(new SelectedTag(KMEANS_PLUS_PLUS, TAGS_SELECTION));
        }

        @Override
        protected void kMeansPlusPlusInit(Instances data) {
            for (int row : rows) {
                m_ClusterCentroids.add(data.instance(row));
            }
        }
    }
}
