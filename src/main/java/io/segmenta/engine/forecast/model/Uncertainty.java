package io.segmenta.engine.forecast.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How exactly the data determine the parameters of a fitted model.
 *
 * @param estimates one per parameter
 * @param covarianceOfLogs of the logarithms of the parameters, same order
 */
public record Uncertainty(List<Estimate> estimates, double[][] covarianceOfLogs) {
    private static final double NORMAL_975 = 1.959963984540054;

    /**
     * A parameter with its standard error (delta method) and 95 % confidence interval, which is symmetric for the logarithm.
     */
    public record Estimate(String name, double value, double standardError, double low, double high) {}

    public Uncertainty {
        estimates = List.copyOf(estimates);
    }

    static Uncertainty of(List<String> names, double[] parameters, double[][] covarianceOfLogs) {
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            double value = parameters[i];
            double ofLog = Math.sqrt(covarianceOfLogs[i][i]);
            double factor = Math.exp(NORMAL_975 * ofLog);
            estimates.add(new Estimate(names.get(i), value, value * ofLog, value / factor, value * factor));
        }
        return new Uncertainty(estimates, covarianceOfLogs);
    }
}
