package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.form.TuningForm;
import io.segmenta.web.wizard.Algorithms;
import io.segmenta.web.wizard.Setup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every setting beyond the name, the goal and the number of segments. */
final class ExpertForm extends Div {
    private final FeatureForm features;
    private final AlgorithmForm algorithms;
    private final TuningForm tuning;
    private final Card algorithmCard;
    private final Card tuningCard;
    private final HorizonField horizon;
    private final DatePicker snapshot = new DatePicker();
    private final SeedField seed;

    ExpertForm(Setup setup, Runnable changed) {
        addClassName("expert-form");
        features = new FeatureForm(setup.transform(), changed);
        algorithms = new AlgorithmForm(setup.algorithms(), changed);
        tuning = new TuningForm(setup.tuning(), changed);
        horizon = new HorizonField(setup.horizon(), changed);
        snapshot.setLabel(getTranslation("configure.snapshot"));
        snapshot.setHelperText(getTranslation("configure.snapshot.help"));
        snapshot.setClearButtonVisible(true);
        snapshot.setValue(setup.snapshot());
        snapshot.addValueChangeListener(change -> changed.run());
        seed = new SeedField(setup.seed(), changed);
        Div others = new Div(horizon, snapshot, seed);
        others.addClassName("form-row");
        Paragraph map = new Paragraph(getTranslation("configure.score-map"));
        map.addClassName("quiet");
        algorithmCard = new Card(getTranslation("configure.algorithm"), algorithms, map);
        tuningCard = Card.of(getTranslation("tuning.title"), getTranslation("tuning.lead"), tuning);
        add(
                Card.of(getTranslation("configure.matrix"), getTranslation("configure.matrix.lead"), features),
                algorithmCard,
                tuningCard,
                new Card(getTranslation("configure.others"), others));
        tune(setup.tunes());
    }

    /** Shows either what is searched or what is used. */
    void tune(boolean search) {
        algorithmCard.setVisible(!search);
        tuningCard.setVisible(search);
    }

    /** Shows the features where the user ticks them. */
    void compare(Compared by) {
        features.tick(by == Compared.OWN);
    }

    void suggestHorizon(PurchaseGaps gaps) {
        horizon.suggest(gaps);
    }

    /**
     * The settings as they are on screen; where a part cannot be used, null after saying why beside it.
     *
     * @param segments where they are given
     */
    @Nullable Setup in(Setup before, int segments) {
        // Every part is asked, so that all of them speak.
        TransformSettings transform = features.value();
        Algorithms given = before.tunes() ? before.algorithms() : algorithms.value(before.algorithms(), segments);
        TuningSettings search = before.tunes() ? tuning.value() : before.tuning();
        boolean dated = horizon.accepted();
        boolean seeded = seed.accepted();
        if (transform == null || given == null || search == null || !dated || !seeded) {
            return null;
        }
        return new Setup(
                before.name(),
                before.expert(),
                before.tunes(),
                given,
                search,
                transform,
                before.choosesFeatures(),
                snapshot.getValue(),
                horizon.horizon(),
                Objects.requireNonNull(seed.seed()));
    }
}
