package io.segmenta.web.uplift;

import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.service.campaign.Rehearsal;
import io.segmenta.web.component.Formats;

/** How often the method finds an effect in this shop's data where there is none. */
final class SelfTestLine extends Paragraph {
    SelfTestLine(Rehearsal rehearsal, Formats formats) {
        super();
        setText(getTranslation(
                "uplift.self-test",
                formats.percent(rehearsal.selfTest().alarms(), 1),
                formats.count(rehearsal.selfTest().draws()),
                formats.date(rehearsal.period().from()),
                formats.date(rehearsal.period().last())));
        addClassName("self-test");
    }
}
