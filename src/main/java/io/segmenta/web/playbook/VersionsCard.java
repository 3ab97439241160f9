package io.segmenta.web.playbook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.UserLabel;
import java.util.function.IntConsumer;

/** Who changed the playbook when, the latest first, and the way back. */
final class VersionsCard extends Section {
    private static final int SHOWN = 20;

    /** @param restore is given the number of a version */
    VersionsCard(PlaybookHistory history, Formats formats, IntConsumer restore, Runnable reset) {
        addClassNames("card", "versions-card");
        int versions = history.versions().size();
        Paragraph lead = new Paragraph(getTranslation("versions.lead", versions, Math.min(versions, SHOWN)));
        lead.addClassName("lead");
        add(new H2(getTranslation("versions.title")), lead);
        FiguresTable table = new FiguresTable(getTranslation("versions.title"))
                .words(getTranslation("versions.number"))
                .words(getTranslation("versions.what"))
                .words(getTranslation("versions.by"))
                .words(getTranslation("versions.when"))
                .words(getTranslation("versions.back"))
                .stacked();
        history.versions().reversed().stream().limit(SHOWN).forEach(version -> {
            boolean current = version.number() == history.current().number();
            table.row(
                    new Span(String.valueOf(version.number())),
                    new Span(version.change()),
                    new UserLabel(version.by()),
                    new Span(version.number() == 1 ? "\u2013" : formats.instant(version.at())),
                    current ? new Span(getTranslation("versions.current")) : back(version, restore));
        });
        add(table);
        if (versions > 1) {
            Button button = new Button(getTranslation("versions.reset"), click -> ask(reset));
            Div actions = new Div(button);
            actions.addClassName("actions");
            add(actions);
        }
    }

    private Component back(PlaybookVersion version, IntConsumer restore) {
        Button button = new Button(getTranslation("versions.restore"), click -> restore.accept(version.number()));
        button.setAriaLabel(getTranslation("versions.restore.of", version.number()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void ask(Runnable reset) {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("versions.reset.title"),
                getTranslation("versions.reset.sentence"),
                getTranslation("versions.reset"),
                confirmed -> reset.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("versions.keep"));
        dialog.open();
    }
}
