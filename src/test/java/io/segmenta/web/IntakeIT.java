package io.segmenta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.segmenta.testing.PackagedApp;
import io.segmenta.testing.Shared;
import io.segmenta.testing.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that need a word from the user before they can be read, and one that never arrives, in a real browser. */
class IntakeIT {
    private static final Path PICTURES = Path.of("target", "journey");
    private static final String HEADER = "Customer ID,Invoice,StockCode,InvoiceDate,Quantity,Price\n";

    private static PackagedApp app;
    private static Path temporary;
    private Visitor visitor;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        app = PackagedApp.start(home);
        temporary = home.resolve("artifacts").resolve("temp");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void sitDown() {
        visitor = new Visitor(app.address(), PICTURES);
        visitor.open("new/data");
        visitor.page().locator("vaadin-upload").waitFor();
    }

    @AfterEach
    void standUp() {
        visitor.close();
    }

    @Test
    void aTableIsChosen() throws IOException {
        upload(years());
        visitor.read("Which table?", "holds 3 tables", "are read one below the other");
        visitor.look("31-tables");
        assertThat(left()).hasSize(1); // the upload, since before it was read
        visitor.page().getByLabel("years/2009.csv").click();
        visitor.click(AriaRole.BUTTON, "Read it");
        visitor.click(AriaRole.BUTTON, "Continue");
        visitor.arrive("new/check");
        visitor.read("years.zip: 2 rows", "These are the columns of UCI Online Retail II");
        nothingIsLeft();
    }

    @Test
    void tablesAreJoinedAndTheNextExportIsNotAskedAbout() throws IOException {
        upload(apart("may", "2010-05-0"));
        visitor.read("8 rows in", "8 out", "1 without a partner", "Every row of lines stays once: 8 rows together.");
        visitor.look("33-joins");
        visitor.click(AriaRole.BUTTON, "Continue");
        visitor.arrive("new/check");
        visitor.read("may.zip: 8 rows");
        visitor.open("new/data");
        visitor.page().locator("vaadin-upload").waitFor();
        upload(apart("june", "2010-06-0"));
        visitor.arrive("new/check");
        visitor.read("june.zip: 8 rows");
        nothingIsLeft();
    }

    /** Orders and their lines, one of which has no order. */
    private Path apart(String name, String day) throws IOException {
        StringBuilder orders = new StringBuilder("Order ID,Customer ID,Order Date\n");
        StringBuilder lines = new StringBuilder("Order ID,SKU,Quantity,Unit Price\n");
        for (int i = 1; i <= 7; i++) {
            orders.append("A")
                    .append(i)
                    .append(",c")
                    .append(i % 3)
                    .append(",")
                    .append(day)
                    .append(i)
                    .append('\n');
            lines.append("A").append(i).append(",mug,").append(i).append(",3.50\n");
        }
        lines.append("A9,pot,1,9.00\n");
        Path zip = folder.resolve(name + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            add(out, "orders.csv", orders.toString());
            add(out, "lines.csv", lines.toString());
        }
        return zip;
    }

    @Test
    void twoMonthsOfOneShopAreOneAndWhatStandsInBothIsNamed() throws IOException {
        Path zip = folder.resolve("months.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            add(out, "may.csv", month(1, 20));
            add(out, "june.csv", month(18, 40));
        }
        upload(zip);
        visitor.read("\"may.csv\", \"june.csv\" have the same columns and are read one below the other.");
        visitor.click(AriaRole.BUTTON, "Continue");
        visitor.arrive("new/check");
        visitor.read("40 orders by 7 customers from 1 May 2024 to 9 June 2024", "Left out: 3 of 43 rows");
        visitor.read("orders that stand in the file twice");
        nothingIsLeft();
    }

