package io.segmenta.web.budget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.shell.Destination;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Every number the returns rest on, each with its source; all can be changed. */
final class AssumptionsCard extends Section {
    private final transient Assumptions first;
    private final transient Formats formats;
    private final transient Consumer<AssumptionEdits> changed;
    private final BigDecimalField margin = new BigDecimalField();
    private final FiguresTable table;
    private final Button reset;
    private transient AssumptionEdits edits = AssumptionEdits.NONE;
    private boolean filling;

    /** @param first what one begins with */
    AssumptionsCard(Assumptions first, Formats formats, Consumer<AssumptionEdits> changed) {
        this.first = first;
        this.formats = formats;
        this.changed = changed;
        addClassNames("card", "assumptions-card");
        Paragraph lead = new Paragraph(getTranslation("assume.lead"));
        lead.addClassName("lead");
        margin.setLabel(getTranslation("assume.margin"));
        margin.setSuffixComponent(new Span("%"));
        margin.setLocale(formats.locale());
        margin.setManualValidation(true);
        margin.setValueChangeMode(ValueChangeMode.LAZY);
        margin.addValueChangeListener(change -> marginTyped());
        table = new FiguresTable(getTranslation("assume.title"))
                .words(getTranslation("budget.segment"))
                .words(getTranslation("assume.revenue", String.valueOf(first.horizonDays())))
                .words(getTranslation("assume.uplift"))
                .words(getTranslation("assume.contact"))
                .words(getTranslation("assume.change"))
                .stacked();
        reset = new Button(getTranslation("assume.reset"), click -> changed.accept(AssumptionEdits.NONE));
        Div actions = new Div(reset, Destination.HELP.link().button(getTranslation("assume.help")));
        actions.addClassName("actions");
        add(new H2(getTranslation("assume.title")), lead, margin, table, actions);
    }

    void show(AssumptionEdits now, Assumptions assumptions) {
        edits = now;
        filling = true;
        margin.setValue(AssumptionEdits.percent(assumptions.margin().value()));
        margin.setHelperText(assumptions.margin().source());
        margin.setInvalid(false);
        filling = false;
        reset.setVisible(!now.equals(AssumptionEdits.NONE));
        table.clear();
        for (int i = 0; i < assumptions.responses().size(); i++) {
            Response guess = first.responses().get(i);
            Response response = assumptions.responses().get(i);
            Uplift uplift = response.uplift();
            table.row(
                    new PersonaBadge(response.segment()),
                    sourced(
                            formats.wholeMoney(response.expectedRevenue().value()),
                            response.expectedRevenue().source()),
                    sourced(
                            getTranslation(
                                    "assume.uplift.range",
                                    formats.share(uplift.least()),
                                    formats.share(uplift.likely()),
                                    formats.share(uplift.most())),
                            uplift.source()),
                    sourced(
                            formats.money(response.contactCost().value()),
                            response.contactCost().source()),
                    edit(guess, response));
        }
    }

    private static Component sourced(String value, String source) {
        Span from = new Span(source);
        from.addClassName("source");
        Div cell = new Div(new Span(value), from);
        cell.addClassName("sourced");
        return cell;
    }

    private Component edit(Response guess, Response now) {
        Button button = new Button(
                getTranslation("assume.edit"),
                click -> new AssumptionForm(guess, now, edits, formats, this::applied).open());
        button.setAriaLabel(getTranslation("assume.edit.of", now.segment().name()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** @throws UserFacingException where the edits cannot be */
    private void applied(AssumptionEdits typed) {
        typed.applyTo(first, AssumptionEdits.Sources.NONE);
        changed.accept(typed);
    }

    private void marginTyped() {
        if (filling) {
            return;
        }
        BigDecimal typed = margin.getValue();
        boolean guess = typed == null
                || typed.compareTo(AssumptionEdits.percent(first.margin().value())) == 0;
        try {
            applied(edits.with(AssumptionEdits.MARGIN, guess ? null : typed));
        } catch (UserFacingException wrong) {
            margin.setErrorMessage(wrong.getMessage());
            margin.setInvalid(true);
        }
    }
}
