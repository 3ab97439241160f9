package io.segmenta.engine.forecast.churn;

import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.model.PurchaseModel;
import io.segmenta.engine.forecast.origin.Origin;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Applies each churn model: what can learn learns at the earlier origin and is applied unchanged at the later. */
public final class ChurnScores {
    private final Origin training;
    private final boolean[] outcomes;
    private final int horizonDays;

    /** @param training an origin whose horizon lies within what is known at the target */
    public ChurnScores(Origin training, int horizonDays) {
        this.training = training;
        this.outcomes = training.inactive();
        this.horizonDays = horizonDays;
    }

    /** One number per customer of the target, 0 to 1. */
    public double[] of(ChurnModel model, Origin target) {
        return switch (model) {
            case CONSTANT -> perCustomer(target, i -> baseRate());
            case SIMPLE_SCORE ->
                Arrays.stream(RiskScore.of(target.recency(), target.orders(), target.spend()))
                        .map(score -> score / 100)
                        .toArray();
            case RECENCY_LOGISTIC -> logistic(logRecency(training), target, row(logRecency(target)));
            case LOG_RFM_LOGISTIC -> logistic(logRfm(training), target, row(logRfm(target)));
            case BG_NBD_P0 -> silent(Family.BG_NBD, target);
            case MBG_NBD_P0 -> silent(Family.MBG_NBD, target);
            case MBG_CNBD_K_P0 -> silent(Family.MBG_CNBD_K, target);
            case FEATURE_LOGISTIC -> logistic(features(training), target, i -> features(target, i));
            case BOOSTING -> {
                Boosting boosting = Boosting.fit(features(training), outcomes, training.progress());
                yield perCustomer(target, i -> boosting.probability(features(target, i)));
            }
        };
    }

    private double[] silent(Family family, Origin target) {
        PurchaseModel fitted = target.model(family);
        return perCustomer(
                target,
                i -> fitted == null
                        ? baseRate()
                        : fitted.probabilityInactive(target.summaries().get(i), horizonDays / 7.0));
    }

    private double baseRate() {
        int inactive = 0;
        for (boolean outcome : outcomes) {
            inactive += outcome ? 1 : 0;
        }
        return (double) inactive / outcomes.length;
    }

    private double[] logistic(double[][] learned, Origin target, IntFunction<double[]> applied) {
        LogisticRegression regression = LogisticRegression.fit(learned, outcomes);
        return perCustomer(target, i -> regression.probability(applied.apply(i)));
    }

    /** One row a customer, made anew by each call. */
    private double[][] features(Origin origin) {
        double[][] rows = new double[origin.size()][];
        Arrays.setAll(rows, i -> features(origin, i));
        return rows;
    }

    private double[] features(Origin origin, int customer) {
        Population population = origin.population();
        return ChurnFeatures.of(population.past(customer), population.origin(), horizonDays);
    }

    private static IntFunction<double[]> row(double[][] rows) {
        return i -> rows[i];
    }

    private static double[][] logRecency(Origin origin) {
        return columns(origin.recency());
    }

    private static double[][] logRfm(Origin origin) {
        return columns(origin.recency(), origin.purchases(), origin.spend());
    }

    /** The columns' logarithms as rows; spend may be 0. */
    private static double[][] columns(double[]... columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = Math.log(Math.max(columns[j][i], 0.01));
            }
        }
        return rows;
    }

    private static double[] perCustomer(Origin target, IntToDoubleFunction number) {
        double[] values = new double[target.size()];
        for (int i = 0; i < values.length; i++) {
            target.progress().tick(i);
            values[i] = number.applyAsDouble(i);
        }
        return values;
    }
}
