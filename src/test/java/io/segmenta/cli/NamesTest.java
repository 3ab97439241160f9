package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the name of a segment says is true of nearly all who are in it, counted once more from the list of customers. */
class NamesTest extends Terminal {
    private static final Set<String> GONE_NAMES = Set.of("AT_RISK", "BIG_SPENDERS_GONE_QUIET", "LOST_HIBERNATING");
    private static final List<String> ORIGINALS =
            List.of("VIP Champions", "Potential Loyalists", "Average Customers", "At Risk", "Lost/Hibernating");

    private record Customer(String segment, String state, double orders, double spent) {
        boolean overdue() {
            return state.equals("Cooling") || state.equals("Gone quiet");
        }

        double perOrder() {
            return spent / orders;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void ofTheSample(int clusters) throws IOException {
        assertNames(sample(), "--clusters", clusters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/online_retail.csv.gz", "data/CDNOW_sample.txt"})
    void ofRealShops(String file) throws IOException {
        assertNames(Shared.path(file));
    }

    @Test
    void theOriginalRecipeKeepsTheFiveNamesAndClaimsNothing() throws IOException {
        JsonNode run = run(sample(), "--recipe", "original", "--clusters", 5);
        assertThat(run.get("segments"))
                .extracting(segment -> segment.get("name").asString())
                .containsExactlyElementsOf(ORIGINALS);
        assertThat(run.get("segments"))
                .allSatisfy(segment -> assertThat(segment.get("holds")).isEmpty());
    }

    private void assertNames(Path file, Object... options) throws IOException {
        JsonNode run = run(file, options);
        List<Customer> customers = customers();
        int said = 0;
        for (JsonNode segment : run.get("segments")) {
            String name = segment.get("name").asString();
            String persona = segment.get("persona").asString();
            List<Customer> members =
                    customers.stream().filter(c -> c.segment().equals(name)).toList();
            assertThat(members).hasSize(segment.get("customers").asInt());
            for (JsonNode held : segment.get("holds")) {
                said++;
                double share = share(members, claim(held.get("sentence").asString(), customers));
                assertThat(held.get("share").asDouble()).as(name + ": " + held).isCloseTo(share, within(1e-9));
                assertThat(share).as(name + ": " + held).isGreaterThanOrEqualTo(0.85);
            }
            if (!persona.equals("AVERAGE_CUSTOMERS")) {
                assertThat(segment.get("holds")).as(name).isNotEmpty();
            }
            if (GONE_NAMES.contains(persona)) {
                assertThat(members).as(name).extracting(Customer::state).doesNotContain("New");
                assertThat(share(members, Customer::overdue)).as(name).isGreaterThanOrEqualTo(0.85);
            }
            if (persona.equals("VIP_CHAMPIONS") || persona.equals("POTENTIAL_LOYALISTS")) {
                assertThat(share(members, Customer::overdue)).as(name).isLessThanOrEqualTo(0.5);
            }
        }
        assertThat(said).isGreaterThan(1);
    }

    private static double share(List<Customer> members, Predicate<Customer> holds) {
        return (double) members.stream().filter(holds).count() / members.size();
    }

    /** The sentence as a condition, told by its first words. */
    private static Predicate<Customer> claim(String sentence, List<Customer> all) {
        double meanOrders = all.stream().mapToDouble(Customer::orders).average().orElseThrow();
        double meanSpent = all.stream().mapToDouble(Customer::spent).average().orElseThrow();
        double medianOrders = median(all.stream().mapToDouble(Customer::orders));
        double medianSpent = median(all.stream().mapToDouble(Customer::spent));
        double medianPerOrder = median(all.stream().mapToDouble(Customer::perOrder));
        if (sentence.endsWith("an order, which at most half of all customers did")) {
            return c -> c.perOrder() < medianPerOrder;
        }
        Map<String, Predicate<Customer>> claims = new LinkedHashMap<>();
        claims.put("are overdue", Customer::overdue);
        claims.put("have gone quiet", c -> c.state().equals("Gone quiet"));
        claims.put(
                "bought for the first time in the last 60 days", c -> c.state().equals("New"));
        claims.put("ordered once", c -> c.orders() == 1);
        claims.put("came back", c -> c.orders() >= 2);
        claims.put("ordered more than", c -> c.orders() > medianOrders);
        claims.put("ordered less often than the average", c -> c.orders() < meanOrders);
        claims.put("spent more than the average", c -> c.spent() > meanSpent);
        claims.put("spent less than the average", c -> c.spent() < meanSpent);
        claims.put("spent more than", c -> c.spent() > medianSpent);
        return claims.entrySet().stream()
                .filter(claim -> sentence.startsWith(claim.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody knows how to count: " + sentence))
                .getValue();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private JsonNode run(Path file, Object... options) {
        Object[] words = Stream.concat(Stream.of("run", file, "--out", out()), Arrays.stream(options))
                .toArray();
        Answer answer = say(words);
        assertThat(answer.code()).as(answer.err()).isZero();
        return JsonMapper.shared().readTree(out().resolve("run.json").toFile());
    }

    /** Those who are in a segment: customers left out of the clustering are compared with nobody. */
    private List<Customer> customers() throws IOException {
        List<String> lines = Files.readAllLines(out().resolve("customers.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[header.indexOf("segment")].isEmpty())
                .map(cells -> new Customer(
                        cells[header.indexOf("segment")],
                        cells[header.indexOf("state")],
                        Double.parseDouble(cells[header.indexOf("frequency")]),
                        Double.parseDouble(cells[header.indexOf("monetary")])))
                .toList();
    }
}
