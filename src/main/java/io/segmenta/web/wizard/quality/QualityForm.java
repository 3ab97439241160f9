package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.Verdict;
import io.segmenta.engine.clean.Verdict.Sentence;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.wizard.Algorithms;
import io.segmenta.web.wizard.Draft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules that are chosen now make of one dataset: the verdict and the states, to stand on top, and below them all that can be changed. */
public final class QualityForm extends Div {
    private final transient QualityQuery query;
    private final Dataset dataset;
    private final transient Consumer<Draft> keep;
    private final transient Consumer<Field> columns;
    private final transient Formats formats;
    private final Paragraph working = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Div waiting = new Div(working, progress);
    private final Div refusal = new Div();
    private final VerdictCard verdict = new VerdictCard(this::lead);
    private final StatesForm states;
    private final QualitySummary summary;
    private final PeriodForm period;
    private final FilterForm filters;
    private final Details filter;
    private final RulesForm rules;
    private final Paragraph effect = new Paragraph();
    private final RejectedRows rejected;
    private final Anchor download = new Anchor();
    private final Card statesCard;
    private final Card part;
    private final Card choices;
    private final Card leftOut;
    private final Div top;
    private final Div actions = new Div();
    private Draft draft;
    private @Nullable CancellableProgress checking;
    private boolean offered;

    /**
     * @param draft with its rules
     * @param keep is told each change
     * @param columns leads to the choice of a column
     */
    public QualityForm(
            QualityQuery query, Draft draft, Dataset dataset, Consumer<Draft> keep, Consumer<Field> columns) {
        this.query = query;
        this.draft = draft;
        this.dataset = dataset;
        this.keep = keep;
        this.columns = columns;
        this.formats = draft.currency().map(Formats.current()::in).orElseGet(Formats::current);
        this.states = new StatesForm(
                query.mapping().header(Field.STATUS).orElse(""),
                draft.rules(),
                query.recommended(),
                formats,
                this::choose);
        this.summary = new QualitySummary(formats);
        boolean described = query.mapping().header(Field.DESCRIPTION).isPresent();
        this.rules = new RulesForm(draft.rules(), described, formats, this::choose);
        this.period = new PeriodForm(draft.rules(), formats, this::choose);
        List<Field> fields = RowFilter.FIELDS.stream()
                .filter(field -> query.mapping().header(field).isPresent())
                .toList();
        this.filters = new FilterForm(draft.rules(), fields, formats, this::choose);
        this.filter = filter(fields);
        this.rejected = new RejectedRows(dataset.headers(), formats, this::fetchRejects);
        addClassName("quality-form");
        actions.addClassName("wizard-actions");
        effect.addClassName("effect");
        effect.getElement().setAttribute("role", "status");
        progress.getElement().setAttribute("aria-label", getTranslation("check.title"));
        waiting.addClassName("waiting");
        waiting.getElement().setAttribute("role", "status");
        download.addClassName("button-link");
        download.add(Glyph.DOWNLOAD.svg(), new Span(getTranslation("quality.rejects.download")));
        statesCard = new Card(getTranslation("quality.states"), states);
        part = Card.of(getTranslation("quality.part.title"), getTranslation("quality.part.lead"), period, filter);
        choices = Card.of(getTranslation("quality.rules"), getTranslation("quality.rules.lead"), rules, effect);
        leftOut =
                Card.of(getTranslation("quality.rejects"), getTranslation("quality.rejects.lead"), rejected, download);
        top = new Div(waiting, refusal, verdict, statesCard);
        top.addClassName("quality-form");
        add(part, choices, summary, leftOut, new ProfileCard(query, formats), actions);
        Stream.<Component>of(verdict, statesCard, summary, part, choices, leftOut)
                .forEach(hidden -> hidden.setVisible(false));
        offer();
        check();
    }

    /** What stands on top of the page. */
    public Component top() {
        return top;
    }

    /** To what decides a sentence. */
    private void lead(Sentence sentence) {
        Field column = sentence.column();
        if (column != null) {
            columns.accept(column);
            return;
        }
        DropReason reason = Objects.requireNonNull(sentence.reason());
        switch (reason) {
            case STATE -> states.focus();
            case OUTSIDE_PERIOD -> period.focus();
            case UNREADABLE -> rejected.open(reason);
            case FILTERED -> {
                filter.setOpened(true);
                filters.scrollIntoView();
                filters.focus();
            }
            default -> rules.focus(reason);
        }
    }

