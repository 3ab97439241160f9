package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.MixtureDensity;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import org.jspecify.annotations.Nullable;
import weka.clusterers.NumberOfClustersRequestable;
import weka.clusterers.RandomizableDensityBasedClusterer;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;

/** Gaussian mixtures for Weka's own tools: takes numeric attributes without missing values, as they are. */
public final class SegmentaMixture extends RandomizableDensityBasedClusterer implements NumberOfClustersRequestable {
    private static final long serialVersionUID = 1L;

    private transient MixtureParameters parameters;
    private transient @Nullable MixtureModel model;

    /** Five components with full covariances. */
    public SegmentaMixture() {
        this(MixtureParameters.of(5, Covariance.FULL));
    }

    public SegmentaMixture(MixtureParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void buildClusterer(Instances data) throws Exception {
        getCapabilities().testWithFail(data);
        Clustering clustering = Clusterers.fit(WekaData.matrix(data), parameters, new Seed(getSeed()), Progress.SILENT);
        model = (MixtureModel) clustering.model();
    }

    @Override
    public double[] clusterPriors() {
        return built().weights().clone();
    }

    @Override
    public double[] logDensityPerClusterForInstance(Instance instance) {
        MixtureModel built = built();
        double[] logs = new MixtureDensity(built.weights(), built.means(), built.covariances())
                .logJoint(instance.toDoubleArray());
        for (int c = 0; c < logs.length; c++) {
            logs[c] -= Math.log(built.weights()[c]);
        }
        return logs;
    }

    @Override
    public int numberOfClusters() {
        return built().clusters();
    }

    private MixtureModel built() {
        if (model == null) {
            throw new IllegalStateException("The mixture has not been built yet: call buildClusterer first.");
        }
        return model;
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
}
