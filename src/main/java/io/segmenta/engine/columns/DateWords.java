package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.DateOrder;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates with words in them: names of months and weekdays in the languages of {@code dates.txt} as Java knows them, with the spellings that
 * stand there; "10:30 Uhr", "10h30", "3:05 p.m.", "下午3:05", 2024年1月5日, 2024. 1. 5., and digits of other scripts. As SQL that rewrites a text step by
 * step, 6 to 12 µs a row: for what the plain ways of {@link InstantFormat} do not read.
 */
final class DateWords {
    /** How a cell may say a month once its words are translated: #1 to #12. */
    static final String MONTH_MARK = "#";

    private static final WordList WORDS = WordList.read("dates.txt", ",");
    private static final List<Locale> LOCALES =
            WORDS.of("languages").stream().map(Locale::forLanguageTag).toList();
    private static final TextStyle[] STYLES = {
        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
    };

    /** What may stand between the parts of a date. */
    private static final String GAP = "[\\s.,/''’-]*";

    private static final String HOUR = "(\\d{1,2})\\s*(?:h|gio|時|时|點|点|시)\\s*";

    private static final String FORMATS =
            "['%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d %I:%M:%S %p'," + " '%Y-%m-%d %I:%M %p']";

    /** Of each month in all languages. */
    private static final Map<Month, Set<String>> NAMES = Stream.of(Month.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    month -> generated((style, locale) -> month.getDisplayName(style, locale)),
                    (one, other) -> one,
                    () -> new EnumMap<>(Month.class)));

    /** What is found and what it becomes, one after the other. */
    private static final List<Step> STEPS = steps();

    private record Step(String pattern, String replacement) {
        String sql(String text) {
            return "regexp_replace(" + text + ", '" + pattern + "', '" + replacement + "', 'g')";
        }
    }

    private DateWords() {}

    private static List<Step> steps() {
        Stream.Builder<Step> steps = Stream.builder();
        steps.add(new Step("[\\s" + Letters.INVISIBLE + ",،、，]+", "  "));
        steps.add(new Step(
                "[(（]?(?:星期|礼拜|禮拜|周|週)[一二三四五六日天][)）]?|[(（][月火水木金土日월화수목금토일][)）]|[月火水木金土日]曜日?|[월화수목금토일]요일", " "));
        steps.add(new Step("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日号號일]?", "\\1-\\2-\\3 "));
        steps.add(new Step("^\\s*(\\d{4})\\.\\s*(\\d{1,2})\\.\\s*(\\d{1,2})\\.", "\\1-\\2-\\3 "));
        steps.add(new Step(HOUR + "(\\d\\d)\\s*[:m分분]\\s*(\\d\\d)\\s*[s秒초]?", "\\1:\\2:\\3"));
        steps.add(new Step(HOUR + "(\\d\\d)\\s*[分분]?", "\\1:\\2"));
        steps.add(new Step("(\\s\\d{1,2})\\s*(?:h|uhr|時|时|點|点|시)(?:\\s|$)", "\\1:00 "));
        steps.add(half("am"));
        steps.add(half("pm"));
        // the time first, as in Vietnamese
        steps.add(new Step("^\\s*(\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s+[ap]m)?)\\s+(.+)$", "\\2  \\1"));
        steps.add(new Step("(\\d)(?:(?:er|st|nd|rd|th)(?:\\s|$)|[ºª°])", "\\1 "));
        // each word between blanks of its own is found the fastest
        steps.add(new Step("(\\p{L}+)\\.?", " \\1 "));
        steps.add(new Step(" (?:thang|thg) +0?(\\d{1,2})", MONTH_MARK + "\\1 "));
        // mar. is a month, and a weekday before a day and another month
        steps.add(new Step("^\\s*mar\\s+(\\d{1,2}[\\s.]+[a-z])", "\\1"));
        steps.add(new Step(" (?:" + besides() + ") ", " "));
        for (Month month : Month.values()) {
            steps.add(new Step(" (?:" + names(month) + ") ", MONTH_MARK + month.getValue() + " "));
        }
        return steps.build().toList();
    }

    /** Half of the day, in front of the time as in Chinese or behind it; an m alone is a minute. */
    private static Step half(String half) {
        return new Step(
                "(\\d)\\s*(?:" + alternatives(WORDS.of(half + ".behind").stream()) + ")(?:\\s|$)|(?:"
                        + alternatives(WORDS.of(half + ".before").stream()) + ")\\s*(\\d{1,2}(?::\\d\\d){0,2})",
                "\\1\\2 " + half + " ");
    }

    /** What says nothing that the numbers do not say: weekdays, and words such as de, um, kl. and г. */
    private static String besides() {
        Set<String> months = Stream.of(Month.values())
                .flatMap(month -> spellings(month).stream())
                .collect(Collectors.toSet());
        Stream<String> weekdays = Stream.of(DayOfWeek.values())
                .flatMap(day -> generated((style, locale) -> day.getDisplayName(style, locale)).stream())
                .filter(name -> !months.contains(name));
        return alternatives(Stream.concat(
                weekdays,
                Stream.of("weekdays", "besides")
                        .flatMap(key -> WORDS.of(key).stream().flatMap(DateWords::folded))));
    }

    private static String names(Month month) {
        return alternatives(spellings(month).stream());
    }

    /** Without those that are of another month in another language; the file's own words are sure. */
    private static Set<String> spellings(Month month) {
        Set<String> own = new TreeSet<>(NAMES.getOrDefault(month, Set.of()));
        NAMES.forEach((other, names) -> {
            if (other != month) {
                own.removeAll(names);
            }
        });
        WORDS.of("month." + month.getValue()).stream()
                .flatMap(DateWords::folded)
                .forEach(own::add);
        return own;
    }

    private interface Name {
        String of(TextStyle style, Locale locale);
    }

    private static Set<String> generated(Name name) {
        return LOCALES.stream()
                .flatMap(locale -> Stream.of(STYLES).map(style -> name.of(style, locale)))
                .distinct()
                .filter(text -> text.chars().noneMatch(Character::isDigit))
                .flatMap(DateWords::folded)
                .filter(text -> text.length() > 1)
                .collect(Collectors.toSet());
    }

    /** As SQL folds it, and as whoever has no such keys types it. */
    private static Stream<String> folded(String name) {
        String bare = name.replace(".", "").strip();
        return Stream.of(accentless(bare), Letters.folded(bare)).distinct();
    }

    private static String accentless(String text) {
        String marked = Letters.unmarked(text, Normalizer.Form.NFD);
        return Normalizer.normalize(marked, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The longest first. */
    private static String alternatives(Stream<String> words) {
        return words.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Function.identity()))
                .map(word -> word.replace("'", "''").replace(" ", " +").replace("-", " *- *"))
                .collect(Collectors.joining("|"));
    }

    /**
     * SQL of the text with its months as #1 to #12 and no other words.
     *
     * @param column SQL of a text
     */
    static String translated(String column) {
        String digits = "CASE WHEN regexp_matches(" + column + ", '[" + Letters.DIGITS + "]') THEN translate(" + column
                + ", '" + Letters.DIGITS + "', '" + "0123456789".repeat(3) + "') ELSE " + column + " END";
        String text = "lower(strip_accents(" + digits + "))";
        for (Step step : STEPS) {
            text = step.sql(text);
        }
        return text;
    }

    /**
     * SQL of an instant, NULL where there is none.
     *
     * @param order of days and months in numbers
     */
    static String instant(String column, DateOrder order, ShortYears shortYears) {
        String text = translated(column);
        String numbers = "^\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4}|\\d{2})\\.?(?:[\\st]|$)";
        text = switch (order) {
            case YEAR_FIRST -> text;
            case DAY_FIRST -> new Step(numbers, "\\3-\\2-\\1 ").sql(text);
            case MONTH_FIRST -> new Step(numbers, "\\3-\\1-\\2 ").sql(text);
        };
        String month = MONTH_MARK + "(\\d{1,2})" + GAP;
        for (Step step : List.of(
                new Step("^\\s*(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})", "\\1-\\2-\\3 "),
                new Step("^" + GAP + "(\\d{1,2})" + GAP + month + "(\\d{4}|\\d{2})(?:\\D|$)", "\\3-\\2-\\1 "),
                new Step("^" + GAP + month + "(\\d{1,2})[\\s.,/-]+(\\d{4}|\\d{2})(?:[^\\d:]|$)", "\\3-\\1-\\2 "),
                new Step("^" + GAP + "(\\d{4})" + GAP + month + "(\\d{1,2})(?:\\D|$)", "\\1-\\2-\\3 "),
                new Step("^(\\d+-\\d+-\\d+\\s+\\d{1,2})\\.(\\d\\d)", "\\1:\\2"),
                new Step("^(\\d+-\\d+-\\d+\\s+\\d{1,2}:\\d\\d)\\.(\\d\\d)(?:\\D|$)", "\\1:\\2 "),
                new Step("^(\\d+-\\d+-\\d+\\s+\\d{1,2})\\s+([ap]m)", "\\1:00 \\2"),
                new Step(
                        "^\\s*(\\d+-\\d+-\\d+)(?:[\\st]+(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?)?\\s*([ap]m)?\\s*"
                                + "(?:[a-z]{1,5})?\\s*(?:[+-]\\d\\d:?\\d\\d)?\\s*(?:\\([^()]*\\))?\\s*$",
                        "\\1 \\2 \\3"))) {
            text = step.sql(text);
        }
        return "try_strptime(" + shortYears.inFull("trim(" + text + ")") + ", " + FORMATS + ")";
    }
}
