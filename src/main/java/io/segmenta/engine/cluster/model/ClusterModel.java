package io.segmenta.engine.cluster.model;

/** What is needed to assign a new row; plain numbers, so that it can be written as JSON. */
public sealed interface ClusterModel permits CentroidModel, HierarchyModel, MixtureModel {
    int clusters();

    /** How many features it compares. */
    int columns();

    /** @param row the transformed features of one customer, in the order of the matrix */
    int assign(double[] row);
}
