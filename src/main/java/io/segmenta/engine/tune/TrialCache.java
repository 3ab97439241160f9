package io.segmenta.engine.tune;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.hierarchy.HierarchyTree;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fits settings and scores them, and does nothing twice: settings, trees and labels that came before are remembered. */
final class TrialCache {
    /**
     * What is kept of a setting.
     *
     * @param sizes of the clusters; empty where it could not be fitted
     * @param score NaN where it could not be fitted
     * @param problem why it could not, or why it may not be used whatever the sizes; or empty
     * @param shortfall by how much; 0 where there is no problem
     */
    record Answer(int[] sizes, double score, int iterations, String problem, double shortfall, Duration took) {
        /** The same setting, which may not be used. */
        Answer refused(String why, double by) {
            return new Answer(sizes, score, iterations, why, by, took);
        }
    }

    /** @param clustering null where the setting could not be fitted */
    record Found(Answer answer, @Nullable Clustering clustering) {}

    private final FeatureMatrix matrix;
    private final Seed seed;
    private final Map<Hyperparameters, Answer> known = new HashMap<>();
    private final Map<Linkage, HierarchyTree> trees = new ConcurrentHashMap<>();
    private final Score score;
    private final Map<Labels, Double> scores = new ConcurrentHashMap<>();

    TrialCache(FeatureMatrix matrix, Score score, Seed seed) {
        this.score = score;
        this.matrix = matrix;
        this.seed = seed;
    }

    /** Equal labels, compared by what they lead to. */
    private record Labels(int hash, double inertia) {}

    @Nullable Answer remembered(Hyperparameters parameters) {
        Answer answer = known.get(withoutIterations(parameters));
        return answer != null && settledWithin(answer, parameters) ? answer : known.get(parameters);
    }

    void remember(Hyperparameters parameters, Answer answer) {
        known.put(parameters, answer);
        if (settledWithin(answer, parameters)) {
            known.put(withoutIterations(parameters), answer);
        }
    }

    /** May run beside others, but not beside one of the same linkage. */
    Found find(Hyperparameters parameters, Progress progress) {
        long start = System.nanoTime();
        try {
            Clustering clustering = fit(parameters, progress);
            Labels labels = new Labels(Arrays.hashCode(clustering.labels()), clustering.inertia());
            Double known = scores.get(labels);
            if (known == null) {
                known = score.of(clustering.labels(), progress);
                scores.put(labels, known);
            }
            return new Found(
                    new Answer(clustering.sizes(), known, clustering.iterations(), "", 0, since(start)), clustering);
        } catch (UserFacingException cannotBeFitted) {
            String problem = String.valueOf(cannotBeFitted.getMessage());
            return new Found(new Answer(new int[0], Double.NaN, 0, problem, 1, since(start)), null);
        }
    }

    private Clustering fit(Hyperparameters parameters, Progress progress) {
        if (parameters instanceof AgglomerativeParameters(int clusters, Linkage linkage, Engine engine)
                && engine == Engine.SEGMENTA) {
            HierarchyTree tree = trees.get(linkage);
            if (tree == null) {
                tree = HierarchyTree.grow(matrix, linkage, seed, progress);
                trees.put(linkage, tree);
            }
            return tree.cut(matrix, clusters);
        }
        return Clusterers.fit(matrix, parameters, seed, progress);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The same setting with the most iterations there are: its result is that of any number within which it settled. */
    private static Hyperparameters withoutIterations(Hyperparameters parameters) {
        return switch (parameters) {
            case KMeansParameters p ->
                new KMeansParameters(p.clusters(), p.init(), p.method(), 1_000, p.restarts(), p.engine());
            case MixtureParameters p ->
                new MixtureParameters(p.clusters(), p.covariance(), 500, p.restarts(), p.regularisation(), p.engine());
            case AgglomerativeParameters p -> p;
        };
    }

    private static boolean settledWithin(Answer answer, Hyperparameters parameters) {
        int allowed =
                switch (parameters) {
                    case KMeansParameters p -> p.maxIterations();
                    case MixtureParameters p -> p.maxIterations();
                    case AgglomerativeParameters p -> Integer.MAX_VALUE;
                };
        return answer.sizes().length > 0 && answer.iterations() < allowed;
    }
}
