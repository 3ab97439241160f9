package io.segmenta.engine.forecast.churn;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.WekaRows;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.numeric.Sampling;
import java.util.Arrays;
import java.util.stream.IntStream;
import weka.classifiers.meta.LogitBoost;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Weka's boosting of one-split trees (LogitBoost; Friedman, Hastie, Tibshirani 2000) on rows of numbers with a yes or no to learn. Each
 * round sorts every column, so of many rows it learns from an even selection.
 *
 * @see <a href="https://doi.org/10.1214/aos/1016218223">Friedman, Hastie and Tibshirani (2000), Additive Logistic Regression: A Statistical View of Boosting</a>
 */
final class Boosting {
    private static final int ROUNDS = 100;
    private static final double SHRINKAGE = 0.1;

    private final LogitBoost boost;
    private final Instances header;

    private Boosting(LogitBoost boost, Instances header) {
        this.boost = boost;
        this.header = header;
    }

    static Boosting fit(double[][] rows, boolean[] outcomes, ForecastProgress progress) {
        int columns = rows[0].length;
        Instances instances = WekaRows.withOutcome(
                IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
                Math.min(rows.length, Sampling.MANY_ROWS));
        int stride = (rows.length + Sampling.MANY_ROWS - 1) / Sampling.MANY_ROWS;
        for (int i = 0; i < rows.length; i += stride) {
            instances.add(instance(rows[i], outcomes[i] ? 1 : 0));
        }
        LogitBoost boost = new LogitBoost();
        boost.setNumIterations(ROUNDS);
        boost.setShrinkage(SHRINKAGE);
        try {
            boost.initializeClassifier(instances);
            while (boost.next()) {
                progress.tick();
            }
            boost.done();
        } catch (CancelledException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The boosted trees could not be grown.", e);
        }
        return new Boosting(boost, instances.stringFreeStructure());
    }

    double probability(double[] row) {
        Instance instance = instance(row, 0);
        instance.setDataset(header);
        try {
            return boost.distributionForInstance(instance)[1];
        } catch (Exception e) {
            throw new IllegalStateException("The boosted trees could not be asked.", e);
        }
    }

    private static Instance instance(double[] row, double outcome) {
        double[] values = Arrays.copyOf(row, row.length + 1);
        values[row.length] = outcome;
        return WekaRows.row(values);
    }
}
