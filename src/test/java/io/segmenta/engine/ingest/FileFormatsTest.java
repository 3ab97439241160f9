package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet, OpenDocument, XML spreadsheets, tables of web pages; and which table is taken of several. */
class FileFormatsTest {
    private static final String ODS_START = """
            <?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <office:body><office:spreadsheet>""";
    private static final String ODS_END = "</office:spreadsheet></office:body></office:document-content>";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Reading read(String content) throws IOException {
        return Reading.of(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] content, String... words) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Reading.of(folder, content))
                .withMessageContainingAll(words);
    }

    private byte[] parquet(String select) throws Exception {
        Path file = elsewhere.resolve("orders.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return Files.readAllBytes(file);
    }

    /** Half of the first character is a bracket, the next byte a digit. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void chinese_text_is_no_json(String charset) throws Exception {
        Reading outcome = Reading.of(
                folder,
                "\uFEFF客户编号,订单号,金额,下单时间\nc1,N1,12.50,2024-01-05 08:10:00\nc2,N2,9.00,2024-01-06 08:10:00\n"
                        .getBytes(Charset.forName(charset)));
        assertThat(outcome.rows()).containsExactly("c1|N1|12.50|2024-01-05 08:10:00", "c2|N2|9.00|2024-01-06 08:10:00");
    }

    @Test
    void parquet_with_types() throws Exception {
        Reading outcome = Reading.of(
                folder,
                parquet(
                        "SELECT 'A' || i AS \"customer \"\"id\"\"\", TIMESTAMP '2024-01-05 08:10:00' AS \"order date\", "
                                + "DATE '2024-01-05' AS day, i::BIGINT AS quantity, 17850.0 + i AS big, 2.50::DECIMAL(9, 2) AS price, "
                                + "2.5e-2::DOUBLE AS share, NULL::VARCHAR AS note FROM range(1, 100) r(i)"));
        assertThat(outcome.summary().format()).isEqualTo("Parquet");
        assertThat(outcome.summary().headers()).startsWith("customer \"id\"", "order date", "day", "quantity");
        assertThat(outcome.rows()).hasSize(99);
        assertThat(outcome.rows().get(1)).startsWith("A2|2024-01-05 08:10:00|2024-01-05|2|17852.0|2.50|0.025|~");
    }

    @Test
    void parquet_that_is_damaged() throws Exception {
        byte[] whole = parquet("SELECT i, 'x' || i AS x FROM range(1000) r(i)");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "Parquet", "damaged");
    }

    @Test
    void sheets_of_open_document() throws Exception {
        String content = ODS_START + """
                <table:table table:name="Notes"><table:table-row><table:table-cell><text:p>Remember</text:p></table:table-cell></table:table-row></table:table>
                <table:table table:name="Orders"><table:table-row>
                <table:table-cell office:value-type="string"><text:p>customer</text:p></table:table-cell>
                <table:table-cell><text:p>date</text:p></table:table-cell><table:table-cell><text:p>amount</text:p></table:table-cell>
                <table:table-cell><text:p>share</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
                <table:table-row table:number-rows-repeated="2">
                <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>Ann &amp; <text:span>Co</text:span></text:p></table:table-cell>
                <table:table-cell office:value-type="date" office:date-value="2024-01-05T08:10:00"><text:p>5. Jan</text:p></table:table-cell>
                <table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>
                <table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5 %</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
                </table:table>""" + ODS_END;
        Reading outcome = Reading.of(
                folder,
                Archives.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content));
        assertThat(outcome.summary().format()).isEqualTo("OpenDocument, sheet Orders");
        assertThat(outcome.rows())
                .hasSize(2)
                .allMatch(row -> row.startsWith("Ann & Co|2024-01-05 08:10:00|1234.5|0.05"));
    }

    @Test
    void repeats_beyond_all_proportion_are_refused() throws Exception {
        String row =
                "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell table:number-columns-repeated=\"16000\">"
                        + "<text:p>x</text:p></table:table-cell></table:table-row>";
        String content = ODS_START + "<table:table table:name=\"A\">" + row + "</table:table>" + ODS_END;
        assertRefused(Archives.zip("mimetype", "x", "content.xml", content), "columns");
        assertRefused(
                Archives.zip("mimetype", "x", "content.xml", content.replace("\"16000\"", "\"1000\"")),
                "repeats its cells");
    }

    @Test
    void entities_are_not_expanded() throws Exception {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String content = bomb + ODS_START.replace("<?xml version=\"1.0\"?>", "")
                + "<table:table table:name=\"A\"><table:table-row><table:table-cell><text:p>&b;</text:p></table:table-cell></table:table-row></table:table>"
                + ODS_END;
        assertRefused(Archives.zip("mimetype", "x", "content.xml", content), "spreadsheet", "damaged");
        assertRefused(
                Archives.zip(
                        "mimetype",
                        "x",
                        "content.xml",
                        content.replace("<!ENTITY a \"aaaaaaaaaa\">", "<!ENTITY b SYSTEM \"file:///etc/passwd\">")),
                "damaged");
    }

    private static final String XML_SHEET = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Orders"><Table><Row><Cell><Data ss:Type="String">customer</Data></Cell><Cell><Data ss:Type="String">date</Data></Cell>
            <Cell ss:MergeAcross="1"><Data ss:Type="String">amount</Data></Cell><Cell><Data ss:Type="String">note</Data></Cell></Row>
            <Row ss:Index="4"><Cell><Data ss:Type="String">Ann &amp; Co</Data></Cell><Cell><Data ss:Type="DateTime">2024-01-05T00:00:00.000</Data></Cell>
            <Cell><Data ss:Type="Number">2.5499999999999998</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">late</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """;

    @Test
    void xml_spreadsheets_of_2003() throws Exception {
        Reading outcome = read(XML_SHEET);
        assertThat(outcome.summary().format()).isEqualTo("XML Spreadsheet 2003, sheet Orders");
        assertThat(outcome.rows()).hasSize(1);
        assertThat(outcome.rows().getFirst()).startsWith("Ann & Co|2024-01-05|2.55|~|late");
        assertRefused(XML_SHEET.substring(0, 600).getBytes(StandardCharsets.UTF_8), "damaged");
    }

    @Test
    void xml_spreadsheets_in_another_encoding() throws Exception {
        String sheet = XML_SHEET.replace("Ann", "Zo\u00eb").replace("\"1.0\"?", "\"1.0\" encoding=\"windows-1252\"?");
        assertThat(Reading.of(folder, sheet.getBytes(Charset.forName("windows-1252")))
                        .rows()
                        .getFirst())
                .startsWith("Zo\u00eb & Co|");
        assertThat(Reading.of(folder, ("\uFEFF" + XML_SHEET).getBytes(StandardCharsets.UTF_8))
                        .rows())
                .hasSize(1);
    }

    @Test
    void the_table_of_a_web_page() throws Exception {
        String page =
                "<html><head><meta charset=\"windows-1252\"></head><body><table><tr><td>Menu</td></tr></table><table>"
                        + "<thead><tr><th>customer</th><th>date</th><th>amount</th></tr></thead>"
                        + "<tr><td>Zo\u00eb <b>M&uuml;ller</b></td><td>2024-01-05</td><td>10,50&nbsp;\u20ac</td></tr>"
                        + "<tr><td colspan=2>Bob<td>7</table></body></html>";
        Reading outcome = Reading.of(folder, page.getBytes(Charset.forName("windows-1252")));
        assertThat(outcome.rows().get(0)).startsWith("Zo\u00eb M\u00fcller|2024-01-05|10,50");
        assertThat(outcome.rows().get(1)).startsWith("Bob|~|7");
        assertRefused("<!DOCTYPE html><html><p>Log in".getBytes(StandardCharsets.UTF_8), "web page without a table");
    }

    private static Stream<List<String>> others() {
        return Stream.of(
                List.of("bplist00\u00d1\u0001\u0002", "web archive"),
                List.of("{\\rtf1 text}", "RTF"),
                List.of("RIFF\u0001\u0002\u0003\u0004WEBPVP8", "picture"),
                List.of("II*\0\u0008\0\0", "picture"),
                List.of("7z\u00bc\u00af'\u001c", "7-Zip"),
                List.of("Rar!\u001a\u0007", "RAR"),
                List.of("\0\u0001\0\0Standard ACE DB", "Access"),
                List.of("\u0009\u0004\u0006\0\0\0\u0010\0", "Excel 4"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void other_types_are_named_whatever_they_are_called(List<String> type) {
        assertRefused(type.getFirst().getBytes(StandardCharsets.ISO_8859_1), "\"orders.dat\"", type.getLast());
    }

    @Test
    void other_documents_in_archives_are_named() throws Exception {
        assertRefused(Archives.zip("Index/Document.iwa", "x"), "Numbers", "Export To, CSV");
        assertRefused(Archives.zip("[Content_Types].xml", "x", "word/document.xml", "x"), "Word");
        assertRefused(Archives.zip("[Content_Types].xml", "x", "xl/workbook.bin", "x"), ".xlsb");
        assertRefused(Archives.zip("[Content_Types].xml", "x"), "Office file without a sheet");
    }

    @Test
    void words_that_begin_like_a_program_are_text() throws Exception {
        assertThat(read("MZ,ORC\n1,2024-01-05\n").rows().getFirst()).startsWith("1|2024-01-05");
        assertThat(read("ORC,MZ\n1,2024-01-05\n").rows().getFirst()).startsWith("1|2024-01-05");
    }

    @Test
    void of_several_tables_the_one_of_orders_is_taken_and_it_is_said_why() throws Exception {
        String segments = "customer_id,recency,frequency,monetary\n" + "1,5,2,31.00\n".repeat(40);
        String targets = "Month of Order Date,Category,Target\nApr-18,Furniture,10400\n";
        String orders = "order_id,order_date,customer_id,amount\nO1,2024-01-05,7,10.50\n";
        Reading outcome = Reading.of(
                folder, Archives.zip("a segments.csv", segments, "b target.csv", targets, "c orders.csv", orders));
        assertThat(outcome.rows().getFirst()).startsWith("O1|2024-01-05|7|10.50");
        assertThat(outcome.summary().notes())
                .containsExactly(
                        "\"c orders.csv\" looks most like orders. Not read: \"a segments.csv\" (40 rows, a summary), "
                                + "\"b target.csv\" (1 row, a summary).");
    }

    @Test
    void tables_of_the_same_columns_are_read_together_though_one_has_a_blank_column_more() throws Exception {
        Reading outcome = Reading.of(
                folder,
                Archives.zip(
                        "2015.csv",
                        "Order ID,order date,customer_id,\nO1,2024-01-05,7,\n",
                        "2016.csv",
                        "order_id,Order Date,Customer ID\nO2,2024-01-06,8\n"));
        assertThat(outcome.rows()).hasSize(2);
        assertThat(outcome.summary().notes())
                .containsExactly("\"2015.csv\", \"2016.csv\" have the same columns and are read one below the other.");
    }
}
