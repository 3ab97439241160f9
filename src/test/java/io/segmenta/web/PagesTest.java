package io.segmenta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import io.segmenta.engine.base.RunId;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.ErrorPage;
import io.segmenta.web.wizard.Setup;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page there is, with a finished run: it opens, and each text on it comes from the bundle. */
class PagesTest extends ViewTest {
    private static final Set<Destination> WIZARD = EnumSet.of(Destination.CHECK, Destination.CONFIGURE);
    private static final Set<Destination> ALONE = EnumSet.of(
            Destination.RUNS,
            Destination.DATA,
            Destination.DATASETS,
            Destination.ADMIN,
            Destination.COMPARE,
            Destination.HELP);
    /** "!en: page.runs", as Vaadin writes a key it does not find; "{0}", a value that nobody filled in. */
    private static final Pattern MISSING = Pattern.compile("!\\w*: [a-z]|\\{[0-9]}");

    @BeforeEach
    void finishedRun() {
        datasets.datasets.add(FakeDatasets.RETAIL);
        runs.addExample();
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsTranslatedAndFilledIn(Destination page) {
        open(path(page));
        push();
        push();

        assertThat(getCurrentView()).isNotInstanceOf(ErrorPage.class);
        Set<String> texts = new TreeSet<>();
        if (getCurrentView() instanceof HasDynamicTitle titled) {
            texts.add(titled.getPageTitle());
        }
        // the layout with the navigation stands around the page
        UI.getCurrent().getInternals().getActiveRouterTargetsChain().forEach(part -> collect(part.getElement(), texts));
        assertThat(texts).hasSizeGreaterThan(10);
        assertThat(texts.stream().filter(text -> MISSING.matcher(text).find()))
                .as("keys the bundle does not have, and values nobody filled in")
                .isEmpty();
    }

    private String path(Destination page) {
        if (ALONE.contains(page)) {
            return page.link().href();
        }
        return WIZARD.contains(page)
                ? Setup.draft(runs.recipes.get(new RunId(1))).on(page).href()
                : page.link(new RunId(1)).href();
    }

    private static void collect(Element element, Set<String> texts) {
        if (element.isTextNode()) {
            texts.add(element.getText());
            return;
        }
        element.getPropertyNames().map(name -> element.getProperty(name, "")).forEach(texts::add);
        element.getAttributeNames()
                .filter(name -> !name.equals("src") && !name.equals("href"))
                .map(element::getAttribute)
                .forEach(texts::add);
        element.getChildren().forEach(child -> collect(child, texts));
    }
}
