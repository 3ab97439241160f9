package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.combobox.ComboBox;
import io.segmenta.web.component.Formats;
import java.util.Comparator;
import java.util.Currency;

/** Every currency there is. */
final class CurrencyBox extends ComboBox<Currency> {
    CurrencyBox(Currency first, Runnable changed) {
        Formats formats = Formats.current();
        setLabel(getTranslation("columns.currency"));
        setHelperText(getTranslation("columns.currency.help"));
        setErrorMessage(getTranslation("columns.currency.missing"));
        setManualValidation(true);
        setItems(Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList());
        setItemLabelGenerator(c -> c.getCurrencyCode() + " · " + c.getDisplayName(formats.locale()));
        setValue(first);
        addValueChangeListener(change -> changed.run());
    }
}
