package io.segmenta.engine.forecast.model;

/** A log-likelihood over the logarithms of positive parameters. */
@FunctionalInterface
public interface Objective {
    /**
     * @param logs the logarithms of the parameters
     * @param gradient filled with the derivatives by these logarithms
     * @return the log-likelihood
     */
    double evaluate(double[] logs, double[] gradient);
}
