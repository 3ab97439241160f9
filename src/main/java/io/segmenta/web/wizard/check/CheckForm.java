package io.segmenta.web.wizard.check;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.ReadingNotes;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.columns.ColumnsForm;
import io.segmenta.web.wizard.quality.QualityForm;
import io.segmenta.web.wizard.quality.QualityQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verdict on top, or what is open before there can be one; the columns; and the rows. Where a column changes, the rest follows. */
final class CheckForm extends Div {
    private final transient FileFacts file;
    private final transient Reading reading;
    private final transient Consumer<Draft> keep;
    private final Div top = new Div();
    private final Div rest = new Div();
    private final ColumnsForm columns;
    private final Details details;
    private transient @Nullable QualityQuery query;
    private Draft draft;

    /** @param keep is told each change */
    CheckForm(FileFacts file, FileFacts.Found found, Consumer<Draft> keep) {
        this.file = file;
        this.reading = found.reading();
        this.keep = keep;
        this.columns = new ColumnsForm(
                file.dataset().headers(),
                found.sample(),
                found.proposal(),
                reading,
                header -> file.dates(header, found),
                found.draft(),
                this::change);
        this.draft = columns.current();
        this.details = new Details(getTranslation("columns.look"), columns);
        details.addClassName("columns-details");
        details.setOpened(!columns.isCertain() && reading.summary() == null);
        addClassName("check-form");
        top.addClassName("check-part");
        rest.addClassName("check-part");
        add(columns.questions(), news(found.news()), top);
        add(new Card(getTranslation("columns.fields"), columns.words(), details), howItWasRead(), rest);
        show();
    }

    private static Div news(List<String> sentences) {
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        Div news = new Div(Glyph.ALERT.svg(), list);
        news.addClassNames("news", "caveats");
        news.setVisible(!sentences.isEmpty());
        return news;
    }

    private Card howItWasRead() {
        ReadingNotes notes = new ReadingNotes(file.dataset());
        Card card = new Card(getTranslation("data.how", file.dataset().name()), notes);
        card.setVisible(notes.isVisible());
        return card;
    }

    private void change(Draft changed) {
        draft = changed.following(draft, reading);
        columns.adopt(draft);
        keep.accept(draft);
        show();
    }

    private void show() {
        top.removeAll();
        rest.removeAll();
        Optional<ColumnMapping> mapping = draft.mapping();
        Optional<String> open = columns.open();
        if (mapping.isEmpty() || open.isPresent()) {
            // a summary has nothing to choose from: the news says so
            if (!columns.isAskedOnTop() && reading.summary() == null) {
                top.add(openQuestion(open.orElse("")));
            }
            Div actions = new Div(draft.on(Destination.DATA).button(getTranslation("columns.back")));
            actions.addClassName("wizard-actions");
            rest.add(actions);
            return;
        }
        QualityForm quality = new QualityForm(
                query(mapping.get()), draft.withRulesOf(reading), file.dataset(), this::choose, this::lead);
        top.add(quality.top());
        rest.add(quality);
    }

    /** What is known of the rows stays known where only the currency of the amounts was changed. */
    private QualityQuery query(ColumnMapping mapping) {
        CleaningRules usual = draft.withoutRules().withRulesOf(reading).rules();
        CleaningRules recommended = draft.rules()
                .currency()
                .map(code -> usual.in(code, draft.rules().rates()))
                .orElse(usual);
        QualityQuery known = query;
        if (known == null || !known.asks(mapping, recommended)) {
            known = file.query(mapping, reading, recommended);
            query = known;
        }
        return known;
    }

    private void choose(Draft chosen) {
        draft = chosen;
        columns.adopt(chosen);
        keep.accept(chosen);
    }

    private Card openQuestion(String words) {
        Button choose = new Button(getTranslation("check.open.choose"), click -> {
            details.setOpened(true);
            columns.refuse();
        });
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        Card card = Card.of(getTranslation("check.open"), words, choose);
        card.addClassName("open-question");
        return card;
    }

    private void lead(Field field) {
        details.setOpened(true);
        columns.focus(field);
    }
}
