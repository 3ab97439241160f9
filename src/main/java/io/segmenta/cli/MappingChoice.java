package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DecimalMark;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field, from what the user says and what the mapper proposes; how each is known is told.
 *
 * @param chosen column by field key, as given with --map
 * @param dates the order of their numbers, as given with --date-format
 * @param decimals how numbers are written, as given with --numbers
 * @param yes whether the likeliest answer is taken where the file leaves a question open
 * @param tell takes a line for the user
 */
public record MappingChoice(
        Map<String, String> chosen,
        @Nullable DateOrder dates,
        @Nullable DecimalMark decimals,
        boolean yes,
        Consumer<String> tell) {
    private static final Suggestion NONE = new Suggestion(Certainty.MISSING, List.of());

    /** @throws UserFacingException where there is no such field, or two are to have one column */
    public MappingChoice {
        ColumnMapping.requireDistinct(fields(chosen));
    }

    public ColumnMapping decide(OpenedFile dataset) {
        return decide(dataset.reading(), dataset);
    }

    /** @param reading of the file */
    public ColumnMapping decide(Reading reading, OpenedFile dataset) {
        if (reading.summary() != null && chosen.isEmpty()) {
            throw new UserFacingException(
                    reading.summary() + " Where each row is a purchase all the same, name its columns with --map.");
        }
        MappingProposal proposal = reading.proposal();
        List<String> headers = dataset.source().headers();
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
        requireMoney(columns, headers);
        String column = Objects.requireNonNull(columns.get(Field.TIMESTAMP));
        boolean proposed = proposal.suggestions()
                .getOrDefault(Field.TIMESTAMP, NONE)
                .candidates()
                .contains(column);
        ColumnMapping mapping = new ColumnMapping(
                columns,
                dates != null
                        ? dates
                        : proposed && reading.question(Question.Topic.DATES).isPresent()
                                ? InstantFormat.order(guess(
                                        reading.question(Question.Topic.DATES).get()))
                                : order(column, dataset.dates(column)),
                decimals != null ? decimals : numbers(reading));
        explain(proposal, mapping, reasons);
        String unused = headers.stream()
                .filter(header -> !columns.containsValue(header))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            tell.accept("Not used: " + unused);
        }
        return mapping;
    }

    private static void requireMoney(Map<Field, String> columns, List<String> headers) {
        if (Field.MONEY.stream().noneMatch(columns::containsKey)) {
            throw new UserFacingException("No column of the file says how much was paid. Its columns are: "
                    + own(headers)
                    + ". Name the one that does: --map lineTotal=COLUMN for the money of a row, --map unitPrice=COLUMN for that of one"
                    + " piece, --map orderTotal=COLUMN for that of a whole order; or add it to the file.");
        }
    }

    /** @throws UserFacingException where it is not one of the two */
    static DecimalMark decimals(String numbers) {
        return Stream.of(DecimalMark.values())
                .filter(mark -> mark.label().equals(numbers.strip()))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("Numbers cannot be written as \"" + numbers
                        + "\" says. Write --numbers 1.234,56 or --numbers 1,234.56."));
    }

    /** How numbers are written, where the columns themselves do not say it. */
    private @Nullable DecimalMark numbers(Reading reading) {
        return reading.question(Question.Topic.NUMBERS)
                .map(question -> decimals(guess(question)))
                .orElse(reading.decimals());
    }

    /**
     * The likeliest answer.
     *
     * @throws UserFacingException where the user wants to be asked
     */
    private String guess(Question question) {
        if (!yes) {
            throw new UserFacingException(question.words() + " Answer with " + question.option() + otherwise(question)
                    + ", or take the likeliest with --yes.");
        }
        tell.accept("A guess, because of --yes: " + question.option() + ". " + question.words());
        return question.guess();
    }

    private static String otherwise(Question question) {
        return switch (question.topic()) {
            case NUMBERS ->
                " or --numbers "
                        + (question.guess().equals(DecimalMark.COMMA.label()) ? DecimalMark.POINT : DecimalMark.COMMA)
                                .label();
            case DATES ->
                " or --date-format "
                        + (question.guess().equals(InstantFormat.DAY_FIRST)
                                ? InstantFormat.MONTH_FIRST
                                : InstantFormat.DAY_FIRST);
            case CURRENCY, STATES -> "";
        };
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
                        + own(headers) + ". Name the right one with --map " + field.key()
                        + "=COLUMN, or add it to the file.");
            }
            return;
        }
        if (field.required()) {
            throw new UserFacingException(
                    suggestion.certainty() == Certainty.MISSING
                            ? "No column of the file is the " + name(field) + ". Its columns are: "
                                    + own(headers) + ". Name the right one with --map " + field.key()
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

    private DateOrder order(String column, DateColumn written) {
        if (written.ambiguous()) {
            return InstantFormat.order(guess(Question.dates(column, written.examples(), InstantFormat.DAY_FIRST)));
        }
        return written.decided()
                .orElseThrow(() -> new UserFacingException("The column \"" + column
                        + "\" holds no dates. Name the one that does with --map timestamp=COLUMN."));
    }

    /** Those of the file itself. */
    private static String own(List<String> headers) {
        return headers.stream()
                .filter(header -> new ColumnName(header, headers).derived().isEmpty())
                .collect(Collectors.joining(", "));
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
                    "The file has no column \"" + header + "\". Its columns are: " + own(headers) + ".");
        }
    }

    private static String name(Field field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
