package io.segmenta.web.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks on which day, or on which newer data, a run shall be made once more, so that both can be compared. */
public final class AnotherDayDialog extends Dialog {
    private enum Kind {
        DAY,
        DATASET
    }

    private final transient RunService runs;
    private final transient RunSummary run;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final DatePicker day = new DatePicker();
    private final ComboBox<Dataset> dataset = new ComboBox<>();
    private final Paragraph problem = new Paragraph();

    private AnotherDayDialog(RunSummary run, Recipe recipe, RunResult result, RunService runs, List<Dataset> others) {
        this.run = run;
        this.runs = runs;
        setHeaderTitle(getTranslation("another.title"));
        setWidth("min(32rem, 94vw)");
        kind.setLabel(getTranslation("another.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(value -> getTranslation("another.kind." + value.name()));
        kind.setItemEnabledProvider(value -> value == Kind.DAY || !others.isEmpty());
        kind.setHelperText(others.isEmpty() ? getTranslation("another.no-dataset") : "");
        kind.addValueChangeListener(change -> arrange());
        day(recipe, result);
        dataset.setLabel(getTranslation("another.dataset"));
        dataset.setItems(others);
        dataset.setItemLabelGenerator(Dataset::name);
        dataset.setWidthFull();
        if (!others.isEmpty()) {
            dataset.setValue(others.getFirst());
        }
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        Div form = new Div(new Paragraph(getTranslation("another.lead", run.name())), kind, day, dataset, problem);
        form.addClassName("another-day");
        add(form);
        getFooter()
                .add(
                        new Button(getTranslation("another.cancel"), click -> close()),
                        primaryButton(getTranslation("another.start"), this::start));
        kind.setValue(Kind.DAY);
    }

    /** Empty where the run has no results. */
    public static Optional<AnotherDayDialog> of(RunSummary run, RunService runs, DatasetService datasets) {
        Optional<Recipe> recipe = runs.recipe(run.id());
        Optional<RunResult> result = runs.result(run.id());
        if (recipe.isEmpty() || result.isEmpty()) {
            return Optional.empty();
        }
        List<Dataset> all = datasets.list();
        Optional<Dataset> own = all.stream()
                .filter(known ->
                        known.fingerprint().equals(recipe.get().source().dataset()))
                .findFirst();
        List<Dataset> others = all.stream()
                .filter(known ->
                        !known.fingerprint().equals(recipe.get().source().dataset()))
                .filter(known ->
                        own.isPresent() && known.headers().containsAll(own.get().headers()))
                .toList();
        return Optional.of(new AnotherDayDialog(run, recipe.get(), result.get(), runs, others));
    }

    /** A button that looks like the one important button of the page. */
    public static Button primaryButton(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void day(Recipe recipe, RunResult result) {
        Formats formats = Formats.current();
        LocalDate first = Objects.requireNonNullElse(result.quality().firstDay(), result.snapshot());
        LocalDate last = result.snapshot().minusDays(1);
        day.setLabel(getTranslation("another.day"));
        day.setHelperText(getTranslation("another.day.help", formats.date(first), formats.date(last)));
        day.setLocale(formats.locale());
        day.setMin(first.plusDays(1));
        // A run that was itself cut off can also be made later.
        day.setMax(recipe.cleaning().to() == null ? last.minusDays(1) : null);
        LocalDate quarter = last.minusDays(Horizon.DEFAULT_DAYS);
        day.setValue(quarter.isAfter(first) ? quarter : null);
        day.setWidthFull();
        day.setRequiredIndicatorVisible(true);
    }

    private void arrange() {
        day.setVisible(kind.getValue() == Kind.DAY);
        dataset.setVisible(kind.getValue() == Kind.DATASET);
        say(null);
    }

    private void start() {
        try {
            Optional<RunHandle> begun = begin();
            begun.ifPresent(handle -> {
                close();
                Destination.TRAINING.link(handle.id()).go();
            });
            if (begun.isEmpty()) {
                say(getTranslation("another.missing"));
            }
        } catch (UserFacingException e) {
            say(e.getMessage());
        }
    }

    private Optional<RunHandle> begin() {
        if (kind.getValue() == Kind.DATASET) {
            return dataset.getOptionalValue().map(chosen -> runs.on(run.id(), chosen.fingerprint(), run.by()));
        }
        return day.getOptionalValue()
                .filter(chosen -> !day.isInvalid())
                .map(chosen -> runs.until(run.id(), chosen, run.by()));
    }

    private void say(@Nullable String what) {
        problem.setText(what == null ? "" : what);
        problem.setVisible(what != null);
    }
}
