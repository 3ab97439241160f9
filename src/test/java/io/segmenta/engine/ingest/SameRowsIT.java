package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 541,909 rows of Online Retail in every format and under the headers of every system give the same customers and the same revenue,
 * with nothing chosen by hand. Files are written to a temporary folder from the rows of the reference file.
 */
class SameRowsIT {
    private static final StoreLimits LIMITS = new StoreLimits(512, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int ROWS = 541_909;

    @TempDir
    static Path folder;

    /** The columns of {@code source}: invoice, product, description, quantity, date, price, customer, country. */
    private static TransactionStore original;

    @BeforeAll
    static void readOriginal() {
        Path gz = Shared.path("data/online_retail.csv.gz");
        original = TransactionStore.open(folder.resolve("original.duckdb"), LIMITS);
        DatasetReader.read(gz, "online_retail.csv.gz", original, Progress.SILENT);
    }

    @AfterAll
    static void closeOriginal() {
        if (original != null) {
            original.close();
        }
    }

    /** What a file says when it is read and mapped as proposed. */
    private record Outcome(MappingProposal proposal, QualityReport report) {}

    private static Outcome outcome(Path file) throws IOException {
        Path stored = Files.createTempDirectory(folder, "read").resolve("rows.duckdb");
        try (TransactionStore store = TransactionStore.open(stored, LIMITS)) {
            DatasetReader.read(file, String.valueOf(file.getFileName()), store, Progress.SILENT);
            MappingProposal proposal = ColumnMapper.propose(store);
            Map<Field, String> headers = new EnumMap<>(Field.class);
            proposal.suggestions().forEach((field, s) -> s.header().ifPresent(header -> headers.put(field, header)));
            DateOrder order = Objects.requireNonNull(proposal.dateOrder(), "the order of dates is undecided");
            return new Outcome(
                    proposal,
                    Cleaner.clean(
                            store,
                            new ColumnMapping(headers, order),
                            CleaningRules.defaults(),
                            TODAY,
                            Progress.SILENT));
        } finally {
            Files.deleteIfExists(stored);
            Files.deleteIfExists(file);
        }
    }

    private static void assertSameRows(QualityReport report) {
        assertThat(report.rowsRead()).isEqualTo(ROWS);
        assertThat(report.rowsKept()).isEqualTo(392_732);
        assertThat(rows(report, DropReason.DUPLICATE)).isEqualTo(5_268);
        assertThat(rows(report, DropReason.MISSING_CUSTOMER)).isEqualTo(135_037);
        assertThat(rows(report, DropReason.RETURN)).isEqualTo(8_872);
        assertSameMoney(report);
    }

    private static void assertSameMoney(QualityReport report) {
        assertThat(report.customers()).isEqualTo(4_339);
        assertThat(report.orders()).isEqualTo(18_536);
        assertThat(report.revenue()).isCloseTo(8_887_208.894, within(0.005));
        assertThat(report.firstDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(report.lastDay()).isEqualTo(LocalDate.of(2011, 12, 9));
    }

    private static long rows(QualityReport report, DropReason reason) {
        return Objects.requireNonNull(report.dropped().get(reason)).rows();
    }

    /** Columns are given as {@code header = SQL}, separated by semicolons. */
    private static Path csv(String columns, char delimiter) {
        Path file = folder.resolve("orders.csv");
        StringBuilder select = new StringBuilder();
        for (String column : columns.split(";")) {
            String[] parts = column.split("=", 2);
            select.append(select.isEmpty() ? "" : ", ")
                    .append(parts[1])
                    .append(" AS \"")
                    .append(parts[0].strip())
                    .append('"');
        }
        original.execute("COPY (SELECT " + select + " FROM source ORDER BY source.rowid) TO '" + file
                + "' (FORMAT csv, HEADER, DELIMITER '" + delimiter + "')");
        return file;
    }

    private static final String UCI =
            "InvoiceNo=c0; StockCode=c1; Description=c2; Quantity=c3; InvoiceDate=c4; UnitPrice=c5; CustomerID=c6; Country=c7";
    /** The money of a line, to a tenth of a penny. */
    private static final String TOTAL = "(c3::DECIMAL(18, 3) * c5::DECIMAL(18, 3))::DECIMAL(18, 3)";

    private static Path recoded(Path utf8, String charset) throws IOException {
        Path file = folder.resolve("recoded.csv");
        try (BufferedReader in = Files.newBufferedReader(utf8);
                Writer out = Files.newBufferedWriter(file, Charset.forName(charset))) {
            in.transferTo(out);
        }
        Files.delete(utf8);
        return file;
    }

    @Test
    void csv_in_utf8() throws Exception {
        assertSameRows(outcome(csv(UCI, ',')).report());
    }

    @Test
    void csv_in_windows_1252_with_semicolons_and_decimal_commas() throws Exception {
        Path file = recoded(csv(UCI.replace("=c5", "=replace(c5, '.', ',')"), ';'), "windows-1252");
        assertSameRows(outcome(file).report());
    }

    @Test
    void tsv_in_utf16() throws Exception {
        assertSameRows(outcome(recoded(csv(UCI, '\t'), "UTF-16")).report());
    }

    @Test
    void csv_in_gzip() throws Exception {
        Path file = Files.copy(Shared.path("data/online_retail.csv.gz"), folder.resolve("orders.gz"));
        assertSameRows(outcome(file).report());
    }

    @Test
    void xlsx_in_a_zip() throws Exception {
        Path file = Files.copy(Shared.path("data/Online+Retail.zip"), folder.resolve("orders.zip"));
        assertSameRows(outcome(file).report());
    }

    @Test
    void parts_in_xls_in_a_zip() throws Exception {
        int rowsAPart = 65_000;
        Path file = folder.resolve("parts.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int from = 0; from < ROWS; from += rowsAPart) {
                zip.putNextEntry(new ZipEntry("part " + from + ".xls"));
                try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                    Sheet sheet = workbook.createSheet("Orders");
                    Row header = sheet.createRow(0);
                    for (int i = 0; i < original.headers().size(); i++) {
                        header.createCell(i).setCellValue(original.headers().get(i));
                    }
                    original.query(
                            "SELECT * FROM source WHERE rowid >= " + from + " AND rowid < " + (from + rowsAPart)
                                    + " ORDER BY rowid",
                            cells -> fill(sheet.createRow(sheet.getLastRowNum() + 1), cells));
                    workbook.write(zip);
                }
                zip.closeEntry();
            }
        }
        assertSameRows(outcome(file).report());
    }

