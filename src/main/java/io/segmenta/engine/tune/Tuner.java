package io.segmenta.engine.tune;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.evaluate.Evaluation;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.evaluate.Stability;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.tune.Study.Proposal;
import io.segmenta.engine.tune.TrialCache.Answer;
import io.segmenta.engine.tune.TrialCache.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches the settings of one or several algorithms. Trials are made in rounds of fixed size, each proposed from the rounds before it: the
 * trials of a round run side by side, and the result does not depend on how many cores there are.
 */
public final class Tuner {
    /** Trials of one algorithm in a round. */
    private static final int ROUND = 2;

    private final FeatureMatrix matrix;
    private final TuningSettings settings;
    private final Seed seed;
    private final TuningWatch watch;
    private final Progress progress;
    private final TrialCache cache;
    private final List<Study> studies;
    private final List<Trial> trials = new ArrayList<>();
    private final long started = System.nanoTime();
    private @Nullable Trial best;
    private @Nullable Clustering clustering;

    private Tuner(
            FeatureMatrix matrix,
            TuningSettings settings,
            Score score,
            Seed seed,
            TuningWatch watch,
            Progress progress) {
        this.matrix = matrix;
        this.seed = seed;
        this.settings = settings;
        this.watch = watch;
        this.progress = progress;
        cache = new TrialCache(matrix, score, seed);
        studies = settings.algorithms().stream()
                .map(algorithm -> new Study(algorithm, settings, seed))
                .toList();
    }

    /**
     * Looks for the highest silhouette. The same matrix, settings and seed give the same trials and the same result, unless the search is stopped or runs out of time.
     *
     * @throws UserFacingException when no setting that was tried may be used
     * @throws CancelledException when the progress asks for it, or when stopped before a setting was found that may be used
     */
    public static TuningResult tune(
            FeatureMatrix matrix, TuningSettings settings, Seed seed, TuningWatch watch, Progress progress) {
        Score silhouette =
                (labels, part) -> Evaluation.of(matrix, labels, seed, part).silhouette();
        return tune(matrix, settings, silhouette, seed, watch, progress);
    }

    /**
     * Likewise by another score, which is the same whenever it is asked for the same labels.
     *
     * @throws UserFacingException when no setting that was tried may be used
     * @throws CancelledException as there
     */
    public static TuningResult tune(
            FeatureMatrix matrix,
            TuningSettings settings,
            Score score,
            Seed seed,
            TuningWatch watch,
            Progress progress) {
        return new Tuner(matrix, settings, score, seed, watch, progress).run();
    }

    private TuningResult run() {
        boolean complete = true;
        try {
            for (List<Proposal> round = nextRound(); !round.isEmpty(); round = nextRound()) {
                makeTrials(round);
            }
        } catch (SearchEnded early) {
            complete = false;
        }
        if (best == null || clustering == null) {
            if (!complete) {
                throw new CancelledException();
            }
            throw new UserFacingException(noneUsable());
        }
        return new TuningResult(trials, best, clustering, complete);
    }

    private List<Proposal> nextRound() {
        return studies.stream()
                .flatMap(study -> study.propose(ROUND, parameters -> cache.remembered(parameters) != null).stream())
                .toList();
    }

    private void makeTrials(List<Proposal> round) {
        Map<Hyperparameters, Found> found = findNew(round);
        for (Proposal proposal : round) {
            Answer remembered = cache.remembered(proposal.parameters());
            Found fresh = remembered == null ? Objects.requireNonNull(found.get(proposal.parameters())) : null;
            Answer answer = fresh == null ? Objects.requireNonNull(remembered) : tested(proposal.parameters(), fresh);
            if (fresh != null) {
                cache.remember(proposal.parameters(), answer);
            }
            Trial trial = trial(proposal.parameters(), answer, fresh == null);
            trials.add(trial);
            proposal.study().observe(proposal.point(), trial.score(), trial.violation());
            if (fresh != null && trial.isFeasible() && (best == null || Trial.BEST_FIRST.compare(trial, best) < 0)) {
                best = trial;
                clustering = fresh.clustering();
            }
            watch.finished(trial);
        }
    }

