package io.segmenta.service.scoring;

import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.export.ScoredCsv;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.segment.Persona;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers of another file in the segments of a model.
 *
 * @param clusters for each customer
 * @param memberships how much each belongs to his segment, 0–1; null where the model is not a mixture
 */
public record Scored(
        ModelDocument model,
        QualityReport quality,
        CustomerFeatures features,
        int[] clusters,
        double @Nullable [] memberships) {
    // Spelled out, since javac drops the @Nullable of an array from the parameters of a compact constructor.
    public Scored(
            ModelDocument model,
            QualityReport quality,
            CustomerFeatures features,
            int[] clusters,
            double @Nullable [] memberships) {
        this.model = model;
        this.quality = quality;
        this.features = features;
        this.clusters = clusters;
        this.memberships = memberships;
    }

    /**
     * A segment in the new file.
     *
     * @param share of the customers of the new file, 0–1
     * @param trainingShare of those that the model was made from
     */
    public record Size(int cluster, Persona persona, String name, int customers, double share, double trainingShare) {}

    /** In the order of the model's segments, also those that nobody is in. */
    public List<Size> sizes() {
        int[] counts = new int[model.model().clusters()];
        for (int cluster : clusters) {
            counts[cluster]++;
        }
        return model.segments().stream()
                .map(segment -> new Size(
                        segment.cluster(),
                        segment.persona(),
                        segment.name(),
                        counts[segment.cluster()],
                        (double) counts[segment.cluster()] / clusters.length,
                        segment.share()))
                .toList();
    }

    /** What to know about these labels, in sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Recency counts from " + features.snapshot() + ".");
        if (model.hyperparameters().algorithm() == Algorithm.AGGLOMERATIVE) {
            notes.add(
                    "Hierarchical clustering has no place for new customers: each goes to the segment with the nearest"
                            + " centre. Customers that the model was made from may come into another segment than there.");
        }
        if (model.outliers() == OutlierAction.REMOVE) {
            notes.add("Unusual customers were left out when the model was made; here everybody has a segment.");
        }
        return notes;
    }

    /** Writes UTF-8; does not close the stream. */
    public void write(OutputStream out) {
        List<Feature> written = features.columns().keySet().stream().sorted().toList();
        ScoredCsv.write(
                written,
                memberships != null,
                IntStream.range(0, clusters.length)
                        .mapToObj(i -> line(written, i))
                        .iterator(),
                out);
    }

    private ScoredCsv.Line line(List<Feature> written, int customer) {
        ModelDocument.Named segment = model.segment(clusters[customer]);
        return new ScoredCsv.Line(
                features.ids().get(customer),
                written.stream()
                        .mapToDouble(feature -> features.column(feature)[customer])
                        .toArray(),
                segment.cluster(),
                segment.name(),
                segment.persona(),
                memberships == null ? 1 : memberships[customer]);
    }
}