    /** Quantities and prices as numbers, the rest as text. */
    private static void fill(Row row, io.segmenta.engine.transactions.Row cells) {
        for (int i = 0; i < 8; i++) {
            String cell = cells.text(i);
            if (cell != null) {
                if (i == 3 || i == 5) {
                    row.createCell(i).setCellValue(Double.parseDouble(cell));
                } else {
                    row.createCell(i).setCellValue(cell);
                }
            }
        }
    }

    @Test
    void sqlite() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE orders (InvoiceNo TEXT, StockCode TEXT, Description TEXT, Quantity INTEGER,"
                                + " InvoiceDate TEXT, UnitPrice REAL, CustomerID INTEGER, Country TEXT)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                original.query("SELECT * FROM source ORDER BY rowid", cells -> insert(insert, cells));
            }
            connection.commit();
        }
        assertSameRows(outcome(file).report());
    }

    private static void insert(PreparedStatement insert, io.segmenta.engine.transactions.Row cells) {
        try {
            for (int i = 0; i < 8; i++) {
                insert.setString(i + 1, cells.text(i));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each column of the rows stands under the system's header, written as that system writes it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            Segmenta             ^ CustomerID=c6; InvoiceID=c0; ProductID=c1; Description=c2; InvoiceDate=c4; Quantity=c3; UnitPrice=c5; Country=c7
            UCI Online Retail    ^ InvoiceNo=c0; StockCode=c1; Description=c2; Quantity=c3; InvoiceDate=c4; UnitPrice=c5; CustomerID=c6; Country=c7
            UCI Online Retail II ^ Invoice=c0; StockCode=c1; Description=c2; Quantity=c3; InvoiceDate=strftime(c4::TIMESTAMP, '%-m/%-d/%Y %-H:%M'); Price=c5; Customer ID=c6 || '.0'; Country=c7
            Shopify              ^ Name=c0; Email=c6 || '@example.com'; Created at=c4 || ' -0500'; Lineitem quantity=c3; Lineitem name=c2; Lineitem price=c5; Lineitem sku=c1; Billing Country=c7
            WooCommerce          ^ Order Number=c0; Order Date=c4; Email (Billing)=c6 || '@example.com'; SKU=c1; Item Name=c2; Quantity=c3; Item Cost=c5; Country Code (Billing)=c7
            Amazon               ^ order-id=c0; purchase-date=replace(c4, ' ', 'T') || '+00:00'; buyer-email=c6 || '@example.com'; sku=c1; product-name=c2; quantity-purchased=c3; item-price=TOTAL; ship-country=c7
            Square               ^ Date=strftime(c4::TIMESTAMP, '%m/%d/%y'); Time=c4[12:]; Item=c2; Qty=c3; SKU=c1; Gross Sales=CASE WHEN TOTAL < 0 THEN '-' ELSE '' END || '$' || printf('%,.3f', abs(TOTAL)::DOUBLE); Transaction ID=c0; Customer ID=c6
            """)
    void headers_of_systems(String system, String columns) throws Exception {
        Outcome outcome = outcome(csv(columns.replace("TOTAL", TOTAL), ','));
        assertThat(outcome.proposal.system()).isEqualTo(system);
        assertSameRows(outcome.report);
    }

    /** These have no quantity: a row is one piece at the price of the whole line, so rows, customers and revenue agree, and baskets do not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            Stripe ^ id=c0; Description=c1; Created (UTC)=c4; Amount=TOTAL; Currency='gbp'; Customer ID=c6; pieces (metadata)=c3; item (metadata)=c2
            Olist  ^ order_id=c0; product_id=c1; customer_unique_id=c6; order_purchase_timestamp=c4; price=TOTAL; freight_value=c3; product_category_name=c2
            """)
    void headers_of_systems_without_a_quantity(String system, String columns) throws Exception {
        Outcome outcome = outcome(csv(columns.replace("TOTAL", TOTAL), ','));
        assertThat(outcome.proposal.system()).isEqualTo(system);
        assertSameRows(outcome.report);
    }

    /**
     * Shopify leaves the fields of the order blank on its further lines. The first line then differs from its own repetition, so the rows
     * are written without repetitions, and numbered, because two lines may differ in their minute alone: what is compared is that every
     * line finds its order, its customer and its day again.
     */
    @Test
    void blank_fields_of_an_order_are_carried_down() throws Exception {
        Path file = folder.resolve("shopify.csv");
        original.execute("COPY (SELECT c0 AS Name, CASE WHEN line = 1 THEN c6 || '@example.com' END AS Email,"
                + " CASE WHEN line = 1 THEN day || ' -0500' END AS \"Created at\", c3 AS \"Lineitem quantity\","
                + " c2 AS \"Lineitem name\", c5 AS \"Lineitem price\", c1 AS \"Lineitem sku\","
                + " CASE WHEN line = 1 THEN c7 END AS \"Billing Country\", r AS \"Lineitem id\" FROM (SELECT *, row_number() OVER w AS line,"
                + " first_value(c4) OVER w AS day, min(r) OVER w AS start"
                + " FROM (SELECT c0, c1, c2, c3, c4, c5, c6, c7, min(rowid) AS r FROM source GROUP BY ALL)"
                + " WINDOW w AS (PARTITION BY c0 ORDER BY r)) ORDER BY start, r) TO '" + file
                + "' (FORMAT csv, HEADER)");
        Outcome outcome = outcome(file);
        assertThat(outcome.proposal.system()).isEqualTo("Shopify");
        assertThat(outcome.report.rowsRead()).isEqualTo(ROWS - 5_268);
        assertSameMoney(outcome.report);
    }
}
