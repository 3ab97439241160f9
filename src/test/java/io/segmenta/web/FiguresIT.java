package io.segmenta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.segmenta.testing.PackagedApp;
import io.segmenta.testing.Shared;
import io.segmenta.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one page says of some customers, every page that names the same says too: all pages of a run are read as a person reads them. */
class FiguresIT {
    private static final Path PICTURES = Path.of("target", "journey");
    private static final String SAMPLE = "sample";
    private static final String WITHOUT_NAMES = "data/CDNOW_sample.txt";
    private static final List<String> PAGES =
            List.of("", "segments", "explorer", "model", "value", "cohorts", "playbook", "budget", "export", "uplift");

    private static PackagedApp app;
    private Visitor visitor;
    private final Map<String, String> texts = new LinkedHashMap<>();

    @BeforeAll
    static void start(@TempDir Path home) throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        app = PackagedApp.start(home);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void sitDown() {
        visitor = new Visitor(app.address(), PICTURES);
    }

    @AfterEach
    void standUp() {
        visitor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, "data/online_retail.csv.gz", WITHOUT_NAMES})
    void areTheSameOnEveryPage(String file) {
        readAllPages(file);
        String customers = same(
                "customers",
                List.of(
                        in("", "Customers\n([0-9,]+)\nin [0-9]+ segments"),
                        in("explorer", "^([0-9,]+) customers$"),
                        in("cohorts", "All customers \\(([0-9,]+)\\)"),
                        in("export", "^([0-9,]+) rows\n\ncustomer_id,")));
        same(
                "number of segments",
                List.of(
                        in("", "in ([0-9]+) segments"),
                        in("segments", "Your customers in ([0-9]+) segments"),
                        in("model", "Found by .*, ([0-9]+) segments")));
        theOverdue(count(customers));
        List<String> segments = found("", "^(.+)\n[0-9,]+ · [0-9]+%$");
        assertThat(segments).hasSizeGreaterThan(2);
        int together = segments.stream().mapToInt(this::segment).sum();
        assertThat(together).as("customers of all segments").isEqualTo(count(customers));
    }

    private void theOverdue(int customers) {
        String overdue = same(
                "overdue customers",
                List.of(
                        in("", "Overdue\n[0-9]+%\n([0-9,]+) customers; they usually spend"),
                        in(
                                "",
                                "([0-9,]+) customers \\([0-9]+%\\) are silent for longer than their own rhythm explains"),
                        in("value", "Overdue\n[0-9]+%\n([0-9,]+) customers are silent"),
                        in("value", "([0-9,]+) customers are silent for longer .* Those who may bring most come first"),
                        in("budget", "([0-9,]+) customers are silent for longer than their own rhythm explains")));
        same(
                "share overdue",
                List.of(
                        in("", "Overdue\n([0-9]+%)"),
                        in("", "customers \\(([0-9]+%)\\) are silent for longer"),
                        in("value", "Overdue\n([0-9]+%)")));
        same(
                "money at stake",
                List.of(
                        in("", "they usually spend (\\S+) in [0-9]+ days"),
                        in("value", "Money at stake\n(\\S+)\n"),
                        in("budget", "They usually spend (\\S+) in [0-9]+ days: that is at stake")));
        same(
                "days of a horizon",
                List.of(
                        in("", "they usually spend \\S+ in ([0-9]+) days"),
                        in("value", "what these usually spend in ([0-9]+) days"),
                        in("budget", "They usually spend \\S+ in ([0-9]+) days: that is at stake"),
                        in("segments", "Tested on the last ([0-9]+) days")));
        Map<String, Integer> states = new LinkedHashMap<>();
        for (String state : List.of("New", "Active", "Cooling", "Gone quiet")) {
            states.put(
                    state,
                    found("", "^" + state + ": ([0-9,]+) customers?,").stream()
                            .mapToInt(FiguresIT::count)
                            .sum());
        }
        assertThat(states.get("Cooling") + states.get("Gone quiet")).isEqualTo(count(overdue));
        assertThat(states.values().stream().mapToInt(n -> n).sum()).isEqualTo(customers);
    }

    /** @return how many they are */
    private int segment(String name) {
        String who = Pattern.quote(name);
        String card = "\n" + who + "\nRename.*\n(?s:(?:(?!\nRename).)*?)";
        String play = "\n" + who + "\n(?:.*\n){0,3}?";
        String row = "^" + who + "\t";
        String number = "([0-9,.]+)";
        same(
                name + ": share of customers",
                List.of(in("", who + "\n[0-9,]+ · ([0-9]+%)"), in("segments", card + "[0-9,]+ customers?\n([0-9]+%)")));
        same(
                name + ": share of revenue",
                List.of(
                        in("segments", card + "\\S+ revenue\n([0-9]+%)"),
                        in("playbook", play + ".* days? ago: ([0-9]+%) of the revenue")));
        same(
                name + ": spent each",
                List.of(
                        in("segments", card + "Spent\t(\\S+)\t"),
                        in("playbook", play + "[0-9,]+ customers?, (\\S+) each,")));
        same(
                name + ": orders each",
                List.of(
                        in("segments", card + "Orders\t" + number),
                        in("playbook", play + ".* each, " + number + " orders")));
        same(
                name + ": days since the last order",
                List.of(
                        in("segments", card + "Days since last order\t" + number),
                        in("playbook", play + ".*last bought " + number + " days? ago")));
        same(
                name + ": stability",
                List.of(
                        in("segments", card + "on average ([0-9]+%) of this segment came back"),
                        in("model", row + "([0-9]+%)\t[A-Z][a-z]+")));
        if (!found("segments", card + "(Tested on)").isEmpty()) {
            String test = card + "Tested on the last [0-9]+ days: the ";
            same(
                    name + ": tested customers",
                    List.of(in("segments", test + number + " customers?"), in("model", row + number + "\t[0-9]+%\t")));
            same(
                    name + ": spent in the test",
                    List.of(
                            in("segments", test + ".* spent (\\S+) each"),
                            in("model", row + "[0-9,]+\t[0-9]+%\t(\\S+)\t")));
            same(
                    name + ": bought in the test",
                    List.of(
                            in("segments", test + ".* and ([0-9]+%) of them bought"),
                            in("model", row + "[0-9,]+\t([0-9]+%)\t\\S+\t")));
        }
        return count(same(
                name + ": customers",
                List.of(
                        in("", who + "\n([0-9,]+) · "),
                        in("segments", card + "([0-9,]+) customers?\n"),
                        in("playbook", play + "([0-9,]+) customers?, "))));
    }

    private record Place(String page, String pattern) {}

    private static Place in(String page, String pattern) {
        return new Place(page, pattern);
    }

    /** @return what stands at each of these places, which must be there */
    private String same(String figure, List<Place> places) {
        Map<String, String> said = new LinkedHashMap<>();
        Set<String> values = new LinkedHashSet<>();
        for (Place place : places) {
            List<String> here = found(place.page, place.pattern);
            assertThat(here).as(figure + " on the page " + place).isNotEmpty();
            said.put(place.toString(), here.toString());
            values.addAll(here);
        }
        assertThat(values).as(figure + " is said as " + said).hasSize(1);
        return values.iterator().next();
    }

    private List<String> found(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(texts.get(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static int count(String written) {
        return Integer.parseInt(written.replace(",", ""));
    }

    private void readAllPages(String file) {
        visitor.open("new/data");
        visitor.read("Which data?");
        if (file.equals(SAMPLE)) {
            visitor.click(AriaRole.BUTTON, "Use the sample data");
        } else {
            visitor.page().locator("vaadin-upload input[type=file]").setInputFiles(Shared.path(file));
        }
        if (file.equals(WITHOUT_NAMES)) {
            visitor.read("the columns have no names");
            visitor.click(AriaRole.BUTTON, "Continue");
        }
        visitor.arrive("new/check");
        visitor.click(AriaRole.LINK, "Continue to configuration");
        visitor.arrive("new/configure");
        visitor.click(AriaRole.BUTTON, "Start the run");
        visitor.arrive("runs/[0-9]+");
        String run = visitor.page().url().replaceAll(".*(runs/[0-9]+).*", "$1");
        for (String page : PAGES) {
            visitor.open(run + (page.isEmpty() ? "" : "/" + page));
            visitor.page().locator("h1").waitFor();
            texts.put(page, visitor.text());
        }
    }
}
