package io.segmenta.web.component.form;

import com.vaadin.flow.component.select.Select;

/** One of the constants of an enum, each in words. */
public final class OneOf<E extends Enum<E>> extends Select<E> {
    /** @param key of the words: label, with {@code .help} what stands below, and with the name of each constant its own */
    public OneOf(String key, E[] items, E value, Runnable changed) {
        setLabel(getTranslation(key));
        setHelperText(getTranslation(key + ".help"));
        setItems(items);
        setItemLabelGenerator(item -> getTranslation(key + "." + item));
        setValue(value);
        addValueChangeListener(change -> changed.run());
    }
}
