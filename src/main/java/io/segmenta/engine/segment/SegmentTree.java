package io.segmenta.engine.segment;

import io.segmenta.engine.base.WekaRows;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.j48.C45Split;
import weka.classifiers.trees.j48.ClassifierTree;
import weka.core.Instances;

/** A pruned decision tree that tells one segment from the rest, read as paths of conditions. */
final class SegmentTree {
    /** A leaf must speak for this part of the segment at least. */
    private static final double LEAF_SHARE = 0.05;

    private static final int SMALLEST_LEAF = 5;

    /** Well under Weka's 0.25: a short rule is worth more here than the last percent. */
    private static final float PRUNING_CONFIDENCE = 0.05f;

    private static final MathContext READABLE = new MathContext(2);

    private final List<Feature> features;
    private final List<List<Condition>> paths = new ArrayList<>();

    private SegmentTree(List<Feature> features) {
        this.features = features;
    }

    /** The conditions that lead to each node of the tree but the root, one condition a feature, bounds rounded to be read. */
    static List<List<Condition>> paths(
            CustomerFeatures customerFeatures, List<Feature> features, int[] customers, boolean[] member) {
        SegmentTree tree = new SegmentTree(features);
        double[] from = new double[features.size()];
        double[] to = new double[features.size()];
        Arrays.fill(from, Double.NEGATIVE_INFINITY);
        Arrays.fill(to, Double.POSITIVE_INFINITY);
        tree.collect(grow(instances(customerFeatures, features, customers, member), member), from, to);
        return tree.paths;
    }

    private static ClassifierTree grow(Instances instances, boolean[] member) {
        int members = 0;
        for (boolean is : member) {
            members += is ? 1 : 0;
        }
        Grown tree = new Grown();
        tree.setConfidenceFactor(PRUNING_CONFIDENCE);
        tree.setMinNumObj(Math.max(SMALLEST_LEAF, (int) (LEAF_SHARE * members)));
        try {
            tree.buildClassifier(instances);
        } catch (Exception e) {
            throw new IllegalStateException("The tree that explains a segment could not be grown.", e);
        }
        return tree.root();
    }

    private static Instances instances(
            CustomerFeatures customerFeatures, List<Feature> features, int[] customers, boolean[] member) {
        Instances instances =
                WekaRows.withOutcome(features.stream().map(Feature::key).toList(), customers.length);
        for (int i = 0; i < customers.length; i++) {
            double[] values = new double[features.size() + 1];
            for (int j = 0; j < features.size(); j++) {
                values[j] = customerFeatures.column(features.get(j))[customers[i]];
            }
            values[features.size()] = member[i] ? 1 : 0;
            instances.add(WekaRows.row(values));
        }
        return instances;
    }

    private void collect(ClassifierTree node, double[] from, double[] to) {
        if (node.isLeaf() || !(node.getLocalModel() instanceof C45Split split)) {
            return;
        }
        int feature = split.attIndex();
        double bound = readable(features.get(feature), split.splitPoint());
        double[] below = to.clone();
        below[feature] = Math.min(below[feature], bound);
        visit(node.getSons()[0], from, below);
        double[] above = from.clone();
        above[feature] = Math.max(above[feature], bound);
        visit(node.getSons()[1], above, to);
    }

    private void visit(ClassifierTree node, double[] from, double[] to) {
        List<Condition> path = new ArrayList<>();
        for (int j = 0; j < features.size(); j++) {
            if (from[j] >= to[j]) {
                // Two bounds became one by rounding: nobody is left here.
                return;
            }
            if (Double.isFinite(from[j]) || Double.isFinite(to[j])) {
                path.add(new Condition(features.get(j), from[j], to[j]));
            }
        }
        paths.add(path);
        collect(node, from, to);
    }

    /** The tree splits into ≤ and &gt;; conditions into &lt; and ≥. */
    private static double readable(Feature feature, double splitPoint) {
        return Condition.whole(feature)
                ? Math.floor(splitPoint) + 1
                : new BigDecimal(splitPoint).round(READABLE).doubleValue();
    }

    /** Opens the root of Weka's tree. */
    private static final class Grown extends J48 {
        private static final long serialVersionUID = 1L;

        ClassifierTree root() {
            return m_root;
        }
    }
}
