package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.CentroidModel;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.testing.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
    @Test
    void aMixtureIsWrittenByItsPartsInTheOrderOfEarlierVersions() {
        MixtureModel model = new MixtureModel(
                Covariance.FULL, new double[] {1}, new double[][] {{2}}, new double[][][] {{{4}}}, -1, 3, 5);

        String json = Documents.write(model);

        assertThat(json)
                .isEqualTo("{\"kind\":\"mixture\",\"covariance\":\"FULL\",\"weights\":[1.0],\"means\":[[2.0]],"
                        + "\"covariances\":[[[4.0]]],\"meanLogLikelihood\":-1.0,\"aic\":3.0,\"bic\":5.0}");
        assertThat(Documents.read(json, ClusterModel.class).assign(new double[] {9}))
                .isZero();
    }

    /** Documents and scripts of earlier versions know the word ELKAN and no engine of k-means. */
    @Test
    void kMeansIsWrittenAsByEarlierVersionsUnlessItsEngineIsOurs() {
        String earlier = "{\"algorithm\":\"kmeans\",\"clusters\":5,\"init\":\"K_MEANS_PLUS_PLUS\",\"method\":\"ELKAN\","
                + "\"maxIterations\":300,\"restarts\":10}";

        assertThat(Documents.write(KMeansParameters.of(5))).isEqualTo(earlier);
        assertThat(Documents.read(earlier, Hyperparameters.class)).isEqualTo(KMeansParameters.of(5));
        assertThat(Documents.read(earlier.replace("ELKAN", "HAMERLY"), Hyperparameters.class))
                .isEqualTo(KMeansParameters.of(5));
        assertThat(Documents.read(earlier.replace("ELKAN", "LLOYD"), Hyperparameters.class))
                .isEqualTo(new KMeansParameters(5, Init.K_MEANS_PLUS_PLUS, Method.LLOYD, 300, 10));
    }

    @Test
    void runsOfEarlierVersionsWereMadeByTheEngineTheirParametersMeant() {
        String kmeans = "{\"caveats\":[],\"parameters\":{\"algorithm\":\"kmeans\",\"clusters\":5,\"init\":\"RANDOM\","
                + "\"method\":\"ELKAN\",\"maxIterations\":300,\"restarts\":10},\"tuning\":null}";
        String hierarchy = "{\"caveats\":[],\"parameters\":{\"algorithm\":\"agglomerative\",\"clusters\":5,"
                + "\"linkage\":\"SINGLE\",\"engine\":\"WEKA\"},\"tuning\":null}";

        assertThat(Documents.read(kmeans, Fitting.class).engine()).isEqualTo(Engine.SEGMENTA);
        assertThat(Documents.read(kmeans.replace("ELKAN", "LLOYD"), Fitting.class)
                        .engine())
                .isEqualTo(Engine.WEKA);
        assertThat(Documents.read(hierarchy, Fitting.class).engine()).isEqualTo(Engine.WEKA);
    }

    @Test
    void aSearchNamesItsEnginesOnlyWhereWekasAreAmongThem() {
        TuningSettings ours = TuningSettings.of(List.of(Algorithm.KMEANS));
        TuningSettings both =
                new TuningSettings(ours.algorithms(), 20, 3, 5, ours.objective(), 0.02, null, List.of(Engine.values()));

        assertThat(Documents.write(ours)).doesNotContain("engines");
        assertThat(Documents.read(Documents.write(ours), TuningSettings.class)).isEqualTo(ours);
        assertThat(Documents.read(Documents.write(both), TuningSettings.class)).isEqualTo(both);
    }

    static Stream<Hyperparameters> hyperparameters() {
        return Stream.of(
                KMeansParameters.of(3),
                KMeansParameters.of(3).quickly(),
                new KMeansParameters(3, Init.RANDOM, Method.LLOYD, 100, 1),
                AgglomerativeParameters.of(4, Linkage.AVERAGE),
                MixtureParameters.of(5, Covariance.TIED));
    }

    @ParameterizedTest
    @MethodSource
    void hyperparameters(Hyperparameters parameters) {
        String json = Documents.write(parameters);
        assertThat(json).contains("\"algorithm\":\"" + parameters.algorithm().key() + "\"");
        assertThat(Documents.read(json, Hyperparameters.class)).isEqualTo(parameters);
    }

    @Test
    void everyKindOfHyperparametersIsTried() {
        assertThat(hyperparameters().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Hyperparameters.class.getPermittedSubclasses());
    }

    @Test
    void modelsComeBackToTheLastDigit() {
        List<ClusterModel> models = List.of(
                new CentroidModel(new double[][] {{1.0 / 3, -2e-300}, {Math.PI, 0}}),
                new HierarchyModel(
                        new double[][] {{1}, {2}},
                        Linkage.WARD,
                        new Dendrogram(new int[] {3, 4}, new int[] {0}, new int[] {1}, new double[] {0.1})));
        for (ClusterModel model : models) {
            assertThat(Documents.read(Documents.writeIndented(model), ClusterModel.class))
                    .usingRecursiveComparison()
                    .isEqualTo(model);
        }
    }

    @Test
    void aTransformComesBackWithAndWithoutCaps() {
        FittedTransform plain =
                new FittedTransform(List.of(Feature.RECENCY), null, null, new double[] {0.1}, new double[] {1.0 / 3});
        FittedTransform capped = new FittedTransform(
                List.of(Feature.RECENCY), new double[] {-0.5}, new double[] {7}, new double[] {0.1}, new double[] {
                    1.0 / 3
                });
        for (FittedTransform transform : List.of(plain, capped)) {
            assertThat(Documents.read(Documents.write(transform), FittedTransform.class))
                    .usingRecursiveComparison()
                    .isEqualTo(transform);
        }
    }

    @Test
    void numbersThatAreNoneComeBack() {
        Metrics metrics = new Metrics(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 7);
        assertThat(Documents.read(Documents.write(metrics), Metrics.class)).isEqualTo(metrics);
    }

    @Test
    void equalRulesGiveEqualText() {
        CleaningRules one = new CleaningRules(
                Set.of(DropReason.RETURN, DropReason.DUPLICATE, DropReason.ZERO_QUANTITY), CleaningRules.Returns.NET);
        List<DropReason> reversed = Arrays.asList(DropReason.ZERO_QUANTITY, DropReason.DUPLICATE, DropReason.RETURN);
        CleaningRules other = new CleaningRules(Set.copyOf(reversed), CleaningRules.Returns.NET);
        assertThat(Documents.write(one)).isEqualTo(Documents.write(other));
    }

    @Test
    void whatASearchTriedComesBack() {
        Insights insights = Example.tunedInsights();
        Insights read = Documents.read(Documents.write(insights), Insights.class);
        assertThat(read.fitting())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class) // NaN
                .isEqualTo(insights.fitting());
        assertThat(Objects.requireNonNull(insights.fitting()).approach())
                .isEqualTo("k-means, 5 segments, best of 4 trials");
    }

    @Test
    void insightsOfEarlierVersionsDoNotSayHowTheyWereFitted() {
        String earlier = "{\"explanations\":[],\"value\":null,\"forecasts\":null}";
        assertThat(Documents.read(earlier, Insights.class)).isEqualTo(Insights.NONE);
    }

    @Test
    void rulesFromBeforeThereWereFiltersAndPeriodsHaveNone() {
        CleaningRules rules = CleaningRules.defaults();
        String old =
                "{\"active\":[\"UNREADABLE\",\"DUPLICATE\",\"MISSING_CUSTOMER\",\"MISSING_DESCRIPTION\",\"RETURN\","
                        + "\"ZERO_QUANTITY\",\"NEGATIVE_PRICE\"],\"returns\":\"EXCLUDE\"}";
        assertThat(Documents.read(old, CleaningRules.class)).isEqualTo(rules);
        CleaningRules filtered = new CleaningRules(
                rules.active(),
                CleaningRules.Returns.EXCLUDE,
                null,
                null,
                List.of(new RowFilter(Field.COUNTRY, RowFilter.Mode.ONLY, List.of("France"))));
        assertThat(Documents.read(Documents.write(filtered), CleaningRules.class))
                .isEqualTo(filtered);
    }
}
