package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.OpenedFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field, from what the user says and what the mapper proposes; how each is known is told.
 *
 * @param chosen column by field key, as given with --map
 * @param dates the order of their numbers, as given with --date-format
 * @param tell takes a line for the user
 */
public record MappingChoice(
        Map<String, String> chosen, @Nullable DateOrder dates, Consumer<String> tell) {
    /** @throws UserFacingException where there is no such field, or two are to have one column */
    public MappingChoice {
        ColumnMapping.requireDistinct(fields(chosen));
    }

    public ColumnMapping decide(OpenedFile dataset) {
        return decide(dataset.reading(), dataset);
    }

    /** @param reading of the file */
    public ColumnMapping decide(Reading reading, OpenedFile dataset) {
        return decide(reading.proposal(), dataset.source().headers(), dataset::dates);
    }

    /** @param written how the dates of a column are written */
    public ColumnMapping decide(MappingProposal proposal, List<String> headers, Function<String, DateColumn> written) {
        Map<Field, String> columns = fields(chosen);
        columns.values().forEach(header -> requireColumn(header, headers));
        Map<Field, String> reasons = new EnumMap<>(Field.class);
        columns.keySet().forEach(field -> reasons.put(field, "as you said"));
        boolean saysMoney = Field.MONEY.stream().anyMatch(columns::containsKey);
        proposal.suggestions().forEach((field, suggestion) -> {
            if (!columns.containsKey(field) && !(saysMoney && Field.MONEY.contains(field))) {
                suggest(field, suggestion, headers, columns, reasons);
            }
        });
        String column = Objects.requireNonNull(columns.get(Field.TIMESTAMP));
        ColumnMapping mapping =
                new ColumnMapping(columns, dates == null ? order(column, written.apply(column)) : dates);
        explain(proposal, mapping, reasons);
        String unused = headers.stream()
                .filter(header -> !columns.containsValue(header))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            tell.accept("Not used: " + unused);
        }
        return mapping;
    }

    private static void suggest(
            Field field,
            Suggestion suggestion,
            List<String> headers,
            Map<Field, String> columns,
            Map<Field, String> reasons) {
        Optional<String> header = suggestion.header();
        if (header.isPresent()) {
            if (!columns.containsValue(header.get())) {
                columns.put(field, header.get());
                reasons.put(field, reason(field, suggestion.certainty()));
            } else if (field.required()) {
                throw new UserFacingException("No column is left for the " + name(field) + ": \"" + header.get()
                        + "\" is the " + name(holder(header.get(), columns)) + ". The columns are: "
                        + String.join(", ", headers) + ". Name the right one with --map " + field.key()
                        + "=COLUMN, or add it to the file.");
            }
            return;
        }
        if (field.required()) {
            throw new UserFacingException(
                    suggestion.certainty() == Certainty.MISSING
                            ? "No column of the file is the " + name(field) + ". Its columns are: "
                                    + String.join(", ", headers) + ". Name the right one with --map " + field.key()
                                    + "=COLUMN, or add it to the file."
                            : "Several columns could be the " + name(field) + ": "
                                    + String.join(", ", suggestion.candidates()) + ". Choose one with --map "
                                    + field.key() + "=COLUMN.");
        }
        if (suggestion.certainty() == Certainty.AMBIGUOUS) {
            reasons.put(
                    field,
                    "could be " + String.join(" or ", suggestion.candidates()) + ": --map " + field.key()
                            + "=COLUMN chooses one");
        }
    }

    private static Field holder(String header, Map<Field, String> columns) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals(header))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String reason(Field field, Certainty certainty) {
        return switch (certainty) {
            case FOUND -> "known header";
            case REMEMBERED -> "as chosen last time";
            case GUESSED -> "a guess: --map " + field.key() + "=COLUMN chooses another";
            case AMBIGUOUS, MISSING -> throw new IllegalArgumentException(certainty + " names no column.");
        };
    }

    private void explain(MappingProposal proposal, ColumnMapping mapping, Map<Field, String> reasons) {
        if (proposal.system() != null && chosen.isEmpty()) {
            tell.accept("The columns are those of " + proposal.system() + ".");
        }
        for (Field field : Field.values()) {
            String line = field.label() + ": " + mapping.header(field).orElse("not used");
            String reason = reasons.get(field);
            tell.accept(reason == null ? line : line + " (" + reason + ")");
            if (field == Field.TIMESTAMP) {
                tell.accept("Dates are read as " + mapping.dateOrder().label()
                        + (dates == null ? " (the whole column says so)" : " (as you said)"));
            }
        }
    }

    private static DateOrder order(String column, DateColumn written) {
        return written.decided()
                .orElseThrow(() -> new UserFacingException(
                        written.ambiguous()
                                ? "Every date in \"" + column
                                        + "\" can be read both as day/month and as month/day, for example "
                                        + String.join(", ", written.examples())
                                        + ". Say which with --date-format d/m/y or --date-format m/d/y."
                                : "The column \"" + column
                                        + "\" holds no dates. Name the one that does with --map timestamp=COLUMN."));
    }

    private static Field field(String key) {
        return Arrays.stream(Field.values())
                .filter(field -> field.key().equalsIgnoreCase(key.strip()))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("There is no field \"" + key + "\" to map. Fields are: "
                        + Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", ")) + "."));
    }

    private static Map<Field, String> fields(Map<String, String> chosen) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        chosen.forEach((key, header) -> fields.put(field(key), header));
        return fields;
    }

    private static void requireColumn(String header, List<String> headers) {
        if (!headers.contains(header)) {
            throw new UserFacingException(
                    "The file has no column \"" + header + "\". Its columns are: " + String.join(", ", headers) + ".");
        }
    }

    private static String name(Field field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
