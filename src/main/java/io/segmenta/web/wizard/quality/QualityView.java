package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;
import io.segmenta.clean.CleaningRules;
import io.segmenta.clean.QualityReport;
import io.segmenta.run.Dataset;
import io.segmenta.run.DatasetService;
import io.segmenta.transactions.ColumnMapping;
import io.segmenta.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardPage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Step 3: what will be kept and dropped and why, before anything is computed. */
@Route(value = Paths.QUALITY, layout = MainLayout.class)
public final class QualityView extends WizardPage {
    private final transient DatasetService datasets;
    private final transient Background background;

    public QualityView(DatasetService datasets, Background background) {
        super(Destination.QUALITY, datasets);
        this.datasets = datasets;
        this.background = background;
    }

    @Override
    protected void show(Draft draft, Dataset dataset) {
        add(new PageHeader(getTranslation("quality.title"), getTranslation("quality.lead")));
        Optional<ColumnMapping> mapping = draft.mapping();
        if (mapping.isEmpty()) {
            EmptyState empty = new EmptyState(
                    Glyph.TABLE, getTranslation("quality.no-columns"), getTranslation("quality.no-columns.why"));
            empty.offer(draft.on(Destination.COLUMNS).primaryButton(getTranslation("quality.no-columns.choose")));
            add(empty);
            return;
        }
        add(new Check(draft, dataset, mapping.get()));
    }

    private record Pair(QualityReport chosen, QualityReport recommended) {}

    /** The report on one dataset under the rules that are chosen now. */
    private final class Check extends Div {
        private final Dataset dataset;
        private final ColumnMapping mapping;
        private final Formats formats;
        private final Div waiting = new Div();
        private final Div report = new Div();
        private final Div refusal = new Div();
        private final Paragraph headline = new Paragraph();
        private final Paragraph effect = new Paragraph();
        private final StatTile customers = new StatTile(getTranslation("quality.tile.customers"), "", "");
        private final StatTile orders = new StatTile(getTranslation("quality.tile.orders"), "", "");
        private final StatTile revenue = new StatTile(getTranslation("quality.tile.revenue"), "", "");
        private final StatTile period = new StatTile(getTranslation("quality.tile.period"), "", "");
        private final KeptBar bar;
        private final RulesForm rules;
        private final UnorderedList warnings = new UnorderedList();
        private final Div caution = new Div(Glyph.ALERT.svg(), warnings);
        private final Card choices;
        private final Div actions = new Div();
        private Draft draft;

        Check(Draft draft, Dataset dataset, ColumnMapping mapping) {
            this.draft = draft;
            this.dataset = dataset;
            this.mapping = mapping;
            this.formats = draft.currency().map(Formats.current()::in).orElseGet(Formats::current);
            this.bar = new KeptBar(formats);
            this.rules = new RulesForm(
                    draft.rules(), mapping.header(Field.DESCRIPTION).isPresent(), formats, this::choose);
            addClassName("quality-check");
            report.addClassName("quality-report");
            actions.addClassName("wizard-actions");
            headline.addClassName("lead");
            effect.addClassName("effect");
            effect.getElement().setAttribute("role", "status");
            ProgressBar progress = new ProgressBar();
            progress.setIndeterminate(true);
            progress.getElement().setAttribute("aria-label", getTranslation("quality.title"));
            waiting.addClassName("waiting");
            waiting.getElement().setAttribute("role", "status");
            waiting.add(new Paragraph(getTranslation("quality.checking", formats.count(dataset.rows()))), progress);
            caution.addClassName("caveats");
            report.add(
                    StatTile.row(customers, orders, revenue, period),
                    new Card(getTranslation("quality.what"), headline, bar, caution));
            choices = Card.of(getTranslation("quality.rules"), getTranslation("quality.rules.lead"), rules, effect);
            add(waiting, refusal, report, choices, actions);
            report.setVisible(false);
            choices.setVisible(false);
            check();
        }

        private void choose(CleaningRules chosen) {
            draft = draft.withRules(chosen);
            keep(draft);
            check();
        }

        private void check() {
            waiting.setVisible(true);
            Draft asked = draft;
            background.run(
                    UI.getCurrent(),
                    () -> new Pair(quality(asked.rules()), quality(CleaningRules.defaults())),
                    found -> show(asked, found.chosen(), found.recommended()),
                    why -> refuse(asked, why),
                    getTranslation("quality.failed"));
        }

        private QualityReport quality(CleaningRules asked) {
            return datasets.quality(dataset.fingerprint(), mapping, asked, Progress.SILENT);
        }

        private void show(Draft asked, QualityReport found, QualityReport recommended) {
            if (!asked.equals(draft)) {
                return;
            }
            waiting.setVisible(false);
            refusal.removeAll();
            report.setVisible(true);
            choices.setVisible(true);
            customers.show(formats.count(found.customers()), "");
            orders.show(formats.count(found.orders()), "");
            revenue.show(formats.money(found.revenue()), "");
            showPeriod(found.firstDay(), found.lastDay());
            headline.setText(getTranslation(
                    "quality.headline",
                    formats.count(found.rowsKept()),
                    formats.count(found.rowsRead()),
                    formats.percent(found.rowsRead() == 0 ? 0 : (double) found.rowsKept() / found.rowsRead(), 1)));
            bar.show(found);
            warnings.removeAll();
            found.warnings().forEach(sentence -> warnings.add(new ListItem(sentence)));
            caution.setVisible(!found.warnings().isEmpty());
            rules.show(found, recommended);
            effect.setText(effect(found, recommended));
            if (found.rowsKept() > 0) {
                offer(draft.on(Destination.CONFIGURE).primaryButton(getTranslation("quality.continue")));
            } else {
                offer();
                effect.setText(getTranslation("quality.nothing"));
            }
        }

        private void showPeriod(@Nullable LocalDate first, @Nullable LocalDate last) {
            if (first == null || last == null) {
                period.show("–", "");
                return;
            }
            period.show(
                    getTranslation("quality.days", first.until(last, ChronoUnit.DAYS) + 1),
                    getTranslation("quality.period", formats.date(first), formats.date(last)));
        }

        private void refuse(Draft asked, UserFacingException why) {
            if (!asked.equals(draft)) {
                return;
            }
            waiting.setVisible(false);
            report.setVisible(false);
            choices.setVisible(true);
            effect.setText("");
            refusal.removeAll();
            refusal.add(problem(why, draft));
            offer();
        }

        private void offer(Component... next) {
            actions.removeAll();
            actions.add(next);
            Anchor back = draft.on(Destination.COLUMNS).button(getTranslation("quality.back"));
            actions.add(back);
        }

        private String effect(QualityReport found, QualityReport recommended) {
            if (draft.rules().equals(CleaningRules.defaults())) {
                return getTranslation("quality.effect.none");
            }
            return getTranslation(
                    "quality.effect",
                    signed(found.rowsKept() - recommended.rowsKept()),
                    signed(found.customers() - recommended.customers()),
                    (found.revenue() < recommended.revenue() ? "−" : "+")
                            + formats.money(Math.abs(found.revenue() - recommended.revenue())));
        }

        private String signed(long difference) {
            return (difference < 0 ? "−" : "+") + formats.count(Math.abs(difference));
        }
    }
}
