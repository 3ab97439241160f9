package io.segmenta.web.help;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How returns are calculated, with worked examples: the text of {@code src/docs/help}. */
@Route(value = Paths.HELP, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class ReturnHelpView extends Div implements HasDynamicTitle {
    private static final String TEXT = "/help/return-on-marketing.md";

    public ReturnHelpView() {
        addClassName("page");
        String[] parts = text().split("\n", 2);
        Card card = new Card(new Markdown(parts[1]));
        card.addClassName("help-text");
        Button back = new Button(
                getTranslation("help.back"),
                click -> UI.getCurrent().getPage().getHistory().back());
        add(new PageHeader(parts[0].replaceFirst("^# ", ""), "").withActions(back), card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.HELP.titleKey()));
    }

    private static String text() {
        try (InputStream in = ReturnHelpView.class.getResourceAsStream(TEXT)) {
            return new String(Objects.requireNonNull(in, TEXT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
