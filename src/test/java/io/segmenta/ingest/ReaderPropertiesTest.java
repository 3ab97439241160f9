package io.segmenta.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.base.UserFacingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What holds for every input: what was written is read again, and nothing crashes, hangs or leaves a mess. */
class ReaderPropertiesTest {
    private static final int TRIES = 60;

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

    @Property(tries = TRIES)
    void damaged_files_are_read_or_refused_with_a_sentence(@ForAll @IntRange(max = 3) int kind, @ForAll long seed)
            throws IOException {
        byte[] content = mutate(original(kind), new Random(seed));
        Path folder = Files.createTempDirectory("fuzz");
        try {
            Reading.of(folder, content);
        } catch (UserFacingException e) {
            assertThat(e.getMessage()).hasSizeGreaterThan(20);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static byte[] original(int kind) throws IOException {
        String csv = "CustomerID,InvoiceNo,\"Stock\nCode\",Price\n" + "1,2,\"a,b\",3.5\n".repeat(20);
        return switch (kind) {
            case 0 -> csv.getBytes(StandardCharsets.UTF_8);
            case 1 -> Archives.gzip(csv);
            case 2 -> Archives.zip("a.csv", csv, "b/c.csv", csv);
            default -> workbook();
        };
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (int i = 0; i < 5; i++) {
                var row = workbook.getNumberOfSheets() == 0
                        ? workbook.createSheet("S").createRow(0)
                        : workbook.getSheetAt(0).createRow(i);
                row.createCell(0).setCellValue("text " + i);
                row.createCell(1).setCellValue(i);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] mutate(byte[] content, Random random) {
        byte[] damaged = content.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
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
