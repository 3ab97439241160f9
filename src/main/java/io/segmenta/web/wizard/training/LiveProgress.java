package io.segmenta.web.wizard.training;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.run.RunProgress;
import io.segmenta.service.run.RunStatus;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import org.jspecify.annotations.Nullable;

/** A run under way: percent, times, stages, and a way to stop it. */
final class LiveProgress extends Div {
    private final transient Formats formats = Formats.current();
    private final StatTile percent = new StatTile(getTranslation("training.percent"), "", "");
    private final StatTile elapsed = new StatTile(getTranslation("training.elapsed"), "", "");
    private final StatTile remaining = new StatTile(getTranslation("training.remaining"), "", "");
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph detail = new Paragraph();
    private final StageList stages = new StageList();
    private final Button cancel;
    private final Button keepBest;
    private final @Nullable SearchBoard search;
    private boolean kept;

    /** @param tuning the search of the run, or null where it has none */
    LiveProgress(@Nullable TuningSettings tuning, Runnable stop, Runnable keep) {
        search = tuning == null ? null : new SearchBoard(tuning);
        addClassName("training");
        bar.getElement().setAttribute("aria-label", getTranslation("training.percent"));
        detail.getElement().setAttribute("role", "status");
        detail.addClassName("detail");
        cancel = new Button(getTranslation("training.cancel"));
        cancel.addClickListener(click -> {
            cancel.setEnabled(false);
            cancel.setText(getTranslation("training.cancelling"));
            stop.run();
        });
        keepBest = new Button(getTranslation("training.keep-best"));
        keepBest.setVisible(false);
        keepBest.addClickListener(click -> {
            kept = true;
            keepBest.setEnabled(false);
            keepBest.setText(getTranslation("training.keeping"));
            keep.run();
        });
        Paragraph leave = new Paragraph(getTranslation("training.leave"));
        leave.addClassName("quiet");
        Div actions = new Div(keepBest, cancel);
        actions.addClassName("wizard-actions");
        add(
                StatTile.row(percent, elapsed, remaining),
                new Card(getTranslation("training.stages"), bar, detail, stages, leave),
                actions);
        if (search != null) {
            add(search);
        }
    }

    void show(RunProgress now) {
        bar.setValue(now.percent() / 100.0);
        percent.show(formats.percent(now.percent() / 100.0, 0), "");
        elapsed.show(formats.duration(now.elapsed()), "");
        remaining.show(
                now.remaining() == null
                        ? getTranslation("training.remaining.unknown")
                        : getTranslation("training.remaining.about", formats.duration(now.remaining())),
                "");
        detail.setText(
                now.status() == RunStatus.QUEUED
                        ? getTranslation("training.queued")
                        : now.detail().isEmpty() ? now.stage().label() : now.detail());
        stages.show(now);
        if (search != null && !now.trials().isEmpty()) {
            search.show(now.trials());
        }
        keepBest.setVisible(search != null && now.stage() == Stage.CLUSTER);
        keepBest.setEnabled(!kept && now.trials().stream().anyMatch(Trial::isFeasible));
    }
}
