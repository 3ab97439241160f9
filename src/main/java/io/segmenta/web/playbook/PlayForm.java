package io.segmenta.web.playbook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.service.plan.PlaybookService;
import io.segmenta.web.component.form.DecimalField;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes the play of one persona. What is typed stays where it cannot be saved. */
final class PlayForm extends Dialog {
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_LINE = 500;

    private final transient PlaybookService playbooks;
    private final transient Play before;
    private final TextArea strategy = new TextArea();
    private final TextArea actions = new TextArea();
    private final TextField discount = new TextField();
    private final DecimalField from = new DecimalField();
    private final DecimalField to = new DecimalField();
    private final IntegerField engagement = new IntegerField();
    private final Select<Play.RoiClass> roi = new Select<>();
    private final Select<Play.Priority> priority = new Select<>();
    private final Paragraph problem = new Paragraph();
    private final transient Consumer<PlaybookVersion> saved;
    private int basedOn;

    /** @param version whose play is shown first, and what {@code saved} is told where it was replaced by another */
    PlayForm(Play play, PlaybookVersion version, PlaybookService playbooks, Consumer<PlaybookVersion> saved) {
        this.before = play;
        this.playbooks = playbooks;
        this.saved = saved;
        basedOn = version.number();
        setHeaderTitle(getTranslation("play.title", play.persona().label()));
        setWidth("min(46rem, 94vw)");
        setCloseOnOutsideClick(false);
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        prepare();
        fill(play);
        Div numbers = new Div(discount, from, to, engagement, roi, priority);
        numbers.addClassName("form-row");
        Div form = new Div(problem, strategy, actions, numbers);
        form.addClassName("play-form");
        add(form);
        Button save = new Button(getTranslation("play.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("play.cancel"), click -> close()), save);
    }

    private void prepare() {
        strategy.setLabel(getTranslation("play.strategy"));
        strategy.setMaxLength(LONGEST_LINE);
        strategy.setMinRows(2);
        actions.setLabel(getTranslation("playbook.actions"));
        actions.setHelperText(getTranslation("play.actions.help"));
        actions.setMaxLength(LONGEST_TEXT);
        actions.setMinRows(6);
        actions.setMaxRows(14);
        discount.setLabel(getTranslation("playbook.discount"));
        discount.setHelperText(getTranslation("play.discount.help"));
        discount.setMaxLength(LONGEST_LINE);
        percent(from, "play.from");
        percent(to, "play.to");
        engagement.setLabel(getTranslation("playbook.engagement"));
        engagement.setHelperText(getTranslation("play.engagement.help"));
        engagement.setManualValidation(true);
        roi.setLabel(getTranslation("playbook.roi"));
        roi.setItems(Play.RoiClass.values());
        roi.setItemLabelGenerator(Play.RoiClass::label);
        priority.setLabel(getTranslation("playbook.priority"));
        priority.setItems(Play.Priority.values());
        priority.setItemLabelGenerator(Play.Priority::label);
    }

    private void percent(DecimalField field, String key) {
        field.setLabel(getTranslation(key));
        field.setSuffixComponent(new Span("%"));
        field.setManualValidation(true);
    }

    private void fill(Play play) {
        strategy.setValue(play.strategy());
        actions.setValue(String.join("\n", play.actions()));
        discount.setValue(play.discount());
        from.setValue(percent(play.budgetFrom()));
        to.setValue(percent(play.budgetTo()));
        engagement.setValue(play.engagement());
        roi.setValue(play.roiClass());
        priority.setValue(play.priority());
    }

    private void save() {
        try {
            Play play = typed();
            try {
                saved.accept(playbooks.edit(play, basedOn, UserName.LOCAL));
                close();
            } catch (UserFacingException changedMeanwhile) {
                // Whoever saves again after reading this means it.
                basedOn = playbooks.current().number();
                tell(changedMeanwhile);
            }
        } catch (UserFacingException wrong) {
            tell(wrong);
        }
    }

    private Play typed() {
        return new Play(
                before.persona(),
                strategy.getValue().strip(),
                actions.getValue()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                discount.getValue().strip(),
                share(from),
                share(to),
                roi.getValue(),
                required(engagement, "play.engagement.missing"),
                priority.getValue());
    }

    private double share(DecimalField field) {
        return BigDecimal.valueOf(required(field, "play.range.missing"))
                .movePointLeft(2)
                .doubleValue();
    }

    private <C extends Component & HasValue<?, T>, T> T required(C field, String words) {
        @Nullable T value = field.getValue();
        if (value == null) {
            throw new UserFacingException(getTranslation(words));
        }
        return value;
    }

    private void tell(UserFacingException wrong) {
        problem.setText(wrong.getMessage());
        problem.setVisible(true);
        problem.scrollIntoView();
    }

    private static double percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
    }
}
