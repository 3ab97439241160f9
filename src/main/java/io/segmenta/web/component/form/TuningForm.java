package io.segmenta.web.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a search for the best settings tries, and for how long. */
@CssImport("./styles/wizard.css")
public final class TuningForm extends Div {
    private final CheckboxGroup<Algorithm> algorithms = new CheckboxGroup<>();
    private final CheckedNumber trials;
    private final CheckedNumber fewest;
    private final CheckedNumber most;
    private final OneOf<Objective> objective;
    private final CheckedDecimal floor;
    private final CheckedNumber seconds;
    private final Checkbox weka;
    private final Paragraph refusal = new Paragraph();

    public TuningForm(TuningSettings start, Runnable changed) {
        addClassName("tuning-form");
        algorithms.setLabel(getTranslation("tuning.algorithms"));
        algorithms.setItems(Algorithm.values());
        algorithms.setItemLabelGenerator(algorithm -> getTranslation("algorithm." + algorithm));
        algorithms.setManualValidation(true);
        algorithms.setValue(Set.copyOf(start.algorithms()));
        algorithms.addValueChangeListener(change -> {
            if (someAlgorithm()) {
                changed.run();
            }
        });
        trials = new CheckedNumber("tuning.trials", start.trials(), TuningForm::checkTrials, changed);
        fewest = new CheckedNumber("tuning.fewest", start.fewest(), TuningForm::checkSegments, changed);
        most = new CheckedNumber("tuning.most", start.most(), TuningForm::checkSegments, changed);
        objective = new OneOf<>("tuning.objective", Objective.values(), start.objective(), changed);
        floor = new CheckedDecimal(
                "tuning.floor", Math.round(start.floor() * 1e6) / 1e4, TuningForm::checkFloor, changed);
        Duration budget = start.budget();
        seconds = new CheckedNumber(
                        "tuning.seconds",
                        budget == null ? null : Math.clamp(budget.toSeconds(), 1, Integer.MAX_VALUE),
                        TuningForm::checkSeconds,
                        changed)
                .optional();
        weka = new Checkbox(getTranslation("tuning.weka"), start.engines().contains(Engine.WEKA));
        weka.setHelperText(getTranslation("tuning.weka.help"));
        weka.addValueChangeListener(change -> changed.run());
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(algorithms, row(trials, fewest, most), row(objective, floor, seconds), weka, refusal);
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("form-row");
        return row;
    }

    /** The settings on screen, or null where they cannot be used, after saying why beside the field. */
    public @Nullable TuningSettings value() {
        // Every field is asked, so that all of them speak.
        boolean accepted = Stream.of(
                        someAlgorithm(),
                        trials.accepted(),
                        fewest.accepted(),
                        most.accepted(),
                        floor.accepted(),
                        seconds.accepted())
                .allMatch(each -> each);
        refuse("");
        if (!accepted) {
            return null;
        }
        try {
            Integer limit = seconds.getValue();
            return new TuningSettings(
                    Stream.of(Algorithm.values()).filter(algorithms::isSelected).toList(),
                    trials.number(),
                    fewest.number(),
                    most.number(),
                    objective.getValue(),
                    floor.number() / 100,
                    limit == null ? null : Duration.ofSeconds(limit),
                    weka.getValue() ? List.of(Engine.values()) : List.of(Engine.SEGMENTA));
        } catch (UserFacingException e) {
            refuse(e.getMessage());
            return null;
        }
    }

    private boolean someAlgorithm() {
        algorithms.setInvalid(algorithms.isEmpty());
        algorithms.setErrorMessage(getTranslation("tuning.algorithms.none"));
        return !algorithms.isEmpty();
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }

    private static void checkTrials(int number) {
        settings(number, 2, 20, 0, null);
    }

    private static void checkSegments(int number) {
        settings(1, number, number, 0, null);
    }

    private static void checkFloor(double percent) {
        settings(1, 2, 20, percent / 100, null);
    }

    private static void checkSeconds(int number) {
        settings(1, 2, 20, 0, Duration.ofSeconds(number));
    }

    private static void settings(int trials, int fewest, int most, double floor, @Nullable Duration budget) {
        var unused = new TuningSettings(
                List.of(Algorithm.values()), trials, fewest, most, Objective.USABLE_SEGMENTS, floor, budget);
    }
}
