package io.segmenta.features;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import weka.classifiers.misc.IsolationForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Customers that an isolation forest of 100 trees finds easiest to set apart (Liu, Ting, Zhou 2008; Weka's implementation). */
final class Outliers {
    private static final int TREES = 100;
    private static final int PROGRESS_EVERY = 1024;

    private Outliers() {}

    /**
     * @param columns one array per feature
     * @param contamination the share to find; customers whose score equals the threshold are not outliers
     */
    static boolean[] find(double[][] columns, double contamination, Seed seed, Progress progress) {
        double[] scores = scores(columns, seed, progress);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double threshold = Column.quantile(sorted, 1 - contamination);
        boolean[] outlier = new boolean[scores.length];
        for (int i = 0; i < outlier.length; i++) {
            outlier[i] = scores[i] > threshold;
        }
        return outlier;
    }

    private static double[] scores(double[][] columns, Seed seed, Progress progress) {
        int rows = columns[0].length;
        Instances instances = instances(columns, rows);
        IsolationForest forest = new IsolationForest();
        forest.setNumTrees(TREES);
        forest.setSeed(seed.asInt());
        double[] scores = new double[rows];
        try {
            forest.buildClassifier(instances);
        } catch (Exception e) {
            throw new IllegalStateException("The isolation forest refused " + rows + " customers.", e);
        }
        for (int i = 0; i < rows; i++) {
            scores[i] = forest.distributionForInstance(instances.instance(i))[1];
            if (i % PROGRESS_EVERY == 0) {
                progress.report(0.1 + 0.8 * i / rows, "Looking for unusual customers");
            }
        }
        return scores;
    }

    private static Instances instances(double[][] columns, int rows) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int f = 0; f < columns.length; f++) {
            attributes.add(new Attribute("f" + f));
        }
        attributes.add(new Attribute("class", new ArrayList<>(java.util.List.of("usual", "unusual"))));
        Instances instances = new Instances("customers", attributes, rows);
        instances.setClassIndex(columns.length);
        for (int i = 0; i < rows; i++) {
            double[] values = new double[columns.length + 1];
            for (int f = 0; f < columns.length; f++) {
                values[f] = columns[f][i];
            }
            instances.add(new DenseInstance(1, values));
        }
        return instances;
    }
}
