package io.segmenta.web.explorer;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import io.segmenta.engine.rhythm.State;

/** Which states to look at; none chosen means all. */
final class StateFilter extends CheckboxGroup<State> {

    StateFilter() {
        addClassName("segment-filter");
        setLabel(getTranslation("explorer.states"));
        setHelperText(getTranslation("explorer.filter.hint"));
        setItemLabelGenerator(State::label);
        setItems(State.values());
    }
}
