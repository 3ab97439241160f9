package io.segmenta.engine.columns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A resource file beside this class: lines {@code key: value, value} in UTF-8, # before a comment. New words need no code.
 *
 * @param values by key, in the order of the file
 */
record WordList(Map<String, List<String>> values) {
    /**
     * @param separator between the values of a line
     * @throws IllegalStateException where there is no such file, or a line has no key or stands twice
     */
    static WordList read(String file, String separator) {
        Pattern between = Pattern.compile(separator, Pattern.LITERAL);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            if (colon < 0 || values.put(line.substring(0, colon), split(line.substring(colon + 2), between)) != null) {
                throw new IllegalStateException(file + ": the line \"" + line + "\" has no key of its own.");
            }
        }
        return new WordList(values);
    }

    private static List<String> split(String text, Pattern between) {
        return between.splitAsStream(text).map(String::strip).toList();
    }

    /** The lines that say something. */
    static List<String> lines(String file) {
        try (InputStream in = WordList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is missing.");
            }
            List<String> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None where the key is not there. */
    List<String> of(String key) {
        return values.getOrDefault(key, List.of());
    }
}
