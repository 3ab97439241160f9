package io.segmenta.web.wizard.check;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.shell.Background;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.quality.QualityQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page asks of one file. */
record FileFacts(DatasetService datasets, Background background, Dataset dataset) {
    /** Read for examples; the first of them are shown as they are. */
    private static final int SAMPLE_ROWS = 500;

    /**
     * @param sample first rows
     * @param draft what was entered, in the currency and under the rules of last time where none were
     * @param dates how those of the column are written that is chosen or proposed; empty where none is
     * @param news that nobody should miss: rows that are no purchases, states that stood in no earlier file of the shop
     */
    record Found(
            Reading reading,
            MappingProposal proposal,
            List<List<String>> sample,
            Draft draft,
            Optional<Dates> dates,
            List<String> news) {}

    record Dates(String header, DateColumn written) {}

    /** Takes its time with a large file: not to be called on the thread of a page. */
    Found read(Draft entered) {
        Reading reading = datasets.reading(dataset.fingerprint());
        MappingProposal proposal = datasets.propose(dataset.fingerprint());
        Draft draft = datasets.remembered(dataset.fingerprint())
                .map(choice -> asLastTime(entered, choice))
                .orElse(entered);
        Optional<String> date = Optional.ofNullable(draft.headers().get(Field.TIMESTAMP))
                .or(() -> Optional.ofNullable(proposal.suggestions().get(Field.TIMESTAMP))
                        .flatMap(suggestion -> suggestion.header()));
        return new Found(
                reading,
                proposal,
                datasets.preview(dataset.fingerprint(), SAMPLE_ROWS),
                draft,
                date.map(header -> new Dates(header, datasets.dates(dataset.fingerprint(), header))),
                news(reading));
    }

    private List<String> news(Reading reading) {
        return Stream.concat(Stream.ofNullable(reading.summary()), datasets.news(dataset.fingerprint()).stream())
                .toList();
    }

    private static Draft asLastTime(Draft entered, ColumnChoice choice) {
        Draft draft = entered.currency().isPresent() ? entered : entered.withCurrency(choice.currency());
        if (draft.decimals().isEmpty()) {
            draft = draft.withDecimals(choice.mapping().decimals());
        }
        CleaningRules rules = choice.rules();
        return draft.ruled() || rules == null ? draft : draft.withRules(rules);
    }

    /** How the dates of a column are written. */
    DateColumn dates(String header, Found found) {
        return found.dates()
                .filter(known -> known.header().equals(header))
                .map(Dates::written)
                .orElseGet(() -> datasets.dates(dataset.fingerprint(), header));
    }

    QualityQuery query(ColumnMapping mapping, Reading reading, CleaningRules recommended) {
        return new QualityQuery(datasets, background, dataset.fingerprint(), mapping, reading, recommended);
    }
}
