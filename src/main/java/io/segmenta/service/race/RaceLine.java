package io.segmenta.service.race;

import org.jspecify.annotations.Nullable;

/**
 * One figure of one model, and the published one where there is one.
 *
 * @param dataset which public data
 * @param split how they were cut, or which groups were compared
 * @param model its label
 * @param metric {@code logLikelihood}, {@code k}, the name of a parameter, {@code mae}, {@code rmse}, {@code bias} (a share), {@code auc} of
 *     P0, {@code brier}, {@code logLoss}, {@code predicted} purchases; of the order by revenue {@code gini}, {@code spearman} and the
 *     {@code topTenth}'s share
 * @param source of the published figure
 */
public record RaceLine(
        String dataset,
        String split,
        String model,
        String metric,
        double ours,
        @Nullable Double published,
        @Nullable String source) {}
