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
import io.segmenta.engine.clean.Reject;
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
final class Look {
    private static final int EXAMPLES = 5;
    private static final int VALUES = 5000;

    private final DatasetService datasets;
    private final Background background;
    private final Fingerprint dataset;
    private final ColumnMapping mapping;
    private final Map<CleaningRules, QualityReport> reports = new ConcurrentHashMap<>();
    private final List<Watch> watches = new ArrayList<>();

    Look(DatasetService datasets, Background background, Fingerprint dataset, ColumnMapping mapping) {
        this.datasets = datasets;
        this.background = background;
        this.dataset = dataset;
        this.mapping = mapping;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    /**
     * @param chosen under the rules that were chosen
     * @param everyRule for the same part of the dataset with every rule on
     * @param recommended for the whole dataset with every rule on
     */
    record Reports(QualityReport chosen, QualityReport everyRule, QualityReport recommended) {}

    /** To be called on the page's own thread, as all others. */
    Watch reports(
            CleaningRules rules,
            Watch.Shown shown,
            Consumer<Reports> done,
            Consumer<UserFacingException> failed,
            String problem) {
        return run(
                watch -> new Reports(
                        report(rules, watch),
                        report(rules.withEveryRule(), watch),
                        report(CleaningRules.defaults(), watch)),
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

    void rejects(
            CleaningRules rules, Consumer<List<Reject>> done, Consumer<UserFacingException> failed, String problem) {
        run(watch -> datasets.rejects(dataset, mapping, rules, EXAMPLES, watch), Look::unseen, done, failed, problem);
    }

    void values(Field field, Consumer<List<FieldValue>> done, Consumer<UserFacingException> failed, String problem) {
        run(watch -> datasets.values(dataset, mapping, field, VALUES), Look::unseen, done, failed, problem);
    }

    void profile(
            Watch.Shown shown,
            Consumer<List<ColumnProfile>> done,
            Consumer<UserFacingException> failed,
            String problem) {
        run(watch -> datasets.profile(dataset, mapping, watch), shown, done, failed, problem);
    }

    void distribution(
            String header, Consumer<Distribution> done, Consumer<UserFacingException> failed, String problem) {
        run(watch -> datasets.distribution(dataset, mapping, header, watch), Look::unseen, done, failed, problem);
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
        watches.forEach(Watch::stop);
        watches.clear();
    }

    private <T> Watch run(
            Function<Watch, T> work,
            Watch.Shown shown,
            Consumer<T> done,
            Consumer<UserFacingException> failed,
            String problem) {
        UI ui = UI.getCurrent();
        Watch watch = new Watch(ui, shown);
        watches.add(watch);
        background.run(
                ui,
                () -> work.apply(watch),
                found -> {
                    watches.remove(watch);
                    done.accept(found);
                },
                failed,
                problem);
        return watch;
    }

    private static void unseen(double fraction, String detail) {
        // What takes a moment only says that it is under way.
    }
}
