package io.segmenta.web.component;

import com.vaadin.flow.component.html.Span;
import io.segmenta.service.run.RunStatus;
import java.util.Locale;

/** Where a run stands. */
public final class StatusBadge extends Span {

    public StatusBadge(RunStatus status) {
        super(status.label());
        addClassNames("status-badge", "status-" + status.name().toLowerCase(Locale.ROOT));
    }
}
