package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.web.component.form.Checked;
import io.segmenta.web.component.form.CheckedDecimal;
import io.segmenta.web.component.form.CheckedNumber;
import io.segmenta.web.component.form.OneOf;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of the Gaussian mixture, but for the number of segments. */
final class MixtureForm extends Div implements ParameterForm {
    private static final MixtureParameters USUAL = MixtureParameters.of(5, Covariance.FULL);

    private final OneOf<Covariance> covariance;
    private final OneOf<Engine> engine;
    private final CheckedNumber iterations;
    private final CheckedNumber restarts;
    private final CheckedDecimal regularisation;

    MixtureForm(MixtureParameters start, Runnable changed) {
        addClassName("form-row");
        covariance = new OneOf<>("configure.covariance", Covariance.values(), start.covariance(), changed);
        engine = new OneOf<>("configure.mixture-engine", Engine.values(), start.engine(), changed);
        iterations = new CheckedNumber(
                "configure.mixture-iterations",
                start.maxIterations(),
                number -> usualWith(number, USUAL.restarts(), USUAL.regularisation()),
                changed);
        restarts = new CheckedNumber(
                "configure.mixture-restarts",
                start.restarts(),
                number -> usualWith(USUAL.maxIterations(), number, USUAL.regularisation()),
                changed);
        regularisation = new CheckedDecimal(
                "configure.regularisation",
                start.regularisation(),
                number -> usualWith(USUAL.maxIterations(), USUAL.restarts(), number),
                changed);
        add(covariance, engine, iterations, restarts, regularisation);
    }

    @Override
    public @Nullable MixtureParameters value(int segments) {
        // Every field is asked, so that all of them speak.
        boolean accepted = Stream.of(iterations, restarts, regularisation)
                .map(Checked::accepted)
                .reduce(true, Boolean::logicalAnd);
        return accepted
                ? new MixtureParameters(
                        segments,
                        covariance.getValue(),
                        iterations.number(),
                        restarts.number(),
                        regularisation.number(),
                        engine.getValue())
                : null;
    }

    private static void usualWith(int iterations, int restarts, double regularisation) {
        var unused = new MixtureParameters(
                USUAL.clusters(), USUAL.covariance(), iterations, restarts, regularisation, USUAL.engine());
    }
}
