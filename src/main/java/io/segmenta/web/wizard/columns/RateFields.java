package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.web.component.Formats;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one unit of each other currency is worth in the one that counts; a currency without a rate does not count. */
final class RateFields extends Div {
    private final Map<String, BigDecimalField> fields = new LinkedHashMap<>();

    /** @param changed is run where a rate can be used, or was taken back */
    RateFields(List<String> codes, Runnable changed) {
        addClassName("rate-fields");
        setVisible(false);
        for (String code : codes) {
            BigDecimalField field = new BigDecimalField();
            field.setLocale(Formats.current().locale());
            field.setManualValidation(true);
            field.setErrorMessage(getTranslation("columns.rates.wrong"));
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            field.addValueChangeListener(change -> {
                boolean wrong = change.getValue() != null && change.getValue().signum() <= 0;
                field.setInvalid(wrong);
                if (!wrong && isVisible()) {
                    changed.run();
                }
            });
            fields.put(code, field);
        }
        Div row = new Div(fields.values().toArray(BigDecimalField[]::new));
        add(new Paragraph(getTranslation("columns.rates")), row);
    }

    /** Asks for the rates of all but the one that counts; those that were of another one are no longer known. */
    void show(String counts) {
        show(counts, Map.of());
    }

    /** @param rates by code, as they were given */
    void show(String counts, Map<String, BigDecimal> rates) {
        setVisible(false);
        fields.forEach((code, field) -> {
            field.setLabel(getTranslation("columns.rate", code, counts));
            field.setVisible(!code.equals(counts));
            field.setValue(rates.get(code));
        });
        setVisible(true);
    }

    /** Of the currencies that have one. */
    Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> rates = new TreeMap<>();
        fields.forEach((code, field) -> {
            BigDecimal rate = field.getValue();
            if (field.isVisible() && rate != null && rate.signum() > 0) {
                rates.put(code, rate);
            }
        });
        return rates;
    }
}
