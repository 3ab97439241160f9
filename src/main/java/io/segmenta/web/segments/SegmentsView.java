package io.segmenta.web.segments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.segment.Profile;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.form.RenameDialog;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.time.LocalDate;
import java.util.List;

/** A card per segment. */
@Route(value = Paths.SEGMENTS, layout = MainLayout.class)
public final class SegmentsView extends RunPage {

    private final transient RunService runs;

    public SegmentsView(RunService runs) {
        super(Destination.SEGMENTS, runs);
        this.runs = runs;
    }

    @Override
    protected void show(FinishedRun run) {
        List<Segment> segments = run.result().segments();
        String sentence = getTranslation("segments.sentence", String.valueOf(segments.size()));
        add(new PageHeader(getTranslation("page.segments"), sentence)
                .withActions(
                        merge(run), Destination.EXPLORER.link(run.id()).button(getTranslation("segments.explorer"))));
        Continuity continuity = run.result().insights().continuity();
        LocalDate other = continuity == null ? null : continuity.snapshot();
        if (continuity != null && continuity.matched() && other != null) {
            add(new Paragraph(getTranslation(
                    "segments.followed", continuity.name(), run.formats().date(other.minusDays(1)))));
        }
        HeldOutReport heldOut = run.result().insights().heldOut();
        boolean tested = heldOut != null && heldOut.all() != null;
        if (heldOut != null && !tested) {
            add(new Paragraph(getTranslation("heldout.untested", heldOut.days(), heldOut.untested())));
        }
        Div cards = new Div();
        cards.addClassName("columns");
        segments.forEach(segment -> cards.add(new SegmentCard(
                Profile.of(segment, segments),
                run.result().insights().explanation(segment).orElse(null),
                run.result().insights().states(),
                tested ? heldOut : null,
                continuity == null ? null : continuity.change(segment).orElse(null),
                new Div(rename(run.id(), segment), split(run, segment)),
                run.formats())));
        add(cards);
    }

    private Button merge(FinishedRun run) {
        Button button = new Button(
                getTranslation("segments.merge"),
                click -> ReshapeDialog.merge(run, runs).open());
        button.setVisible(run.result().segments().size() > 2);
        return button;
    }

    private Button split(FinishedRun run, Segment segment) {
        Button button = new Button(
                getTranslation("segments.split"),
                click -> ReshapeDialog.split(run, runs, segment).open());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("segments.split.label", segment.name()));
        return button;
    }

    private Button rename(RunId run, Segment segment) {
        Button button = new Button(
                getTranslation("segments.rename"),
                click -> new RenameDialog(segment.name(), name -> {
                            runs.rename(run, segment.cluster(), name);
                            UI.getCurrentOrThrow().refreshCurrentRoute(false);
                        })
                        .open());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("segments.rename.label", segment.name()));
        return button;
    }
}
