package io.segmenta.engine.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.CentroidModel;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Catalogue;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.tune.TuningSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of the engine as JSON and back: maps in the order of their keys, so that equal values give equal text. */
public final class Documents {
    private static final JsonInclude.Value WHERE_SAID =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Hyperparameters.class, HyperparametersKind.class)
            .addMixIn(KMeansParameters.class, KMeansParts.class)
            .addMixIn(KMeansParameters.Method.class, MethodWords.class)
            .addMixIn(TuningSettings.class, TuningParts.class)
            .addMixIn(ClusterModel.class, ModelKind.class)
            .addMixIn(MixtureModel.class, MixtureParts.class)
            .addMixIn(RunId.class, RunNumber.class)
            .addMixIn(SourceOptions.class, SourceParts.class)
            .addMixIn(ColumnMapping.class, MappingParts.class)
            .addMixIn(CleaningRules.class, CleaningParts.class)
            // Likewise: recipes from before they could be said lack them.
            .withConfigOverride(Catalogue.class, part -> part.setInclude(WHERE_SAID))
            .withConfigOverride(FeatureChoice.class, part -> part.setInclude(WHERE_SAID))
            .withConfigOverride(Reshaping.class, part -> part.setInclude(WHERE_SAID))
            .build();

    private Documents() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "algorithm")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KMeansParameters.class, name = "kmeans"),
        @JsonSubTypes.Type(value = AgglomerativeParameters.class, name = "agglomerative"),
        @JsonSubTypes.Type(value = MixtureParameters.class, name = "gmm")
    })
    private interface HyperparametersKind {}

    @SuppressWarnings("unused") // read by Jackson
    private interface KMeansParts {
        /** Left out where it is the one that documents without it are read with, so that equal recipes stay equal text. */
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Usual.class)
        Engine engine();
    }

    /** Equal to the engine that k-means has where none is named. */
    private static final class Usual {
        @Override
        public boolean equals(@Nullable Object value) {
            return value == Engine.WEKA;
        }

        @Override
        public int hashCode() {
            return Engine.WEKA.hashCode();
        }
    }

    @SuppressWarnings("unused") // read by Jackson
    private interface TuningParts {
        /** Left out where it is the one of documents without it, so that equal recipes stay equal text. */
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Ours.class)
        List<Engine> engines();
    }

    /** Equal to the engines that a search tries where none are named. */
    private static final class Ours {
        @Override
        public boolean equals(@Nullable Object value) {
            return List.of(Engine.SEGMENTA).equals(value);
        }

        @Override
        public int hashCode() {
            return Engine.SEGMENTA.hashCode();
        }
    }

    @SuppressWarnings("unused") // read by Jackson
    private interface MappingParts {
        /** Documents from before it could be said lack it, so that equal recipes stay equal text. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable DecimalMark decimals();
    }

    @SuppressWarnings("unused") // read by Jackson
    private interface CleaningParts {
        /** Likewise. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, BigDecimal> rates();
    }

    private enum MethodWords {
        LLOYD,
        /** The word of earlier versions, which documents and scripts know. */
        @JsonProperty("ELKAN")
        @JsonAlias("HAMERLY")
        HAMERLY
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CentroidModel.class, name = "centroids"),
        @JsonSubTypes.Type(value = HierarchyModel.class, name = "hierarchy"),
        @JsonSubTypes.Type(value = MixtureModel.class, name = "mixture"),
        @JsonSubTypes.Type(value = ClusterModel.Reshaped.class, name = "reshaped")
    })
    private interface ModelKind {}

    @SuppressWarnings("unused") // read by Jackson
    private abstract static class MixtureParts {
        @JsonCreator
        MixtureParts(
                @JsonProperty("covariance") Covariance covariance,
                @JsonProperty("weights") double[] weights,
                @JsonProperty("means") double[][] means,
                @JsonProperty("covariances") double[][][] covariances,
                @JsonProperty("meanLogLikelihood") double meanLogLikelihood,
                @JsonProperty("aic") double aic,
                @JsonProperty("bic") double bic) {}

        @JsonIgnore
        abstract Object density();
    }

    /** What came later is left out where it was not chosen, so that a dataset that was read before it came is known again. */
    @SuppressWarnings("unused") // read by Jackson
    private interface SourceParts {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String encoding();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean join();
    }

    /** A bare number, as documents had it before a run had a type. */
    private interface RunNumber {
        @JsonValue
        long value();
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** For people to read. */
    public static String writeIndented(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
