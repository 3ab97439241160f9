package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.transactions.DateOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final String HEADER = "CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice";

    @TempDir
    Path folder;

    record Answer(int code, String err, String out) {}

    static Answer say(Object... words) {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        CommandLine commands =
                Commands.commandLine().setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        int code = commands.execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Answer(code, err.toString(), out.toString());
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Path sample() {
        Path file = folder.resolve("shop.csv");
        assertThat(say("sample", "--customers", 400, "--out", file).code()).isZero();
        return file;
    }

    /** Exit code 2, a sentence that names all of this, and nothing written. */
    private void refuses(Answer answer, String... named) {
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(named).doesNotContain("\tat ", "Exception");
        assertThat(out()).doesNotExist();
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("part"));
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Test
    void runWritesEverythingAndTheSameEachTime() throws IOException {
        Path shop = sample();
        Answer answer = say("run", shop, "--out", out(), "--clusters", 4, "--seed", 7, "--name", "Spring");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Reading the file", "Cleaning", "Finding segments", "Grading", "4 segments");
        assertThat(out().toFile().list())
                .containsExactlyInAnyOrder(
                        "run.json", "model.json", "customers.csv", "segments.csv", "action-plan.csv");

        JsonNode run = JsonMapper.shared().readTree(out().resolve("run.json").toFile());
        assertThat(run.propertyNames())
                .containsExactly(
                        "name",
                        "dataset",
                        "features",
                        "model",
                        "metrics",
                        "stability",
                        "caveats",
                        "segments",
                        "seconds",
                        "version");
        assertThat(run.get("caveats"))
                .singleElement()
                .satisfies(
                        caveat -> assertThat(caveat.asString()).contains("Historic CLV is a constant times monetary"));
        assertThat(run.get("dataset").get("sha256").asString())
                .isEqualTo(Fingerprint.of(shop).sha256());
        assertThat(run.get("dataset").propertyNames())
                .containsExactly("file", "sha256", "rowsRead", "rowsKept", "dropped", "warnings");
        assertThat(run.get("dataset").get("dropped").propertyNames())
                .containsExactlyInAnyOrder(
                        "duplicate",
                        "missingCustomer",
                        "missingDescription",
                        "return",
                        "zeroQuantity",
                        "negativePrice",
                        "unreadable");
        long accounted = run.get("dataset").get("rowsKept").asLong();
        for (JsonNode rows : run.get("dataset").get("dropped")) {
            accounted += rows.asLong();
        }
        assertThat(accounted).isEqualTo(run.get("dataset").get("rowsRead").asLong());
        assertThat(run.get("features").propertyNames()).containsExactly("customers", "orders", "revenue", "snapshot");
        assertThat(run.get("model").propertyNames())
                .containsExactly("algorithm", "engine", "clusters", "seed", "hyperparameters");
        assertThat(run.get("metrics").propertyNames())
                .containsExactly("silhouette", "daviesBouldin", "calinskiHarabasz", "inertia");
        assertThat(run.get("segments")).hasSize(4);
        assertThat(run.get("segments").get(0).propertyNames())
                .containsExactly(
                        "cluster",
                        "persona",
                        "customers",
                        "share",
                        "meanRecency",
                        "meanFrequency",
                        "meanMonetary",
                        "medianMonetary",
                        "revenueShare",
                        "rule",
                        "confidence");
        assertThat(run.get("segments").get(0).get("rule").propertyNames())
                .containsExactly("text", "sql", "coverage", "precision");
        assertThat(run.get("segments").get(0).get("confidence").propertyNames()).containsExactly("jaccard", "grade");
        assertThat(run.get("seconds").propertyNames())
                .containsExactly(
                        "ingest", "clean", "features", "transform", "cluster", "evaluate", "explain", "value", "total");
        assertThat(run.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");

        List<String> customers = Files.readAllLines(out().resolve("customers.csv"));
        assertThat(customers.getFirst())
                .isEqualTo("customer_id,recency_days,frequency,monetary,avg_basket_size,clv,outlier,cluster,segment");
        assertThat(customers)
                .hasSize(run.get("features").get("customers").asInt() + 1)
                .allMatch(line -> line.split(",", -1).length == 9);
        List<String> ids = new ArrayList<>(
                customers.stream().skip(1).map(line -> line.split(",")[0]).toList());
        assertThat(ids).isSorted();

        Path again = folder.resolve("again");
        assertThat(say("run", shop, "--out", again, "--clusters", 4, "--seed", 7)
                        .code())
                .isZero();
        assertThat(again.resolve("customers.csv")).hasSameBinaryContentAs(out().resolve("customers.csv"));
    }

    @Test
    void aBudgetAndAHorizonAddForecastsAndAPlan() throws IOException {
        Answer answer = say("run", sample(), "--out", out(), "--budget", "10000", "--horizon", 91);
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode run = JsonMapper.shared().readTree(out().resolve("run.json").toFile());
        JsonNode value = run.get("value");
        assertThat(value.propertyNames()).containsExactly("horizonDays", "model", "bgNbd", "gammaGamma", "backtest");
        assertThat(value.get("horizonDays").asInt()).isEqualTo(91);
        assertThat(value.get("bgNbd").propertyNames())
                .containsExactly("status", "r", "alpha", "a", "b", "logLikelihood");
        assertThat(value.get("gammaGamma").propertyNames()).containsExactly("p", "q", "v", "logLikelihood");
        JsonNode backtest = value.get("backtest");
        assertThat(backtest.propertyNames())
                .containsExactly("origin", "customers", "baseRate", "winner", "churn", "revenue");
        assertThat(backtest.get("churn").get(0).propertyNames()).containsExactly("name", "auc", "brier", "logLoss");
        assertThat(backtest.get("churn").findValuesAsString("name"))
                .contains("SIMPLE_SCORE", "RECENCY_LOGISTIC", "LOG_RFM_LOGISTIC", "BG_NBD_P0");
        assertThat(backtest.get("revenue").get(0).propertyNames())
                .containsExactly("name", "predictedToActual", "spearman", "topDecileCapture");
        assertThat(backtest.get("revenue").findValuesAsString("name")).contains("PAST_SPEND", "BG_NBD_GAMMA_GAMMA");
        for (String split : List.of("playbook", "optimised")) {
            double sum = 0;
            for (JsonNode part : run.get("budget").get(split)) {
                assertThat(part.propertyNames()).containsExactly("persona", "share", "amount");
                sum += part.get("amount").asDouble();
            }
            assertThat(sum).as(split).isCloseTo(10_000, within(1e-6));
        }
        assertThat(run.get("roi").propertyNames()).containsExactly("p10", "p50", "p90", "probabilityPositive");
        assertThat(run.get("roi").get("p10").asDouble())
                .isLessThan(run.get("roi").get("p90").asDouble());
        assertThat(out().resolve("customers.csv"))
                .content()
                .startsWith("customer_id,recency_days,frequency,monetary,avg_basket_size,clv,outlier,cluster,segment,"
                        + "p_inactive,expected_purchases,expected_spend,clv_52w,risk_score");
        assertThat(Files.readAllLines(out().resolve("customers.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)))
                .allMatch(cells -> cells[9].matches("0(\\.\\d+)?|1") && Double.parseDouble(cells[12]) >= 0);
    }

    @Test
    void aHistoryTooShortForAForecastHasRiskScoresOnly() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 60; i++) {
            lines.add("c%d,%d,p,2024-01-%02d,%d,%d.50".formatted(i % 40, i, 1 + i % 28, 1 + i % 7, 1 + i % 13));
        }
        Path shop = file("shop.csv", lines.toArray(String[]::new));
        Answer answer = say("run", shop, "--out", out(), "--clusters", 2, "--horizon", 91);
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode run = JsonMapper.shared().readTree(out().resolve("run.json").toFile());
        assertThat(run.get("value").get("backtest").isNull()).isTrue();
        assertThat(run.get("value").get("model").isNull()).isTrue();
        assertThat(run.has("budget")).isFalse();
        assertThat(Files.readAllLines(out().resolve("customers.csv")).get(1)).matches(".*,,,,,\\d[\\d.]*");
    }

    @Test
    void refusesAnImpossibleHorizonOrBudget() {
        refuses(say("run", sample(), "--out", out(), "--horizon", 3), "(3 days)", "7", "364");
        refuses(say("run", sample(), "--out", out(), "--budget", "-5"), "(-5)", "--budget 10000");
    }

    @Test
    void resultsReplaceEarlierOnesInAFolderThatIsThere() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("notes.txt"), "mine");
        Files.writeString(out().resolve("run.json"), "old");
        assertThat(say("run", sample(), "--out", out()).code()).isZero();
        assertThat(out().resolve("notes.txt")).hasContent("mine");
        assertThat(Files.readString(out().resolve("run.json"))).startsWith("{");
    }

    @Test
    void everyAlgorithmRuns() throws IOException {
        Path shop = sample();
        for (String algorithm : List.of("kmeans", "agglomerative", "gmm")) {
            Answer answer = say("run", shop, "--out", out(), "--algorithm", algorithm, "--clusters", 3);
            assertThat(answer.code()).as(algorithm + ": " + answer.err()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(out().resolve("run.json").toFile())
                            .get("model")
                            .get("algorithm")
                            .asString())
                    .isEqualTo(algorithm);
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        refuses(say("run", folder.resolve("none.csv"), "--out", out()), "There is no file", "none.csv");
    }

    @Test
    void refusesAFolderAsFile() {
        refuses(say("run", folder, "--out", out()), "is not a file");
    }

    @Test
    void refusesAFileOfTheWrongType() throws IOException {
        Path image = folder.resolve("photo.csv");
        Files.write(image, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        refuses(say("run", image, "--out", out()), "photo.csv");
    }

    @Test
    void refusesAFileWithoutARequiredColumn() throws IOException {
        Path file = file("shop.csv", "InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice", "1,a,2024-01-31,1,2.50");
        refuses(say("run", file, "--out", out()), "customer", "InvoiceID", "--map customerId=COLUMN");
    }

    @Test
    void refusesAFileWithoutAUsableRow() throws IOException {
        Path file = file("shop.csv", HEADER, "anna,C1,p,2024-01-31,-1,2.50", "ben,C2,p,2024-01-31,-2,2.50");
        refuses(say("run", file, "--out", out()), "eturn");
    }

    @Test
    void refusesMoreSegmentsThanCustomers() throws IOException {
        Path file = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2024-01-31,1,2.50",
                "ben,2,p,2024-02-20,3,12.50",
                "cleo,3,p,2024-03-10,2,99.00");
        refuses(say("run", file, "--out", out()), "segments (5)", "customers (3)");
    }

    @Test
    void refusesAnImpossibleNumberOfSegments() {
        refuses(say("run", sample(), "--out", out(), "--clusters", 1), "(1)", "2", "20");
    }

    @Test
    void refusesAnUnknownAlgorithm() {
        refuses(say("run", sample(), "--out", out(), "--algorithm", "dbscan"), "\"dbscan\"", "kmeans");
    }

    @Test
    void refusesAFileAsOutput() throws IOException {
        Path taken = file("taken", "x");
        refuses(say("run", sample(), "--out", taken), "is a file, not a folder");
        refuses(say("run", sample(), "--out", taken.resolve("deeper")), "is a file, not a folder");
    }

    @Test
    void refusesAMappingToWhatIsNotThere() {
        refuses(say("run", sample(), "--out", out(), "--map", "customerId=Nobody"), "no column \"Nobody\"");
        refuses(say("run", sample(), "--out", out(), "--map", "who=CustomerID"), "no field \"who\"", "customerId");
    }

    @Test
    void saysWhatIsMissingWhereTheOnlyColumnOfAFieldWasTakenForAnother() {
        refuses(
                say("run", sample(), "--out", out(), "--map", "customerId=InvoiceDate"),
                "No column is left for the date",
                "\"InvoiceDate\" is the customer",
                "--map timestamp=COLUMN");
    }

    @Test
    void numbersAreWrittenAlikeWhateverTheLanguageOfTheMachine() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(say("sample", "--customers", 1200, "--out", folder.resolve("shop.csv"))
                            .err())
                    .contains("1,200 customers");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void takesAColumnThatIsNamed() throws IOException {
        Path shop = sample();
        List<String> lines = new ArrayList<>(Files.readAllLines(shop));
        lines.set(0, lines.getFirst().replace("CustomerID", "Wer"));
        Files.write(shop, lines);
        refuses(say("run", shop, "--out", out()), "--map customerId=COLUMN");
        assertThat(say("run", shop, "--out", out(), "--map", "customerId=Wer").code())
                .isZero();
    }

    @Test
    void asksForTheOrderOfAmbiguousDates() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER,
                "anna,1,p,01/02/2024,1,2.50",
                "ben,2,p,03/04/2024,3,12.50",
                "cleo,3,p,05/06/2024,2,99.00");
        refuses(say("run", shop, "--out", out(), "--clusters", 2), "--date-format d/m/y");
        refuses(say("run", shop, "--out", out(), "--clusters", 2, "--date-format", "m-d"), "\"m-d\"", "d/m/y");
        assertThat(say("run", shop, "--out", out(), "--clusters", 2, "--date-format", "d/m/y")
                        .code())
                .isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out().resolve("run.json").toFile())
                        .get("features")
                        .get("snapshot")
                        .asString())
                .isEqualTo("2024-06-06");
    }

    @Test
    void aColumnWithoutDatesIsNotAskedForTheirOrder() throws IOException {
        Path shop = file("shop.csv", HEADER, "anna,1,p,yesterday,1,2.50", "ben,2,p,today,3,12.50");
        Answer answer = say("run", shop, "--out", out());
        refuses(answer, "holds no dates", "--map timestamp=COLUMN");
        assertThat(answer.err()).doesNotContain("both");
    }

    @Test
    void littleMemoryGivesTheSameResult() throws IOException {
        Path shop = sample();
        assertThat(say("run", shop, "--out", out(), "--memory", "64MB").code()).isZero();
        Path plenty = folder.resolve("plenty");
        assertThat(say("run", shop, "--out", plenty, "--segmenta.dataset-memory=1GB")
                        .code())
                .isZero();
        assertThat(out().resolve("customers.csv")).hasSameTextualContentAs(plenty.resolve("customers.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"32MB", "much", "512", "-1GB", "0.5GB", ""})
    void memoryThatIsTooLittleOrNoneIsRefused(String size) {
        refuses(say("run", sample(), "--out", out(), "--memory=" + size), "(" + size + ")", "64MB", "--memory 512MB");
    }

    @Test
    void saysHowEachColumnIsKnown() throws IOException {
        Path shop = file(
                "shop.csv",
                "Wer,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice,Shelf",
                "anna,1,p,2024-01-31,1,2.50,x",
                "ben,2,p,2024-02-20,3,12.50,y",
                "cleo,3,p,2024-03-20,3,99.00,y");
        Answer answer = say("run", shop, "--out", out(), "--clusters", 2, "--map", "customerId=Wer");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("Read as CSV", "Customer: Wer (as you said)", "Invoice: InvoiceID (known header)")
                .contains("Dates are read as year-month-day (the whole column says so)", "Country: not used")
                .contains("Not used: Shelf");
    }

    @Test
    void theOrderOfDatesIsDecidedInTheColumnThatIsNamed() throws IOException {
        Path shop = file(
                "shop.csv",
                "CustomerID,InvoiceID,ProductID,InvoiceDate,Paid,Quantity,UnitPrice",
                "anna,1,p,2024-01-31,25/02/2024,1,2.50",
                "ben,2,p,2024-02-20,03/04/2024,3,12.50",
                "cleo,3,p,2024-03-20,13/04/2024,3,99.00");
        assertThat(say("run", shop, "--out", out(), "--clusters", 2, "--map", "timestamp=Paid")
                        .err())
                .contains("Date: Paid (as you said)", "Dates are read as day/month/year");
    }

    @Test
    void aFormatOfDatesIsUnderstoodByTheOrderOfItsLetters() {
        assertThat(InstantFormat.order("dd.MM.yyyy HH:mm")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(InstantFormat.order("M/d/y")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(InstantFormat.order("yyyy-MM-dd'T'HH:mm:ss")).isEqualTo(DateOrder.YEAR_FIRST);
        for (String none : List.of("", "d/d/y", "y-d-M", "dmy", "d/m", "%d/%m/%Y")) {
            assertThatThrownBy(() -> InstantFormat.order(none)).hasMessageContaining("is not known");
        }
    }

    @Test
    void onlyThePeriodCountsAndTheRestIsAmongTheRejects() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2023-12-31 23:59,1,2.50",
                "ben,2,p,2024-01-01,3,12.50",
                "finn,6,p,2024-03-01,3,12.50",
                "cleo,3,p,2024-06-29 18:30,2,99.00",
                "dora,4,p,2024-07-01,2,99.00",
                "emil,C5,p,2024-02-01,-2,99.00");
        Path rejects = folder.resolve("rejects.csv");
        Answer answer = say(
                "run",
                shop,
                "--out",
                out(),
                "--clusters",
                2,
                "--from",
                "2024-01-01",
                "--to",
                "2024-06-30",
                "--rejects",
                rejects);
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode dataset =
                JsonMapper.shared().readTree(out().resolve("run.json").toFile()).get("dataset");
        assertThat(dataset.get("rowsRead").asLong()).isEqualTo(6);
        assertThat(dataset.get("rowsKept").asLong()).isEqualTo(3);
        assertThat(dataset.get("dropped").get("outsidePeriod").asLong()).isEqualTo(2);
        assertThat(dataset.get("dropped").get("return").asLong()).isEqualTo(1);
        assertThat(Files.readString(out().resolve("customers.csv")))
                .as("recency counts from the day after the last that counts, also where nobody bought on it")
                .contains("cleo,2,1,198,", "ben,182,");
        assertThat(Files.readAllLines(rejects))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("1,Outside the period,"))
                .satisfies(lines -> assertThat(lines.get(3)).startsWith("6,Return,"));
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("part"));
    }

    @Test
    void returnsAreSubtractedWhereTheUserSaysSo() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2024-01-31,10,2.00",
                "anna,C2,p,2024-02-01,-4,2.00",
                "cleo,4,p,2024-02-10,3,99.00",
                "ben,3,p,2024-02-20,3,12.50");
        assertThat(say("run", shop, "--out", out(), "--clusters", 2).code()).isZero();
        assertThat(Files.readString(out().resolve("customers.csv"))).contains("anna,21,1,20,");
        assertThat(say("run", shop, "--out", out(), "--clusters", 2, "--returns", "net")
                        .code())
                .isZero();
        assertThat(Files.readString(out().resolve("customers.csv"))).contains("anna,21,1,12,");
    }

    @Test
    void countsOnlyWhatWasChosenAndKeepsWhatARuleWouldDrop() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER + ",Country",
                "anna,1,mug,2024-01-31,10,2.00,Germany",
                "anna,2,POST,2024-01-31,1,5.00,Germany",
                "anna,1,mug,2024-01-31,10,2.00,Germany",
                "cleo,4,mug,2024-02-10,3,99.00,France",
                "dora,5,cup,2024-02-10,3,9.00,Germany",
                "ben,3,mug,2024-02-20,3,12.50,germany",
                "me,6,mug,2024-02-20,3,12.50,Germany");
        Answer answer = say(
                "run",
                shop,
                "--out",
                out(),
                "--clusters",
                2,
                "--country",
                "GERMANY",
                "--not-product",
                "post",
                "--not-customer",
                "m*",
                "--keep",
                "duplicate");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Note: The purchases cover 21 days");
        JsonNode dataset =
                JsonMapper.shared().readTree(out().resolve("run.json").toFile()).get("dataset");
        assertThat(dataset.get("rowsKept").asLong()).isEqualTo(4);
        assertThat(dataset.get("dropped").get("filtered").asLong()).isEqualTo(3);
        assertThat(dataset.get("warnings").get(0).asString()).startsWith("The purchases cover 21 days");
    }

    @Test
    void refusesFiltersAndRulesThatCannotBe() {
        Path shop = sample();
        refuses(say("run", shop, "--out", out(), "--country", "Atlantis"), "take the filter back");
        refuses(say("run", shop, "--out", out(), "--country", " "), "country", "not 0");
        refuses(say("run", shop, "--out", out(), "--keep", "everything"), "\"everything\"", "missingCustomer");
    }

    @Test
    void refusesAPeriodThatIsNone() {
        Path shop = sample();
        refuses(say("run", shop, "--out", out(), "--from", "1.2.2024"), "\"1.2.2024\"", "--from", "2024-12-31");
        refuses(say("run", shop, "--out", out(), "--to", "2024-02-30"), "\"2024-02-30\"", "--to");
        refuses(say("run", shop, "--out", out(), "--from", "2024-03-01", "--to", "2024-02-01"), "after its end");
        refuses(say("run", shop, "--out", out(), "--to", "1999-01-01"), "outside the chosen period");
    }

    @Test
    void refusesWhatCannotBeDoneWithReturnsTablesAndRejects() {
        Path shop = sample();
        refuses(say("run", shop, "--out", out(), "--returns", "keep"), "--returns", "keep");
        refuses(say("run", shop, "--out", out(), "--sheet", "Orders"), "shop.csv", "Leave out the name");
        refuses(say("run", shop, "--out", out(), "--rejects", folder), "is a folder");
        refuses(say("run", shop, "--out", out(), "--rejects", folder.resolve("no/rejects.csv")), "no folder");
    }

    @Test
    void readsTheTableThatIsNamed() throws IOException {
        Path archive = folder.resolve("years.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String year : List.of("2023", "2024")) {
                zip.putNextEntry(new ZipEntry(year + ".csv"));
                zip.write((HEADER + "\nanna,1,p," + year + "-01-31,1,2.50\nben,2,p," + year
                                + "-02-20,3,12.50\ncleo,3,p," + year + "-02-20,3,99.00\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        refuses(say("run", archive, "--out", out(), "--table", "2025.csv"), "\"2025.csv\"", "\"2023.csv\"");
        assertThat(say("run", archive, "--out", out(), "--clusters", 2, "--table", "2023.csv")
                        .code())
                .isZero();
        assertThat(rowsRead()).isEqualTo(3);
        assertThat(say("run", archive, "--out", out(), "--clusters", 2, "--sheet", "2023.csv", "--sheet", "2024.csv")
                        .code())
                .isZero();
        assertThat(rowsRead()).isEqualTo(6);
    }

    private long rowsRead() {
        return JsonMapper.shared()
                .readTree(out().resolve("run.json").toFile())
                .get("dataset")
                .get("rowsRead")
                .asLong();
    }

    @Test
    void refusesWhatItDoesNotKnowAndNamesTheHelp() {
        refuses(say("run"), "FILE", "segmenta run --help");
        refuses(say("jump"), "jump", "segmenta --help");
        refuses(say("run", "x.csv", "--out", out(), "--clusters", "many"), "many", "--clusters");
    }

    @Test
    void refusesAnImpossibleSample() {
        refuses(say("sample", "--customers", 0, "--out", out()), "(0)");
        refuses(say("sample", "--out", folder.resolve("no/such/folder.csv")), "folder.csv");
    }

    @Test
    void theSampleIsTheSameForASeed() throws IOException {
        say("sample", "--customers", 50, "--seed", 1, "--out", folder.resolve("a.csv"));
        say("sample", "--customers", 50, "--seed", 1, "--out", folder.resolve("b.csv"));
        say("sample", "--customers", 50, "--seed", 2, "--out", folder.resolve("c.csv"));
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.mismatch(folder.resolve("a.csv"), folder.resolve("c.csv")))
                .isNotNegative();
    }
}
