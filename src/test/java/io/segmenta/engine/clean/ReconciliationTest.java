package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Reconciliation.Kind;
import io.segmenta.engine.clean.Reconciliation.Part;
import io.segmenta.engine.clean.Reconciliation.Total;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that carry totals of their own, each held against what is made of the rows. */
class ReconciliationTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);
    private static final String PAYMENTS = "email;order;date;status;amount\n";

    @TempDir
    Path folder;

    private int files;

    private record Read(Reconciliation reconciliation, Verdict verdict, QualityReport report) {
        Total total(Kind kind) {
            return reconciliation.totals().stream()
                    .filter(total -> total.kind() == kind)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(reconciliation));
        }

        String says(String part) {
            return verdict.words().stream()
                    .filter(words -> words.contains(part))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(verdict.words()));
        }
    }

    private Read read(String file) throws IOException {
        return read(file, Map.of());
    }

    /** @param columns that somebody chose instead of those that were found; an empty one is taken back */
    private Read read(String content, Map<Field, String> columns) throws IOException {
        Path file = Files.writeString(folder.resolve("file" + files++ + ".csv"), content);
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("rows" + files + ".duckdb"), StoreLimits.defaults())) {
            DatasetReader.read(file, "file.csv", store, Progress.SILENT);
            Reading reading = FileReading.of(store, TODAY);
            Map<Field, String> headers = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                Optional.ofNullable(columns.get(field))
                        .or(() -> Optional.ofNullable(
                                        reading.proposal().suggestions().get(field))
                                .flatMap(Suggestion::header))
                        .filter(header -> !header.isEmpty())
                        .ifPresent(header -> headers.put(field, header));
            }
            ColumnMapping mapping = new ColumnMapping(headers, DateOrder.YEAR_FIRST);
            CleaningRules rules = CleaningRules.of(reading);
            QualityReport report = Cleaner.assess(store, mapping, rules, TODAY, Progress.SILENT);
            Reconciliation found = Reconciler.reconcile(store, mapping, rules, reading, report, TODAY, Progress.SILENT);
            return new Read(found, Verdict.of(reading, mapping, rules, report, found, Figures.english(null)), report);
        }
    }

    /** Twelve payments of 10.50 to 21.50. */
    private static String payments(String... changed) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add("buyer%d@example.com;%d;2024-03-%02d;completed;%d.50".formatted(i % 5, 100 + i, 1 + i, 10 + i));
        }
        for (int i = 0; i < changed.length; i++) {
            rows.set(i, changed[i]);
        }
        return PAYMENTS + String.join("\n", rows) + "\n";
    }

    @Test
    void aTotalOfAllThatCountsIsSaidToBeRight() throws IOException {
        Read read = read(payments() + "Total;;;;192.00\n");

        assertThat(read.total(Kind.FILE))
                .extracting(Total::column, Total::stated, Total::counted, Total::difference, Total::agreeing)
                .containsExactly("amount", 192.0, 192.0, 0.0, 1L);
        assertThat(read.says("own total")).isEqualTo("The file's own total of 192.00 under \"amount\" is what counts.");
    }

    @Test
    void whatWasLeftOutExplainsTheDifferenceByReason() throws IOException {
        Read read = read(payments(
                        "buyer0@example.com;100;2024-03-01;cancelled;45.00",
                        "buyer1@example.com;101;2024-03-02;refunded;30.00",
                        ";102;2024-03-03;completed;12.25",
                        "buyer1@example.com;103;soon;completed;7.75",
                        "buyer4@example.com;104;2024-03-05;completed;-2.50")
                + "Total;;;;222.00\n");

        Total total = read.total(Kind.FILE);
        assertThat(total.parts())
                .extracting(Part::reason, Part::money)
                .containsExactly(
                        tuple(DropReason.STATE, 45.0),
                        tuple(DropReason.STATE, 30.0),
                        tuple(DropReason.MISSING_CUSTOMER, 12.25),
                        tuple(DropReason.UNREADABLE, 7.75));
        assertThat(total.counted()).isEqualTo(read.report().revenue()).isEqualTo(127.0);
        assertThat(total.difference()).isEqualTo(95.0);
        assertThat(total.unexplained()).isZero();
        assertThat(read.says("own total"))
                .isEqualTo(
                        "The file's own total of 222.00 under \"amount\" is 95.00 more than what counts: \"cancelled\" 45.00; "
                                + "\"refunded\" 30.00; no customer 12.25; no readable date or amount 7.75.");
    }

    @Test
    void aRemainderIsNeverHidden() throws IOException {
        Read read =
                read(payments("buyer0@example.com;100;2024-03-01;cancelled;10.50") + "Grand total: 200.00;;;;200.00\n");

        assertThat(read.total(Kind.FILE).unexplained()).isEqualTo(8.0);
        assertThat(read.total(Kind.FILE).agreeing()).isZero();
        assertThat(read.says("own total"))
                .endsWith("is 18.50 more than what counts: \"cancelled\" 10.50; unexplained 8.00.");
        assertThat(read(payments() + "Total;;;;190.00\n").says("own total"))
                .endsWith("is 2.00 less than what counts: unexplained 2.00.");
    }

    @Test
    void whatWentBackFromWhomHadBoughtLessIsAPart() throws IOException {
        Read read = read(payments("new@example.com;100;2024-03-01;completed;-40.00") + "Total;;;;141.50\n");

        assertThat(read.total(Kind.FILE).counted()).isEqualTo(181.5);
        assertThat(read.total(Kind.FILE).parts())
                .containsExactly(new Part("returns beyond what their customers bought", DropReason.RETURN, -40.0));
        assertThat(read.total(Kind.FILE).unexplained()).isZero();
    }

    @Test
    void ofSeveralTotalsTheOneThatAgreesIsTaken() throws IOException {
        assertThat(read(payments() + "Subtotal;;;;192.00\nTotal;;;;228.48\n")
                        .total(Kind.FILE)
                        .stated())
                .isEqualTo(192.0);
    }

    @Test
    void aTotalOfPricesOrOfRepeatedTotalsIsSaidToBeThat() throws IOException {
        StringBuilder lines = new StringBuilder("email,order,date,product,quantity,unit price\n");
        for (int i = 0; i < 10; i++) {
            lines.append("b%d@example.com,%d,2024-03-%02d,P%d,%d,%d.50\n"
                    .formatted(i % 4, i / 2, 1 + i / 2, i % 3, 2 + i % 2, 3 + i));
        }
        Read prices = read(lines + "Total,,,,,80.00\n");
        assertThat(prices.total(Kind.FILE).parts())
                .extracting(Part::words)
                .containsExactly("prices, added without their quantities");
        assertThat(prices.total(Kind.FILE).unexplained()).isZero();

        StringBuilder orders = new StringBuilder("email,order,date,product,order total\n");
        for (int i = 0; i < 10; i++) {
            orders.append("b%d@example.com,%d,2024-03-%02d,P%d,%d.50\n"
                    .formatted(i / 2 % 4, i / 2, 1 + i / 2, i % 3, 3 + i / 2));
        }
        Read repeated = read(orders + "Total,,,,55.00\n");
        assertThat(repeated.report().revenue()).isEqualTo(27.5);
        assertThat(repeated.total(Kind.FILE).parts())
                .extracting(Part::words, Part::money)
                .containsExactly(tuple("the same total on further rows of an order", 27.5));
    }

    @Test
    void aFileWithoutTotalsIsHeldAgainstNothing() throws IOException {
        assertThat(read(payments()).reconciliation()).isEqualTo(Reconciliation.NOTHING);
    }

    /** Ten orders of two lines, with shipping of 4.00 on every second order and a total on each line. */
    private static String orders(double forgotten) {
        StringBuilder lines = new StringBuilder(
                "email,order id,date,product,quantity,unit price,shipping,discount amount,order total\n");
        for (int i = 0; i < 10; i++) {
            double first = 2 * (5 + i);
            double second = 7.25;
            double shipping = i % 2 == 0 ? 4 : 0;
            double discount = i % 3 == 0 ? 1.5 : 0;
            double total = first + second + shipping - discount + (i == 9 ? forgotten : 0);
            String end = ",%.2f,%.2f,%.2f\n".formatted(shipping, discount, total);
            lines.append("b%d@example.com,%d,2024-03-%02d,A,2,%d.00".formatted(i % 4, 100 + i, 1 + i, 5 + i))
                    .append(end)
                    .append("b%d@example.com,%d,2024-03-%02d,B,1,7.25".formatted(i % 4, 100 + i, 1 + i))
                    .append(end);
        }
        return lines.toString();
    }

    @Test
    void theTotalOfAnOrderIsHeldAgainstItsLinesAndTheColumnsThatCloseTheGap() throws IOException {
        Read read = read(orders(0));

        Total total = read.total(Kind.ORDER);
        assertThat(total.column()).isEqualTo("order total");
        assertThat(total.of()).isEqualTo(10);
        assertThat(total.agreeing()).isEqualTo(10);
        assertThat(total.parts())
                .extracting(Part::words, Part::money)
                .containsExactlyInAnyOrder(tuple("\"shipping\"", 20.0), tuple("\"discount amount\"", -6.0));
        assertThat(total.unexplained()).isZero();
        assertThat(read.says("rows of an order"))
                .contains("in 10 of 10 orders (100.0 %)")
                .contains("it is 14.00 more than the rows: \"shipping\" 20.00; \"discount amount\" -6.00.");
    }

    @Test
    void whatNoColumnClosesStaysUnexplained() throws IOException {
        Total total = read(orders(3)).total(Kind.ORDER);

        assertThat(total.agreeing()).isEqualTo(9);
        assertThat(total.unexplained()).isEqualTo(3.0);
    }

    @Test
    void aTotalOfARowIsHeldAgainstQuantityTimesPrice() throws IOException {
        StringBuilder lines = new StringBuilder("email,order,date,product,quantity,unit price,line total\n");
        for (int i = 0; i < 20; i++) {
            int quantity = 1 + i % 4;
            double total = quantity * (3 + i) + (i == 7 ? 1.25 : 0);
            lines.append("b%d@example.com,%d,2024-03-%02d,P%d,%d,%d.00,%.2f\n"
                    .formatted(i % 4, i, 1 + i, i % 3, quantity, 3 + i, total));
        }
        Read read = read(lines.toString());

        assertThat(read.total(Kind.ROW))
                .extracting(Total::of, Total::agreeing, Total::difference, Total::unexplained)
                .containsExactly(20L, 19L, 1.25, 1.25);
        assertThat(read.says("in 19 of 20 rows"))
                .isEqualTo(
                        "\"line total\" is \"quantity\" × \"unit price\" in 19 of 20 rows (95.0 %). Over all rows it is 1.25 more than "
                                + "the product: unexplained 1.25.");
    }

    @Test
    void aDiscountInPercentClosesTheGapOfARow() throws IOException {
        StringBuilder lines = new StringBuilder("email,order,date,product,quantity,unit price,discount,line total\n");
        for (int i = 0; i < 20; i++) {
            int quantity = 1 + i % 4;
            double discount = i % 3 == 0 ? 0.2 : 0;
            lines.append("b%d@example.com,%d,2024-03-%02d,P%d,%d,%d.00,%.1f,%.2f\n"
                    .formatted(
                            i % 4,
                            i,
                            1 + i,
                            i % 3,
                            quantity,
                            5 * (3 + i),
                            discount,
                            quantity * 5 * (3 + i) * (1 - discount)));
        }
        Total total = read(lines.toString()).total(Kind.ROW);

        assertThat(total.agreeing()).isEqualTo(total.of()).isEqualTo(20);
        assertThat(total.parts()).extracting(Part::words).containsExactly("\"discount\"");
        assertThat(total.unexplained()).isZero();
    }

    @Test
    void orderTotalsAreComparedWithTheColumnsThatWereChosen() throws IOException {
        Read read =
                read(orders(0), Map.of(Field.UNIT_PRICE, "", Field.ORDER_TOTAL, "order total", Field.LINE_TOTAL, ""));

        assertThat(Stream.of(read.reconciliation().totals()).flatMap(List::stream))
                .isEmpty();
    }
}
