package io.segmenta.web.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** One of the three things that happen from a file to a plan. */
final class WelcomeStep extends Div {

    WelcomeStep(String title, String sentence) {
        addClassName("welcome-step");
        add(new H2(title), new Paragraph(sentence));
    }
}
