package io.segmenta.engine.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.CentroidModel;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of the engine as JSON and back: maps in the order of their keys, so that equal values give equal text. */
public final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Hyperparameters.class, HyperparametersKind.class)
            .addMixIn(ClusterModel.class, ModelKind.class)
            .build();

    private Documents() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "algorithm")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KMeansParameters.class, name = "kmeans"),
        @JsonSubTypes.Type(value = AgglomerativeParameters.class, name = "agglomerative"),
        @JsonSubTypes.Type(value = MixtureParameters.class, name = "gmm")
    })
    private interface HyperparametersKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CentroidModel.class, name = "centroids"),
        @JsonSubTypes.Type(value = HierarchyModel.class, name = "hierarchy"),
        @JsonSubTypes.Type(value = MixtureModel.class, name = "mixture")
    })
    private interface ModelKind {}

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
