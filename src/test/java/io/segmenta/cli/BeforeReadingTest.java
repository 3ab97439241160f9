package io.segmenta.cli;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option that cannot be is refused before a file is opened, which may take minutes: here none of them is there. */
class BeforeReadingTest extends Terminal {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--horizon 3                            | The forecast horizon (3 days) must be between 7 and 364 days",
                "--horizon 365 --budget 100             | (365 days)",
                "--budget -5                            | (-5) must be from 0",
                "--control 0.9                          | between 1 and 50 %",
                "--clusters 1                           | (1)",
                "--engine weka --algorithm agglomerative | Ward",
                "--map who=CustomerID                   | There is no field \"who\" to map",
                "--map customerId=ID,invoiceId=ID       | The column \"ID\" is chosen for both",
                "--date-format m-d                      | \"m-d\"",
                "--memory 5MB                           | The memory (5MB)",
                "--from 1.10.2024                       | is not a day",
                "--from 2024-10-02 --to 2024-10-01      | The period begins on 2024-10-02",
                "--keep everything                      | There is no rule \"everything\"",
                "--rejects none/rejects.csv             | that can be written"
            })
    void byRun(String options, String sentence) {
        refuses(
                say(Stream.concat(
                                Stream.of("run", folder.resolve("none.csv"), "--out", out()),
                                Stream.of(options.split(" ")))
                        .toArray()),
                sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--snapshot 31.12.2024             | is not a day",
                "--to today                        | is not a day",
                "--map who=CustomerID              | There is no field \"who\" to map",
                "--date-format m-d                 | \"m-d\"",
                "--memory 5MB                      | The memory (5MB)"
            })
    void byScore(String options, String sentence) {
        refuses(with("score", "--model", "--data", options), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from 1.10.2024                  | is not a day",
                "--from 2024-10-01 --to 2024-09-01 | lies before the campaign began",
                "--from 2024-10-01 --days 0        | The days a campaign counts (0)",
                "--from 2024-10-01 --days 9 --to 2024-10-09 | --to and --days both say",
                "--returns net                     | --audience FILE and --from DAY",
                "--self-test 1                     | The number of draws (1)",
                "--self-test 9 --control 0.6       | The share of the control group (60.0 %)",
                "--from 2024-10-01 --map who=ID    | There is no field \"who\" to map",
                "--from 2024-10-01 --date-format m | \"m\"",
                "--from 2024-10-01 --memory 5MB    | The memory (5MB)"
            })
    void byUplift(String options, String sentence) {
        refuses(with("uplift", "--audience", "--data", options), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--customers 0                     | The number of customers (0)",
                "--customers 10                    | Say with --from",
                "--from 2024-10-01 --effect 0      | The amount of an additional order (0.0)",
                "--from 1.10.2024                  | is not a day"
            })
    void bySample(String options, String sentence) {
        refuses(
                say(Stream.concat(
                                Stream.of("sample", "--out", out(), "--audience", folder.resolve("none.csv")),
                                Stream.of(options.split(" ")))
                        .toArray()),
                sentence);
    }

    private Answer with(String command, String first, String second, String options) {
        return say(Stream.concat(
                        Stream.of(
                                command,
                                first,
                                folder.resolve("none.csv"),
                                second,
                                folder.resolve("none.csv"),
                                "--out",
                                out()),
                        Stream.of(options.split(" ")))
                .toArray());
    }
}