    /** An order a day from the first of May. */
    private static String month(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "%d,c%d,%s,%d.50\n"
                        .formatted(i, i % 7, LocalDate.of(2024, 4, 30).plusDays(i), 10 + i))
                .collect(Collectors.joining("", "Order No,Customer,Date,Total\n", ""));
    }

    @Test
    void aFileIsReadAsWhatItIsWhateverItIsCalled() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), HEADER + "7,1,A,2010-01-01,1,2.5\n");
        Path packed = folder.resolve("orders.xlsx");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(rows, out);
        }
        upload(packed);
        visitor.arrive("new/check");
        visitor.read("orders.xlsx: 1 row, read as CSV", "These are the columns of UCI Online Retail II");
    }

    @Test
    void aFileWithoutHeadersOrdersAndProductsIsUsed() throws IOException {
        upload(Shared.path("data/CDNOW_sample.txt"));
        visitor.read("Was it read right?");
        visitor.click(AriaRole.BUTTON, "Continue");
        visitor.arrive("new/check");
        visitor.read("6,696 orders by 2,357 customers", "6,919 read = 6,919");
        visitor.read("what a customer bought at one time is one order");
        visitor.look("32-columns-without-names");
    }

    @Test
    void twoThousandProductsAreLeftOutReloadedAndRun() throws IOException {
        String products = IntStream.range(0, 2000)
                .mapToObj(i -> "SKU-" + Integer.toString(7919 * i + 104729, 36))
                .collect(Collectors.joining("\n"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 300; i++) {
            String product = i % 3 == 0 ? products.lines().skip(i).findFirst().orElseThrow() : "MUG";
            rows.append("%d,%d,%s,2010-%02d-%02d,1,%d.5\n"
                    .formatted(i % 60, i, product, 1 + i / 28, 1 + i % 28, 2 + i % 17));
        }
        upload(Files.writeString(folder.resolve("list.csv"), rows));
        visitor.read("300 orders by 60 customers");
        visitor.page().getByText("Only some countries, products or customers").click();
        visitor.click(AriaRole.BUTTON, "Paste a list: A list of products that do not count");
        Locator list = visitor.page()
                .getByLabel("A list of products that do not count", new Page.GetByLabelOptions().setExact(true));
        paste(list, products);
        visitor.read("2,000 on the list", "200 orders by 40 customers");
        visitor.page().reload();
        visitor.read("2,000 on the list", "200 orders by 40 customers");
        visitor.look("33-a-list-of-products");
        visitor.click(AriaRole.LINK, "Continue to configuration");
        visitor.arrive("new/configure");
        visitor.page().reload();
        visitor.click(AriaRole.BUTTON, "Start the run");
        visitor.arrive("runs/[0-9]+");
        visitor.read("200 of 300 rows");
    }

    @Test
    void anUploadThatIsCutOffLeavesNothingAndTheNextOneWorks() throws IOException {
        String target = (String) visitor.page().locator("vaadin-upload").evaluate("upload => upload.target");
        URI address = URI.create(app.address()).resolve(target);
        String cookies = visitor.page().context().cookies().stream()
                .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            String request = "POST " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nCookie: "
                    + cookies + "\r\nContent-Type: text/csv\r\nX-Filename: cut.csv\r\nContent-Length: 100000\r\n\r\n"
                    + HEADER;
            out.write(request.getBytes(StandardCharsets.UTF_8));
        }
        visitor.read("The upload was cut off before its end.");
        nothingIsLeft();
        upload(Files.writeString(folder.resolve("whole.csv"), HEADER + "7,1,A,2010-01-01,1,2.5\n"));
        visitor.arrive("new/check");
        visitor.read("whole.csv: 1 row,");
    }

    private void upload(Path file) {
        visitor.page().locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    /** At once, as from the clipboard: filling it in types a line after the other, which takes long for thousands. */
    private static void paste(Locator field, String text) {
        field.evaluate(
                "(field, text) => { field.value = text; for (const event of ['input', 'change'])"
                        + " field.dispatchEvent(new Event(event, {bubbles: true, composed: true})); }",
                text);
        field.blur();
    }

    private Path years() throws IOException {
        Path zip = folder.resolve("years.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            add(out, "notes.csv", "Who,When\nme,Monday\n");
            add(out, "years/2009.csv", HEADER + "7,1,A,2009-01-01,1,2.5\n");
            add(out, "years/2010.csv", HEADER + "7,2,A,2010-01-01,1,2.5\n8,3,B,2010-01-02,1,2.5\n");
        }
        return zip;
    }

    private static void add(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The page may say it before the file is gone. */
    private static void nothingIsLeft() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(left()).isEmpty());
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }
}
