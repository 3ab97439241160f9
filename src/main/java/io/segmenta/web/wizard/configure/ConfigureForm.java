package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.form.CheckedNumber;
import io.segmenta.web.wizard.Setup;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The name, the goal and, for experts, everything else. */
final class ConfigureForm extends Div {
    private final transient Consumer<Setup> keep;
    private final transient Consumer<Setup> start;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Boolean> goal = new RadioButtonGroup<>();
    private final CheckedNumber segments;
    private final RadioButtonGroup<Compared> compared = new RadioButtonGroup<>();
    private final Paragraph search = new Paragraph();
    private final RadioButtonGroup<Boolean> mode = new RadioButtonGroup<>();
    private final ExpertForm expert;
    private final Paragraph refusal = new Paragraph();
    private final transient Consumer<Consumer<PurchaseGaps>> rhythm;
    private Setup setup;
    private boolean asked;

    /**
     * @param keep is told of each change that can be used
     * @param start may refuse with a {@link UserFacingException}
     * @param rhythm finds out how often customers buy; asked once, when the answer can be seen
     */
    ConfigureForm(
            Setup entered,
            Anchor back,
            Consumer<Setup> keep,
            Consumer<Setup> start,
            Consumer<Consumer<PurchaseGaps>> rhythm) {
        this.rhythm = rhythm;
        this.setup = entered;
        this.keep = keep;
        this.start = start;
        addClassName("configure-form");
        segments = new CheckedNumber(
                "configure.segments", setup.algorithms().segments(), KMeansParameters::of, this::changed);
        expert = new ExpertForm(setup, this::changed);
        prepareName();
        choice(goal, "goal", setup.tunes());
        prepareCompared();
        choice(mode, "mode", setup.expert());
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refuse("");
        Button begin = new Button(getTranslation("configure.start"), click -> begin());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(begin, back);
        actions.addClassName("wizard-actions");
        Div basics = new Div(name, segments);
        basics.addClassName("form-row");
        add(
                new Card(getTranslation("configure.basics"), goal, basics, search, compared, mode),
                expert,
                refusal,
                actions);
        arrange();
    }

    private void prepareName() {
        name.setLabel(getTranslation("configure.name"));
        name.setHelperText(getTranslation("configure.name.help"));
        name.setMaxLength(120);
        name.setValue(setup.name());
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.ON_BLUR);
        name.addValueChangeListener(change -> {
            if (named()) {
                changed();
            }
        });
    }

    private void prepareCompared() {
        compared.setLabel(getTranslation("configure.compared"));
        compared.setHelperText(getTranslation("configure.compared.help"));
        compared.setItems(Compared.values());
        compared.setItemLabelGenerator(item -> getTranslation("configure.compared." + item));
        compared.setValue(Compared.of(setup));
        compared.addValueChangeListener(change -> {
            if (compared.getValue() == Compared.OWN) {
                // who chooses must see what there is
                mode.setValue(true);
            }
            arrange();
            changed();
        });
    }

    private void choice(RadioButtonGroup<Boolean> group, String key, boolean value) {
        group.setLabel(getTranslation("configure." + key));
        group.setItems(List.of(false, true));
        group.setItemLabelGenerator(item -> getTranslation("configure." + key + "." + item));
        group.setValue(value);
        group.addValueChangeListener(change -> {
            arrange();
            changed();
        });
    }

    /** Shows what belongs to the goal and the mode. */
    private void arrange() {
        segments.setVisible(!goal.getValue());
        search.setVisible(goal.getValue());
        search.setText(TuningSummary.of(setup.tuning(), this::getTranslation));
        expert.tune(goal.getValue());
        expert.compare(compared.getValue());
        expert.setVisible(mode.getValue());
        if (mode.getValue() && !asked) {
            asked = true;
            rhythm.accept(expert::suggestHorizon);
        }
    }

    private void changed() {
        Setup now = onScreen();
        if (now != null) {
            setup = now;
            search.setText(TuningSummary.of(setup.tuning(), this::getTranslation));
            refuse("");
            keep.accept(setup);
        }
    }

    private void begin() {
        boolean named = named();
        Setup now = onScreen();
        if (now == null || !named) {
            return;
        }
        try {
            start.accept(now);
        } catch (UserFacingException e) {
            refuse(e.getMessage());
        }
    }

    /** Null where something on screen cannot be used. */
    private @Nullable Setup onScreen() {
        boolean counted = goal.getValue() || segments.accepted();
        int number = counted && !goal.getValue()
                ? segments.number()
                : setup.algorithms().segments();
        Setup basic = new Setup(
                name.isEmpty() ? setup.name() : name.getValue().strip(),
                mode.getValue(),
                goal.getValue(),
                setup.algorithms().withSegments(number),
                setup.tuning(),
                compared.getValue().of(setup.transform()),
                compared.getValue() == Compared.BEST,
                setup.snapshot(),
                setup.horizon(),
                setup.seed());
        Setup all = mode.getValue() ? expert.in(basic, number) : basic;
        return counted ? all : null;
    }

    private boolean named() {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(getTranslation("configure.name.missing"));
        return !name.isInvalid();
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }
}
