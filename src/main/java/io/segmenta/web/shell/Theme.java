package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** Light or dark: what was chosen, kept in a cookie so that the first byte of a page already has it, or else what the browser prefers. */
final class Theme {

    private static final String COOKIE = "segmenta-theme";

    private Theme() {}

    /** The browser tells with its first request how it was painted, and {@code choose} what became of it. */
    static boolean isDark(UI ui) {
        return ui.getPage().getColorScheme() == ColorScheme.Value.DARK;
    }

    /** What was chosen by hand; empty on a first visit. */
    static Optional<ColorScheme.Value> chosen(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(each -> COOKIE.equals(each.getName()))
                .findFirst()
                .map(cookie -> cookie.getValue().equals("dark") ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT);
    }

    /** Puts it on the page before anything is drawn. What the browser prefers, only the browser knows. */
    static void paint(Document page, VaadinRequest request) {
        Optional<ColorScheme.Value> chosen = chosen(request);
        String scheme = chosen.orElse(ColorScheme.Value.LIGHT).getValue();
        page.child(0).attr("style", "color-scheme: " + scheme).attr("theme", scheme);
        if (chosen.isEmpty()) {
            page.head().prependElement("script").append("""
                    if (matchMedia('(prefers-color-scheme: dark)').matches) {
                      document.documentElement.style.colorScheme = 'dark';
                      document.documentElement.setAttribute('theme', 'dark');
                    }
                    """);
        }
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
