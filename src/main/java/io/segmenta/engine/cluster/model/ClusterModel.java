package io.segmenta.engine.cluster.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is needed to assign a new row; plain numbers, so that it can be written as JSON. */
public sealed interface ClusterModel permits CentroidModel, HierarchyModel, MixtureModel, ClusterModel.Reshaped {
    int clusters();

    /** How many features it compares. */
    int columns();

    /** @param row the transformed features of one customer, in the order of the matrix */
    int assign(double[] row);

    /**
     * A model whose clusters a person put together or divided.
     *
     * @param base as it was found
     * @param labels of the clusters of the base before any change
     * @param changes in their order
     * @param numbers the cluster that each label is in the end
     */
    record Reshaped(ClusterModel base, List<Integer> labels, List<Change> changes, Map<Integer, Integer> numbers)
            implements ClusterModel {
        public Reshaped {
            labels = List.copyOf(labels);
            changes = List.copyOf(changes);
            numbers = Map.copyOf(numbers);
            if (labels.size() != base.clusters()) {
                throw new IllegalArgumentException(
                        base.clusters() + " clusters need as many labels, not " + labels.size() + ".");
            }
        }

        /**
         * Several labels become the first of them; where there is a cut, its part becomes another.
         *
         * @param of at least one
         */
        public record Change(List<Integer> of, @Nullable Cut cut) {
            public Change {
                of = List.copyOf(of);
            }

            /** @param value of the row in the column of the cut, where there is one */
            int after(int label, double value) {
                if (!of.contains(label)) {
                    return label;
                }
                return cut != null && value > cut.above() ? cut.label() : of.getFirst();
            }
        }

        /**
         * Rows above a value.
         *
         * @param column of the matrix
         * @param above transformed
         * @param label that they get
         */
        public record Cut(int column, double above, int label) {}

        @Override
        public int clusters() {
            return (int) numbers.values().stream().distinct().count();
        }

        @Override
        public int columns() {
            return base.columns();
        }

        @Override
        public int assign(double[] row) {
            return numbers.getOrDefault(label(base.assign(row), row), 0);
        }

        /** @param cluster of the base */
        public int label(int cluster, double[] row) {
            int label = labels.get(cluster);
            for (Change change : changes) {
                Cut cut = change.cut();
                label = change.after(label, cut == null ? 0 : row[cut.column()]);
            }
            return label;
        }
    }
}
