package io.segmenta.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import io.segmenta.web.shell.Background;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Views on a server without a browser, with fresh fake services for each test. */
@ContextConfiguration(classes = {FakeServices.class, Background.class})
@ViewPackages(packages = "io.segmenta.web")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
public abstract class ViewTest extends SpringBrowserlessTest {
    @Autowired
    protected FakeDatasets datasets;

    @Autowired
    protected FakeRuns runs;

    @Autowired
    protected FakePlaybooks playbooks;

    @Autowired
    protected FakePlans plans;

    @Autowired
    protected FakeCampaigns campaigns;

    @Autowired
    protected FakeDefaults defaults;

    /** Goes to an address, with its query, as a browser does. */
    protected void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    /** Lets happen what other threads have asked of the page, as a server push does. */
    protected static void push() {
        MockVaadin.runUIQueue();
        roundTrip();
    }

    /** Everything that is written on the page, hidden parts left out. */
    protected String text() {
        return text((Component) getCurrentView());
    }

    public static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append('\n');
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        for (String property : new String[] {"label", "helperText", "errorMessage"}) {
            String value = element.getProperty(property);
            if (value != null) {
                text.append(value).append('\n');
            }
        }
        element.getChildren().forEach(child -> collect(child, text));
    }

    /** Where the browser is. */
    protected String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Where a link with this text leads. */
    protected String href(String text) {
        return find(Anchor.class).withText(text).single().getHref();
    }
}
