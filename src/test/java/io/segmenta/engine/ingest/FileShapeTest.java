package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a table in files that people made: titles, totals, further tables, the header once more. */
class FileShapeTest {
    private static final String HEADER = "customer,order,day,pieces,amount\n";
    private static final String ROWS = "Ann,1,2024-01-05,1,10.50\nBob,2,2024-01-06,2,20.50\n";
    private static final String[] READ = {"Ann|1|2024-01-05|1|10.50", "Bob|2|2024-01-06|2|20.50"};

    @TempDir
    Path folder;

    private Reading read(String content) throws IOException {
        return Reading.of(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells of the file, without derived columns. */
    private static List<String> own(Reading reading, int columns) {
        return reading.rows().stream()
                .map(row -> String.join("|", List.of(row.split("\\|")).subList(0, columns)))
                .toList();
    }

    private static List<String> named(Reading reading, int columns) {
        return reading.summary().headers().subList(0, columns);
    }

    @Test
    void a_header_on_row_five_below_titles_of_several_cells() throws Exception {
        Reading outcome = read(
                "Orders of the shop,,,,\nPeriod,2024-01-01,to,2024-12-31,\n,,,,\nPrinted by,Ann,,,\n" + HEADER + ROWS);
        assertThat(named(outcome, 5)).containsExactly("customer", "order", "day", "pieces", "amount");
        assertThat(own(outcome, 5)).containsExactly(READ);
    }

    @Test
    void a_file_without_header_whose_rows_begin_with_words() throws Exception {
        Reading outcome = read(ROWS);
        assertThat(named(outcome, 2)).containsExactly("Column 1", "Column 2");
        assertThat(own(outcome, 5)).containsExactly(READ);
    }

    @Test
    void a_header_of_two_lines_with_groups() throws Exception {
        Reading outcome = read(
                "Customer,,Order,,\nId,Name,Id,Day,Amount\nA1,Ann,1,2024-01-05,10.50\nA2,Bob,2,2024-01-06,20.50\n");
        assertThat(named(outcome, 5))
                .containsExactly("Customer Id", "Customer Name", "Order Id", "Order Day", "Order Amount");
        assertThat(own(outcome, 5)).containsExactly("A1|Ann|1|2024-01-05|10.50", "A2|Bob|2|2024-01-06|20.50");
    }

    @Test
    void a_header_of_two_lines_in_which_cells_are_merged_downwards() throws Exception {
        Reading outcome = read("Day,Customer,,Amount\n,Id,Name,\n2024-01-05,1,Ann,10.50\n2024-01-06,2,Bob,20.50\n");
        assertThat(named(outcome, 4)).containsExactly("Day", "Customer Id", "Customer Name", "Amount");
        assertThat(own(outcome, 4)).containsExactly("2024-01-05|1|Ann|10.50", "2024-01-06|2|Bob|20.50");
    }

    @Test
    void columns_without_a_name_are_kept_where_they_hold_something() throws Exception {
        Reading outcome = read("customer,day,\nAnn,2024-01-05,7\nBob,2024-01-06,8\n");
        assertThat(named(outcome, 3)).containsExactly("customer", "day", "Column 3");
        assertThat(own(outcome, 3)).containsExactly("Ann|2024-01-05|7", "Bob|2024-01-06|8");
    }

    @Test
    void row_numbers_that_have_no_name_do_not_shift_the_names() throws Exception {
        Reading outcome = read("customer day amount\n1 Ann 2024-01-05 7\n2 Bob 2024-01-06 8\n".replace(' ', ','));
        assertThat(named(outcome, 4)).containsExactly("Column 1", "customer", "day", "amount");
        assertThat(own(outcome, 4)).containsExactly("1|Ann|2024-01-05|7", "2|Bob|2024-01-06|8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", ",,,,\n", "   \n,,,,\n"})
    void the_header_once_more_and_blank_lines_are_no_rows(String blank) throws Exception {
        Reading outcome = read(HEADER + "Ann,1,2024-01-05,1,10.50\n" + blank + HEADER + blank
                + "Bob,2,2024-01-06,2,20.50\n" + blank + HEADER);
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes())
                .containsExactly("The header comes again 2 times among the rows and was left out there.");
    }

    @Test
    void rows_are_numbered_without_what_was_left_out() throws Exception {
        Reading outcome = read("a,day\n1,2024-01-05\n,\na,day\n2,2024-01-06\n");
        assertThat(outcome.numbers()).containsExactly(0L, 1L);
    }

    @Test
    void a_further_table_is_not_read_and_named() throws Exception {
        Reading outcome = read(HEADER + ROWS + "\nRefunds\nreason,refunded,,,\nbroken,5.25,,,\nlate,4.00,,,\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes()).hasSize(1);
        assertThat(outcome.summary().notes().getFirst()).contains("below row 2", "2 rows", "not read");
    }

    @Test
    void the_money_of_a_further_table_is_told() throws Exception {
        Reading outcome =
                read(HEADER + ROWS + "\nday,region,amount\n2024-01-05,North,\"1,000.50\"\n2024-01-06,South,234\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes().getFirst()).contains("2 rows, column amount 1,234.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-20.50", "(20.50)", "\u221220.50", "20.50-", "- 20.50"})
    void what_went_back_is_taken_off_the_money_of_a_further_table(String back) throws Exception {
        Reading outcome =
                read(HEADER + ROWS + "\nday,region,amount\n2024-01-05,North,100.50\n2024-01-06,South," + back + "\n");
        assertThat(outcome.summary().notes().getFirst()).contains("2 rows, column amount 80.00");
    }

    @Test
    void a_word_that_is_the_first_name_and_in_every_row_is_no_header() throws Exception {
        Reading outcome = read("EUR,Customer,Date,Amount\nEUR,Ann,2024-01-05,10.50\nEUR,Bob,2024-01-06,20.50\n");
        assertThat(own(outcome, 4)).containsExactly("EUR|Ann|2024-01-05|10.50", "EUR|Bob|2024-01-06|20.50");
    }

    @Test
    void a_further_table_right_below_without_a_blank_line() throws Exception {
        Reading outcome =
                read(HEADER + ROWS + "Region,Customer ID,Order date,Unit price,Quantity\nNorth,1,2024-01-07,3.50,1\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes().getFirst()).contains("Another table begins");
    }

    @Test
    void words_in_place_of_values_are_no_further_table() throws Exception {
        Reading outcome = read(HEADER + "Ann,unknown,unknown,n/a,free\n\nCyd,none,open,n/a,free\n" + ROWS);
        assertThat(outcome.rows()).hasSize(4);
        assertThat(outcome.summary().notes()).isEmpty();
    }

    @Test
    void the_same_columns_below_each_other_are_one_table() throws Exception {
        Reading outcome = read("January,,,,\n" + HEADER + "Ann,1,2024-01-05,1,10.50\n\nFebruary,,,,\n" + HEADER
                + "Bob,2,2024-01-06,2,20.50\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total,,,3,31.00", ",,Summe:,3,31.00", "Gesamt;;;3;31,00", "\u5408\u8ba1,,,3,31.00"})
    void totals_at_the_end_are_left_out_and_told(String total) throws Exception {
        Reading outcome = read(HEADER + ROWS + total.replace("31,00", "31.00").replace(';', ',') + "\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes().getFirst()).contains("total", "31.00");
    }

    @Test
    void remarks_at_the_end_are_left_out_and_told() throws Exception {
        Reading outcome = read(HEADER + ROWS + "\nPrinted on 7 January,,,,\n");
        assertThat(own(outcome, 5)).containsExactly(READ);
        assertThat(outcome.summary().notes().getFirst()).contains("Printed on 7 January");
    }

    @Test
    void a_customer_called_total_stays() throws Exception {
        assertThat(own(read(HEADER + ROWS + "Total,3,2024-01-07,1,5.00\n"), 5)).hasSize(3);
    }

    @Test
    void a_last_row_that_was_cut_off_is_filled() throws Exception {
        assertThat(read(HEADER + ROWS + "Cyd,3,2024-0").rows().getLast()).startsWith("Cyd|3|2024-0|~|~");
    }

    @Test
    void cells_beyond_the_last_column_are_told() throws Exception {
        Reading outcome = read(HEADER + ROWS + "Cyd,3,2024-01-07,1,5.00,surplus\n");
        assertThat(outcome.summary().notes())
                .containsExactly(
                        "1 row has more cells than there are columns; what stands beyond the last column was left out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void rows_that_stand_in_quotes_as_a_whole_are_unwrapped(String delimiter) throws Exception {
        Reading outcome = read("\"customer,day,amount\"\n\"Ann,2024-01-05,\"\"10\"\"\"\n\"Bob,2024-01-06,20\"\n"
                .replace(",", delimiter));
        assertThat(own(outcome, 3)).containsExactly("Ann|2024-01-05|10", "Bob|2024-01-06|20");
    }

    @Test
    void an_encoding_that_is_named_is_taken() throws Exception {
        byte[] content = "name,amount\nZo\u00eb,1\n".getBytes(Charset.forName("windows-1252"));
        Reading outcome = Reading.of(folder, content, new SourceOptions(List.of(), null, "Windows-1251"));
        assertThat(outcome.rows().getFirst()).startsWith("Zo\u043b|1");
        assertThat(outcome.summary().format()).isEqualTo("CSV, comma, Windows-1251");
        assertThat(Reading.of(folder, content, new SourceOptions(List.of(), null, "cp1252"))
                        .rows()
                        .getFirst())
                .startsWith("Zo\u00eb|1");
    }

    @Test
    void an_encoding_that_there_is_not_is_refused_with_those_there_are() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new SourceOptions(List.of(), null, "Klingon"))
                .withMessageContainingAll("\"Klingon\"", "Windows-1252", "Shift-JIS");
    }
}
