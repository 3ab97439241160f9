package io.segmenta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.segmenta.testing.PackagedApp;
import io.segmenta.testing.Shared;
import io.segmenta.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's whole way through the packaged product, by clicks in a real browser; every page on it is judged by axe. */
class JourneyIT {
    private static final Path PICTURES = Path.of("target", "journey");

    private static PackagedApp app;
    private Visitor visitor;

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

    @Test
    void theFirstVisitFollowsTheBrowserAndTheChoiceStays() {
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.open("new/data");
        visitor.read("Which data?", "Light theme");
        assertThat(painted(page)).isEqualTo("dark");
        visitor.click(AriaRole.BUTTON, "Light theme");
        visitor.read("Dark theme");
        page.reload();
        visitor.read("Which data?", "Dark theme");
        assertThat(painted(page)).isEqualTo("light");
    }

    /** By what browser and cards go by, which are told apart from each other. */
    private static Object painted(Page page) {
        return page.evaluate("""
                () => {
                  const [red] = getComputedStyle(document.querySelector('.card')).backgroundColor.match(/[0-9]+/);
                  const card = Number(red) < 128 ? 'dark' : 'light';
                  const browser = getComputedStyle(document.documentElement).colorScheme;
                  return card === browser ? card : `${card} cards on a ${browser} page`;
                }
                """);
    }

    @Test
    void fromTheSampleDataToTheExport() throws IOException {
        visitor.open("new/data");
        visitor.read("Which data?");
        visitor.look("1-data");
        visitor.click(AriaRole.BUTTON, "Use the sample data");
        visitor.arrive("new/check");
        visitor.read("What was made of this file", "24,521 read =");
        visitor.look("2-check");
        visitor.page().getByText("Look at the columns and change them").click();
        visitor.read("First rows");
        visitor.look("3-check-columns");
        visitor.click(AriaRole.LINK, "Continue to configuration");
        visitor.arrive("new/configure");
        visitor.page().getByLabel("Expert").click();
        visitor.read("Restarts");
        visitor.look("4-configure");
        visitor.page().getByLabel("Name").fill("Sample journey");
        visitor.click(AriaRole.BUTTON, "Start the run");
        visitor.arrive("runs/[0-9]+");
        visitor.read("Sample journey");
        visitor.look("6-overview");
        go("Segments", "segments");
        visitor.look("7-segments");
        go("Explorer", "explorer");
        visitor.look("8-explorer");
        visitor.page().locator("vaadin-grid a").first().click();
        visitor.arrive("runs/[0-9]+/customer.*");
        visitor.read("Days since the one before");
        visitor.read("The rule asks");
        visitor.look("8-customer");
        go("Model", "model");
        visitor.read("The elbow");
        visitor.look("8-model");
        go("Churn and value", "value");
        visitor.read("What customers may bring");
        visitor.look("8-value");
        aPhoneShowsEveryColumn();
        go("Playbook", "playbook");
        visitor.read("Readiness to respond");
        visitor.look("9-playbook");
        visitor.click(AriaRole.BUTTON, "Edit the play for Occasional Customers");
        visitor.page().getByLabel("Strategy").fill("Ring those who spent most, within the week.");
        visitor.look("9-playbook-edit");
        visitor.click(AriaRole.BUTTON, "Save as a new version");
        visitor.read("Ring those who spent most, within the week.", "Occasional Customers: changed strategy.");
        go("Budget and ROI", "budget");
        visitor.page().getByLabel("Monthly budget").fill("12345.67");
        visitor.read("12,345.67 exactly");
        visitor.read("In 8 of 10 simulations the return lies between", "What the next money brings");
        visitor.look("10-budget");
        visitor.page().reload();
        visitor.read("12,345.67 exactly", "In 8 of 10 simulations the return lies between");
        visitor.click(AriaRole.BUTTON, "Assumptions for Occasional Customers");
        Locator cost = visitor.page().getByLabel("Cost per contact");
        cost.fill("");
        cost.pressSequentially("1e2");
        assertThat(cost.inputValue())
                .as("an exponent would be read as something else")
                .isEqualTo("12");
        cost.fill("0.25");
        visitor.look("10-budget-assumption");
        visitor.click(AriaRole.BUTTON, "Apply");
        visitor.read("Entered by you.", "In 8 of 10 simulations the return lies between");
        visitor.click(AriaRole.BUTTON, "Save the scenario of the Playbook split");
        visitor.read("One scenario is kept with this run.", "Uplift to break even");
        visitor.look("10-budget-saved");
        visitor.click(AriaRole.LINK, "How this is calculated");
        visitor.arrive("help/return-on-marketing");
        visitor.read("Example 3: both together");
        visitor.look("10-help");
        visitor.page().goBack();
        visitor.arrive("runs/[0-9]+/budget");
        go("Export", "export");
        visitor.look("11-export");
        assertThat(download("customers.csv").getFirst()).startsWith("customer_id,recency_days,frequency,monetary");
        assertThat(download("segments.csv")).hasSize(1 + 5);
        assertThat(download("action-plan.csv").getFirst()).startsWith("segment,persona,customers,priority");
        visitor.page().getByLabel("Campaign").first().fill("Autumn mail");
        visitor.click(AriaRole.BUTTON, "Make the audience");
        assertThat(download("autumn-mail-audience.csv").getFirst()).isEqualTo("customer_id,segment,group");
        visitor.look("11-export-audience");
        go("Campaign effect", "uplift");
        visitor.look("11-uplift");
        visitor.open("");
        visitor.read("Sample journey");
        visitor.look("12-runs");
        visitor.click(AriaRole.LINK, "Sample journey");
        visitor.arrive("runs/[0-9]+");
        visitor.click(AriaRole.BUTTON, "On another day");
        visitor.click(AriaRole.BUTTON, "Start");
        visitor.read("What changes until");
        visitor.look("13-earlier-overview");
        visitor.click(AriaRole.LINK, "See who moved");
        visitor.arrive("compare");
        visitor.read("Where customers went", "Not yet a customer");
        visitor.look("14-compare");
    }

