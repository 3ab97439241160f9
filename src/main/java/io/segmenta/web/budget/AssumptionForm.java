package io.segmenta.web.budget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.Response;
import io.segmenta.web.budget.AssumptionEdits.Figure;
import io.segmenta.web.component.Formats;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Changes what is assumed of one segment. What is typed stays where it cannot be. */
final class AssumptionForm extends Dialog {
    private static final List<Figure> UPLIFT = List.of(Figure.LEAST, Figure.LIKELY, Figure.MOST);

    private final transient Response guess;
    private final transient Response now;
    private final transient AssumptionEdits edits;
    private final transient Consumer<AssumptionEdits> apply;
    private final Map<Figure, BigDecimalField> fields = new EnumMap<>(Figure.class);
    private final Paragraph problem = new Paragraph();

    /**
     * @param guess what one begins with
     * @param apply throws a {@link UserFacingException} where the numbers cannot be
     */
    AssumptionForm(
            Response guess, Response now, AssumptionEdits edits, Formats formats, Consumer<AssumptionEdits> apply) {
        this.guess = guess;
        this.now = now;
        this.edits = edits;
        this.apply = apply;
        int cluster = guess.segment().cluster();
        setHeaderTitle(getTranslation("assume.edit.of", guess.segment().name()));
        setWidth("min(34rem, 94vw)");
        setCloseOnOutsideClick(false);
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div form = new Div(problem);
        form.addClassName("play-form");
        for (Figure figure : Figure.values()) {
            BigDecimalField field = field(figure, formats);
            field.setValue(value(now, figure));
            fields.put(figure, field);
            form.add(field);
        }
        add(form);
        Button reset = new Button(getTranslation("assume.reset.one"), click -> submit(edits.without(cluster)));
        reset.setVisible(edits.has(cluster));
        Button save = new Button(getTranslation("assume.apply"), click -> submit(typed()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(reset, new Button(getTranslation("play.cancel"), click -> close()), save);
    }

    private BigDecimalField field(Figure figure, Formats formats) {
        String key = "assume." + figure.name().toLowerCase(Locale.ROOT);
        BigDecimalField field = new BigDecimalField(getTranslation(key + ".label"));
        field.setHelperText(getTranslation(key + ".help"));
        field.setLocale(formats.locale());
        field.setManualValidation(true);
        field.setWidthFull();
        if (figure != Figure.REVENUE && figure != Figure.CONTACT) {
            field.setSuffixComponent(new Span("%"));
        }
        return field;
    }

    private AssumptionEdits typed() {
        int cluster = guess.segment().cluster();
        AssumptionEdits typed = UPLIFT.stream().allMatch(this::untouched) ? edits : edits.unmeasured(cluster);
        for (Map.Entry<Figure, BigDecimalField> field : fields.entrySet()) {
            Figure figure = field.getKey();
            BigDecimal value = field.getValue().getValue();
            boolean same = value == null || value.compareTo(value(guess, figure)) == 0;
            typed = typed.with(figure.key(cluster), same ? null : value);
        }
        return typed;
    }

    private boolean untouched(Figure figure) {
        BigDecimalField field = fields.get(figure);
        BigDecimal value = field == null ? null : field.getValue();
        return value != null && value.compareTo(value(now, figure)) == 0;
    }

    private void submit(AssumptionEdits changed) {
        try {
            apply.accept(changed);
            close();
        } catch (UserFacingException wrong) {
            problem.setText(wrong.getMessage());
            problem.setVisible(true);
        }
    }

    /** As a person writes it; an empty field is the first guess. */
    private static BigDecimal value(Response response, Figure figure) {
        return switch (figure) {
            case REVENUE -> AssumptionEdits.plain(response.expectedRevenue().value(), 2);
            case LEAST -> AssumptionEdits.percent(response.uplift().least());
            case LIKELY -> AssumptionEdits.percent(response.uplift().likely());
            case MOST -> AssumptionEdits.percent(response.uplift().most());
            case CONTACT -> AssumptionEdits.plain(response.contactCost().value(), AssumptionEdits.PLACES);
        };
    }
}
