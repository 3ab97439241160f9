package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.web.component.form.OneOf;

/** The settings of hierarchical clustering, but for the number of segments. */
final class HierarchyForm extends Div implements ParameterForm {
    private final OneOf<Linkage> linkage;
    private final OneOf<Engine> engine;

    HierarchyForm(AgglomerativeParameters start, Runnable changed) {
        addClassName("form-row");
        linkage = new OneOf<>("configure.linkage", Linkage.values(), start.linkage(), changed);
        engine = new OneOf<>("configure.linkage-engine", Engine.values(), start.engine(), changed);
        add(linkage, engine);
    }

    @Override
    public AgglomerativeParameters value(int segments) {
        return new AgglomerativeParameters(segments, linkage.getValue(), engine.getValue());
    }
}