    @Test
    void onlineRetailUploadedShowsTheReferenceNumbers() throws IOException {
        Path zip = Shared.path("data/Online+Retail.zip");
        visitor.open("new/data");
        visitor.page().locator("vaadin-upload input[type=file]").setInputFiles(zip);
        visitor.arrive("new/check");
        visitor.read("These are the columns of UCI Online Retail");
        visitor.read("541,909 read = 392,732 + 5,268 + 135,037 + 8,872");
        visitor.read("18,536 orders by 4,339 customers", "£8,887,208.89 in all", "2,770 rows gave back");
        visitor.look("21-online-retail-check");
        aSentenceLeadsToItsSwitch();
        visitor.click(AriaRole.LINK, "Continue to configuration");
        visitor.arrive("new/configure");
        visitor.click(AriaRole.BUTTON, "Start the run");
        visitor.arrive("runs/[0-9]+");
        visitor.read("4,339", "18,536", "541,909", "392,732", "5,268", "135,037", "8,872", "£8,486,768", "£400,441.37");
        visitor.look("22-online-retail-overview");
        go("Playbook", "playbook");
        visitor.read(
                "VIP Champions", "Potential Loyalists", "Average Customers", "Small Baskets", "Occasional Customers");
        go("Budget and ROI", "budget");
        visitor.read("33.5%", "26.0%", "21.0%", "8.5%", "11.0%");
        go("Export", "export");
        assertThat(download("customers.csv")).hasSize(1 + 4339);
    }

    /** ApexCharts left out the tallest of ten columns, without a word, where they were narrow. */
    private void aPhoneShowsEveryColumn() {
        Page page = visitor.page();
        page.setViewportSize(390, 844);
        visitor.open(page.url().substring(app.address().length()));
        visitor.read("What customers may bring");
        page.waitForFunction(
                "document.querySelectorAll('segmenta-chart')[1]?.querySelectorAll('path.apexcharts-bar-area').length == 10");
        page.setViewportSize(1440, 900);
    }

    private void aSentenceLeadsToItsSwitch() {
        visitor.page()
                .locator(".verdict li", new Page.LocatorOptions().setHasText("no customer"))
                .getByRole(AriaRole.BUTTON)
                .click();
        visitor.page()
                .locator("vaadin-checkbox[focused]", new Page.LocatorOptions().setHasText("No customer"))
                .waitFor();
    }

    private void go(String page, String path) {
        visitor.click(AriaRole.LINK, page);
        visitor.arrive("runs/[0-9]+/" + path);
        visitor.page().locator("h1").waitFor();
    }

    private List<String> download(String file) throws IOException {
        Download download = visitor.page().waitForDownload(() -> visitor.click(AriaRole.LINK, "Download " + file));
        assertThat(download.suggestedFilename()).endsWith(file);
        return Files.readAllLines(download.path());
    }
}
