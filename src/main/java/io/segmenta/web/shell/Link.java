package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a link leads.
 *
 * @param path inside the application, without a leading slash
 * @param parameters of the query
 */
public record Link(String path, Map<String, String> parameters) {

    public Link {
        parameters = Map.copyOf(parameters);
    }

    static Link to(String path) {
        return new Link(path, Map.of());
    }

    /** The same page with one more parameter in its address. */
    public Link with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new Link(path, more);
    }

    /** The address for an anchor, relative to the application. */
    public String href() {
        return parameters.isEmpty() ? path : path + "?" + query().getQueryString();
    }

    public Anchor anchor(String text) {
        return new Anchor(href(), text);
    }

    /** An anchor that looks like a button. */
    public Anchor button(String text) {
        Anchor anchor = anchor(text);
        anchor.addClassName("button-link");
        return anchor;
    }

    /** An anchor that looks like the one important button of the page. */
    public Anchor primaryButton(String text) {
        Anchor anchor = button(text);
        anchor.addClassName("primary");
        return anchor;
    }

    /** Goes there now. */
    public void go() {
        UI.getCurrent().navigate(path, query());
    }

    private QueryParameters query() {
        Map<String, List<String>> lists = new TreeMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return new QueryParameters(lists);
    }
}
