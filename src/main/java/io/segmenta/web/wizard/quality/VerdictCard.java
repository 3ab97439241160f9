package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.Verdict;
import io.segmenta.engine.clean.Verdict.Sentence;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was made of the file in sentences, each with its switch: the rule behind it, or the states of the orders. */
final class VerdictCard extends Div {
    private final transient QualityQuery query;
    private final Paragraph headline = new Paragraph();
    private final UnorderedList sentences = new UnorderedList();
    private final StatesForm states;
    private final transient List<RowFilter> others;

    VerdictCard(QualityQuery query, CleaningRules rules, Formats formats, Runnable changed) {
        this.query = query;
        this.others = rules.filters().stream()
                .filter(filter -> filter.field() == Field.CURRENCY)
                .toList();
        this.states = new StatesForm(query, rules, formats, changed);
        addClassName("verdict");
        headline.addClassName("lead");
        add(new Card(getTranslation("quality.verdict"), headline, sentences, states));
    }

    /** @param lead to the switch of a rule */
    void show(CleaningRules rules, QualityReport report, Consumer<DropReason> lead) {
        List<Sentence> said =
                Verdict.of(query.reading(), query.mapping(), rules, report).sentences();
        headline.setText(said.isEmpty() ? "" : said.getFirst().words());
        sentences.removeAll();
        said.stream().skip(1).forEach(sentence -> {
            ListItem item = new ListItem(new Span(sentence.words()));
            DropReason rule = sentence.rule();
            if (rule != null) {
                item.add(change(sentence.words(), () -> lead.accept(rule)));
            }
            sentences.add(item);
        });
    }

    private Button change(String sentence, Runnable lead) {
        Button change = new Button(getTranslation("quality.verdict.change"), click -> lead.run());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("quality.verdict.change.label", sentence));
        return change;
    }

    /** By the states, and those that were answered before. */
    List<RowFilter> filters() {
        List<RowFilter> filters = new ArrayList<>(others);
        filters.addAll(states.filters());
        return filters;
    }
}
