package io.segmenta.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.WekaRows;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.misc.IsolationForest;
import weka.core.Instances;

class FlatIsolationForestTest {
    private static final int ROWS = 1500;

    @Test
    void scoresAreThoseOfWeka() throws Exception {
        double[][] columns = cloud(3);
        Instances instances = instances(columns);
        IsolationForest weka = forest(new IsolationForest(), 300);
        IsolationForest flat = forest(new FlatIsolationForest(), 300);
        // Weka limits the height by all rows instead of the sample, so both get the same of each.
        weka.setSubsampleSize(ROWS);
        flat.setSubsampleSize(ROWS);
        weka.buildClassifier(instances);
        flat.buildClassifier(instances);
        double difference = 0;
        for (int i = 0; i < ROWS; i++) {
            double ours = flat.distributionForInstance(instances.instance(i))[1];
            double theirs = weka.distributionForInstance(instances.instance(i))[1];
            // Two seeds of Weka's differ by up to 0.033 here.
            assertThat(ours).isCloseTo(theirs, within(0.05));
            difference += ours - theirs;
        }
        assertThat(difference / ROWS).isCloseTo(0, within(0.006));
    }

    @Test
    void blocksAndInstancesScoreAlike() throws Exception {
        double[][] columns = cloud(2);
        Instances instances = instances(columns);
        FlatIsolationForest flat = new FlatIsolationForest();
        flat.buildClassifier(instances);
        double[] block = IntStream.range(0, ROWS)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(columns).mapToDouble(column -> column[i]))
                .toArray();
        double[] scores = new double[ROWS];
        flat.score(block, ROWS, 2, scores);
        assertThat(scores[7]).isEqualTo(flat.distributionForInstance(instances.instance(7))[1]);
        assertThat(Arrays.stream(scores).min().orElseThrow()).isPositive();
        assertThat(Arrays.stream(scores).max().orElseThrow()).isLessThan(1);
    }

    @Test
    void theFarthestIsTheOddest() {
        double[][] columns = cloud(2);
        columns[0][5] = 20;
        columns[1][5] = -20;
        boolean[] outlier = Outliers.find(columns, 1.0 / ROWS, new Seed(1), Progress.SILENT);
        assertThat(outlier[5]).isTrue();
        assertThat(IntStream.range(0, ROWS).filter(i -> outlier[i])).hasSize(1);
    }

    @Test
    void theSameSeedFindsTheSame() {
        double[][] columns = cloud(4);
        boolean[] first = Outliers.find(columns, 0.05, new Seed(1), Progress.SILENT);
        assertThat(Outliers.find(columns, 0.05, new Seed(1), Progress.SILENT)).isEqualTo(first);
        assertThat(Outliers.find(columns, 0.05, new Seed(2), Progress.SILENT)).isNotEqualTo(first);
        assertThat(IntStream.range(0, ROWS).filter(i -> first[i])).hasSize(75);
    }

    @Test
    void amongEqualsNobodyIsOdd() {
        double[][] columns = {new double[100], new double[100]};
        assertThat(Outliers.find(columns, 0.5, new Seed(1), Progress.SILENT)).doesNotContain(true);
    }

    @Test
    void oneRow() {
        assertThat(Outliers.find(new double[][] {{3}}, 0.01, new Seed(1), Progress.SILENT))
                .containsExactly(false);
    }

    private static IsolationForest forest(IsolationForest forest, int trees) {
        forest.setNumTrees(trees);
        forest.setSeed(9);
        return forest;
    }

    private static double[][] cloud(int columns) {
        Random random = new Seed(columns).random();
        double[][] cloud = new double[columns][ROWS];
        for (double[] column : cloud) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        return cloud;
    }

    private static Instances instances(double[][] columns) {
        Instances instances = WekaRows.withOutcome(
                IntStream.range(0, columns.length).mapToObj(f -> "f" + f).toList(), ROWS);
        for (int i = 0; i < ROWS; i++) {
            double[] values = new double[columns.length + 1];
            for (int f = 0; f < columns.length; f++) {
                values[f] = columns[f][i];
            }
            instances.add(WekaRows.row(values));
        }
        return instances;
    }
}
