package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.cluster.KMeansParameters.Init;
import io.segmenta.features.Feature;
import io.segmenta.features.TransformSettings.OutlierAction;
import io.segmenta.features.TransformSettings.Scaler;
import io.segmenta.web.component.Card;
import io.segmenta.web.wizard.Setup;
import java.util.Set;
import java.util.stream.Stream;

/** Every setting beyond the name and the number of segments. */
final class ExpertForm extends Div {
    private static final KMeansParameters USUAL = KMeansParameters.of(5);

    private final CheckboxGroup<Feature> features = new CheckboxGroup<>();
    private final Select<OutlierAction> outliers;
    private final Select<Scaler> scaler;
    private final Select<Init> init;
    private final CheckedNumber iterations;
    private final CheckedNumber restarts;
    private final CheckedNumber seed;

    ExpertForm(Setup setup, Runnable changed) {
        addClassName("expert-form");
        features.setLabel(getTranslation("configure.features"));
        features.setItems(Feature.values());
        features.setItemLabelGenerator(Feature::label);
        features.setItemHelperGenerator(Feature::meaning);
        features.setValue(Set.copyOf(setup.features()));
        features.setManualValidation(true);
        features.addValueChangeListener(change -> {
            if (someFeature()) {
                changed.run();
            }
        });
        outliers = select("outliers", OutlierAction.values(), setup.outliers(), changed);
        scaler = select("scaler", Scaler.values(), setup.scaler(), changed);
        init = select("init", Init.values(), setup.init(), changed);
        iterations = new CheckedNumber(
                "iterations",
                setup.iterations(),
                number -> new KMeansParameters(USUAL.clusters(), USUAL.init(), number, USUAL.restarts()),
                changed);
        restarts = new CheckedNumber(
                "restarts",
                setup.restarts(),
                number -> new KMeansParameters(USUAL.clusters(), USUAL.init(), USUAL.maxIterations(), number),
                changed);
        seed = new CheckedNumber("seed", (int) setup.seed(), number -> {}, changed);
        Div transforms = new Div(outliers, scaler);
        transforms.addClassName("form-row");
        Div algorithm = new Div(init, iterations, restarts, seed);
        algorithm.addClassName("form-row");
        add(
                Card.of(
                        getTranslation("configure.matrix"),
                        getTranslation("configure.matrix.lead"),
                        features,
                        transforms),
                Card.of(getTranslation("configure.kmeans"), getTranslation("configure.kmeans.lead"), algorithm));
    }

    /** Says beside the fields what cannot be used. */
    boolean accepted() {
        // Every field is asked, so that all of them speak.
        return Stream.of(someFeature(), iterations.accepted(), restarts.accepted(), seed.accepted())
                .allMatch(accepted -> accepted);
    }

    /** The settings as they are on screen; where a field cannot be used, as they were before. */
    Setup in(Setup before) {
        return new Setup(
                before.name(),
                before.expert(),
                before.segments(),
                features.isEmpty()
                        ? before.features()
                        : Stream.of(Feature.values())
                                .filter(features::isSelected)
                                .toList(),
                outliers.getValue(),
                scaler.getValue(),
                init.getValue(),
                iterations.isInvalid() ? before.iterations() : iterations.getValue(),
                restarts.isInvalid() ? before.restarts() : restarts.getValue(),
                seed.isInvalid() ? before.seed() : seed.getValue());
    }

    private boolean someFeature() {
        features.setInvalid(features.isEmpty());
        features.setErrorMessage(getTranslation("configure.features.none"));
        return !features.isEmpty();
    }

    private <E extends Enum<E>> Select<E> select(String key, E[] items, E value, Runnable changed) {
        Select<E> select = new Select<>();
        select.setLabel(getTranslation("configure." + key));
        select.setHelperText(getTranslation("configure." + key + ".help"));
        select.setItems(items);
        select.setItemLabelGenerator(item -> getTranslation("configure." + key + "." + item));
        select.setValue(value);
        select.addValueChangeListener(change -> changed.run());
        return select;
    }
}
