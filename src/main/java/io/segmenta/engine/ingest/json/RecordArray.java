package io.segmenta.engine.ingest.json;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The objects of one list in a file, read one by one.
 *
 * @param fileName for messages
 * @param path of the list, with dots; empty where the file itself is the list, in brackets or one object a line
 */
record RecordArray(Path file, String fileName, String path) {
    private static final int DEEPEST = 100;

    /** Lists stand at most this deep: {@code data.orders.edges}. */
    private static final int DEEPEST_LIST = 4;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    /** Takes an object. */
    interface Records {
        /**
         * @param bytes of the file read so far
         * @return whether more are wanted
         */
        boolean take(JsonRecord object, long bytes);
    }

    /** All lists of objects in a file that are not inside of another. */
    static List<RecordArray> in(Path file, String name) throws IOException {
        try (JsonParser json = parser(file)) {
            JsonToken token = json.nextToken();
            List<RecordArray> found = new ArrayList<>();
            if (token == JsonToken.START_ARRAY) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    found.add(new RecordArray(file, name, ""));
                }
            } else if (token == JsonToken.START_OBJECT) {
                lists(json, "", 1, new RecordArray(file, name, ""), found);
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    // one object a line
                    found.clear();
                    found.add(new RecordArray(file, name, ""));
                }
            }
            if (found.isEmpty()) {
                throw new UnsupportedFile(name, "is JSON without a list of objects");
            }
            return found;
        } catch (JacksonException e) {
            throw damaged(name, e);
        }
    }

    private static void lists(JsonParser json, String path, int depth, RecordArray of, List<RecordArray> found) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT && depth < DEEPEST_LIST) {
                lists(json, name, depth + 1, of, found);
            } else if (token == JsonToken.START_ARRAY) {
                JsonToken element = json.nextToken();
                if (element == JsonToken.START_OBJECT) {
                    found.add(new RecordArray(of.file, of.fileName, name));
                }
                while (element != JsonToken.END_ARRAY) {
                    json.skipChildren();
                    element = json.nextToken();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** Hands over the objects until the list ends or no more are wanted. */
    void read(Records records) throws IOException {
        try (JsonParser json = parser(file)) {
            JsonToken token = json.nextToken();
            if (path.isEmpty()) {
                if (token == JsonToken.START_ARRAY) {
                    elements(json, records);
                } else {
                    lines(json, records);
                }
            } else {
                descend(json, path, records);
            }
        } catch (JacksonException e) {
            throw damaged(fileName, e);
        }
    }

    private static void descend(JsonParser json, String path, Records records) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (path.equals(name) && token == JsonToken.START_ARRAY) {
                elements(json, records);
                return;
            }
            if (path.startsWith(name + ".") && token == JsonToken.START_OBJECT) {
                descend(json, path.substring(name.length() + 1), records);
                return;
            }
            json.skipChildren();
        }
    }

    private static void elements(JsonParser json, Records records) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
            } else if (!records.take(
                    JsonRecord.read(json), json.currentLocation().getByteOffset())) {
                return;
            }
        }
    }

    private static void lines(JsonParser json, Records records) {
        while (json.currentToken() == JsonToken.START_OBJECT
                && records.take(JsonRecord.read(json), json.currentLocation().getByteOffset())) {
            json.nextToken();
        }
    }

    private static JsonParser parser(Path file) throws IOException {
        return JSON.createParser(ObjectReadContext.empty(), Files.newInputStream(file));
    }

    private static UserFacingException damaged(String name, JacksonException cause) {
        return new UserFacingException(
                "\"" + name + "\" is no valid JSON from line "
                        + (cause.getLocation() == null ? 1 : cause.getLocation().getLineNr())
                        + " on: it is damaged or was cut off. Export it again, or as CSV, and upload that.",
                cause);
    }
}
