package io.segmenta.engine.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.RowWriter;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Cases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every input: what was written is read again, and nothing crashes, hangs or leaves a mess. */
class ReaderPropertiesTest {
    private static final String[] HEADERS = {
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
        "Total ÷ Qty"
    };

    @Test
    void quoted_cells_are_read_as_written() {
        Cases.check(500, drawn -> {
            List<List<String>> table = table(drawn);
            StringBuilder csv = new StringBuilder();
            for (List<String> row : table) {
                csv.append(String.join(
                                ";",
                                row.stream()
                                        .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                        .toList()))
                        .append("\r\n");
            }
            assertThat(scan(csv.toString().getBytes(StandardCharsets.UTF_8), ';'))
                    .isEqualTo(table);
        });
    }

    @Test
    void what_the_writer_writes_the_scanner_reads() {
        Cases.check(500, drawn -> {
            List<List<String>> table = table(drawn);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (RowWriter writer = new RowWriter(out, table.getFirst().size(), 0)) {
                for (List<String> row : table) {
                    for (int i = 0; i < row.size(); i++) {
                        writer.text(i, row.get(i));
                    }
                    writer.endRow();
                }
            }
            assertThat(filled(scan(out.toByteArray(), ','))).isEqualTo(filled(table));
        });
    }

    @Test
    void any_bytes_are_cut_into_cells_without_a_crash() {
        Cases.check(500, drawn -> {
            byte[] bytes = bytes(drawn);
            try (var text = LenientUtf8.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                byte[] utf8 = text.readAllBytes();
                assertThat(new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(utf8);
                scan(utf8, ',');
            }
        });
    }

    @Test
    void headers_are_unique_and_never_blank() {
        Cases.check(500, drawn -> {
            List<String> cells = drawn.list(0, 30, () -> drawn.anyText(12));
            List<String> headers = Headers.of(cells);
            assertThat(headers).doesNotHaveDuplicates().allMatch(header -> !header.isBlank());
        });
    }

    @Test
    void the_mapper_uses_each_header_once_and_forgets_none() {
        Cases.check(500, drawn -> {
            List<String> cells = drawn.list(0, 12, () -> drawn.one(HEADERS));
            List<String> headers = Headers.of(cells);
            MappingProposal proposal = ColumnMapper.propose(headers);
            // whether an amount is a line's or an order's is for the values to say
            List<String> certain = proposal.suggestions().entrySet().stream()
                    .filter(s -> s.getKey() != Field.ORDER_TOTAL)
                    .map(Map.Entry::getValue)
                    .filter(s -> s.certainty() == MappingProposal.Certainty.FOUND
                            || s.certainty() == MappingProposal.Certainty.GUESSED)
                    .flatMap(s -> s.candidates().stream())
                    .toList();
            assertThat(certain).doesNotHaveDuplicates();
            List<String> mentioned = new ArrayList<>(proposal.ignored());
            proposal.suggestions().values().forEach(s -> mentioned.addAll(s.candidates()));
            assertThat(mentioned).containsAll(headers);
        });
    }

    private static List<List<String>> filled(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
    }

    private static List<List<String>> table(Cases drawn) {
        int width = drawn.between(2, 5);
        return drawn.list(1, 8, () -> drawn.list(width, width, () -> drawn.text(1, 8, "ab,;\t|\"'\n\r 0.5äß€日")));
    }

    /** As files have them: any, or those that mean something to a reader of CSV, in any mixture. */
    private static byte[] bytes(Cases drawn) {
        byte[] bytes = new byte[drawn.between(0, 256)];
        drawn.random().nextBytes(bytes);
        byte[] special = "\",;\r\n \t".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (drawn.bool()) {
                bytes[i] = special[drawn.random().nextInt(special.length)];
            }
        }
        return bytes;
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
