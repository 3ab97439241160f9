package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.ColumnProfile.Kind;
import io.segmenta.engine.clean.Distribution.Part;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {
    private static final ColumnMapping MAPPING = Rows.mapping(DateOrder.YEAR_FIRST);

    @TempDir
    Path folder;

    @Test
    void everyColumnAtAGlance() {
        try (Rows rows = new Rows(
                folder,
                "17850|536365|A|2010-12-01 08:26|6|2.55|HEART|",
                "|536366|A|2011-01-15|-12|10|BIG HEART| ",
                "17851|536367|A|yesterday|many|$3.50||")) {
            assertThat(Profiler.profile(rows.store, MAPPING, Rows.TODAY, Progress.SILENT))
                    .containsExactly(
                            new ColumnProfile("customer", Kind.TEXT, 3, 1, 0, 2, false, "5", "5"),
                            new ColumnProfile("invoice", Kind.TEXT, 3, 0, 0, 3, false, "6", "6"),
                            new ColumnProfile("product", Kind.TEXT, 3, 0, 0, 1, false, "1", "1"),
                            new ColumnProfile("date", Kind.DATE, 3, 0, 1, 3, false, "2010-12-01", "2011-01-15"),
                            new ColumnProfile("quantity", Kind.NUMBER, 3, 0, 1, 3, false, "-12.0", "6.0"),
                            new ColumnProfile("price", Kind.NUMBER, 3, 0, 0, 3, false, "2.55", "10.0"),
                            new ColumnProfile("description", Kind.TEXT, 3, 1, 0, 2, false, "5", "9"),
                            new ColumnProfile("country", Kind.EMPTY, 3, 3, 0, 0, false, null, null));
        }
    }

    @Test
    void columnsThatNobodyMappedTellTheirKindThemselves() {
        Map<Field, String> headers = new EnumMap<>(MAPPING.headers());
        headers.remove(Field.DESCRIPTION);
        headers.remove(Field.COUNTRY);
        ColumnMapping mapping = new ColumnMapping(headers, DateOrder.DAY_FIRST);
        try (Rows rows = new Rows(folder, "1|1|A|1.2.2011|1|1|31.12.2010|1,50", "1|1|A|1.2.2011|1|1|1.1.2011|20,00")) {
            assertThat(Profiler.profile(rows.store, mapping, Rows.TODAY, Progress.SILENT)
                            .subList(6, 8))
                    .containsExactly(
                            new ColumnProfile("description", Kind.DATE, 2, 0, 0, 2, false, "2010-12-31", "2011-01-01"),
                            new ColumnProfile("country", Kind.NUMBER, 2, 0, 0, 2, false, "1.5", "20.0"));
        }
    }

    @Test
    void theMostFrequentValuesAndTheirExactNumber() {
        try (Rows rows =
                new Rows(folder, "1|1|B|2011-01-01|1|1|X|", "1|1|A|2011-01-01|1|1|X|", "1|1| A |2011-01-01|1|1||")) {
            Distribution products = spread(rows, "product");
            assertThat(products.distinct()).isEqualTo(2);
            assertThat(products.top()).containsExactly(new Part("A", 2), new Part("B", 1));
            assertThat(products.bins()).isEmpty();
            assertThat(spread(rows, "country")).isEqualTo(new Distribution(0, List.of(), List.of()));
            assertThat(spread(rows, "price").bins())
                    .as("a single value has no spread")
                    .isEmpty();
            assertThatThrownBy(() -> spread(rows, "colour")).isInstanceOf(UserFacingException.class);
        }
    }

    @Test
    void binsHoldEveryNumberThatCanBeRead() {
        String[] lines = IntStream.range(0, 1000)
                .mapToObj(i -> "1|1|A|2011-01-01|" + i + "|" + (i == 7 ? "1000000" : i % 100) + "|X|")
                .toArray(String[]::new);
        lines[3] = "1|1|A|2011-01-01|few|1|X|";
        try (Rows rows = new Rows(folder, lines)) {
            List<Part> quantities = spread(rows, "quantity").bins();
            assertThat(quantities.stream().mapToLong(Part::rows).sum()).isEqualTo(999);
            assertThat(quantities).hasSizeBetween(8, 22).first().isEqualTo(new Part("0", 49));
            List<Part> prices = spread(rows, "price").bins();
            assertThat(prices.stream().mapToLong(Part::rows).sum()).isEqualTo(1000);
            assertThat(prices).as("one wrong price does not flatten the others").hasSizeGreaterThan(8);
        }
    }

    @Test
    void timeHasNoGaps() {
        try (Rows rows =
                new Rows(folder, "1|1|A|2011-01-30|1|1|X|", "1|1|A|2011-02-02|1|1|X|", "1|1|A|2011-02-02|1|1|X|")) {
            assertThat(spread(rows, "date").bins())
                    .containsExactly(
                            new Part("2011-01-30", 1),
                            new Part("2011-01-31", 0),
                            new Part("2011-02-01", 0),
                            new Part("2011-02-02", 2));
        }
        try (Rows rows = new Rows(folder.resolve("long"), "1|1|A|2009-03-30|1|1|X|", "1|1|A|2011-02-02|1|1|X|")) {
            List<Part> months = spread(rows, "date").bins();
            assertThat(months).hasSize(24).startsWith(new Part("2009-03-01", 1)).endsWith(new Part("2011-02-01", 1));
        }
    }

    @Test
    void itStopsWhenNobodyWaits() {
        try (Rows rows = new Rows(folder, "1|1|A|2011-01-30|1|1|X|")) {
            assertThatThrownBy(() -> Profiler.profile(rows.store, MAPPING, Rows.TODAY, (fraction, detail) -> {
                        throw new CancelledException();
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> Cleaner.assess(
                            rows.store, MAPPING, CleaningRules.defaults(), Rows.TODAY, (fraction, detail) -> {
                                throw new CancelledException();
                            }))
                    .isInstanceOf(CancelledException.class);
            assertThat(rows.assess(CleaningRules.defaults()).rowsRead()).isEqualTo(1);
        }
    }

    @Test
    void whatCanBeChosen() {
        try (Rows rows = new Rows(
                folder,
                "7|1|B|2011-01-01|1|1|BELL|UK",
                "7.0|1|A|2011-01-01|1|1||UK",
                "8|1| A |2011-01-01|1|1|APPLE|France",
                "|1|C|2011-01-01|1|1||")) {
            assertThat(FieldValues.of(rows.store, MAPPING, Field.CUSTOMER_ID, Rows.TODAY, 10))
                    .containsExactly(new FieldValue("7", "", 2), new FieldValue("8", "", 1));
            assertThat(FieldValues.of(rows.store, MAPPING, Field.COUNTRY, Rows.TODAY, 1))
                    .containsExactly(new FieldValue("UK", "", 2));
            assertThat(FieldValues.of(rows.store, MAPPING, Field.PRODUCT_ID, Rows.TODAY, 10))
                    .containsExactly(
                            new FieldValue("A", "APPLE", 2),
                            new FieldValue("B", "BELL", 1),
                            new FieldValue("C", "", 1));
        }
    }

    private static Distribution spread(Rows rows, String header) {
        return Profiler.distribution(rows.store, MAPPING, header, Rows.TODAY, Progress.SILENT);
    }
}
