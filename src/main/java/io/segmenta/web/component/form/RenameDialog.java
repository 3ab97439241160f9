package io.segmenta.web.component.form;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.UserFacingException;
import java.util.function.Consumer;

/** Asks for another name; what is wrong with one is said beside it. */
public final class RenameDialog extends Dialog {
    private final TextField name = new TextField();
    private final transient Consumer<String> renamer;

    /** @param renamer throws a {@link UserFacingException} where a name cannot be had */
    public RenameDialog(String current, Consumer<String> renamer) {
        this.renamer = renamer;
        setHeaderTitle(getTranslation("rename.title", current));
        setWidth("min(26rem, 92vw)");
        name.setLabel(getTranslation("rename.name"));
        name.setValue(current);
        name.setWidthFull();
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> name.setInvalid(false));
        Button save = new Button(getTranslation("rename.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(name);
        getFooter().add(new Button(getTranslation("rename.cancel"), click -> close()), save);
    }

    private void save() {
        try {
            renamer.accept(name.getValue());
            close();
        } catch (UserFacingException e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
            name.focus();
        }
    }
}
