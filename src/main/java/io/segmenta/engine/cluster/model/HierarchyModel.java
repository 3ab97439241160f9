package io.segmenta.engine.cluster.model;

/**
 * Assigns to the nearest centre, since a hierarchy has no place for new rows.
 *
 * @param centres means of the clusters
 * @param top the last merges, each leaf a group of rows
 */
public record HierarchyModel(double[][] centres, Linkage linkage, Dendrogram top) implements ClusterModel {
    public HierarchyModel {
        // It checks the centres.
        var unused = new CentroidModel(centres);
    }

    @Override
    public int columns() {
        return centres[0].length;
    }

    @Override
    public int clusters() {
        return centres.length;
    }

    @Override
    public int assign(double[] row) {
        return new CentroidModel(centres).assign(row);
    }
}
