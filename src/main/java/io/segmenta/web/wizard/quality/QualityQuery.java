package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.engine.clean.Distribution;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reject;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.shell.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the page asks about one dataset whose columns are chosen. All of it is looked up in the background and stopped when the page is left.
 * The rows do not change, so that a report is made once.
 */
public final class QualityQuery {
    private static final int EXAMPLES = 5;
    private static final int VALUES = 5000;

    private final DatasetService datasets;
    private final Background background;
    private final Fingerprint dataset;
    private final ColumnMapping mapping;
    private final Reading reading;
    private final CleaningRules recommended;
    private final Map<CleaningRules, QualityReport> reports = new ConcurrentHashMap<>();
    private final Map<CleaningRules, Reconciliation> reconciliations = new ConcurrentHashMap<>();
    private final Map<CleaningRules, List<StateCount>> states = new ConcurrentHashMap<>();
    private final List<CancellableProgress> running = new ArrayList<>();

    /** @param recommended the rules that follow from the reading */
    public QualityQuery(
            DatasetService datasets,
            Background background,
            Fingerprint dataset,
            ColumnMapping mapping,
            Reading reading,
            CleaningRules recommended) {
        this.datasets = datasets;
        this.background = background;
        this.dataset = dataset;
        this.mapping = mapping;
        this.reading = reading;
        this.recommended = recommended;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    Reading reading() {
        return reading;
    }

    /** Whether these are the same questions of the same rows. */
    public boolean asks(ColumnMapping columns, CleaningRules usual) {
        return mapping.equals(columns) && recommended.equals(usual);
    }

    /** The rules that follow from the file. */
    CleaningRules recommended() {
        return recommended;
    }

    /**
     * @param chosen under the rules that were chosen
     * @param everyRule for the same part of the dataset with every rule on
     * @param recommended for the whole dataset under the rules that follow from it
     * @param reconciliation of the totals of the file, under the rules that were chosen
     * @param states of the orders; none where no column says them
     */
    record Reports(
            QualityReport chosen,
            QualityReport everyRule,
            QualityReport recommended,
            Reconciliation reconciliation,
            List<StateCount> states) {}

    /** To be called on the page's own thread, as all others. */
    CancellableProgress reports(
            CleaningRules rules,
            CancellableProgress.Shown shown,
            Consumer<Reports> done,
            Consumer<UserFacingException> failed,
            String problem) {
        return run(
                progress -> new Reports(
                        report(rules, progress),
                        report(rules.withEveryRule(), progress),
                        report(recommended, progress),
                        reconciliation(rules, progress),
                        states(rules, progress)),
                shown,
                done,
                failed,
                problem);
    }

    private QualityReport report(CleaningRules rules, Progress progress) {
        QualityReport known = reports.get(rules);
        if (known == null) {
            known = datasets.quality(dataset, mapping, rules, progress);
            reports.put(rules, known);
        }
        return known;
    }

    private Reconciliation reconciliation(CleaningRules rules, Progress progress) {
        Reconciliation known = reconciliations.get(rules);
        if (known == null) {
            known = datasets.reconciliation(dataset, mapping, rules, reading, report(rules, progress), progress);
            reconciliations.put(rules, known);
        }
        return known;
    }

    /** They do not depend on which of them are left out, nor on the rules. */
    private List<StateCount> states(CleaningRules rules, Progress progress) {
        CleaningRules asked = rules.without(Field.STATUS).withoutAnyRule();
        List<StateCount> known = states.get(asked);
        if (known == null) {
            known = datasets.states(dataset, mapping, asked, progress);
            states.put(asked, known);
        }
        return known;
    }

    void rejects(
            CleaningRules rules, Consumer<List<Reject>> done, Consumer<UserFacingException> failed, String problem) {
        run(
                progress -> datasets.rejects(dataset, mapping, rules, EXAMPLES, progress),
                QualityQuery::unseen,
                done,
                failed,
                problem);
    }

    void values(Field field, Consumer<List<FieldValue>> done, Consumer<UserFacingException> failed, String problem) {
        run(progress -> datasets.values(dataset, mapping, field, VALUES), QualityQuery::unseen, done, failed, problem);
    }

    void profile(
            CancellableProgress.Shown shown,
            Consumer<List<ColumnProfile>> done,
            Consumer<UserFacingException> failed,
            String problem) {
        run(progress -> datasets.profile(dataset, mapping, progress), shown, done, failed, problem);
    }

    void distribution(
            String header, Consumer<Distribution> done, Consumer<UserFacingException> failed, String problem) {
        run(
                progress -> datasets.distribution(dataset, mapping, header, progress),
                QualityQuery::unseen,
                done,
                failed,
                problem);
    }

    /** Written while it is read: as large as the file, and never as a whole in memory. */
    DownloadHandler download(CleaningRules rules, String fileName) {
        return event -> {
            event.setFileName(fileName);
            event.setContentType("text/csv; charset=utf-8");
            datasets.writeRejects(dataset, mapping, rules, event.getOutputStream());
        };
    }

    void stop() {
        running.forEach(CancellableProgress::stop);
        running.clear();
    }

    private <T> CancellableProgress run(
            Function<CancellableProgress, T> work,
            CancellableProgress.Shown shown,
            Consumer<T> done,
            Consumer<UserFacingException> failed,
            String problem) {
        UI ui = UI.getCurrent();
        CancellableProgress progress = new CancellableProgress(ui, shown);
        running.add(progress);
        background.run(
                ui,
                () -> work.apply(progress),
                found -> {
                    running.remove(progress);
                    done.accept(found);
                },
                failed,
                problem);
        return progress;
    }

    private static void unseen(double fraction, String detail) {
        // What takes a moment only says that it is under way.
    }
}
