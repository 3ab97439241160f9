package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;

/** Light or dark, kept in a cookie so that the first byte of a page already has it. Without one it is light. */
final class Theme {

    private static final String COOKIE = "segmenta-theme";

    private Theme() {}

    static boolean isDark(UI ui) {
        return ui.getPage().getColorScheme() == ColorScheme.Value.DARK;
    }

    static ColorScheme.Value remembered(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        Optional<Cookie> cookie = cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(each -> COOKIE.equals(each.getName()))
                        .findFirst();
        return cookie.map(Cookie::getValue).filter("dark"::equals).isPresent()
                ? ColorScheme.Value.DARK
                : ColorScheme.Value.LIGHT;
    }

    static void choose(UI ui, ColorScheme.Value scheme) {
        ui.getPage().setColorScheme(scheme);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'",
                        COOKIE,
                        scheme == ColorScheme.Value.DARK ? "dark" : "light");
    }
}
