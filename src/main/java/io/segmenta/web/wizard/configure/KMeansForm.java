package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.web.component.form.CheckedNumber;
import io.segmenta.web.component.form.OneOf;
import org.jspecify.annotations.Nullable;

/** The settings of k-means, but for the number of segments. */
final class KMeansForm extends Div implements ParameterForm {
    private static final KMeansParameters USUAL = KMeansParameters.of(5);

    private final Method method;
    private final OneOf<Engine> engine;
    private final OneOf<Init> init;
    private final CheckedNumber iterations;
    private final CheckedNumber restarts;

    KMeansForm(KMeansParameters start, Runnable changed) {
        addClassName("form-row");
        method = start.method();
        engine = new OneOf<>("configure.kmeans-engine", Engine.values(), start.engine(), changed);
        init = new OneOf<>("configure.init", Init.values(), start.init(), changed);
        iterations = new CheckedNumber(
                "configure.iterations",
                start.maxIterations(),
                number -> new KMeansParameters(USUAL.clusters(), USUAL.init(), number, USUAL.restarts()),
                changed);
        restarts = new CheckedNumber(
                "configure.restarts",
                start.restarts(),
                number -> new KMeansParameters(USUAL.clusters(), USUAL.init(), USUAL.maxIterations(), number),
                changed);
        add(init, engine, iterations, restarts);
    }

    @Override
    public @Nullable KMeansParameters value(int segments) {
        boolean counted = iterations.accepted();
        return restarts.accepted() && counted
                ? new KMeansParameters(
                        segments,
                        init.getValue(),
                        engine.getValue() == Engine.WEKA ? method : Method.HAMERLY,
                        iterations.number(),
                        restarts.number(),
                        engine.getValue())
                : null;
    }
}
