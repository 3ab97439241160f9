package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import io.segmenta.web.component.form.CheckedDecimal;
import io.segmenta.web.component.form.OneOf;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers are compared by. */
final class FeatureForm extends Div {
    private final transient TransformSettings start;
    private final CheckboxGroup<Feature> features = new CheckboxGroup<>();
    private final Div sayTheSame = new Div();
    private final OneOf<OutlierAction> outliers;
    private final CheckedDecimal contamination;
    private final OneOf<Scaler> scaler;

    FeatureForm(TransformSettings start, Runnable changed) {
        this.start = start;
        features.setLabel(getTranslation("configure.features"));
        features.setItems(Feature.values());
        features.setItemLabelGenerator(Feature::label);
        features.setItemHelperGenerator(Feature::meaning);
        features.setValue(Set.copyOf(start.features()));
        features.setManualValidation(true);
        features.addValueChangeListener(change -> {
            warn();
            if (someFeature()) {
                changed.run();
            }
        });
        outliers = new OneOf<>("configure.outliers", OutlierAction.values(), start.outliers(), changed);
        contamination = new CheckedDecimal(
                "configure.contamination",
                Math.round(start.contamination() * 1e6) / 1e4,
                percent -> check(start, percent),
                changed);
        scaler = new OneOf<>("configure.scaler", Scaler.values(), start.scaler(), changed);
        Div transforms = new Div(outliers, contamination, scaler);
        transforms.addClassName("form-row");
        sayTheSame.addClassName("say-the-same");
        add(features, sayTheSame, transforms);
        warn();
    }

    /** Features of which one is a multiple of the other, and a button that leaves one out. */
    private void warn() {
        sayTheSame.removeAll();
        List<Feature> ticked = features.isVisible() ? chosen() : List.of();
        for (Correlation pair : Correlation.byDefinition(ticked)) {
            Button drop = new Button(
                    getTranslation("configure.features.drop", pair.spare().label()),
                    click -> features.deselect(pair.spare()));
            drop.addThemeVariants(ButtonVariant.SMALL);
            sayTheSame.add(new Paragraph(pair.sentence()), drop);
        }
        sayTheSame.setVisible(sayTheSame.getChildren().findAny().isPresent());
    }

    /** Whether the user ticks features; else what they were stays. */
    void tick(boolean own) {
        features.setVisible(own);
        warn();
    }

    private List<Feature> chosen() {
        if (!features.isVisible()) {
            return start.features();
        }
        return Stream.of(Feature.values()).filter(features::isSelected).toList();
    }

    /** The settings on screen, or null where they cannot be used, after saying why beside the field. */
    @Nullable TransformSettings value() {
        // Both are asked, so that both speak.
        boolean some = someFeature();
        boolean share = contamination.accepted();
        return some && share
                ? new TransformSettings(chosen(), outliers.getValue(), contamination.number() / 100, scaler.getValue())
                : null;
    }

    private boolean someFeature() {
        boolean none = features.isVisible() && features.isEmpty();
        features.setInvalid(none);
        features.setErrorMessage(getTranslation("configure.features.none"));
        return !none;
    }

    private static void check(TransformSettings start, double percent) {
        var unused = new TransformSettings(start.features(), start.outliers(), percent / 100, start.scaler());
    }
}
