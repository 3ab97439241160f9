package io.segmenta.store;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Provenance;
import io.segmenta.engine.transactions.ColumnMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model's file of any layout, read at once: what every layout has, and what only the present one has, null in an earlier one. */
record StoredModel(
        int version,
        FittedTransform transform,
        ClusterModel model,
        @Nullable Provenance provenance,
        @Nullable ColumnMapping mapping,
        @Nullable CleaningRules cleaning,
        @Nullable Double lifespanDays,
        TransformSettings.@Nullable OutlierAction outliers,
        @Nullable Hyperparameters hyperparameters,
        @Nullable List<ModelDocument.Named> segments) {
    /** Empty where the file is of an earlier layout. */
    Optional<ModelDocument> document() {
        return version == ModelDocument.VERSION
                ? Optional.of(new ModelDocument(
                        version,
                        required(provenance),
                        required(mapping),
                        required(cleaning),
                        required(lifespanDays),
                        transform,
                        required(outliers),
                        required(hyperparameters),
                        model,
                        required(segments)))
                : Optional.empty();
    }

    private static <T> T required(@Nullable T part) {
        return Objects.requireNonNull(part, "a part of the model's document");
    }
}