    private Details filter(List<Field> fields) {
        Details details = new Details(getTranslation("quality.filter"), filters);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && !offered) {
                offered = true;
                fields.forEach(field -> query.values(
                        field, values -> filters.offer(field, values), this::refuse, getTranslation("quality.failed")));
            }
        });
        details.setOpened(!filters.filters().isEmpty());
        return details;
    }

    private void choose() {
        List<RowFilter> all = new ArrayList<>(filters.filters());
        all.addAll(states.filters());
        CleaningRules chosen = new CleaningRules(rules.active(), rules.returns(), period.from(), period.to(), all);
        CleaningRules before = draft.rules();
        // answered elsewhere
        draft = draft.withRules(
                before.currency().map(code -> chosen.in(code, before.rates())).orElse(chosen));
        keep.accept(draft);
        check();
    }

    private void check() {
        if (checking != null) {
            checking.stop();
        }
        waiting.setVisible(true);
        showProgress(0, getTranslation("quality.checking", formats.count(dataset.rows())));
        Draft asked = draft;
        checking = query.reports(
                asked.rules(),
                this::showProgress,
                found -> {
                    if (asked.equals(draft)) {
                        show(found);
                    }
                },
                why -> {
                    if (asked.equals(draft)) {
                        refuse(why);
                    }
                },
                getTranslation("quality.failed"));
    }

    private void showProgress(double fraction, String detail) {
        working.setText(
                detail.isEmpty() ? getTranslation("quality.checking", formats.count(dataset.rows())) : detail + "…");
        progress.setIndeterminate(fraction <= 0);
        progress.setValue(Math.clamp(fraction, 0, 1));
    }

    private void show(QualityQuery.Reports found) {
        QualityReport chosen = found.chosen();
        waiting.setVisible(false);
        refusal.removeAll();
        Stream.<Component>of(verdict, summary, part, choices).forEach(shown -> shown.setVisible(true));
        verdict.show(
                Verdict.of(
                        query.reading(),
                        query.mapping(),
                        draft.rules(),
                        chosen,
                        found.reconciliation(),
                        formats.figures()),
                chosen.warnings());
        states.show(found.states());
        statesCard.setVisible(!found.states().isEmpty());
        summary.show(chosen);
        rules.show(chosen, found.everyRule());
        LocalDate first = found.recommended().firstDay();
        LocalDate last = found.recommended().lastDay();
        if (first != null && last != null) {
            period.offer(first, last);
        }
        leftOut.setVisible(chosen.rowsKept() < chosen.rowsRead());
        rejected.show(chosen);
        download.setHref(query.download(draft.rules(), fileName()));
        if (chosen.rowsKept() > 0) {
            effect.setText(effect(chosen, found.recommended()));
            offer(Algorithms.fitting(draft, chosen.customers())
                    .on(Destination.CONFIGURE)
                    .primaryButton(getTranslation("quality.continue")));
        } else {
            effect.setText(getTranslation("quality.nothing"));
            offer();
        }
    }

    /** "Online Retail-not-used.csv". */
    private String fileName() {
        return dataset.name().replaceFirst("\\.[A-Za-z0-9]{1,6}$", "").replaceAll("[^\\p{L}\\p{N} _-]", "-")
                + "-not-used.csv";
    }

    private void fetchRejects() {
        Draft asked = draft;
        query.rejects(
                asked.rules(),
                found -> {
                    if (asked.equals(draft)) {
                        rejected.fill(found);
                    }
                },
                this::refuse,
                getTranslation("quality.failed"));
    }

    private void refuse(UserFacingException why) {
        Stream.<Component>of(waiting, summary, verdict, leftOut).forEach(hidden -> hidden.setVisible(false));
        choices.setVisible(true);
        part.setVisible(true);
        effect.setText("");
        EmptyState problem = new EmptyState(Glyph.ALERT, getTranslation("wizard.problem"), why.getMessage());
        problem.offer(
                new Button(getTranslation("quality.problem.columns"), click -> columns.accept(Field.CUSTOMER_ID)));
        refusal.removeAll();
        refusal.add(problem);
        offer();
    }

    private void offer(Component... next) {
        actions.removeAll();
        actions.add(next);
        actions.add(draft.on(Destination.DATA).button(getTranslation("columns.back")));
    }

    private String effect(QualityReport chosen, QualityReport recommended) {
        if (draft.rules().equals(query.recommended())) {
            return getTranslation("quality.effect.none");
        }
        return getTranslation(
                "quality.effect",
                signed(chosen.rowsKept() - recommended.rowsKept()),
                signed(chosen.customers() - recommended.customers()),
                (chosen.revenue() < recommended.revenue() ? "−" : "+")
                        + formats.money(Math.abs(chosen.revenue() - recommended.revenue())));
    }

    private String signed(long difference) {
        return (difference < 0 ? "−" : "+") + formats.count(Math.abs(difference));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        query.stop();
    }
}
