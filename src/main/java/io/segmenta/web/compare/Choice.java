package io.segmenta.web.compare;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.RunId;
import io.segmenta.web.shell.Destination;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at; lives in the address of the page.
 *
 * @param before the run on the left, null where none is chosen; so is {@code after}
 * @param from cluster of the chosen customers before, null for all; so is {@code to}
 */
record Choice(
        @Nullable RunId before,
        @Nullable RunId after,
        @Nullable Integer from,
        @Nullable Integer to) {

    static Choice of(QueryParameters query) {
        return new Choice(
                run(query, "before").orElse(null),
                run(query, "after").orElse(null),
                number(query, "from").map(Long::intValue).orElse(null),
                number(query, "to").map(Long::intValue).orElse(null));
    }

    private static Optional<RunId> run(QueryParameters query, String name) {
        return number(query, name).filter(number -> number >= 0).map(RunId::new);
    }

    private static Optional<Long> number(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Choice runs(@Nullable RunId newBefore, @Nullable RunId newAfter) {
        return new Choice(newBefore, newAfter, null, null);
    }

    Choice movers(@Nullable Integer newFrom, @Nullable Integer newTo) {
        return new Choice(before, after, newFrom, newTo);
    }

    /** Writes the choice to the address bar without going anywhere. */
    void keep() {
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, "before", before);
        put(parameters, "after", after);
        put(parameters, "from", from);
        put(parameters, "to", to);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null, new Location(Destination.COMPARE.link().path(), QueryParameters.simple(parameters)));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
