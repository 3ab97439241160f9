package io.segmenta.engine.forecast.churn;

import io.segmenta.engine.forecast.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * What customers will spend by the linear zero-inflated log-normal regression: whether they spend by a logistic regression and, of those who do, the
 * logarithm by a linear one, on the same seventeen features of the purchase history. The two parts of its likelihood share no parameter,
 * so each is fitted alone, here with a small ridge penalty on standardised columns.
 *
 * <p>On customers like those it learned from its sum is right. Later customers may not be like them: they have longer histories and more purchases than
 * anybody had where it learned, and beyond that a line is a guess. So sums are not forecast by it; an order suffers less.
 *
 * @see <a href="https://doi.org/10.48550/arXiv.1912.07753">Wang, Liu and Miao (2019), A Deep Probabilistic Model for Customer Lifetime Value Prediction</a>
 */
public final class SpendRegression {
    private static final double RIDGE = 1;
    private static final int FEWEST_SPENDERS = 20;

    private final LogisticRegression inactive;
    private final double[] means;
    private final double[] deviations;
    private final double[] weights;
    private final double intercept;
    private final double variance;
    private final double least;
    private final double most;

    private SpendRegression(LogisticRegression inactive, double[][] rows, double[] logs) {
        this.inactive = inactive;
        int columns = rows[0].length;
        means = new double[columns];
        deviations = new double[columns];
        for (int j = 0; j < columns; j++) {
            for (double[] row : rows) {
                means[j] += row[j] / rows.length;
            }
            for (double[] row : rows) {
                deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / rows.length;
            }
            deviations[j] = deviations[j] > 1e-20 ? Math.sqrt(deviations[j]) : 1;
        }
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            sum += log;
            low = Math.min(low, log);
            high = Math.max(high, log);
        }
        intercept = sum / logs.length;
        least = low;
        most = high;
        weights = solved(rows, logs);
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double residual = logs[i] - log(rows[i]);
            squares += residual * residual;
        }
        variance = squares / rows.length;
    }

    private double[] solved(double[][] rows, double[] logs) {
        int columns = means.length;
        double[][] products = new double[columns][columns];
        double[] right = new double[columns];
        double[] z = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                z[j] = (rows[i][j] - means[j]) / deviations[j];
                right[j] += z[j] * (logs[i] - intercept);
                for (int k = 0; k <= j; k++) {
                    products[j][k] += z[j] * z[k];
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            products[j][j] += RIDGE;
            for (int k = 0; k < j; k++) {
                products[k][j] = products[j][k];
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(products), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    /** Not beyond what was seen, so that no extrapolated logarithm becomes a fortune. */
    private double log(double[] row) {
        double log = intercept;
        for (int j = 0; j < row.length; j++) {
            log += weights[j] * (row[j] - means[j]) / deviations[j];
        }
        return Math.clamp(log, least, most);
    }

    /**
     * Expected spend of each customer.
     *
     * @param training where it learns from the days that follow; both outcomes must occur in them
     * @param target in whose customers' days after it is forecast
     * @param days that follow either
     * @return all 0 where too few spent anything
     */
    public static double[] forecast(Origin training, Origin target, int days) {
        double[] spent = training.population().spendWithin(days);
        double[][] rows = new double[spent.length][];
        boolean[] inactive = new boolean[spent.length];
        List<double[]> spenders = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        for (int i = 0; i < spent.length; i++) {
            training.progress().tick(i);
            rows[i] = features(training, i, days);
            inactive[i] = !(spent[i] > 0);
            if (spent[i] > 0) {
                spenders.add(rows[i]);
                logs.add(Math.log(spent[i]));
            }
        }
        double[] expected = new double[target.size()];
        if (spenders.size() < FEWEST_SPENDERS) {
            return expected;
        }
        SpendRegression regression = new SpendRegression(
                LogisticRegression.fit(rows, inactive),
                spenders.toArray(double[][]::new),
                logs.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < expected.length; i++) {
            target.progress().tick(i);
            double[] row = features(target, i, days);
            expected[i] = (1 - regression.inactive.probability(row))
                    * Math.exp(regression.log(row) + regression.variance / 2);
        }
        return expected;
    }

    private static double[] features(Origin origin, int customer, int days) {
        return ChurnFeatures.of(
                origin.population().past(customer), origin.population().origin(), days);
    }
}
