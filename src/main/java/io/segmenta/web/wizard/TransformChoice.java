package io.segmenta.web.wizard;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from features to the matrix in the parameters of an address. */
final class TransformChoice {
    private static final String BEST = "best";

    private TransformChoice() {}

    static TransformSettings of(Draft draft) {
        TransformSettings usual = TransformSettings.defaults();
        return Parameters.valid(
                () -> new TransformSettings(
                        draft.choice("features", TransformChoice::features).orElse(usual.features()),
                        draft.choice("outliers", text -> Parameters.constant(OutlierAction.class, text))
                                .orElse(usual.outliers()),
                        draft.choice("contamination", Double::valueOf).orElse(usual.contamination()),
                        draft.choice("scaler", text -> Parameters.constant(Scaler.class, text))
                                .orElse(usual.scaler())),
                usual);
    }

    /** Whether the data choose the features; an address of an earlier version that names some means these. */
    static boolean isOpen(Draft draft) {
        return draft.text("compare")
                .map(BEST::equals)
                .orElseGet(() ->
                        draft.choice("features", TransformChoice::features).isEmpty());
    }

    static Draft in(Draft draft, TransformSettings transform, boolean open) {
        return draft.with("compare", open ? BEST : "given")
                .with(
                        "features",
                        transform.features().stream().map(Feature::key).collect(Collectors.joining(",")))
                .with("outliers", Parameters.word(transform.outliers()))
                .with("contamination", String.valueOf(transform.contamination()))
                .with("scaler", Parameters.word(transform.scaler()));
    }

    /** In the order of the address, which is that of the columns. */
    private static List<Feature> features(String keys) {
        return Stream.of(keys.split(",")).map(TransformChoice::feature).toList();
    }

    private static Feature feature(String key) {
        return Stream.of(Feature.values())
                .filter(feature -> feature.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
