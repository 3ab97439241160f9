package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.web.shell.Background;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the reading of a file is, in words and as a bar, with a way to stop it. */
final class Reading extends Div {
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph detail = new Paragraph();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param cancelled puts the page right after the reading was stopped */
    Reading(String name, Runnable cancelled) {
        addClassNames("card", "reading");
        H2 title = new H2(getTranslation("data.reading", name));
        detail.setText(getTranslation("data.reading.begin"));
        detail.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", title.getText());
        bar.setIndeterminate(true);
        Paragraph leave = new Paragraph(getTranslation("data.reading.leave"));
        leave.addClassName("quiet");
        Button cancel = new Button(getTranslation("data.reading.cancel"), click -> {
            stopped.set(true);
            cancelled.run();
        });
        add(title, detail, bar, leave, cancel);
    }

    /** Called by the reading thread; shows a change of a percent or more. */
    Progress progress(UI ui) {
        AtomicInteger shown = new AtomicInteger(-1);
        return (fraction, words) -> {
            if (stopped.get()) {
                throw new CancelledException();
            }
            int percent = (int) Math.round(100 * Math.clamp(fraction, 0, 1));
            if (shown.getAndSet(percent) != percent) {
                Background.show(ui, () -> show(percent, words));
            }
        };
    }

    boolean stopped() {
        return stopped.get();
    }

    private void show(int percent, String words) {
        bar.setIndeterminate(percent == 0);
        bar.setValue(percent / 100.0);
        detail.setText(
                words.isEmpty()
                        ? getTranslation("data.reading.percent", percent)
                        : getTranslation("data.reading.detail", percent, words));
    }
}
