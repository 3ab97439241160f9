package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.web.component.form.OneOf;
import io.segmenta.web.wizard.Algorithms;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which algorithm, and its settings; those of the others are kept out of sight. */
final class AlgorithmForm extends Div {
    private final OneOf<Algorithm> algorithm;
    private final Paragraph meaning = new Paragraph();
    private final Map<Algorithm, Component> forms = new EnumMap<>(Algorithm.class);
    private final Paragraph refusal = new Paragraph();

    AlgorithmForm(Algorithms start, Runnable changed) {
        forms.put(Algorithm.KMEANS, new KMeansForm(start.kmeans(), changed));
        forms.put(Algorithm.AGGLOMERATIVE, new HierarchyForm(start.hierarchy(), changed));
        forms.put(Algorithm.MIXTURE, new MixtureForm(start.mixture(), changed));
        algorithm = new OneOf<>("algorithm", Algorithm.values(), start.chosen(), () -> {
            showChosen();
            changed.run();
        });
        meaning.addClassName("lead");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refuse("");
        Div choice = new Div(algorithm);
        choice.addClassName("form-row");
        add(choice, meaning);
        add(forms.values());
        add(refusal);
        showChosen();
    }

    private void showChosen() {
        forms.forEach((each, form) -> form.setVisible(each == algorithm.getValue()));
        meaning.setText(getTranslation("algorithm." + algorithm.getValue() + ".meaning"));
    }

    /** Null where they cannot be used, after saying why beside the field or below all of them. */
    @Nullable Algorithms value(Algorithms before, int segments) {
        refuse("");
        try {
            ParameterForm form = (ParameterForm) Objects.requireNonNull(forms.get(algorithm.getValue()));
            Hyperparameters chosen = form.value(segments);
            return chosen == null ? null : before.with(chosen);
        } catch (UserFacingException e) {
            refuse(e.getMessage());
            return null;
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }
}
