package io.segmenta.engine.tune;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Engine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched, and for how long.
 *
 * @param algorithms at least one, none twice
 * @param trials for each algorithm, 1 to 300
 * @param fewest segments, 2 to 20
 * @param most segments, from fewest to 20
 * @param floor the least share of customers in a usable segment, 0 to 0.5
 * @param budget after which no trial is begun and a running one is given up, or null for none
 * @param engines that are tried: ours, or Weka's beside them; documents of earlier versions lack them and tried ours
 */
public record TuningSettings(
        List<Algorithm> algorithms,
        int trials,
        int fewest,
        int most,
        Objective objective,
        double floor,
        @Nullable Duration budget,
        List<Engine> engines) {
    private static final List<Engine> OURS = List.of(Engine.SEGMENTA);

    /** @throws UserFacingException when one of them is out of its range */
    public TuningSettings {
        engines = engines == null ? OURS : List.copyOf(engines);
        if (!engines.contains(Engine.SEGMENTA) || engines.stream().distinct().count() != engines.size()) {
            throw new UserFacingException(
                    "A search tries the engine Segmenta, alone or with Weka beside it, not " + engines + ".");
        }
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty() || algorithms.stream().distinct().count() != algorithms.size()) {
            throw new UserFacingException("Choose at least one algorithm to tune, and each only once.");
        }
        if (trials < 1 || trials > 300) {
            throw new UserFacingException("The number of trials (" + trials + ") must be between 1 and 300.");
        }
        if (fewest < 2 || most > 20 || fewest > most) {
            throw new UserFacingException("The number of segments to try (" + fewest + " to " + most
                    + ") must lie between 2 and 20, the smaller number first.");
        }
        if (!(floor >= 0 && floor <= 0.5)) {
            throw new UserFacingException("The least share of customers in a segment (" + 100 * floor
                    + " %) must be between 0 and 50 %. The usual value is 2 %.");
        }
        if (budget != null && !budget.isPositive()) {
            throw new UserFacingException("The time for tuning (" + budget + ") must be longer than nothing.");
        }
    }

    /** With our engines alone. */
    public TuningSettings(
            List<Algorithm> algorithms,
            int trials,
            int fewest,
            int most,
            Objective objective,
            double floor,
            @Nullable Duration budget) {
        this(algorithms, trials, fewest, most, objective, floor, budget, OURS);
    }

    /** Twenty trials an algorithm for 3 to 5 usable segments. */
    public static TuningSettings of(List<Algorithm> algorithms) {
        return new TuningSettings(algorithms, 20, 3, 5, Objective.USABLE_SEGMENTS, 0.02, null);
    }
}
