package io.segmenta.engine.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.testing.Rhythms;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest {
    private static final int END = 1000;
    private static final LocalDate DAY = LocalDate.ofEpochDay(END + 1);

    /** Half of the customers buy every week or so, half every ten weeks or so, each for years until the end. */
    private static Pauses shop(int... more) {
        RandomGenerator random = new Seed(11).random();
        Pauses pauses = new Pauses();
        for (int customer = 0; customer < 400; customer++) {
            double usual = customer % 2 == 0 ? 7 : 70;
            List<Integer> days = new ArrayList<>();
            for (double day = END - 20 * usual;
                    day <= END;
                    day += Math.max(1, usual * Math.exp(0.3 * random.nextGaussian()))) {
                days.add((int) day);
            }
            add(pauses, days);
        }
        add(pauses, Arrays.stream(more).boxed().toList());
        return pauses;
    }

    private static void add(Pauses pauses, List<Integer> days) {
        int last = 0;
        for (int day : new TreeSet<>(days)) {
            pauses.add(day, last == 0 ? 0 : day - last);
            last = day;
        }
    }

    private static Standing standing(int... days) {
        Standings standings = Standings.of(shop(days), DAY);
        return standings.of(standings.customers() - 1);
    }

    private static int[] regular(int every, int silent) {
        return IntStream.rangeClosed(0, 8)
                .map(i -> END + 1 - silent - (8 - i) * every)
                .toArray();
    }

    @Test
    void theSameSilenceMeansSomethingElseToEachRhythm() {
        assertThat(standing(regular(70, 40)).state()).isEqualTo(State.ACTIVE);
        assertThat(standing(regular(7, 40)).state()).isEqualTo(State.GONE_QUIET);
        assertThat(standing(regular(7, 10)).state()).isEqualTo(State.COOLING);
        assertThat(standing(regular(7, 7)).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void theNextPurchaseFollowsTheirOwnRhythmAndIsNeverPast() {
        NextPurchase seldom = next(standing(regular(70, 10)));
        assertThat(seldom.likely()).isBetween(DAY.plusDays(50), DAY.plusDays(70));
        assertThat(seldom.from()).isBetween(DAY.plusDays(20), seldom.likely());
        assertThat(seldom.to()).isBetween(seldom.likely(), DAY.plusDays(110));
        NextPurchase overdue = next(standing(regular(7, 10)));
        assertThat(overdue.from()).isBetween(DAY, DAY.plusDays(3));
        assertThat(standing(regular(7, 40)).next()).isNull();
    }

    private static NextPurchase next(Standing standing) {
        return Objects.requireNonNull(standing.next());
    }

    @Test
    void whoBoughtLatelyForTheFirstTimeIsNewAndNothingElse() {
        assertThat(standing(END + 1 - 60).state()).isEqualTo(State.NEW);
        assertThat(standing(END + 1 - 61).state()).isNotEqualTo(State.NEW);
        assertThat(standing(END - 50, END - 49, END - 48, END - 47).state()).isEqualTo(State.NEW);
    }

    @Test
    void withoutARhythmFixedDaysDecideAndItIsSaid() {
        Pauses pauses = new Pauses();
        for (int silent : new int[] {61, 91, 92, 182, 183}) {
            pauses.add(END + 1 - silent, 0);
        }
        Standings standings = Standings.of(pauses, DAY);
        assertThat(IntStream.range(0, 5).mapToObj(standings::state))
                .containsExactly(State.ACTIVE, State.ACTIVE, State.COOLING, State.COOLING, State.GONE_QUIET);
        assertThat(standings.of(0).next()).isNull();
        assertThat(standings.definitions().get(State.COOLING)).contains("more than 91 days", "too few customers");
    }

    @Test
    void definitionsHoldTheDaysAtWhichTheStatesBegin() {
        String cooling =
                String.valueOf(Standings.of(shop(END), DAY).definitions().get(State.COOLING));
        int days = Integer.parseInt(cooling.replaceFirst(".*five a month apart more than (\\d+)\\.", "$1"));
        assertThat(standing(regular(30, days - 2)).state()).isNotEqualTo(State.COOLING);
        assertThat(days).isBetween(33, 60);
    }

    @Test
    void aShopInItsStoreComesInTheOrderOfItsIdsAndAddsUp() {
        Standings standings = Rhythms.of(1000);
        int[] clusters = IntStream.range(0, 1000).map(i -> i % 3 - 1).toArray();
        double[] spent = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        StateReport report = StateReport.of(standings, clusters, spent);
        assertThat(report.lines()).extracting(StateReport.Line::state).containsExactly(State.values());
        assertThat(report.lines()).allMatch(line -> line.customers() > 0);
        assertThat(report.lines().stream().mapToInt(StateReport.Line::customers).sum())
                .isEqualTo(1000);
        assertThat(report.lines().stream()
                        .mapToDouble(StateReport.Line::revenue)
                        .sum())
                .isEqualTo(999 * 1000 / 2.0);
        assertThat(report.of(-1).values().stream().mapToInt(n -> n).sum()).isEqualTo(334);
        // the first customer bought once, on the first day of 2010
        assertThat(standings.state(0)).isEqualTo(State.GONE_QUIET);
    }

    /**
     * Held-out time: of those called active more come back within 91 days than of those cooling, and of these more than of those gone
     * quiet; and eight of ten who come back do so between the days that were said, give or take what the end of the file cuts off.
     */
    @ParameterizedTest
    @ValueSource(strings = {"clv/apparel.csv", "clv/grocery.csv", "CDNOW_sample.txt"})
    void theOrderOfTheStatesIsThatOfWhatTheyDidNext(String file) throws IOException {
        Map<String, NavigableMap<Integer, Integer>> bought = read(Shared.path("data/" + file));
        int cut = bought.values().stream().mapToInt(NavigableMap::lastKey).max().orElseThrow() - 91;
        Pauses before = new Pauses();
        List<NavigableMap<Integer, Integer>> known = new ArrayList<>();
        for (NavigableMap<Integer, Integer> days : bought.values()) {
            if (days.firstKey() <= cut) {
                add(before, List.copyOf(days.headMap(cut, true).keySet()));
                known.add(days);
            }
        }
        Standings standings = Standings.of(before, LocalDate.ofEpochDay(cut + 1));
        Map<State, double[]> came = new HashMap<>();
        int foretold = 0;
        int inside = 0;
        for (int i = 0; i < known.size(); i++) {
            double[] counts = came.computeIfAbsent(standings.state(i), state -> new double[2]);
            NavigableMap<Integer, Integer> later = known.get(i).tailMap(cut, false);
            counts[0]++;
            counts[1] += later.isEmpty() ? 0 : 1;
            NextPurchase next = standings.of(i).next();
            if (next != null && !later.isEmpty()) {
                LocalDate day = LocalDate.ofEpochDay(later.firstKey());
                foretold++;
                inside += day.isBefore(next.from()) || day.isAfter(next.to()) ? 0 : 1;
            }
        }
        assertThat(share(came, State.ACTIVE)).isGreaterThan(1.5 * share(came, State.COOLING));
        assertThat(share(came, State.COOLING)).isGreaterThan(3 * share(came, State.GONE_QUIET));
        assertThat((double) inside / foretold).isBetween(0.8, 0.97);
    }

    private static double share(Map<State, double[]> came, State state) {
        double[] counts = came.getOrDefault(state, new double[2]);
        return counts[1] / counts[0];
    }

    /** By customer the days of their purchases: customer and day are the first columns, in CDNOW's file behind another number. */
    private static Map<String, NavigableMap<Integer, Integer>> read(Path file) throws IOException {
        int column = file.toString().endsWith(".txt") ? 1 : 0;
        Map<String, NavigableMap<Integer, Integer>> bought = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] cells = line.strip().split("[,\\s]+");
            String day = cells[column + 1].replace("-", "");
            if (day.matches("\\d{8}")) { // not the header
                LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
                bought.computeIfAbsent(cells[column], any -> new TreeMap<>())
                        .merge((int) date.toEpochDay(), 1, Integer::sum);
            }
        }
        return bought;
    }
}
