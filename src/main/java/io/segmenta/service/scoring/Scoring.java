package io.segmenta.service.scoring;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers of new data, each assigned on its own: as cleaned, described and transformed when the model was made. */
public final class Scoring {
    private Scoring() {}

    /**
     * @param rules the model's, with the period that shall count
     * @param snapshot the day from which recency counts, or null for the day after the last kept one
     * @throws UserFacingException where no row is left, or a feature of a customer is no number to compare by
     */
    public static Scored score(
            ModelDocument model,
            OpenedFile file,
            ColumnMapping mapping,
            CleaningRules rules,
            @Nullable LocalDate snapshot,
            StageProgress progress) {
        return file.ask(store -> score(model, store, mapping, rules, snapshot, file.today(), progress));
    }

    private static Scored score(
            ModelDocument model,
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            @Nullable LocalDate snapshot,
            LocalDate today,
            StageProgress progress) {
        QualityReport quality = Cleaner.clean(store, mapping, rules, today, progress.of(Stage.CLEAN));
        FittedTransform transform = model.transform();
        CustomerFeatures features = FeatureExtractor.extract(
                store, snapshot, transform.features(), model.lifespanDays(), progress.of(Stage.FEATURES));
        double[][] columns = transform.features().stream().map(features::column).toArray(double[][]::new);
        int[] clusters = new int[features.customers()];
        double[] memberships = model.model() instanceof MixtureModel ? new double[clusters.length] : null;
        for (int i = 0; i < clusters.length; i++) {
            int customer = i;
            double[] raw = Arrays.stream(columns)
                    .mapToDouble(column -> column[customer])
                    .toArray();
            double[] row = transform.apply(raw);
            requireFinite(row, features.ids().get(i), transform.features());
            clusters[i] = model.model().assign(row);
            if (memberships != null) {
                memberships[i] = membership(model.model(), row, clusters[i]);
            }
        }
        return new Scored(model, quality, features, clusters, memberships);
    }

    private static void requireFinite(double[] row, String customer, List<Feature> features) {
        for (int f = 0; f < row.length; f++) {
            if (!Double.isFinite(row[f])) {
                throw new UserFacingException("The " + features.get(f).label() + " of customer " + customer
                        + " is not a number to compare by. Correct the prices and quantities of this customer.");
            }
        }
    }

    private static double membership(ClusterModel model, double[] row, int cluster) {
        return model instanceof MixtureModel mixture ? mixture.memberships(row)[cluster] : 1;
    }

    /** The columns that the model was made from, with the order that the dates of this file have; empty where the file lacks one. */
    public static Optional<ColumnMapping> sameColumns(ModelDocument model, OpenedFile dataset) {
        ColumnMapping known = model.mapping();
        if (!dataset.source().headers().containsAll(known.headers().values())) {
            return Optional.empty();
        }
        return Optional.of(new ColumnMapping(
                known.headers(),
                dataset.dates(known.headers().getOrDefault(Field.TIMESTAMP, ""))
                        .decided()
                        .orElse(known.dateOrder()),
                known.decimals()));
    }

    /** @throws UserFacingException where the file has other columns than the model's and they do not say what they are */
    static ColumnMapping columns(ModelDocument model, OpenedFile dataset) {
        return sameColumns(model, dataset).orElseGet(() -> proposed(model, dataset));
    }

    private static ColumnMapping proposed(ModelDocument model, OpenedFile dataset) {
        MappingProposal proposal = dataset.reading().proposal();
        Map<Field, String> headers = new EnumMap<>(Field.class);
        proposal.suggestions()
                .forEach((field, suggestion) ->
                        suggestion.header().ifPresent(header -> headers.putIfAbsent(field, header)));
        String missing = Stream.of(Field.values())
                .filter(field -> field.required() && !headers.containsKey(field))
                .map(field ->
                        field.label() + " (" + model.mapping().header(field).orElse("") + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UserFacingException("The file lacks columns that the model was made from: " + missing
                    + ". Name its columns as they were in the first file.");
        }
        String dates = headers.getOrDefault(Field.TIMESTAMP, "");
        return new ColumnMapping(
                headers, dataset.dates(dates).decided().orElse(model.mapping().dateOrder()));
    }
}
