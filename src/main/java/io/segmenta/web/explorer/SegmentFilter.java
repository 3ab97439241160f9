package io.segmenta.web.explorer;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.PersonaBadge;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which segments to look at; none chosen means all. */
final class SegmentFilter extends CheckboxGroup<Segment> {

    SegmentFilter(List<Segment> segments) {
        addClassName("segment-filter");
        setLabel(getTranslation("explorer.filter"));
        setHelperText(getTranslation("explorer.filter.hint"));
        setItemLabelGenerator(Segment::name);
        setRenderer(new ComponentRenderer<>(PersonaBadge::new));
        setItems(segments);
    }

    static Set<Integer> clusters(Collection<Segment> segments) {
        return segments.stream().map(Segment::cluster).collect(Collectors.toSet());
    }
}
