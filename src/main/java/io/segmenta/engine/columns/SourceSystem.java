package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exports of a known system, recognised by their headers: one resource file each, listed in {@code systems/index.txt} in the order in
 * which they are tried.
 *
 * @param names of the columns of a field, derived ones among them; the first that is there counts
 */
record SourceSystem(String label, Map<Field, List<String>> names) {
    private static final List<SourceSystem> ALL = WordList.lines("systems/index.txt").stream()
            .map(file -> of(WordList.read("systems/" + file, "|")))
            .toList();

    static List<SourceSystem> all() {
        return ALL;
    }

    private static SourceSystem of(WordList file) {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (!file.of(field.key()).isEmpty()) {
                names.put(field, file.of(field.key()));
            }
        }
        return new SourceSystem(file.of("label").getFirst(), names);
    }

    boolean matches(List<String> headers) {
        Map<Field, String> columns = columns(headers);
        return names.keySet().stream().filter(Field::required).allMatch(columns::containsKey);
    }

    /** The system's fields that are there; no header serves two of them. */
    Map<Field, String> columns(List<String> headers) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            for (String name : names.getOrDefault(field, List.of())) {
                Optional<String> header = headers.stream()
                        .filter(h -> Vocabulary.normal(h).equals(Vocabulary.normal(name)))
                        .filter(h -> !columns.containsValue(h))
                        .findFirst();
                if (header.isPresent()) {
                    columns.put(field, header.get());
                    break;
                }
            }
        }
        return columns;
    }
}
