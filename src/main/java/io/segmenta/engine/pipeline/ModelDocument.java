package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The model of a run as a file: all that is needed to assign the customers of another file as its own were.
 *
 * @param version of this layout
 * @param mapping the columns of the file it was made from
 * @param cleaning without a period: that belonged to the data
 * @param lifespanDays the mean customer lifespan that historic CLV is computed with
 * @param outliers what became of unusual customers when the model was made
 * @param segments by persona, then ordinal
 */
public record ModelDocument(
        int version,
        Provenance provenance,
        ColumnMapping mapping,
        CleaningRules cleaning,
        double lifespanDays,
        FittedTransform transform,
        TransformSettings.OutlierAction outliers,
        Hyperparameters hyperparameters,
        ClusterModel model,
        List<Named> segments) {
    /** Of the layout that this version writes. */
    public static final int VERSION = 2;

    private static final int DAYS_PER_YEAR = 365;

    /** No model is nearly as large; what is larger is another file. */
    private static final long LARGEST = 64L << 20;

    /**
     * A segment and how large it was among the customers that the model was made from.
     *
     * @param cluster its number in the model
     * @param share 0–1
     */
    public record Named(int cluster, Persona persona, String name, double share) {
        static Named of(Segment segment) {
            return new Named(segment.cluster(), segment.persona(), segment.name(), segment.share());
        }
    }

    public ModelDocument {
        segments = List.copyOf(segments);
        if (!(lifespanDays > 0)) {
            throw new IllegalArgumentException("The mean lifespan (" + lifespanDays + " days) must be above 0.");
        }
        if (model.columns() != transform.features().size()) {
            throw new IllegalArgumentException("The model compares " + model.columns()
                    + " features, the transform makes " + transform.features().size() + ".");
        }
        for (int cluster = 0; cluster < model.clusters(); cluster++) {
            int number = cluster;
            if (segments.stream().noneMatch(segment -> segment.cluster() == number)) {
                throw new IllegalArgumentException("Cluster " + cluster + " has no name.");
            }
        }
    }

    /** The same model, its segments called as those of its run are now. */
    public ModelDocument named(List<Segment> current) {
        return new ModelDocument(
                version,
                provenance,
                mapping,
                cleaning,
                lifespanDays,
                transform,
                outliers,
                hyperparameters,
                model,
                current.stream().map(Named::of).toList());
    }

    /** The model of a run that is about to be stored or written. */
    public static ModelDocument of(Recipe recipe, Outcome outcome) {
        return of(recipe, outcome.result(), outcome.features().lifespanDays());
    }

    /** The model of a run whose file is of an earlier layout: what that did not say is in the run. */
    public static ModelDocument of(Recipe recipe, RunResult result) {
        return of(recipe, result, lifespanDays(result.segments()));
    }

    private static ModelDocument of(Recipe recipe, RunResult result, double lifespanDays) {
        return new ModelDocument(
                VERSION,
                result.provenance(),
                recipe.source().mapping(),
                recipe.cleaning().during(null, null),
                lifespanDays,
                result.transform(),
                recipe.transform().outliers(),
                parameters(recipe, result.insights().fitting()),
                result.model(),
                result.segments().stream().map(Named::of).toList());
    }

    private static Hyperparameters parameters(Recipe recipe, @Nullable Fitting fitting) {
        if (fitting != null) {
            return fitting.parameters();
        }
        return switch (recipe.method()) {
            case Method.Given(Hyperparameters given) -> given;
            case Method.Searched searched ->
                throw new IllegalStateException("A run that searched (" + searched.inWords() + ") says what it found.");
        };
    }

    /** Historic CLV is monetary × lifespan / 365, also in the mean; where nobody spent anything, any lifespan gives 0. */
    private static double lifespanDays(List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.mean(Feature.MONETARY) > 0)
                .mapToDouble(segment -> DAYS_PER_YEAR * segment.mean(Feature.CLV) / segment.mean(Feature.MONETARY))
                .filter(days -> days > 0)
                .findFirst()
                .orElse(DAYS_PER_YEAR);
    }

    public Named segment(int cluster) {
        return segments.stream()
                .filter(segment -> segment.cluster() == cluster)
                .findFirst()
                .orElseThrow();
    }

    /** For people to read, too. */
    public String text() {
        return Documents.writeIndented(this) + System.lineSeparator();
    }

    /** @throws UserFacingException where the file is not there, is no model, is damaged, or of a version that is not read here */
    public static ModelDocument read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserFacingException("There is no model file " + file
                    + ". Name the model.json of a run, or the one downloaded from its Model page.");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw noModel(file, null);
            }
            return parse(Files.readString(file), file);
        } catch (IOException e) {
            throw noModel(file, e);
        }
    }

    private record Head(@Nullable Integer version, @Nullable Object transform) {}

    private static ModelDocument parse(String json, Path file) {
        Integer version;
        try {
            Head head = Documents.read(json, Head.class);
            version = head.transform() == null ? null : head.version();
        } catch (JacksonException e) {
            throw noModel(file, e);
        }
        if (version == null) {
            throw noModel(file, null);
        }
        if (version != VERSION) {
            throw new UserFacingException("The model file " + file + " has version " + version
                    + ", this Segmenta reads version " + VERSION + ". "
                    + (version < VERSION
                            ? "Download the model from its run again, or start the run again."
                            : "Use the Segmenta that wrote it, or a newer one."));
        }
        try {
            return Documents.read(json, ModelDocument.class);
        } catch (JacksonException | UserFacingException e) {
            throw new UserFacingException(
                    "The model file " + file + " is damaged: a part of it is missing or does not fit the others."
                            + " Download the model again, or start the run again.",
                    e);
        }
    }

    private static UserFacingException noModel(Path file, @Nullable Exception cause) {
        return new UserFacingException(
                "The file " + file
                        + " is not a model of Segmenta. Name the model.json of a run, or the one downloaded from"
                        + " its Model page.",
                cause);
    }
}
