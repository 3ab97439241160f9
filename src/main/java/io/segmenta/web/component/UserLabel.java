package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.base.UserName;

/** Who did something, in the words of whoever reads it. */
public final class UserLabel extends Span {
    public UserLabel(UserName user) {
        setText(words(user, this));
    }

    /** @param page in whose language */
    public static String words(UserName user, Component page) {
        return user.equals(UserName.LOCAL) ? page.getTranslation("user.local") : user.value();
    }
}
