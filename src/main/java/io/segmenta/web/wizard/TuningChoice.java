package io.segmenta.web.wizard;

import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search for the best settings in the parameters of an address. */
final class TuningChoice {
    static final TuningSettings USUAL = TuningSettings.of(List.of(Algorithm.values()));

    private static final String NONE = "none";

    private TuningChoice() {}

    static TuningSettings of(Draft draft, TuningSettings usual) {
        return Parameters.valid(
                () -> new TuningSettings(
                        draft.choice("tune", TuningChoice::algorithms).orElse(usual.algorithms()),
                        draft.choice("trials", Integer::valueOf).orElse(usual.trials()),
                        draft.choice("fewest", Integer::valueOf).orElse(usual.fewest()),
                        draft.choice("most", Integer::valueOf).orElse(usual.most()),
                        draft.choice("objective", TuningChoice::objective).orElse(usual.objective()),
                        draft.choice("floor", Double::valueOf).orElse(usual.floor()),
                        draft.text("time-limit").filter(NONE::equals).isPresent()
                                ? null
                                : draft.choice("time-limit", Duration::parse).orElse(usual.budget()),
                        draft.choice("tune-engines", TuningChoice::engines).orElse(usual.engines())),
                usual);
    }

    static Draft in(Draft draft, TuningSettings tuning) {
        Duration budget = tuning.budget();
        return draft.with(
                        "tune", tuning.algorithms().stream().map(Algorithm::key).collect(Collectors.joining(",")))
                .with("trials", String.valueOf(tuning.trials()))
                .with("fewest", String.valueOf(tuning.fewest()))
                .with("most", String.valueOf(tuning.most()))
                .with("objective", tuning.objective().key())
                .with("floor", String.valueOf(tuning.floor()))
                .with("tune-engines", tuning.engines().stream().map(Engine::key).collect(Collectors.joining(",")))
                .with("time-limit", budget == null ? NONE : budget.toString());
    }

    private static List<Algorithm> algorithms(String keys) {
        return Stream.of(keys.split(",")).map(Algorithms::algorithm).toList();
    }

    private static List<Engine> engines(String keys) {
        List<String> known = List.of(keys.split(","));
        return Stream.of(Engine.values())
                .filter(engine -> known.contains(engine.key()))
                .toList();
    }

    private static Objective objective(String key) {
        return Stream.of(Objective.values())
                .filter(objective -> objective.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
