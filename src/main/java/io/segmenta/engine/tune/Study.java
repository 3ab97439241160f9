package io.segmenta.engine.tune;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Hyperparameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The search for one algorithm. */
final class Study {
    /** Draws before a setting is tried again. */
    private static final int ATTEMPTS = 40;

    private final SearchSpace space;
    private final TpeSampler sampler;
    private final int trials;
    private final List<Observation> history = new ArrayList<>();

    Study(Algorithm algorithm, TuningSettings settings, Seed seed) {
        space = SearchSpace.of(algorithm, settings);
        sampler = new TpeSampler(
                space.dimensions(), seed.derive("tuning " + algorithm.key()).random());
        trials = settings.trials();
    }

    /** A point proposed, and the setting it stands for. */
    record Proposal(Study study, double[] point, Hyperparameters parameters) {}

    /**
     * The next points, made from what is known now; fewer than asked for at the end of the search. A setting whose answer is known is only
     * proposed again when no other can be found.
     */
    List<Proposal> propose(int count, Predicate<Hyperparameters> isKnown) {
        List<Proposal> proposals = new ArrayList<>();
        Set<Hyperparameters> proposed = new HashSet<>();
        for (int i = 0; i < Math.min(count, trials - history.size()); i++) {
            Proposal proposal = propose(parameters -> isKnown.test(parameters) || proposed.contains(parameters));
            proposals.add(proposal);
            proposed.add(proposal.parameters());
        }
        return proposals;
    }

    private Proposal propose(Predicate<Hyperparameters> isKnown) {
        Proposal first = at(sampler.propose(history));
        Proposal next = first;
        for (int attempt = 1; attempt < ATTEMPTS && isKnown.test(next.parameters()); attempt++) {
            // Where the sampler insists, anywhere else will do: without a history it draws at random.
            next = at(sampler.propose(attempt < ATTEMPTS / 4 ? history : List.of()));
        }
        return isKnown.test(next.parameters()) ? first : next;
    }

    private Proposal at(double[] point) {
        return new Proposal(this, point, space.at(point));
    }

    void observe(double[] point, double score, double violation) {
        history.add(new Observation(point, Double.isNaN(score) ? -1 : score, violation));
    }
}
