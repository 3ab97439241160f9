package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.ingest.excel.CellText;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.RowWriter;
import io.segmenta.engine.ingest.text.CsvScanner;
import io.segmenta.engine.ingest.text.LenientUtf8;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every input: what was written is read again, and nothing crashes, hangs or leaves a mess. */
class ReaderPropertiesTest {
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab,;\t|\"'\n\r 0.5äß€日")
                .ofMaxLength(8)
                .filter(s -> !s.isEmpty());
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(8));
    }

    @Property(tries = 500)
    void quoted_cells_are_read_as_written(@ForAll("tables") List<List<String>> table) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : table) {
            csv.append(String.join(
                            ";",
                            row.stream()
                                    .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append("\r\n");
        }
        assertThat(scan(csv.toString().getBytes(StandardCharsets.UTF_8), ';')).isEqualTo(table);
    }

    @Property(tries = 500)
    void what_the_writer_writes_the_scanner_reads(@ForAll("tables") List<List<String>> table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = new RowWriter(out, table.getFirst().size(), 0)) {
            for (List<String> row : table) {
                for (int i = 0; i < row.size(); i++) {
                    CellText.text(writer, i, row.get(i));
                }
                writer.endRow();
            }
        }
        assertThat(scan(out.toByteArray(), ',')).isEqualTo(table);
    }

    @Property(tries = 500)
    void any_bytes_are_cut_into_cells_without_a_crash(@ForAll byte[] bytes) throws IOException {
        try (var text = LenientUtf8.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            byte[] utf8 = text.readAllBytes();
            assertThat(new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(utf8);
            scan(utf8, ',');
        }
    }

    @Property(tries = 500)
    void headers_are_unique_and_never_blank(@ForAll List<String> cells) {
        List<String> headers = Headers.of(cells);
        assertThat(headers).doesNotHaveDuplicates().allMatch(header -> !header.isBlank());
    }

    @Property(tries = 500)
    void the_mapper_uses_each_header_once_and_forgets_none(@ForAll("headers") List<String> cells) {
        List<String> headers = Headers.of(cells);
        MappingProposal proposal = ColumnMapper.propose(headers);
        List<String> certain = proposal.suggestions().values().stream()
                .filter(s -> s.certainty() == MappingProposal.Certainty.FOUND
                        || s.certainty() == MappingProposal.Certainty.GUESSED)
                .flatMap(s -> s.candidates().stream())
                .toList();
        assertThat(certain).doesNotHaveDuplicates();
        List<String> mentioned = new ArrayList<>(proposal.ignored());
        proposal.suggestions().values().forEach(s -> mentioned.addAll(s.candidates()));
        assertThat(mentioned).containsAll(headers);
    }

    @Provide
    Arbitrary<List<String>> headers() {
        return Arbitraries.of(
                        "Customer ID",
                        "email",
                        "Kunde",
                        "Order",
                        "Invoice",
                        "Facture",
                        "SKU",
                        "Item",
                        "Product name",
                        "Date",
                        "Fecha",
                        "Time",
                        "Qty",
                        "Menge",
                        "Price",
                        "Total",
                        "Amount",
                        "Country",
                        "Land",
                        "Note",
                        "",
                        "1 per row",
                        "Total ÷ Qty")
                .list()
                .ofMaxSize(12);
    }

    @Test
    void a_cell_without_end_is_refused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new CsvScanner(endless, ',').scan(new FirstRows(1)))
                .withMessageContaining("Row 1")
                .withMessageContaining("million characters");
    }

    private static List<List<String>> scan(byte[] utf8, char delimiter) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        new CsvScanner(new ByteArrayInputStream(utf8), delimiter).scan(new RowHandler() {
            @Override
            public void cell(int column, byte[] bytes, int from, int to) {
                row.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }

            @Override
            public boolean endRow() {
                rows.add(List.copyOf(row));
                row.clear();
                return true;
            }
        });
        return rows;
    }
}
