package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The results of a run: which, where, and the same each time. */
class RunCommandTest extends Terminal {
    @Test
    void runWritesEverythingAndTheSameEachTime() throws IOException {
        Path shop = sample();
        Answer answer = say("run", shop, "--out", out(), "--clusters", 4, "--seed", 7, "--name", "Spring");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Reading the file", "Cleaning", "Finding segments", "Grading", "4 segments");
        assertThat(out().toFile().list())
                .containsExactlyInAnyOrder(
                        "run.json", "model.json", "customers.csv", "segments.csv", "action-plan.csv", "cohorts.csv");

        JsonNode run = JsonMapper.shared().readTree(out().resolve("run.json").toFile());
        assertThat(run.propertyNames())
                .containsExactly(
                        "name",
                        "dataset",
                        "reading",
                        "features",
                        "model",
                        "metrics",
                        "stability",
                        "caveats",
                        "segments",
                        "states",
                        "heldOut",
                        "cohorts",
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
                        "overlap",
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
        assertThat(run.get("features").propertyNames())
                .containsExactly("customers", "orders", "revenue", "snapshot", "compared", "choice");
        assertThat(run.get("features").get("choice").propertyNames())
                .containsExactly("chosen", "days", "why", "origin", "customers", "scores");
        assertThat(run.get("features").get("choice").get("scores").get(2).propertyNames())
                .containsExactly("set", "features", "explainedSpend", "explainedBought", "gain", "gainError");
        assertThat(run.get("model").propertyNames())
                .containsExactly("algorithm", "engine", "clusters", "seed", "hyperparameters");
        assertThat(run.get("metrics").propertyNames())
                .containsExactly("silhouette", "daviesBouldin", "calinskiHarabasz", "inertia");
        assertThat(run.get("segments")).hasSize(4);
        assertThat(run.get("segments").get(0).propertyNames())
                .containsExactly(
                        "cluster",
                        "persona",
                        "name",
                        "holds",
                        "customers",
                        "share",
                        "meanRecency",
                        "meanFrequency",
                        "meanMonetary",
                        "medianMonetary",
                        "revenueShare",
                        "rule",
                        "confidence",
                        "heldOut");
        assertThat(run.get("segments").get(0).get("heldOut").propertyNames())
                .containsExactly("customers", "bought", "spendPerHead", "low", "high", "lift");
        assertThat(run.get("segments").get(0).get("rule").propertyNames())
                .containsExactly("text", "sql", "coverage", "precision");
        assertThat(run.get("segments").get(0).get("confidence").propertyNames()).containsExactly("jaccard", "grade");
        assertThat(run.get("heldOut").propertyNames())
                .containsExactly(
                        "days", "origin", "customers", "bought", "spendPerHead", "explainedSpend", "explainedBought");
        JsonNode cohorts = run.get("cohorts");
        assertThat(cohorts.propertyNames()).containsExactly("begin", "end", "lastMonthComplete", "tables");
        assertThat(cohorts.get("tables").get(0).get("cohorts").get(0).propertyNames())
                .containsExactly("firstMonth", "customers", "months");
        assertThat(Files.readAllLines(out().resolve("cohorts.csv")).getFirst())
                .isEqualTo("group,name,first_month,months_since,complete,customers,buyers,repurchase_share,revenue,"
                        + "cumulative_revenue_per_head");
        assertThat(run.get("seconds").propertyNames())
                .containsExactly(
                        "ingest", "clean", "features", "transform", "cluster", "evaluate", "explain", "value", "total");
        assertThat(run.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");

        List<String> customers = Files.readAllLines(out().resolve("customers.csv"));
        assertThat(customers.getFirst())
                .isEqualTo("customer_id,recency_days,frequency,monetary,avg_basket_size,clv,outlier,cluster,segment,"
                        + "state,next_purchase_from,next_purchase,next_purchase_to");
        assertThat(customers)
                .hasSize(run.get("features").get("customers").asInt() + 1)
                .allMatch(line -> line.split(",", -1).length == 13);
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
        assertThat(value.propertyNames())
                .containsExactly(
                        "horizonDays",
                        "model",
                        "purchaseModel",
                        "bgNbd",
                        "gammaGamma",
                        "backtest",
                        "origins",
                        "coverage",
                        "overdue");
        JsonNode overdue = value.get("overdue");
        assertThat(overdue.propertyNames()).containsExactly("customers", "share", "moneyAtStake", "low", "high");
        assertThat(overdue.get("customers").asInt())
                .as("as many as the states say")
                .isEqualTo(run.get("states")
                        .valueStream()
                        .filter(state -> Set.of("Cooling", "Gone quiet")
                                .contains(state.get("state").asString()))
                        .mapToInt(state -> state.get("customers").asInt())
                        .sum());
        assertThat(overdue.get("moneyAtStake").asDouble())
                .isBetween(overdue.get("low").asDouble(), overdue.get("high").asDouble());
        assertThat(value.get("purchaseModel").get("candidates").findValuesAsString("name"))
                .containsExactly("BG_NBD", "MBG_NBD", "MBG_CNBD_K");
        assertThat(value.get("purchaseModel").get("tested").asBoolean()).isTrue();
        assertThat(value.get("horizonDays").asInt()).isEqualTo(91);
        assertThat(value.get("bgNbd").propertyNames())
                .containsExactly("status", "r", "alpha", "a", "b", "logLikelihood");
        assertThat(value.get("gammaGamma").propertyNames()).containsExactly("p", "q", "v", "logLikelihood");
        JsonNode backtest = value.get("backtest");
        assertThat(backtest.propertyNames())
                .containsExactly(
                        "origin",
                        "customers",
                        "baseRate",
                        "winner",
                        "churn",
                        "churnBefore",
                        "purchases",
                        "revenue",
                        "order");
        assertThat(backtest.get("churn").get(0).propertyNames()).containsExactly("name", "auc", "brier", "logLoss");
        assertThat(backtest.get("churn").findValuesAsString("name"))
                .contains("SIMPLE_SCORE", "RECENCY_LOGISTIC", "LOG_RFM_LOGISTIC", "BG_NBD_P0");
        assertThat(backtest.get("revenue").get(0).propertyNames())
                .containsExactly("name", "predictedToActual", "spearman", "topDecileCapture");
        assertThat(backtest.get("revenue").findValuesAsString("name")).contains("PAST_SPEND", "BG_NBD_GAMMA_GAMMA");
        JsonNode order = backtest.get("order");
        assertThat(order.propertyNames()).containsExactly("winner", "origins", "candidates");
        assertThat(order.get("origins"))
                .hasSizeGreaterThan(1)
                .allSatisfy(day -> assertThat(LocalDate.parse(day.asString()))
                        .isBefore(LocalDate.parse(backtest.get("origin").asString())));
        assertThat(order.get("candidates").findValuesAsString("name"))
                .hasSize(3)
                .startsWith("PAST_SPEND")
                .endsWith("SPEND_REGRESSION")
                .contains(order.get("winner").asString());
        assertThat(order.get("candidates")).allSatisfy(candidate -> {
            assertThat(candidate.propertyNames()).containsExactly("name", "mean", "low", "high");
            assertThat(candidate.get("mean").asDouble())
                    .isBetween(
                            candidate.get("low").asDouble(),
                            candidate.get("high").asDouble());
        });
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
                .as("all but those who gave everything back")
                .allMatch(cells -> cells[3].equals("0")
                        || (cells[9].matches("0(\\.\\d+)?|1") && Double.parseDouble(cells[12]) >= 0));
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
        assertThat(Files.readAllLines(out().resolve("customers.csv")).get(1)).matches(".*,,,,,\\d[\\d.]*,New,,,");
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
    void refusesMoreSegmentsThanCustomers() throws IOException {
        Path file = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2024-01-31,1,2.50",
                "ben,2,p,2024-02-20,3,12.50",
                "cleo,3,p,2024-03-10,2,99.00");
        refuses(say("run", file, "--out", out(), "--clusters", 5), "segments (5)", "customers (3)");
        assertThat(does("run", file, "--out", out()).err()).contains("3 segments are made instead of 5");
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
}
