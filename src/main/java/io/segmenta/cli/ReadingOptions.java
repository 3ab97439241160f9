package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.ingest.SourceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file of transactions is read: the same for every command that takes one. */
final class ReadingOptions {
    @Option(
            names = "--map",
            split = ",",
            paramLabel = "FIELD=COLUMN",
            description =
                    "which column is which field, where the header does not say it; fields are customerId, invoiceId, "
                            + "productId, timestamp, quantity, unitPrice, description, country, lineTotal, orderTotal, status, currency; "
                            + "one of unitPrice, lineTotal and orderTotal says how much")
    private Map<String, String> map = new HashMap<>();

    @Option(
            names = {"--sheet", "--table"},
            paramLabel = "NAME",
            description =
                    "sheet of a workbook, file of a ZIP or table of a database to read, where the proposed one is not "
                            + "the right one; of several those of the same columns stand one below the other, the others are joined")
    private List<String> tables = new ArrayList<>();

    @Option(
            names = "--date-format",
            paramLabel = "FORMAT",
            description = "order of the numbers in dates, where the column does not decide it: d/m/y, m/d/y or y-m-d; "
                    + "dd.MM.yyyy and the like do as well")
    private @Nullable String dateFormat;

    @Option(
            names = "--numbers",
            paramLabel = "1.234,56|1,234.56",
            description =
                    "how numbers are written, where the file does not tell: 1.234,56 has decimals behind the comma, "
                            + "1,234.56 behind the point")
    private @Nullable String numbers;

    @Option(
            names = "--yes",
            description = "takes the likeliest answer where the file leaves a question open, and says which")
    private boolean yes;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "what a text file is written in, such as Windows-1252, GBK or Shift-JIS, where the words look "
                            + "wrong in the encoding that was decided on")
    private @Nullable String encoding;

    @Option(
            names = "--join",
            paramLabel = "auto|all|none",
            defaultValue = "auto",
            description =
                    "whether the tables of one file are joined over their keys: auto (the default, where only together they say "
                            + "who, when and how much), all as far as keys lead, or none; --table names those that take part")
    private String join = "auto";

    /** @throws UserFacingException where there is no such encoding or way to join */
    SourceOptions source() {
        Boolean joined =
                switch (join) {
                    case "auto" -> null;
                    case "all" -> true;
                    case "none" -> false;
                    default ->
                        throw new UserFacingException(
                                "--join \"" + join + "\" is no way to join tables. Write auto, all or none.");
                };
        return new SourceOptions(tables, null, encoding, joined);
    }

    /** Whether open questions are answered with what is likeliest. */
    boolean yes() {
        return yes;
    }

    /**
     * @param tell takes a line for the user
     * @throws UserFacingException where the numbers or the format of dates is none, or --map names what is no field or one column twice
     */
    MappingChoice columns(Consumer<String> tell) {
        return new MappingChoice(
                map,
                dateFormat == null ? null : InstantFormat.order(dateFormat),
                numbers == null ? null : MappingChoice.decimals(numbers),
                yes,
                tell);
    }
}
