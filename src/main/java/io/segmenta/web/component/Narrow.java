package io.segmenta.web.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;

/** Whether the window is a phone's. Tables show fewer columns there. */
public final class Narrow {

    private static final int PIXELS = 700;

    private Narrow() {}

    /** Follows the window of the user who is being answered; before the browser has told its width, it is wide. */
    public static Signal<Boolean> not() {
        return UI.getCurrentOrThrow()
                .getPage()
                .windowSizeSignal()
                .map(size -> size.width() == 0 || size.width() > PIXELS);
    }
}
