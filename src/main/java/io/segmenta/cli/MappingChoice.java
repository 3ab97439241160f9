package io.segmenta.cli;

import io.segmenta.base.UserFacingException;
import io.segmenta.ingest.MappingProposal;
import io.segmenta.ingest.MappingProposal.Certainty;
import io.segmenta.ingest.MappingProposal.Suggestion;
import io.segmenta.transactions.ColumnMapping;
import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field, from what the user says and what the mapper proposes; what was guessed is told.
 *
 * @param chosen column by field key, as given with --map
 * @param dateFormat as given with --date-format
 * @param tell takes a sentence for the user
 */
record MappingChoice(Map<String, String> chosen, @Nullable String dateFormat, Consumer<String> tell) {
    private static final Map<String, DateOrder> ORDERS =
            Map.of("d/m/y", DateOrder.DAY_FIRST, "m/d/y", DateOrder.MONTH_FIRST, "y-m-d", DateOrder.YEAR_FIRST);

    ColumnMapping decide(MappingProposal proposal, List<String> headers) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        chosen.forEach((key, header) -> columns.put(field(key), header(header, headers)));
        proposal.suggestions().forEach((field, suggestion) -> {
            if (!columns.containsKey(field)) {
                suggest(field, suggestion, headers, columns);
            }
        });
        return new ColumnMapping(columns, dateOrder(proposal));
    }

    private void suggest(Field field, Suggestion suggestion, List<String> headers, Map<Field, String> columns) {
        Certainty certainty = suggestion.certainty();
        if (certainty == Certainty.FOUND || certainty == Certainty.GUESSED) {
            String header = suggestion.candidates().getFirst();
            if (columns.containsValue(header)) {
                return;
            }
            columns.put(field, header);
            if (certainty == Certainty.GUESSED) {
                tell.accept("Column \"" + header + "\" is taken as " + name(field) + "; --map " + field.key()
                        + "=COLUMN chooses another.");
            }
        } else if (field.required()) {
            throw new UserFacingException(
                    certainty == Certainty.MISSING
                            ? "No column of the file is the " + name(field) + ". Its columns are: "
                                    + String.join(", ", headers) + ". Name the right one with --map " + field.key()
                                    + "=COLUMN, or add it to the file."
                            : "Several columns could be the " + name(field) + ": "
                                    + String.join(", ", suggestion.candidates()) + ". Choose one with --map "
                                    + field.key() + "=COLUMN.");
        }
    }

    private DateOrder dateOrder(MappingProposal proposal) {
        if (dateFormat != null) {
            DateOrder order = ORDERS.get(dateFormat.toLowerCase(Locale.ROOT));
            if (order == null) {
                throw new UserFacingException("The date format \"" + dateFormat
                        + "\" is not known. Choose d/m/y, m/d/y or y-m-d, the order of day, month and year.");
            }
            return order;
        }
        DateOrder order = proposal.dateOrder();
        if (order == null) {
            throw new UserFacingException("Every date of the file can be read both as day/month and as month/day."
                    + " Say which with --date-format d/m/y or --date-format m/d/y.");
        }
        return order;
    }

    private static Field field(String key) {
        return Arrays.stream(Field.values())
                .filter(field -> field.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("There is no field \"" + key + "\" to map. Fields are: "
                        + Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", ")) + "."));
    }

    private static String header(String header, List<String> headers) {
        if (!headers.contains(header)) {
            throw new UserFacingException(
                    "The file has no column \"" + header + "\". Its columns are: " + String.join(", ", headers) + ".");
        }
        return header;
    }

    private static String name(Field field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