    /** Stability takes twenty refits, so only of what would be the best is it asked. */
    private Answer tested(Hyperparameters parameters, Found fresh) {
        Answer answer = fresh.answer();
        Clustering candidate = fresh.clustering();
        if (settings.objective() != Objective.PREDICTIVE || candidate == null) {
            return answer;
        }
        Trial trial = trial(parameters, answer, false);
        if (!trial.isFeasible() || (best != null && Trial.BEST_FIRST.compare(trial, best) > 0)) {
            return answer;
        }
        double found = Arrays.stream(Stability.of(matrix, candidate, parameters, seed, this::check)
                        .jaccard())
                .average()
                .orElse(0);
        return found >= Quality.GOOD.leastJaccard()
                ? answer
                : answer.refused(
                        String.format(
                                Locale.ROOT,
                                "Its segments are not found again surely enough among other customers (%.0f %%); the least allowed is %.0f %%.",
                                100 * found,
                                100 * Quality.GOOD.leastJaccard()),
                        Quality.GOOD.leastJaccard() - found);
    }

    /** Fits what is not known yet, each setting once, side by side; those that share a tree one after the other. */
    private Map<Hyperparameters, Found> findNew(List<Proposal> round) {
        Map<Object, List<Hyperparameters>> groups = round.stream()
                .map(Proposal::parameters)
                .filter(parameters -> cache.remembered(parameters) == null)
                .distinct()
                .collect(Collectors.groupingBy(Tuner::sharedWork, LinkedHashMap::new, Collectors.toList()));
        Map<Hyperparameters, Found> found = new ConcurrentHashMap<>();
        groups.values().parallelStream()
                .forEach(group ->
                        group.forEach(parameters -> found.put(parameters, cache.find(parameters, this::check))));
        check(0, "");
        return found;
    }

    private static Object sharedWork(Hyperparameters parameters) {
        return parameters instanceof AgglomerativeParameters agglomerative ? agglomerative.linkage() : parameters;
    }

    /** Tells how far the search is, whatever one of its trials reports, and ends it when it should. */
    private synchronized void check(double fractionOfTrial, String detail) {
        int planned = settings.trials() * settings.algorithms().size();
        progress.report((double) trials.size() / planned, "Trial " + (trials.size() + 1) + " of " + planned);
        Duration budget = settings.budget();
        boolean late = budget != null && System.nanoTime() - started > budget.toNanos();
        if (watch.shouldStop() || (late && best != null)) {
            throw new SearchEnded();
        }
    }

    private Trial trial(Hyperparameters parameters, Answer answer, boolean remembered) {
        double violation = 0;
        String reason = answer.problem();
        if (!reason.isEmpty()) {
            violation = answer.shortfall();
        } else if (settings.objective() != Objective.SILHOUETTE) {
            int smallest = answer.sizes()[answer.sizes().length - 1];
            double share = (double) smallest / matrix.rows();
            if (share < settings.floor()) {
                violation = settings.floor() - share;
                reason = String.format(
                        Locale.ROOT,
                        "Its smallest segment has %,d of %,d customers (%.2f %%); the least allowed is %.1f %%.",
                        smallest,
                        matrix.rows(),
                        100 * share,
                        100 * settings.floor());
            }
        }
        return new Trial(
                trials.size() + 1,
                parameters,
                answer.score(),
                answer.sizes(),
                remembered ? Duration.ZERO : answer.took(),
                violation,
                reason,
                remembered);
    }

    private String noneUsable() {
        Trial nearest = trials.stream().min(Trial.BEST_FIRST).orElseThrow();
        if (settings.objective() == Objective.PREDICTIVE) {
            return String.format(
                    Locale.ROOT,
                    "None of the %,d settings tried may be used. The nearest: %s Make more trials, or search for usable segments.",
                    trials.size(),
                    nearest.reason());
        }
        return nearest.sizes().length == 0
                ? nearest.reason()
                : String.format(
                        Locale.ROOT,
                        "None of the %,d settings tried gave segments of at least %.1f %% of the customers each. "
                                + "Allow smaller segments, try fewer segments, or make more trials.",
                        trials.size(),
                        100 * settings.floor());
    }

    /** Ends the search in the middle of a trial; what was found stays. */
    private static final class SearchEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
