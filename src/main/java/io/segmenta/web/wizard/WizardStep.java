package io.segmenta.web.wizard;

import java.util.Locale;

/** The steps in order. The paths of the first four are the wizard's own; the last one belongs to a run. */
public enum WizardStep {
    DATA(1, "new/data"),
    COLUMNS(2, "new/columns"),
    QUALITY(3, "new/quality"),
    CONFIGURE(4, "new/configure"),
    TRAINING(5, "runs/:id/training");

    private final int number;
    private final String path;

    WizardStep(int number, String path) {
        this.number = number;
        this.path = path;
    }

    public String path() {
        return path;
    }

    int number() {
        return number;
    }

    String titleKey() {
        return "wizard.step." + name().toLowerCase(Locale.ROOT);
    }
}
