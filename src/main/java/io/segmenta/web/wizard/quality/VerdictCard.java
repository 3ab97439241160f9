package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.clean.Verdict;
import io.segmenta.engine.clean.Verdict.Sentence;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Glyph;
import java.util.List;
import java.util.function.Consumer;

/** What was made of the file in sentences, each with a switch that leads to what decides it, and what to look at before it is trusted. */
final class VerdictCard extends Div {
    private final transient Consumer<Sentence> lead;
    private final Paragraph headline = new Paragraph();
    private final UnorderedList sentences = new UnorderedList();
    private final UnorderedList warnings = new UnorderedList();
    private final Div caution = new Div(Glyph.ALERT.svg(), warnings);

    /** @param lead to what decides a sentence */
    VerdictCard(Consumer<Sentence> lead) {
        this.lead = lead;
        addClassName("verdict");
        headline.addClassName("headline");
        sentences.addClassName("sentences");
        caution.addClassName("caveats");
        add(new Card(getTranslation("quality.verdict"), headline, sentences, caution));
    }

    void show(Verdict verdict, List<String> cautions) {
        List<Sentence> said = verdict.sentences();
        headline.removeAll();
        headline.add(new Span(said.getFirst().words()), change(said.getFirst()));
        sentences.removeAll();
        said.stream()
                .skip(1)
                .forEach(sentence -> sentences.add(new ListItem(new Span(sentence.words()), change(sentence))));
        warnings.removeAll();
        cautions.forEach(words -> warnings.add(new ListItem(words)));
        caution.setVisible(!cautions.isEmpty());
    }

    private Button change(Sentence sentence) {
        Button change = new Button(getTranslation("quality.verdict.change"), click -> lead.accept(sentence));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("quality.verdict.change.label", sentence.words()));
        return change;
    }
}
