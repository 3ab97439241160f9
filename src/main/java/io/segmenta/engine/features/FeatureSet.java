package io.segmenta.engine.features;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Features that go together: the data may choose among these. */
public enum FeatureSet {
    /** The five that the product began with, and its reference numbers have; historic CLV counts money a second time. */
    ORIGINAL("original", "the original five"),
    /** Money once. */
    RFM("rfm", "recency, frequency and monetary"),
    /** Likewise, and how often they come. */
    RHYTHM("rhythm", "recency, frequency, monetary and mean days between orders");

    private final String key;
    private final String label;

    FeatureSet(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Name in options and files. */
    public String key() {
        return key;
    }

    /** For the middle of a sentence. */
    public String label() {
        return label;
    }

    /** In the order of the columns. */
    public List<Feature> features() {
        return switch (this) {
            case ORIGINAL ->
                List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.AVERAGE_BASKET_SIZE, Feature.CLV);
            case RFM -> List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY);
            case RHYTHM ->
                List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.MEAN_DAYS_BETWEEN_ORDERS);
        };
    }

    /** The set of exactly these, in this order; empty where it is none. */
    public static Optional<FeatureSet> of(List<Feature> features) {
        return Stream.of(values())
                .filter(set -> set.features().equals(features))
                .findFirst();
    }
}
