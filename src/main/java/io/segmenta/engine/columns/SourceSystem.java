package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The exports of a known system, recognised by their headers: one resource file each, listed in {@code systems/index.txt} in the order in
 * which they are tried.
 *
 * @param needs headers that must be there too, where those of the fields are too common to tell a system
 * @param noSales states that are none here, though elsewhere the same word is one
 * @param names of the columns of a field, derived ones among them; the first that is there counts
 */
record SourceSystem(String label, List<String> needs, List<String> noSales, Map<Field, List<String>> names) {
    private static final List<SourceSystem> ALL = WordList.lines("systems/index.txt").stream()
            .map(file -> of(WordList.read("systems/" + file, "|")))
            .toList();

    /** What of its fields tells a system from others; the rest may be left out of an export. */
    private static final Set<Field> CORE = EnumSet.complementOf(
            EnumSet.of(Field.DESCRIPTION, Field.COUNTRY, Field.STATUS, Field.CURRENCY, Field.ORDER_TOTAL));

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
        return new SourceSystem(file.of("label").getFirst(), file.of("needs"), file.of("noSales"), names);
    }

    boolean matches(List<String> headers) {
        if (!needs.stream().allMatch(name -> header(headers, name).isPresent())) {
            return false;
        }
        Map<Field, String> columns = columns(headers);
        return names.keySet().stream().filter(CORE::contains).allMatch(columns::containsKey);
    }

    /** The system's fields that are there; no header serves two of them. */
    Map<Field, String> columns(List<String> headers) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            for (String name : names.getOrDefault(field, List.of())) {
                Optional<String> header = header(
                        headers.stream().filter(h -> !columns.containsValue(h)).toList(), name);
                if (header.isPresent()) {
                    columns.put(field, header.get());
                    break;
                }
            }
        }
        return columns;
    }

    private static Optional<String> header(List<String> headers, String name) {
        String normal = Vocabulary.normal(name);
        return headers.stream()
                .filter(header -> Vocabulary.normal(header).equals(normal))
                .findFirst();
    }
}
