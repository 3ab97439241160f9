package io.segmenta.engine.ingest.json;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.PlainNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One object, flattened.
 *
 * @param fields by their path with dots; lists of plain values are one text
 * @param children objects of the lists in it, by the path of the list
 */
record JsonRecord(Map<String, String> fields, Map<String, List<JsonRecord>> children) {
    private static final int MOST_CELLS = 1_000_000;

    /** Only say how a graph is written: {@code lineItems.edges[].node.title} is the title of a line. */
    private static final Set<String> OF_GRAPHS = Set.of("edges", "nodes", "node");

    JsonRecord() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Reads the object that the parser is at the beginning of, to its end. */
    static JsonRecord read(JsonParser json) {
        JsonRecord record = new JsonRecord();
        record.object(json, "");
        return record;
    }

    private void object(JsonParser json, String path) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            value(json, OF_GRAPHS.contains(name) ? path : path.isEmpty() ? name : path + "." + name);
        }
    }

    private void value(JsonParser json, String path) {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, path);
            case START_ARRAY -> array(json, path);
            case VALUE_NULL -> {
                // as if it were not there
            }
            default -> put(path, text(json));
        }
    }

    private void put(String path, String text) {
        if (fields.size() > MOST_CELLS) {
            throw new UserFacingException("An object of the file holds more than a million fields. An order has about "
                    + "a hundred: export one object per order.");
        }
        fields.put(path, text);
    }

    private void array(JsonParser json, String path) {
        List<String> plain = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                children.computeIfAbsent(path, p -> new ArrayList<>()).add(read(json));
            } else if (json.currentToken() == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                plain.add(text(json));
            }
        }
        if (!plain.isEmpty()) {
            put(path, String.join(", ", plain));
        }
    }

    /** Long ids keep all their figures. */
    private static String text(JsonParser json) {
        String text = json.getString();
        return json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT ? PlainNumber.of(text) : text;
    }
}
