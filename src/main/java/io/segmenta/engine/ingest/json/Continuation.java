package io.segmenta.engine.ingest.json;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of an export in which the parts of an order follow it, one a line, and name it as their parent, as bulk exports of Shopify do:
 * {@code {"id":"gid://shopify/LineItem/7","__parentId":"gid://shopify/Order/1"}}.
 */
record Continuation(JsonRecord object) {
    static final String PARENT = "__parentId";
    static final String ID = "id";

    private static final Pattern KIND = Pattern.compile("gid://\\w+/(\\w+)/.*");

    /** The id of the object it belongs to; empty where it is on its own. */
    String parent() {
        return object.fields().getOrDefault(PARENT, "");
    }

    /** What the list of such parts would be called inside their order. */
    String list() {
        Matcher kind = KIND.matcher(object.fields().getOrDefault(ID, ""));
        return kind.matches() ? kind.group(1) : "items";
    }

    /** Adds the names of its fields to those known. */
    void collect(Set<String> fields, Map<String, Set<String>> lists) {
        if (!parent().isEmpty()) {
            lists.computeIfAbsent(list(), list -> new LinkedHashSet<>())
                    .addAll(object.fields().keySet());
            return;
        }
        fields.addAll(object.fields().keySet());
        object.children().forEach((list, parts) -> {
            Set<String> known = lists.computeIfAbsent(list, l -> new LinkedHashSet<>());
            for (JsonRecord part : parts) {
                known.addAll(part.fields().keySet());
            }
        });
    }
}
