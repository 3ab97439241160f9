package io.segmenta.web.component;

import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.evaluate.Quality;
import java.util.Locale;

/** The word for a run's quality. */
public final class QualityBadge extends Span {

    public QualityBadge(Quality quality) {
        super(quality.label());
        addClassNames("quality-badge", "quality-" + quality.name().toLowerCase(Locale.ROOT));
    }
}
