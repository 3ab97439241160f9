package io.segmenta.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundle and the pages fit together: no key too many, none too few, no sentence beside it. */
class TextsTest {
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[\\w-]+)+(?<!\\.csv|\\.json)");
    private static final Pattern ASKED =
            Pattern.compile("(?:[tT]ranslat\\w+|words\\.(?:of|apply))\\(\\s*\"([^\"]+)\"\\s*[,)]");
    /** Of a key that is put together: "training." and "another.kind.". */
    private static final Pattern BEGINNING = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)*\\.");
    /** Of a key that is put together: ".help" and ".label". */
    private static final Pattern END = Pattern.compile("\\.[a-z]+");

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,},? [A-Za-z]{2,}");
    /** Nobody on a page sees them: mistakes of ours, the log, drawings. */
    private static final Pattern UNSEEN =
            Pattern.compile("(Illegal(Argument|State)|DateTime)Exception|\\bLOG\\.|<(svg|path|ellipse|circle)");
    /** Names of themes, of a dataset and of a column, and values of the HTML page. */
    private static final Set<String> NOT_SENTENCES = Set.of(
            "error primary",
            "light dark",
            "width=device-width, initial-scale=1",
            "UCI Online Retail",
            ", carried down");

    private static final Properties BUNDLE = new Properties();
    private static Set<String> keys = Set.of();
    private static Set<String> literals = Set.of();
    private static Set<String> constants = Set.of();
    private static List<Source> sources = List.of();

    /** @param text without comments */
    private record Source(Path path, String text) {}

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = TextsTest.class.getResourceAsStream("/vaadin-i18n/translations.properties")) {
            BUNDLE.load(file);
        }
        keys = new TreeSet<>(BUNDLE.stringPropertyNames());
        sources = sources("src/main/java/io/segmenta/web");
        // the keys of values come from where the values are
        List<Source> all = sources("src/main/java");
        literals = all.stream().flatMap(source -> literals(source.text())).collect(toSet());
        constants = all.stream()
                .flatMap(source -> CONSTANT.matcher(source.text()).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    @Test
    void everyTextIsShownSomewhere() {
        assertThat(keys).as("keys").hasSizeGreaterThan(1000);
        assertThat(keys.stream().filter(key -> !isAsked(key)).toList())
                .as("keys nobody asks for")
                .isEmpty();
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> groups = keys.stream().map(key -> key.split("\\.")[0]).collect(toSet());
        Stream<String> keyLike = sources.stream()
                .flatMap(source -> literals(source.text()))
                .filter(literal -> KEY.matcher(literal).matches() && groups.contains(literal.split("\\.")[0]));
        Stream<String> translated = sources.stream()
                .flatMap(source -> ASKED.matcher(source.text()).results())
                .map(asked -> asked.group(1));
        Set<String> missing = Stream.concat(keyLike, translated)
                .filter(literal -> keys.stream().noneMatch(key -> key.equals(literal) || key.startsWith(literal + ".")))
                .collect(toCollection(TreeSet::new));
        assertThat(missing).as("keys the bundle does not have").isEmpty();
    }

    @Test
    void noSentenceStandsBesideTheBundle() {
        Set<String> beside = new TreeSet<>();
        for (Source source : sources) {
            for (String statement : source.text().split(";\\s*\n")) {
                if (!UNSEEN.matcher(statement).find()) {
                    literals(statement)
                            .filter(literal -> SENTENCE.matcher(literal).find() && !NOT_SENTENCES.contains(literal))
                            .forEach(literal -> beside.add(source.path() + ": " + literal));
                }
            }
        }
        assertThat(beside)
                .as("sentences outside the bundle, where a translator does not find them")
                .isEmpty();
    }

    /** What a small shop, or a segment of one, would read. */
    @Test
    void oneIsNotSeveral() {
        String one = "1";
        assertThat(said("overview.revenue.note", 1, one)).isEqualTo("from 1 order");
        assertThat(said("overview.customers.note", 1)).isEqualTo("in 1 segment");
        assertThat(said("overview.headline.largest", "Lost", 1, "50%", "9%", one))
                .contains(": 1 customer, 50% of all");
        assertThat(said("overview.headline.growing", one, "Loyal", "1.0", 1, one))
                .contains("last bought 1 day ago");
        assertThat(said("overview.headline.overdue", 1, one, "50%", "£5")).startsWith("1 customer (50%) is silent");
        assertThat(said("overview.states.customers", "New", 1, one, "£5")).isEqualTo("New: 1 customer, £5 so far");
        assertThat(said("overview.outliers", 1, one)).isEqualTo("1 customer is very unlike all others.");
        assertThat(said("overview.overdue.note", 0, "£0", "0", "91")).isEqualTo("No customer.");
        assertThat(said("overview.overdue.note", 1, "£5", one, "91")).startsWith("1 customer; they");
        assertThat(said("segments.customers", 1, one)).isEqualTo("1 customer");
        assertThat(said("explorer.point", "a", 1, 1, "£5", one, one)).contains("last order 1 day ago", ">1 order<");
        assertThat(said("quality.states.together", 1, 1, "£5", one, one)).contains("1 row, 1 order, £5");
        assertThat(said("read.joins.rows", 1, one)).isEqualTo("1 row");
        assertThat(said("read.joins.rows.in", 1, one)).isEqualTo("1 row in");
        assertThat(said("read.joins.unused", 1, "orders", one)).isEqualTo("1 row of orders that none leads to");
        assertThat(said("read.joins.unused", 4339, "orders", "4,339")).startsWith("4,339 rows of");
    }

    private static String said(String key, Object... values) {
        return new MessageFormat(BUNDLE.getProperty(key), Locale.ENGLISH).format(values);
    }

    /** A key stands in the code, or its parts do: a beginning, an end, and between them a value's name. */
    private static boolean isAsked(String key) {
        return literals.contains(key)
                || isPutTogether(key)
                || literals.stream()
                        .filter(literal -> END.matcher(literal).matches() && key.endsWith(literal))
                        .map(end -> key.substring(0, key.length() - end.length()))
                        .anyMatch(stem -> literals.contains(stem) || isPutTogether(stem));
    }

    private static boolean isPutTogether(String key) {
        int last = key.lastIndexOf('.');
        String value = key.substring(last + 1);
        String stem = key.substring(0, last);
        return isBegun(key) || (isConstant(value) && (literals.contains(stem) || isBegun(stem)));
    }

    private static boolean isBegun(String key) {
        return literals.stream()
                .filter(literal -> BEGINNING.matcher(literal).matches() && key.startsWith(literal))
                .map(beginning -> key.substring(beginning.length()))
                .anyMatch(rest -> isWord(rest) || Stream.of(rest.split("\\.")).allMatch(TextsTest::isWord));
    }

    private static boolean isWord(String part) {
        return literals.contains(part) || isConstant(part) || part.matches("\\d");
    }

    private static boolean isConstant(String part) {
        return constants.contains(part.toLowerCase(Locale.ROOT)) || part.equals("true") || part.equals("false");
    }

    private static Stream<String> literals(String code) {
        return LITERAL.matcher(code).results().map((MatchResult found) -> found.group(1));
    }

    private static List<Source> sources(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new Source(file, COMMENT.matcher(text(file)).replaceAll("")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
