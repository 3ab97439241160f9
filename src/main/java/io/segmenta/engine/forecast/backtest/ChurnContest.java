package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.churn.ChurnScores;
import io.segmenta.engine.forecast.origin.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which churn model is used, and why: the largest area under the curve, on average over the origins.
 *
 * @param origins at which the candidates were compared, each after learning one horizon earlier, the latest first
 * @param standings one per candidate that gives a probability, plainest first
 */
public record ChurnContest(List<LocalDate> origins, List<Standing> standings) {
    /** @param auc at these origins */
    public record Standing(ChurnModel model, Spread auc) {}

    public ChurnContest {
        origins = List.copyOf(origins);
        standings = List.copyOf(standings);
    }

    /** @param compared each beside the origin where models learn */
    static ChurnContest of(Map<Origin, Origin> compared, Candidates candidates, int days) {
        Map<ChurnModel, List<Double>> found = new EnumMap<>(ChurnModel.class);
        compared.forEach((origin, learned) -> {
            ChurnScores scores = new ChurnScores(learned, days);
            boolean[] inactive = origin.inactive();
            for (ChurnModel model : candidates.churnModels(learned != origin)) {
                if (model.isProbability()) {
                    found.computeIfAbsent(model, any -> new ArrayList<>())
                            .add(ProbabilityError.of(scores.of(model, origin), inactive)
                                    .auc());
                }
            }
        });
        return new ChurnContest(
                compared.keySet().stream()
                        .map(origin -> origin.population().origin())
                        .toList(),
                found.entrySet().stream()
                        .map(e -> new Standing(e.getKey(), Spread.of(e.getValue())))
                        .toList());
    }

    /** Null where the model was not compared. */
    public @Nullable Spread auc(ChurnModel model) {
        return standings.stream()
                .filter(standing -> standing.model() == model)
                .findFirst()
                .map(Standing::auc)
                .orElse(null);
    }

    /** The plainest of the best. */
    ChurnModel winner() {
        Standing best = standings.getFirst();
        for (Standing standing : standings) {
            best = standing.auc().mean() > best.auc().mean() ? standing : best;
        }
        return best.model();
    }
}
