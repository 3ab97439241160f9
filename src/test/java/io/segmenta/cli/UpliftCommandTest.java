package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of a campaign: segments, control group, later purchases with a known effect, report. */
class UpliftCommandTest extends Terminal {
    private static final String START = "2024-10-01";

    @TempDir
    static Path shared;

    private static Path shop = Path.of("");
    private static Path exported = Path.of("");

    private Path audience = Path.of("");

    @BeforeAll
    static void segmentsBeforeTheCampaign() {
        shop = shared.resolve("shop.csv");
        does("sample", "--customers", 600, "--out", shop);
        run(shared.resolve("run"));
        exported = shared.resolve("run").resolve("audience.csv");
    }

    /** By named features: of twenty draws of a control group one shows an effect that is not there, and other segments draw another. */
    private static void run(Path out) {
        does(
                "run",
                shop,
                "--out",
                out,
                "--features",
                "original",
                "--clusters",
                4,
                "--to",
                "2024-09-30",
                "--control",
                0.3,
                "--seed",
                7);
    }

    @BeforeEach
    void anAudienceOfOnesOwn() throws IOException {
        audience = Files.copy(exported, folder.resolve("audience.csv"));
    }

    private Path later(double effect) {
        Path later = folder.resolve("later.csv");
        does("sample", "--customers", 600, "--out", later, "--audience", audience, "--from", START, "--effect", effect);
        return later;
    }

