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
import io.segmenta.engine.evaluate.Evaluation;
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
     * @param problem why not, or empty
     */
    record Answer(int[] sizes, double silhouette, int iterations, String problem, Duration took) {}

    /** @param clustering null where the setting could not be fitted */
    record Found(Answer answer, @Nullable Clustering clustering) {}

    private final FeatureMatrix matrix;
    private final Seed seed;
    private final Map<Hyperparameters, Answer> known = new HashMap<>();
    private final Map<Linkage, HierarchyTree> trees = new ConcurrentHashMap<>();
    private final Map<Labels, Double> silhouettes = new ConcurrentHashMap<>();

    TrialCache(FeatureMatrix matrix, Seed seed) {
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
            Double score = silhouettes.get(labels);
            if (score == null) {
                score = Evaluation.of(matrix, clustering.labels(), seed, progress)
                        .silhouette();
                silhouettes.put(labels, score);
            }
            return new Found(
                    new Answer(clustering.sizes(), score, clustering.iterations(), "", since(start)), clustering);
        } catch (UserFacingException cannotBeFitted) {
            String problem = String.valueOf(cannotBeFitted.getMessage());
            return new Found(new Answer(new int[0], Double.NaN, 0, problem, since(start)), null);
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
        return answer.problem().isEmpty() && answer.iterations() < allowed;
    }
}
