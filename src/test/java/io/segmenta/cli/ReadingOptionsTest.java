package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which file, table and columns, and how their dates are written. */
class ReadingOptionsTest extends Terminal {
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
    void refusesAMappingToWhatIsNotThere() {
        refuses(say("run", sample(), "--out", out(), "--map", "customerId=Nobody"), "no column \"Nobody\"");
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
        refuses(answer, "No column of the file is the date", "--map timestamp=COLUMN");
        refuses(say("run", shop, "--out", out(), "--map", "timestamp=InvoiceDate"), "holds no dates");
        assertThat(answer.err()).doesNotContain("both");
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
    void numbersThatReadBothWaysAreAskedForAndYesTakesTheLikelier() throws IOException {
        Path shop = file(
                "shop.csv",
                "customer,order,date,amount",
                "ann,1,2024-01-05,1.000",
                "ben,2,2024-02-05,2.500",
                "cleo,3,2024-03-05,12.750");
        refuses(say("run", shop, "--out", out()), "\"1.000\"", "--numbers 1.234,56 or --numbers 1,234.56", "--yes");
        Answer guess = does("run", shop, "--out", out(), "--clusters", 2, "--yes");
        assertThat(guess.err()).contains("A guess, because of --yes: --numbers 1.234,56", "16,250.00 in all");
        Answer said = does("run", shop, "--out", folder.resolve("said"), "--clusters", 2, "--numbers", "1,234.56");
        assertThat(said.err()).contains("16.25 in all").doesNotContain("A guess");
    }

    @Test
    void datesThatReadBothWaysAreGuessedWhereTheUserLetsThem() throws IOException {
        Path shop = file(
                "shop.csv",
                "customer,order,date,amount",
                "ann,1,03/05/2024,10",
                "ben,2,01/02/2024,25",
                "cleo,3,07/03/2024,12");
        refuses(say("run", shop, "--out", out()), "--date-format d/m/y or --date-format m/d/y", "--yes");
        Answer guess = does("run", shop, "--out", out(), "--clusters", 2, "--yes");
        assertThat(guess.err()).contains("A guess, because of --yes: --date-format d/m/y", "to 3 May 2024");
    }
}
