package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What run.json says of how a file was read: names and figures that scripts depend on. */
class ReadingJsonTest extends Terminal {
    /** Sixty orders of two lines in two currencies, each tenth cancelled, with guests; five of them come twice; and the total of all below. */
    private Path orders() throws IOException {
        List<String> lines = new ArrayList<>(List.of("Email;Order;Date;Status;Currency;Product;Amount"));
        for (int i = 0; i < 60; i++) {
            String buyer = i % 15 == 14 ? "guest" : (i % 2 == 0 ? "Buyer" : "buyer") + i % 7 + "@example.com";
            String begin = "%s;%d;2024-%02d-%02d;%s;%s;"
                    .formatted(
                            buyer,
                            1000 + i,
                            1 + i / 20,
                            1 + i % 20,
                            i % 10 == 3 ? "cancelled" : "completed",
                            i % 6 == 0 ? "USD" : "EUR");
            lines.add(begin + "A;%d.50".formatted(10 + i));
            lines.add(begin + "B;%d.00".formatted(1 + i % 3));
        }
        lines.addAll(lines.subList(1, 11));
        lines.add("Total;;;;;;2591.50");
        return file("orders.csv", lines.toArray(String[]::new));
    }

    private JsonNode reading(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of("run", orders(), "--out", out(), "--clusters", 2));
        all.addAll(List.of(words));
        does(all.toArray());
        return JsonMapper.shared().readTree(out().resolve("run.json").toFile()).get("reading");
    }

    @Test
    void eachPartHasItsNamesAndFigures() throws IOException {
        JsonNode reading = reading("--currency", "EUR");

        assertThat(reading.propertyNames())
                .containsExactly(
                        "grain",
                        "system",
                        "columns",
                        "money",
                        "states",
                        "customer",
                        "duplicates",
                        "returns",
                        "currency",
                        "reconciliation",
                        "says",
                        "questions");
        assertThat(reading.get("grain").asString()).isEqualTo("order line");
        assertThat(reading.get("money").get("kind").asString()).isEqualTo("lineTotal");
        assertThat(reading.get("money").get("columns"))
                .singleElement()
                .satisfies(column -> assertThat(column.asString()).isEqualTo("Amount"));

        JsonNode cancelled = reading.get("states").get(1);
        assertThat(cancelled.propertyNames()).containsExactly("state", "rows", "orders", "money", "counts");
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.get("counts").asBoolean()).isFalse();
        assertThat(reading.get("states").get(0).get("counts").asBoolean()).isTrue();

        JsonNode folded = reading.get("customer").get("folded");
        assertThat(folded.get("written").asLong()).isEqualTo(14);
        assertThat(folded.get("customers").asLong()).isEqualTo(7);
        JsonNode guest = reading.get("customer").get("guests").get(0);
        assertThat(guest.get("state").asString()).isEqualTo("guest");
        assertThat(guest.get("orders").asLong()).isEqualTo(4);
        assertThat(guest.get("money").asDouble()).isEqualTo(24.5 + 39.5 + 54.5 + 69.5 + 4 * 3);

        JsonNode duplicates = reading.get("duplicates");
        assertThat(duplicates.propertyNames()).containsExactly("rule", "rows", "orders", "money", "option");
        assertThat(duplicates.get("rule").asString()).isEqualTo("orders");
        assertThat(duplicates.get("option").asString()).isEqualTo("--keep overlap");
        // of the five that come twice one is in dollars and one is cancelled
        assertThat(duplicates.get("orders").asLong()).isEqualTo(3);
        assertThat(duplicates.get("money").asDouble()).isEqualTo(11.5 + 2 + 12.5 + 3 + 14.5 + 2);
        assertThat(reading.get("returns").get("rule").asString()).isEqualTo("net");

        JsonNode currency = reading.get("currency");
        assertThat(currency.get("code").asString()).isEqualTo("EUR");
        assertThat(currency.get("from").asString()).isEqualTo("column");
        assertThat(currency.get("column").asString()).isEqualTo("Currency");
        assertThat(currency.get("others")).singleElement().satisfies(others -> {
            assertThat(others.get("state").asString()).isEqualTo("USD");
            assertThat(others.get("orders").asLong()).isEqualTo(10);
        });

        JsonNode question = reading.get("questions").get(0);
        assertThat(question.propertyNames()).containsExactly("topic", "words", "option", "guess");
        assertThat(question.get("option").asString()).isEqualTo("--currency EUR");
    }

    @Test
    void theTotalOfTheFileIsExplainedToTheCent() throws IOException {
        JsonNode total = reading("--currency", "EUR").get("reconciliation").get(0);

        assertThat(total.propertyNames())
                .containsExactly(
                        "kind", "column", "of", "agreeing", "stated", "counted", "difference", "parts", "unexplained");
        assertThat(total.get("kind").asString()).isEqualTo("file");
        assertThat(total.get("stated").asDouble()).isEqualTo(2591.5);
        double parts = 0;
        for (JsonNode part : total.get("parts")) {
            parts += part.get("money").asDouble();
        }
        assertThat(total.get("unexplained").asDouble()).isZero();
        assertThat(total.get("stated").asDouble() - total.get("counted").asDouble())
                .isEqualTo(total.get("difference").asDouble())
                .isEqualTo(parts);
        assertThat(total.get("parts").findValuesAsString("reason"))
                .containsExactlyInAnyOrder("currency", "filtered", "state", "overlap");
    }
}