    private List<Map<String, String>> measure(Path data, Object... more) throws IOException {
        Path out = folder.resolve("effect");
        does(Stream.concat(
                        Stream.of("uplift", "--audience", audience, "--data", data, "--from", START, "--out", out),
                        Stream.of(more))
                .toArray());
        List<String> lines = Files.readAllLines(out.resolve("uplift.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> header.stream().collect(Collectors.toMap(h -> h, h -> cells[header.indexOf(h)])))
                .toList();
    }

    private static double number(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }

    @Test
    void anEffectThatIsThereIsFound() throws IOException {
        double planted = 400;
        List<Map<String, String>> lines = measure(later(planted));
        Map<String, String> all = lines.getLast();
        assertThat(all).containsEntry("segment", "All segments");
        assertThat(planted).isBetween(number(all, "low_90"), number(all, "high_90"));
        assertThat(number(all, "p_value")).isLessThan(0.05);
        assertThat(lines).hasSize(5);
        assertThat(lines.stream().limit(4).mapToInt(line -> (int) number(line, "treated")))
                .allSatisfy(treated -> assertThat(treated).isPositive());
        int customers = Files.readAllLines(audience).size() - 1;
        assertThat(number(all, "treated") + number(all, "control")).isEqualTo(customers);
    }

    @Test
    void theSameDataWithoutTheCampaignShowNoEffect() throws IOException {
        Map<String, String> all = measure(shop).getLast();
        assertThat(number(all, "p_value")).isGreaterThan(0.05);
        assertThat(0.0).isBetween(number(all, "low_90"), number(all, "high_90"));
    }

    @Test
    void theReportIsWords() {
        Answer answer =
                does("uplift", "--audience", audience, "--data", later(400), "--from", START, "--to", "2024-11-30");
        assertThat(answer.out())
                .contains(
                        "All segments (", "An effect is shown: customers who got the campaign spent ", "p below 0.001")
                .contains("Counted is what each customer bought from 2024-10-01 to 2024-11-30 (61 days)")
                .containsPattern("Added over all who got it: [0-9,.]+ \\([0-9,.]+ to [0-9,.]+\\)")
                .containsPattern("cries wolf in \\d+\\.\\d % of 1,000 draws, tried on 2024-08-01 to 2024-09-30")
                .contains("Returns are left out")
                .contains("The line over all segments is the one to trust");
    }

    @Test
    void theControlGroupIsTheSameEachTime() throws IOException {
        String first = Files.readString(audience);
        run(folder.resolve("again"));
        assertThat(Files.readString(folder.resolve("again").resolve("audience.csv")))
                .isEqualTo(first);
        List<String> lines = first.lines().skip(1).toList();
        Map<String, List<String>> segments = lines.stream().collect(Collectors.groupingBy(line -> line.split(",")[1]));
        segments.forEach((segment, members) -> assertThat(members.stream()
                        .filter(line -> line.endsWith(",control"))
                        .count())
                .as(segment)
                .isEqualTo(Math.round(0.3 * members.size())));
    }

    @Test
    void laterRowsAloneDoAndCustomersWhoAreNotInThemCountWithNothing() throws IOException {
        Path later = later(400);
        List<String> rows = Files.readAllLines(later);
        Path only = Files.write(
                folder.resolve("only-later.csv"),
                Stream.concat(rows.stream().limit(1), rows.stream().skip(1).filter(row -> row.contains(",2024-1")))
                        .toList());
        List<Map<String, String>> whole = measure(later);
        List<Map<String, String>> alone = measure(only);
        assertThat(alone).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(alone.get(i))
                    .containsEntry("raw_difference", whole.get(i).get("raw_difference"))
                    .containsEntry("treated_mean", whole.get(i).get("treated_mean"))
                    .containsEntry("bought_p_value", whole.get(i).get("bought_p_value"));
        }
        // what is known of before makes the answer surer
        assertThat(number(whole.getLast(), "saved_customers"))
                .isGreaterThan(number(alone.getLast(), "saved_customers"));
        assertThat(does("uplift", "--audience", audience, "--data", only, "--from", START)
                        .out())
                .containsPattern("\\d+ of the \\d+ customers of the audience do not occur in the data")
                .contains("The data hold nothing from before the campaign");
    }

    @Test
    void theAudienceMayHaveBeenThroughASpreadsheet() throws IOException {
        Path later = later(400);
        List<Map<String, String>> whole = measure(later);
        List<String> lines = Files.readAllLines(audience);
        List<String> changed = lines.stream()
                .map(line -> {
                    String[] cells = line.split(",");
                    return String.join(
                            ";",
                            cells[2].replace("treat", "Treat"),
                            "x",
                            cells[1],
                            cells[0].matches("\\d+") ? cells[0] + ".0" : "Customer ID");
                })
                .collect(Collectors.toList());
        changed.set(0, "Group;Opened;Segment;Customer ID");
        Files.write(audience, changed);
        assertThat(measure(later)).isEqualTo(whole);
    }

    @Test
    void whatCannotBeMeasuredIsToldInASentence() throws IOException {
        edit(line -> line.replaceAll("^\\d", "X"));
        refused(shop, START, "Nobody of the audience", "Choose an audience of the same shop");
        edit(line -> line.replace(",control", ",holdout"));
        refused(shop, START, "a group \"holdout\"", "treat or control");
        edit(line -> line.replaceAll(",[a-z]+$", ""));
        refused(shop, START, "audience.csv", "no column group", "customer_id, segment");
    }

    @Test
    void beforeItsDaysAreOverThereIsNoVerdict() {
        assertThat(does("uplift", "--audience", audience, "--data", shop, "--from", START, "--days", 120)
                        .out())
                .contains("Still running: the data hold 92 of 120 days from 2024-10-01")
                .contains("Look again with data that reach 2025-01-28.")
                .containsPattern(
                        "All segments \\([0-9,]+ treated, [0-9,]+ left alone\\): an effect of [0-9,.]+ each, [0-9,.]+ in all,"
                                + " would be shown in 8 of 10 cases; half of it ")
                .doesNotContain("p = ", "shown:");
        assertThat(does("uplift", "--audience", audience, "--data", shop, "--from", "2025-02-01")
                        .out())
                .contains("Not begun in these data, which end on 2024-12-31. It counts for 91 days from 2025-02-01");
    }

    @Test
    void aSelfTestOfTheMethodIsJson() {
        String json = does("uplift", "--self-test", 200, "--data", shop, "--days", 60, "--control", 0.3)
                .out();
        JsonNode test = JsonMapper.shared().readTree(json);
        assertThat(test.propertyNames()).containsExactly("draws", "alarms", "sdRaw", "sdAdjusted", "savedCustomers");
        assertThat(test.get("draws").intValue()).isEqualTo(200);
        assertThat(test.get("alarms").doubleValue()).isBetween(0.01, 0.1);
        double times = test.get("sdRaw").doubleValue() / test.get("sdAdjusted").doubleValue();
        assertThat(test.get("savedCustomers").doubleValue())
                .isCloseTo(times * times, within(1e-9))
                .isGreaterThan(1);
        assertThat(does("uplift", "--self-test", 200, "--data", shop, "--days", 60, "--control", 0.3)
                        .out())
                .isEqualTo(json);
        Answer tooLong = say("uplift", "--self-test", 200, "--data", shop, "--from", "2024-12-01", "--days", 60);
        assertThat(tooLong.code()).isEqualTo(2);
        assertThat(tooLong.err()).contains("that does not hold the 60 days from 2024-12-01");
    }

    @Test
    void aCustomerInBothGroupsIsRefused() throws IOException {
        List<String> lines = Files.readAllLines(audience);
        String twice = lines.getLast();
        lines.add(twice);
        Files.write(audience, lines);
        assertThat(measure(shop)).hasSize(5);
        lines.add(twice.endsWith("control") ? twice.replace("control", "treat") : twice.replace(",treat", ",control"));
        Files.write(audience, lines);
        refused(shop, START, "is in both groups");
    }

    private void edit(UnaryOperator<String> change) throws IOException {
        List<String> lines = Files.readAllLines(audience);
        Files.write(
                audience,
                Stream.concat(
                                lines.stream().limit(1).map(change),
                                lines.stream().skip(1).map(change))
                        .toList());
    }

    private void refused(Path data, String from, String... named) {
        Answer answer = say("uplift", "--audience", audience, "--data", data, "--from", from);
        assertThat(answer.code()).as(Arrays.toString(named) + answer.out()).isEqualTo(2);
        assertThat(answer.err()).contains(named).doesNotContain("\tat ");
    }
}
