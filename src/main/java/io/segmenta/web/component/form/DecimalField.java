package io.segmenta.web.component.form;

import com.vaadin.flow.component.textfield.NumberField;

/** A number with decimals. No exponent: browsers take 1e9 for a number, and {@link NumberField} reads it as 1. */
public class DecimalField extends NumberField {
    public DecimalField() {
        setAllowedCharPattern("[0-9.,+-]");
    }
}
