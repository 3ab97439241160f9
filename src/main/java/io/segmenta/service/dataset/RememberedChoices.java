package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was chosen for the last file of a shop, which is known by its headers or tables, as far as it fits the next one. */
record RememberedChoices(DatasetRepository datasets) {
    MappingProposal propose(Fingerprint dataset, Reading reading) {
        return headers(dataset)
                .flatMap(
                        headers -> datasets.remembered(headers).map(choice -> choice.over(reading.proposal(), headers)))
                .orElse(reading.proposal());
    }

    /** @param reading takes its time with a large file, and is asked for only where it matters */
    Optional<ColumnChoice> remembered(Fingerprint dataset, Supplier<Reading> reading) {
        return chosen(dataset).map(choice -> choice.rules() == null ? choice : choice.in(reading.get()));
    }

    void remember(Fingerprint dataset, ColumnChoice choice, Supplier<Reading> reading, Instant now) {
        headers(dataset)
                .ifPresent(headers ->
                        datasets.remember(headers, choice.after(reading.get(), datasets.remembered(headers)), now));
    }

    /** Of states that stood in no earlier file of the shop. */
    List<String> news(Fingerprint dataset, Supplier<Reading> reading) {
        return chosen(dataset)
                .filter(choice -> choice.rules() != null)
                .map(choice -> choice.news(reading.get()))
                .orElse(List.of());
    }

    /** Empty where one of the chosen tables is no longer there. */
    Optional<SourceOptions> remembered(SourceCatalogue catalogue) {
        return datasets.remembered(catalogue)
                .filter(options -> catalogue.tables().stream()
                        .map(SourceCatalogue.Choice::name)
                        .toList()
                        .containsAll(options.tables()));
    }

    private Optional<ColumnChoice> chosen(Fingerprint dataset) {
        return headers(dataset).flatMap(datasets::remembered);
    }

    private Optional<List<String>> headers(Fingerprint dataset) {
        return datasets.find(dataset).map(Dataset::headers);
    }
}
