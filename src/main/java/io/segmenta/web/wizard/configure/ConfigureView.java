package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.segmenta.base.UserFacingException;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.run.Dataset;
import io.segmenta.run.DatasetService;
import io.segmenta.run.RunHandle;
import io.segmenta.run.RunService;
import io.segmenta.transactions.ColumnMapping;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.Setup;
import io.segmenta.web.wizard.WizardPage;
import java.util.List;
import java.util.Optional;

/** Step 4: the name, how many segments and, for experts, everything else. */
@Route(value = Paths.CONFIGURE, layout = MainLayout.class)
public final class ConfigureView extends WizardPage {
    private final transient RunService runs;

    public ConfigureView(DatasetService datasets, RunService runs) {
        super(Destination.CONFIGURE, datasets);
        this.runs = runs;
    }

    @Override
    protected void show(Draft draft, Dataset dataset) {
        add(new PageHeader(getTranslation("configure.title"), getTranslation("configure.lead", dataset.name())));
        Optional<ColumnMapping> mapping = draft.mapping();
        if (mapping.isEmpty()) {
            EmptyState empty = new EmptyState(
                    Glyph.TABLE, getTranslation("configure.no-columns"), getTranslation("configure.no-columns.why"));
            empty.offer(draft.on(Destination.COLUMNS).primaryButton(getTranslation("quality.no-columns.choose")));
            add(empty);
        } else {
            add(new Form(draft, dataset, mapping.get()));
        }
    }

    private final class Form extends Div {
        private final Dataset dataset;
        private final ColumnMapping mapping;
        private final TextField name = new TextField();
        private final RadioButtonGroup<Boolean> mode = new RadioButtonGroup<>();
        private final CheckedNumber segments;
        private final ExpertForm expert;
        private final Paragraph refusal = new Paragraph();
        private Draft draft;
        private Setup setup;

        Form(Draft entered, Dataset dataset, ColumnMapping mapping) {
            this.draft = entered;
            this.dataset = dataset;
            this.mapping = mapping;
            this.setup = Setup.of(entered, nameOf(dataset));
            addClassName("configure-form");
            segments = new CheckedNumber("segments", setup.segments(), KMeansParameters::of, this::changed);
            expert = new ExpertForm(setup, this::changed);
            prepareName();
            prepareMode();
            refusal.addClassName("refusal");
            refusal.getElement().setAttribute("role", "alert");
            refuse("");
            Button start = new Button(getTranslation("configure.start"), click -> start());
            start.addThemeVariants(ButtonVariant.PRIMARY);
            Div actions = new Div(start, draft.on(Destination.QUALITY).button(getTranslation("configure.back")));
            actions.addClassName("wizard-actions");
            Div basics = new Div(name, segments);
            basics.addClassName("form-row");
            add(new Card(getTranslation("configure.basics"), basics, mode), expert, refusal, actions);
            expert.setVisible(setup.expert());
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

        private void prepareMode() {
            mode.setLabel(getTranslation("configure.mode"));
            mode.setItems(List.of(false, true));
            mode.setItemLabelGenerator(
                    detailed -> getTranslation(detailed ? "configure.mode.expert" : "configure.mode.simple"));
            mode.setValue(setup.expert());
            mode.addValueChangeListener(change -> {
                expert.setVisible(change.getValue());
                changed();
            });
        }

        private void changed() {
            setup = expert.in(setup)
                    .named(
                            name.isEmpty() ? setup.name() : name.getValue().strip(),
                            mode.getValue(),
                            segments.isInvalid() ? setup.segments() : segments.getValue());
            draft = setup.in(draft);
            refuse("");
            keep(draft);
        }

        private void start() {
            boolean named = named();
            boolean counted = segments.accepted();
            if (!expert.accepted() || !named || !counted) {
                return;
            }
            try {
                RunHandle run = runs.submit(
                        setup.recipe(dataset.fingerprint(), mapping, draft), getTranslation("configure.by"));
                Destination.TRAINING.link(run.id()).go();
            } catch (UserFacingException e) {
                refuse(e.getMessage());
            }
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

    /** The file's name without its ending. */
    private static String nameOf(Dataset dataset) {
        int dot = dataset.name().lastIndexOf('.');
        return (dot > 0 ? dataset.name().substring(0, dot) : dataset.name()).replace('+', ' ');
    }
}
