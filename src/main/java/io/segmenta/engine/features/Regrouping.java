package io.segmenta.engine.features;

/** Puts clusters together, or divides them, as a person wants it, wherever the same clusters are found again. */
@FunctionalInterface
public interface Regrouping {
    /** As they were found. */
    Regrouping NONE = (features, customers, labels) -> labels;

    /**
     * @param customers among those of the features, one for each label
     * @param labels of the clusters that were found among these customers, from 0
     * @return others, from 0; some numbers may be missing
     */
    int[] regroup(CustomerFeatures features, int[] customers, int[] labels);
}
