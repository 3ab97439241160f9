package io.segmenta.cli;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Version;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.service.scoring.Scored;
import java.time.LocalDate;
import java.util.List;

/** The file score.json; scripts depend on these names. */
record ScoreJson(
        DatasetPart dataset,
        ModelPart model,
        LocalDate snapshot,
        int customers,
        List<Scored.Size> segments,
        List<String> notes,
        String version) {
    record DatasetPart(String file, String sha256, long rowsRead, long rowsKept) {}

    record ModelPart(
            String algorithm, int clusters, String datasetSha256, String recipeSha256, long seed, String version) {
        static ModelPart of(ModelDocument model) {
            return new ModelPart(
                    model.hyperparameters().algorithm().key(),
                    model.model().clusters(),
                    model.provenance().datasetSha256(),
                    model.provenance().recipeSha256(),
                    model.provenance().seed(),
                    model.provenance().version());
        }
    }

    static ScoreJson of(String file, Fingerprint fingerprint, Scored scored) {
        return new ScoreJson(
                new DatasetPart(
                        file,
                        fingerprint.sha256(),
                        scored.quality().rowsRead(),
                        scored.quality().rowsKept()),
                ModelPart.of(scored.model()),
                scored.features().snapshot(),
                scored.features().customers(),
                scored.sizes(),
                scored.notes(),
                Version.current());
    }

    String text() {
        return Documents.writeIndented(this) + System.lineSeparator();
    }
}
