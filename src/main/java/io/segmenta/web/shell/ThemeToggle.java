package io.segmenta.web.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.page.ColorScheme;
import io.segmenta.web.component.Glyph;

/** Switches between light and dark; the browser remembers. */
final class ThemeToggle extends Button {

    ThemeToggle() {
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("theme-toggle");
        addClickListener(click -> {
            UI ui = click.getSource().getUI().orElseThrow();
            boolean dark = !Theme.isDark(ui);
            Theme.choose(ui, dark ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT);
            label(dark);
        });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        label(Theme.isDark(attach.getUI()));
    }

    private void label(boolean dark) {
        setIcon((dark ? Glyph.SUN : Glyph.MOON).svg());
        setText(getTranslation(dark ? "theme.light" : "theme.dark"));
    }
}
