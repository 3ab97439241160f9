package io.segmenta.web.segments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunService.Reshape;
import io.segmenta.web.component.form.DecimalField;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks what shall become of segments, and begins the run that has them so; why it cannot be is said here. */
final class ReshapeDialog extends Dialog {
    private final transient FinishedRun run;
    private final transient RunService runs;
    private final transient Supplier<Reshape> chosen;
    private final Paragraph problem = new Paragraph();

    private ReshapeDialog(
            FinishedRun run, RunService runs, String title, String lead, Supplier<Reshape> chosen, Component... form) {
        this.run = run;
        this.runs = runs;
        this.chosen = chosen;
        setHeaderTitle(title);
        setWidth("min(32rem, 94vw)");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div all = new Div(new Paragraph(lead));
        all.addClassName("another-day");
        all.add(form);
        all.add(problem);
        add(all);
        Button start = new Button(getTranslation("reshape.start"), click -> start());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("rename.cancel"), click -> close()), start);
    }

    /** Which segments become one. */
    static ReshapeDialog merge(FinishedRun run, RunService runs) {
        CheckboxGroup<Segment> segments = new CheckboxGroup<>();
        segments.setLabel(segments.getTranslation("merge.segments"));
        segments.setItems(run.result().segments());
        segments.setItemLabelGenerator(segment -> segments.getTranslation(
                "merge.segment",
                segment.name(),
                segment.customers(),
                run.formats().count(segment.customers())));
        return new ReshapeDialog(
                run,
                runs,
                segments.getTranslation("merge.title"),
                segments.getTranslation("merge.lead"),
                () -> {
                    Set<Integer> clusters =
                            segments.getValue().stream().map(Segment::cluster).collect(Collectors.toSet());
                    return shaped -> Reshaping.merged(shaped, clusters);
                },
                segments);
    }

    /** Where a segment is divided; its median is proposed. */
    static ReshapeDialog split(FinishedRun run, RunService runs, Segment segment) {
        ComboBox<Feature> feature = new ComboBox<>();
        DecimalField above = new DecimalField();
        feature.setLabel(feature.getTranslation("split.feature"));
        feature.setItems(run.result().transform().features());
        feature.setItemLabelGenerator(Feature::label);
        feature.setAllowCustomValue(false);
        feature.setWidthFull();
        feature.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                above.setValue(Math.round(segment.median(change.getValue()) * 100) / 100.0);
                above.setHelperText(feature.getTranslation(
                        "split.above.help", change.getValue().meaning()));
            }
        });
        above.setLabel(feature.getTranslation("split.above"));
        above.setWidthFull();
        feature.setValue(run.result().transform().features().getFirst());
        return new ReshapeDialog(
                run,
                runs,
                feature.getTranslation("split.title", segment.name()),
                feature.getTranslation("split.lead"),
                () -> {
                    Feature by = feature.getOptionalValue()
                            .orElseThrow(() -> new UserFacingException(feature.getTranslation("split.missing")));
                    double value = above.getOptionalValue()
                            .orElseThrow(() -> new UserFacingException(feature.getTranslation("split.missing")));
                    return shaped -> Reshaping.split(shaped, segment.cluster(), by, value);
                },
                feature,
                above);
    }

    private void start() {
        try {
            var begun = runs.reshape(run.id(), chosen.get(), run.summary().by());
            close();
            Destination.TRAINING.link(begun.id()).go();
        } catch (UserFacingException e) {
            problem.setText(e.getMessage());
            problem.setVisible(true);
        }
    }
}
