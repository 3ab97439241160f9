package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFormatTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final List<String> LANGUAGES = List.of(
            "en-US", "en-GB", "de", "de-AT", "fr", "es", "es-MX", "pt-BR", "it", "nl", "pl", "tr", "ru", "vi", "id",
            "ja", "ko", "zh-CN", "zh-TW", "ar");

    @TempDir
    Path folder;

    private int stores;

    @Test
    void aFormatOfDatesIsUnderstoodByTheOrderOfItsLetters() {
        assertThat(InstantFormat.order("dd.MM.yyyy HH:mm")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(InstantFormat.order("M/d/y")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(InstantFormat.order("yyyy-MM-dd'T'HH:mm:ss")).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d/d/y", "y-d-M", "dmy", "d/m", "%d/%m/%Y"})
    void anOrderThatIsNoneIsRefused(String none) {
        assertThatThrownBy(() -> InstantFormat.order(none)).hasMessageContaining("is not known");
    }

    private List<@Nullable LocalDateTime> read(DateOrder order, List<String> cells) {
        try (TransactionStore store = TransactionStore.open(folder.resolve("d" + stores++), StoreLimits.defaults())) {
            Rows.fill(
                    store,
                    List.of("date"),
                    cells.stream().map(cell -> new String[] {cell}).toList());
            List<@Nullable LocalDateTime> instants = new ArrayList<>();
            store.query(
                    "SELECT strftime(" + new InstantFormat(order, ShortYears.of(TODAY)).checked("c0")
                            + ", '%Y-%m-%dT%H:%M:%S') FROM source ORDER BY rowid",
                    row -> instants.add(row.text(0) == null ? null : LocalDateTime.parse(String.valueOf(row.text(0)))));
            return instants;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-05, true",
        "2024-01-05 10:30:15.250Z, true",
        "2024/1/5T10:30, true",
        "05.01.24 10:30, true",
        "1/5/2024, true",
        "45296.5, true",
        "1704412800, true",
        "20240105, true",
        "5-Jan-2024, false",
        "1/5/2024 3:05 PM, false",
        "2024. 1. 5., false",
        "05.01.2024 10h30, false",
        "no date, false"
    })
    void what_is_plain_is_read_the_same_without_the_ways_of_words(String cell, boolean plain) {
        try (TransactionStore store = TransactionStore.open(folder.resolve("plain"), StoreLimits.defaults())) {
            Rows.fill(store, List.of("date"), List.<String[]>of(new String[] {cell}));
            assertThat(store.number("SELECT CAST(" + InstantFormat.plain("c0") + " AS INTEGER) FROM source") == 1)
                    .isEqualTo(plain);
            for (DateOrder order : DateOrder.values()) {
                InstantFormat all = new InstantFormat(order, ShortYears.of(TODAY));
                InstantFormat found = ColumnMapper.instants(store, "c0", order, TODAY);
                assertThat(found.plain()).isEqualTo(plain);
                assertThat(store.number("SELECT count(*) FROM source WHERE " + all.checked("c0")
                                + " IS NOT DISTINCT FROM " + found.checked("c0")))
                        .as("%s", order)
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "5. Januar 2024; 2024-01-05T00:00",
                "5. Jänner 2024; 2024-01-05T00:00",
                "05-Mrz-24; 2024-03-05T00:00",
                "5. Mär. 2024; 2024-03-05T00:00",
                "05.Okt.2024 10:30; 2024-10-05T10:30",
                "Freitag, 5. Januar 2024; 2024-01-05T00:00",
                "Fr., 05.01.2024 10:30 Uhr; 2024-01-05T10:30",
                "05.01.2024 um 10:30:15 Uhr; 2024-01-05T10:30:15",
                "5 de enero de 2024; 2024-01-05T00:00",
                "5 de abril de 2024 15:35 hs.; 2024-04-05T15:35",
                "5 ene 2024, 3:05 p. m.; 2024-01-05T15:05",
                "1er janvier 2024; 2024-01-01T00:00",
                "05/01/2024 10h30; 2024-01-05T10:30",
                "05/01/2024 à 10h; 2024-01-05T10:00",
                "5 févr. 2024; 2024-02-05T00:00",
                "mar. 5 mars 2024; 2024-03-05T00:00",
                "mardi 5 août 2024; 2024-08-05T00:00",
                "Mon, 05 Feb 2024; 2024-02-05T00:00",
                "Mon, 05 Feb 2024 10:30:00 GMT; 2024-02-05T10:30",
                "Mon, 05 Feb 2024 23:30:00 +0530; 2024-02-05T23:30",
                "Mon Feb 05 2024 10:30:00 GMT+0100 (Central European Standard Time); 2024-02-05T10:30",
                "Feb 5, 2024 10:30:12 PM PST; 2024-02-05T22:30:12",
                "February 5th, 2024 at 3 pm; 2024-02-05T15:00",
                "Sept 5, 2024; 2024-09-05T00:00",
                "05JAN2024; 2024-01-05T00:00",
                "5/1/2024 3:05 p.m.; 2024-01-05T15:05",
                "5/1/2024 12:05 a.m.; 2024-01-05T00:05",
                "5 янв. 2024 г., 10:30; 2024-01-05T10:30",
                "5 мая 2024; 2024-05-05T00:00",
                "5 stycznia 2024; 2024-01-05T00:00",
                "05 PAŹ 2024; 2024-10-05T00:00",
                "5 Şubat 2024 Pazartesi; 2024-02-05T00:00",
                "5 KASIM 2024; 2024-11-05T00:00",
                "Ngày 5 tháng 1 năm 2024; 2024-01-05T00:00",
                "5 Agustus 2024; 2024-08-05T00:00",
                "2024年1月5日; 2024-01-05T00:00",
                "2024年01月05日 15:30; 2024-01-05T15:30",
                "2024年1月5日 15時30分; 2024-01-05T15:30",
                "2024年1月5日(金) 15:30:10; 2024-01-05T15:30:10",
                "2024年1月5日 下午3:05; 2024-01-05T15:05",
                "2024/1/5 下午3:05; 2024-01-05T15:05",
                "2024. 1. 5.; 2024-01-05T00:00",
                "2024. 1. 5. 오후 3:05; 2024-01-05T15:05",
                "2024년 1월 5일; 2024-01-05T00:00",
                "2024.01.05 10:30; 2024-01-05T10:30",
                "٥ يناير ٢٠٢٤; 2024-01-05T00:00",
                "5 كانون الثاني 2024; 2024-01-05T00:00",
                "05/01/2024 10.30; 2024-01-05T10:30",
                "5. 1. 2024; 2024-01-05T00:00",
                "2024-01-05T23:30:00-05:00; 2024-01-05T23:30",
            })
    void datesWithWordsAreRead(String cell, LocalDateTime instant) {
        assertThat(read(DateOrder.DAY_FIRST, List.of(cell))).containsExactly(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "04-07-2019 22:30, 2019-04-07T22:30",
        "04/19/19 08:46, 2019-04-19T08:46",
        "12/31/20, 2020-12-31T00:00",
        "Tue 12/31/20 8:46 PM, 2020-12-31T20:46"
    })
    void twoShapesInOneColumnHaveOneOrder(String cell, LocalDateTime instant) {
        assertThat(read(DateOrder.MONTH_FIRST, List.of(cell))).containsExactly(instant);
    }

    @Test
    void whatIsNoDateIsNotRead() {
        List<String> cells = List.of(
                "12-04-201800",
                "17-04-2018000",
                "31 Februar 2024",
                "5 Jan",
                "Jan 2024",
                "May",
                "yesterday",
                "Order 5 of March",
                "5 Jan 2024 and 6 Jan 2024",
                "10:30",
                "2024年13月5日",
                "5 Smarch 2024",
                "A1234");
        assertThat(read(DateOrder.DAY_FIRST, cells)).containsOnlyNulls().hasSameSizeAs(cells);
    }

    /** Dates as the JDK writes them in each language, long and full, with and without the time. */
    @Test
    void datesComeBackFromEveryLanguage() {
        Random random = new Random(4);
        List<LocalDateTime> instants = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (FormatStyle style : List.of(FormatStyle.FULL, FormatStyle.LONG, FormatStyle.MEDIUM)) {
                for (int month = 1; month <= 12; month++) {
                    LocalDateTime instant = LocalDateTime.of(
                            LocalDate.of(random.nextInt(1995, 2026), month, random.nextInt(1, 29)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60)));
                    Locale locale = Locale.forLanguageTag(language);
                    DateTimeFormatter day =
                            DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
                    DateTimeFormatter both = DateTimeFormatter.ofLocalizedDateTime(style, FormatStyle.SHORT)
                            .withLocale(locale);
                    cells.add(instant.format(day));
                    instants.add(instant.toLocalDate().atStartOfDay());
                    cells.add(instant.format(both));
                    instants.add(instant);
                }
            }
        }
        List<@Nullable LocalDateTime> read = read(DateOrder.DAY_FIRST, cells);
        List<String> wrong = IntStream.range(0, cells.size())
                .filter(i -> !instants.get(i).equals(read.get(i)))
                .mapToObj(i -> cells.get(i) + " is " + instants.get(i) + ", not " + read.get(i))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private DateColumn column(String... cells) {
        try (TransactionStore store = TransactionStore.open(folder.resolve("c" + stores++), StoreLimits.defaults())) {
            Rows.fill(
                    store,
                    List.of("date"),
                    Stream.of(cells).map(cell -> new String[] {cell}).toList());
            return ColumnMapper.dates(store, "date", TODAY);
        }
    }

    @Test
    void theOrderIsDecidedFromBothShapes() {
        DateColumn dates = column("04/05/19 08:46", "04/19/19 08:46", "04-07-2019 22:30", "04-08-2019 22:30");
        assertThat(dates.decided()).contains(DateOrder.MONTH_FIRST);
        assertThat(dates.swapped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Montag, 5. Februar 2024",
                "Mon, 05 Feb 2024",
                "5 de enero de 2024",
                "5 stycznia 2024",
                "5 tháng 1, 2024"
            })
    void monthsAreToldByTheirNames(String cell) {
        DateColumn dates = column(cell);
        assertThat(dates.notation()).isEqualTo(DateColumn.Notation.MONTH_NAME);
        assertThat(dates.decided()).isPresent();
        assertThat(dates.examples()).containsExactly(cell);
    }

    @Test
    void theOrderOfNumbersBehindAWeekdayIsDecided() {
        assertThat(column("Fri 04/19/2024", "Mon 04/08/2024").decided()).contains(DateOrder.MONTH_FIRST);
        assertThat(column("2024年1月5日", "2024年1月15日").decided()).contains(DateOrder.YEAR_FIRST);
        assertThat(column("2024. 1. 5.", "2024. 1. 15.").decided()).contains(DateOrder.YEAR_FIRST);
    }

    @Test
    void articlesAreNoDates() {
        assertThat(column("Mug May 5", "Marble 12 x 3", "A-1-B", "Decaf 250").notation())
                .isEqualTo(DateColumn.Notation.NONE);
    }

    /** Day/month/year, opened where the month stands first: the 3rd of April has become the 4th of March, the 23rd is text still. */
    @Test
    void daysThatASpreadsheetTookForMonthsAreFound() {
        String[] swapped = {
            "2024-03-04",
            "2024-01-02",
            "2024-12-11",
            "2024-05-05",
            "13/01/2024",
            "23/04/2024",
            "31/12/2024",
            "14/02/2024"
        };
        assertThat(column(swapped).swapped()).isTrue();
        String[] mixed = swapped.clone();
        mixed[0] = "2024-03-14";
        assertThat(column(mixed).swapped()).isFalse();
        String[] early = swapped.clone();
        early[4] = "01/03/2024";
        assertThat(column(early).swapped()).isFalse();
    }

    /** As a column of a file, whose other dates matter too. */
    private List<@Nullable LocalDateTime> column(DateOrder order, List<String> cells) {
        try (TransactionStore store = TransactionStore.open(folder.resolve("d" + stores++), StoreLimits.defaults())) {
            Rows.fill(
                    store,
                    List.of("date"),
                    cells.stream().map(cell -> new String[] {cell}).toList());
            List<@Nullable LocalDateTime> instants = new ArrayList<>();
            store.query(
                    "SELECT strftime("
                            + ColumnMapper.instants(store, "c0", order, TODAY).checked("c0")
                            + ", '%Y-%m-%dT%H:%M:%S') FROM source ORDER BY rowid",
                    row -> instants.add(row.text(0) == null ? null : LocalDateTime.parse(String.valueOf(row.text(0)))));
            return instants;
        }
    }

    private static List<String> with(int days, String... more) {
        return Stream.concat(
                        IntStream.range(0, days)
                                .mapToObj(i -> LocalDate.of(2011, 1, 4)
                                        .plusDays(7L * i)
                                        .toString()),
                        Stream.of(more))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2101-03-04", "2026-12-24", "1970-01-01", "1900-01-01", "2021-03-04"})
    void aDateThatIsFarFromAllOthersIsATypingError(String far) {
        List<@Nullable LocalDateTime> read = column(DateOrder.YEAR_FIRST, with(40, far));
        assertThat(read.getLast()).isNull();
        assertThat(read.subList(0, 40)).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-12-24", "1999-12-31"})
    void aDateThatMayBeSoIsRead(String day) {
        assertThat(column(DateOrder.YEAR_FIRST, with(40, day))).doesNotContainNull();
    }

    @Test
    void datesOfWhichManyLieAheadAreRead() {
        assertThat(column(DateOrder.YEAR_FIRST, with(40, "2030-01-01", "2030-02-01", "2030-03-01", "2030-04-01")))
                .doesNotContainNull();
    }

    @Test
    void whatASpreadsheetHasSwappedIsPutRight() {
        // 5 January, 6 February … were taken for 1 May, 2 June …, while the 15th and those behind it stayed text
        List<String> cells = new ArrayList<>();
        for (int month = 1; month <= 10; month++) {
            cells.add(String.format(Locale.ROOT, "2024-%02d-%02d 00:00:00", month + 2, month));
            cells.add(String.format(Locale.ROOT, "%02d/%02d/2024", 15 + month, month));
        }
        List<@Nullable LocalDateTime> read = column(DateOrder.DAY_FIRST, cells);
        assertThat(read.getFirst()).isEqualTo("2024-01-03T00:00");
        assertThat(read.get(1)).isEqualTo("2024-01-16T00:00");
        assertThat(read).doesNotContainNull();
    }
}
