package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rows count, and the file of those that do not. */
class CleaningOptionsTest extends Terminal {
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
    void returnsAreSubtractedUnlessTheUserSaysOtherwise() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2024-01-31,10,2.00",
                "anna,C2,p,2024-02-01,-4,2.00",
                "cleo,4,p,2024-02-10,3,99.00",
                "ben,3,p,2024-02-20,3,12.50");
        refuses(say("run", shop, "--out", out(), "--recipe", "new"), "\"new\"", "--recipe original");
        assertThat(customers(shop)).contains("anna,21,1,12,");
        assertThat(customers(shop, "--returns", "exclude")).contains("anna,21,1,20,");
        assertThat(customers(shop, "--recipe", "original")).contains("anna,21,1,20,");
        assertThat(customers(shop, "--recipe", "original", "--returns", "net")).contains("anna,21,1,12,");
    }

    @Test
    void equalRowsAreSalesUnlessTheOriginalRecipeIsAskedFor() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER,
                "anna,1,p,2024-01-31,1,2.00",
                "anna,1,p,2024-01-31,1,2.00",
                "cleo,4,p,2024-02-10,3,99.00",
                "ben,3,p,2024-02-20,3,12.50");
        assertThat(customers(shop)).contains("anna,21,1,4,");
        assertThat(customers(shop, "--recipe", "original")).contains("anna,21,1,2,");
    }

    @Test
    void statesThatAreNoSalesAreLeftOutUnlessTheUserCountsThem() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER + ",Status",
                "anna,1,p,2024-01-31,1,2.00,paid",
                "anna,2,p,2024-01-31,1,3.00,cancelled",
                "cleo,4,p,2024-02-10,3,99.00,paid",
                "cleo,5,p,2024-02-10,3,1.00,paid",
                "ben,3,p,2024-02-20,3,12.50,shipped");
        assertThat(customers(shop)).contains("anna,21,1,2,", "ben,1,1,37.5,");
        assertThat(customers(shop, "--count-state", "Cancelled")).contains("anna,21,2,5,");
        assertThat(customers(shop, "--recipe", "original")).contains("anna,21,2,5,");
        assertThat(customers(shop, "--leave-out-state", "cancelled", "--count-state", "cancelled"))
                .contains("anna,21,1,2,");
    }

    @Test
    void severalCurrenciesAreAskedFor() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER + ",Currency",
                "anna,1,p,2024-01-31,1,2.00,EUR",
                "anna,2,p,2024-01-31,1,3.00,USD",
                "cleo,4,p,2024-02-10,3,99.00,EUR",
                "ben,3,p,2024-02-20,3,12.50,EUR",
                "ben,6,p,2024-02-20,3,12.50,USD");
        refuses(say("run", shop, "--out", out(), "--clusters", 2), "EUR, USD", "--currency EUR", "--yes");
        assertThat(customers(shop, "--yes")).contains("anna,21,1,2,", "cleo,");
        assertThat(customers(shop, "--currency", "USD"))
                .contains("anna,21,1,3,")
                .doesNotContain("cleo,");
        assertThat(customers(shop, "--currency", "EUR", "--rate", "usd=0.5"))
                .contains("anna,21,2,3.5,", "ben,1,2,56.25,");
    }

    @Test
    void ratesThatAreNoneAreRefused() throws IOException {
        Path shop = file(
                "shop.csv",
                HEADER + ",Currency",
                "anna,1,p,2024-01-31,1,2.00,EUR",
                "anna,2,p,2024-01-31,1,3.00,USD",
                "ben,3,p,2024-02-20,3,12.50,EUR");
        refuses(say("run", shop, "--out", out(), "--rate", "USD=0.5"), "--currency EUR");
        refuses(
                say("run", shop, "--out", out(), "--currency", "EUR", "--rate", "GBP=2"),
                "No amount is in GBP",
                "EUR, USD");
        refuses(say("run", shop, "--out", out(), "--currency", "EUR", "--rate", "USD=1,1"), "\"1,1\" is no rate");
        refuses(say("run", shop, "--out", out(), "--currency", "EUR", "--rate", "USD=-1"), "above 0");
    }

    private String customers(Path shop, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("run", shop, "--out", out(), "--clusters", 2));
        words.addAll(List.of(options));
        Answer answer = say(words.toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        return Files.readString(out().resolve("customers.csv"));
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
    void refusesAFileWithoutAUsableRow() throws IOException {
        Path file = file("shop.csv", HEADER, "anna,C1,p,2024-01-31,-1,2.50", "ben,C2,p,2024-01-31,-2,2.50");
        refuses(say("run", file, "--out", out()), "eturn");
    }
}
