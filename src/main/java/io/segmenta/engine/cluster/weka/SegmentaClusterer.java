package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import org.jspecify.annotations.Nullable;
import weka.clusterers.AbstractClusterer;
import weka.clusterers.NumberOfClustersRequestable;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Randomizable;

/** k-means and hierarchies for Weka's own tools: takes numeric attributes without missing values, as they are. */
public final class SegmentaClusterer extends AbstractClusterer implements NumberOfClustersRequestable, Randomizable {
    private static final long serialVersionUID = 1L;

    private transient Hyperparameters parameters;
    private int seed = 1;
    private transient @Nullable Clustering clustering;

    /** k-means with 5 clusters. */
    public SegmentaClusterer() {
        this(KMeansParameters.of(5));
    }

    public SegmentaClusterer(Hyperparameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void buildClusterer(Instances data) throws Exception {
        getCapabilities().testWithFail(data);
        clustering = Clusterers.fit(WekaData.matrix(data), parameters, new Seed(seed), Progress.SILENT);
    }

    @Override
    public int clusterInstance(Instance instance) {
        return built().model().assign(instance.toDoubleArray());
    }

    @Override
    public int numberOfClusters() {
        return built().clusters();
    }

    /** Of the data it was built from. */
    public int[] labels() {
        return built().labels();
    }

    private Clustering built() {
        if (clustering == null) {
            throw new IllegalStateException("The clusterer has not been built yet: call buildClusterer first.");
        }
        return clustering;
    }

    @Override
    public Capabilities getCapabilities() {
        return WekaData.capabilities(this);
    }

    /** Keeps the other settings. */
    @Override
    public void setNumClusters(int clusters) {
        parameters = parameters.withClusters(clusters);
    }

    @Override
    public void setSeed(int seed) {
        this.seed = seed;
    }

    @Override
    public int getSeed() {
        return seed;
    }
}
