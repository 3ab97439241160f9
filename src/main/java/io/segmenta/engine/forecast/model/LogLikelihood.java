package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.ForecastProgress;

/** A log-likelihood over the logarithms of positive parameters. */
@FunctionalInterface
interface LogLikelihood {
    /**
     * @param logs the logarithms of the parameters
     * @param gradient filled with the derivatives by these logarithms, as many
     * @return the log-likelihood
     */
    double evaluate(double[] logs, double[] gradient);

    /** The same; each evaluation asks whether the work should stop. */
    default LogLikelihood reporting(ForecastProgress progress) {
        return (logs, gradient) -> {
            progress.tick();
            return evaluate(logs, gradient);
        };
    }
}
