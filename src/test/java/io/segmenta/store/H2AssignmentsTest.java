package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.CustomerForecast.Forecast;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentQuery.Sort;
import io.segmenta.testing.Example;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer is compared with a plain filter and sort of all customers. */
class H2AssignmentsTest {
    /** Not a multiple of a block. */
    private static final int CUSTOMERS = 5_000;

    @TempDir
    static Path folder;

    private static Databases database;
    private static RunId run;
    private static List<Assignment> all;

    @BeforeAll
    static void fill() {
        database = Databases.open(folder);
        database.datasets.add(
                new Dataset(Example.recipe().source().dataset(), "shop.csv", "CSV", List.of("a"), 1, 1, Instant.EPOCH));
        Outcome outcome = Databases.outcome(CUSTOMERS);
        run = store(outcome);
        store(Databases.outcome(300));
        all = IntStream.range(0, CUSTOMERS).mapToObj(outcome::assignment).toList();
    }

    private static RunId store(Outcome outcome) {
        RunId id = database.runs.add(Example.recipe(), new UserName("anna"), Instant.EPOCH);
        database.runs.start(id, Instant.EPOCH);
        database.runs.succeed(id, outcome, Instant.EPOCH, Progress.SILENT);
        return id;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void sortsByEveryKeyInBothDirections(Sort sort) {
        Comparator<Assignment> order = Comparator.comparingDouble(value(sort)).thenComparing(Assignment::customerId);
        assertThat(page("", Set.of(), sort, true, 0, CUSTOMERS))
                .isEqualTo(all.stream().sorted(order).toList());
        assertThat(page("", Set.of(), sort, false, 0, CUSTOMERS))
                .isEqualTo(all.stream().sorted(order.reversed()).toList());
    }

    private static ToDoubleFunction<Assignment> value(Sort sort) {
        return switch (sort) {
            case CUSTOMER_ID -> a -> 0;
            case RECENCY -> Assignment::recencyDays;
            case FREQUENCY -> Assignment::frequency;
            case MONETARY -> Assignment::monetary;
            case AVERAGE_BASKET_SIZE -> Assignment::averageBasketSize;
            case CLV -> Assignment::clv;
            case CLUSTER -> Assignment::cluster;
        };
    }

    @Test
    void pagesFollowOnEachOther() {
        List<Assignment> pages = IntStream.range(0, 11)
                .boxed()
                .flatMap(i -> page("", Set.of(), Sort.MONETARY, false, i * 500, 500).stream())
                .toList();
        assertThat(pages).isEqualTo(page("", Set.of(), Sort.MONETARY, false, 0, CUSTOMERS));
    }

    @Test
    void beyondTheEndThereIsNothing() {
        assertThat(page("", Set.of(), Sort.CLV, true, CUSTOMERS, 10)).isEmpty();
        assertThat(page("", Set.of(), Sort.CLV, true, CUSTOMERS - 3, 10)).hasSize(3);
    }

    @Test
    void filtersByClusterAlsoThoseLeftOut() {
        Set<Integer> wanted = Set.of(-1, 2);
        List<Assignment> expected =
                all.stream().filter(a -> wanted.contains(a.cluster())).toList();
        assertThat(page("", wanted, Sort.CUSTOMER_ID, true, 0, CUSTOMERS)).isEqualTo(expected);
        assertThat(count("", wanted)).isEqualTo(expected.size());
    }

    @Test
    void findsPartsOfAnIdWhateverTheCase() {
        List<Assignment> expected =
                all.stream().filter(a -> a.customerId().contains("C00042")).toList();
        assertThat(page(" c00042 ", Set.of(), Sort.CUSTOMER_ID, true, 0, CUSTOMERS))
                .isEqualTo(expected)
                .hasSize(100);
        assertThat(count("77", Set.of(1))).isEqualTo((int) all.stream()
                .filter(a -> a.customerId().contains("77") && a.cluster() == 1)
                .count());
        assertThat(count("nobody", Set.of())).isZero();
    }

    @Test
    void findsSomebodyByExactlyTheirId() {
        for (Assignment customer : List.of(all.getFirst(), all.get(255), all.get(256), all.get(2_500), all.getLast())) {
            assertThat(database.assignments.find(run, customer.customerId())).contains(customer);
        }
        String id = all.get(7).customerId();
        for (String other : List.of("", id.substring(1), id + "0", id.toLowerCase(Locale.ROOT), "\uffff")) {
            assertThat(database.assignments.find(run, other)).as(other).isEmpty();
        }
        assertThat(database.assignments.find(new RunId(999), id)).isEmpty();
    }

    @Test
    void anUnknownRunHasNobody() {
        AssignmentQuery query = new AssignmentQuery(new RunId(999), "x", Set.of(1), Set.of(), Sort.CLV, true, 0, 10);
        assertThat(database.assignments.page(query)).isEmpty();
        assertThat(database.assignments.count(query)).isZero();
        assertThat(database.assignments.sample(new RunId(999), 10)).isEmpty();
        assertThat(database.assignments.all(new RunId(999))).isEmpty();
    }

    @Test
    void readsEverybodyInTheOrderOfTheIds() {
        try (Stream<Assignment> stream = database.assignments.all(run)) {
            assertThat(stream.toList()).isEqualTo(all);
        }
    }

    @Test
    void aSampleKeepsTheProportionsAndIsTheSameEachTime() {
        List<Assignment> sample = database.assignments.sample(run, 500);
        assertThat(sample).hasSizeBetween(490, 500).isEqualTo(database.assignments.sample(run, 500));
        for (int cluster = -1; cluster < 5; cluster++) {
            int wanted = cluster;
            long members = all.stream().filter(a -> a.cluster() == wanted).count();
            assertThat(sample.stream().filter(a -> a.cluster() == wanted).count())
                    .isBetween(members / 10 - 1, members / 10 + 1);
        }
    }

    @Test
    void aSampleHasSomebodyOfEachCluster() {
        assertThat(database.assignments.sample(run, 20).stream()
                        .map(Assignment::cluster)
                        .distinct())
                .containsExactlyInAnyOrder(-1, 0, 1, 2, 3, 4);
    }

    @Test
    void aLargeRunHasItsSampleAtHand() {
        int customers = H2Assignments.KEPT_SAMPLE + 5_000;
        Outcome outcome = Databases.outcome(customers);
        RunId large = store(outcome);
        List<Assignment> everybody =
                IntStream.range(0, customers).mapToObj(outcome::assignment).toList();
        List<Assignment> sample = database.assignments.sample(large, H2Assignments.KEPT_SAMPLE);
        assertThat(sample).hasSizeBetween(H2Assignments.KEPT_SAMPLE - 10, H2Assignments.KEPT_SAMPLE);
        assertThat(Set.copyOf(everybody)).containsAll(sample);
        assertThat(sample).isSortedAccordingTo(Comparator.comparing(Assignment::customerId));
        assertThat(database.assignments.sample(large, 500))
                .hasSizeBetween(490, 500)
                .isSubsetOf(sample);
        assertThat(database.assignments.all(large)).isEqualTo(everybody);
        assertThat(database.assignments.sample(large, customers)).isEqualTo(everybody);
    }

    @Test
    void aSampleOfMoreThanThereAreIsEverybody() {
        assertThat(database.assignments.sample(run, CUSTOMERS)).isEqualTo(all);
    }

    @Test
    void equalValuesAreOrderedByPosition() {
        double[] values = {2, 1, 2, -0.5, 1, 2};
        assertThat(AssignmentIndex.order(6, i -> values[i])).containsExactly(3, 1, 4, 0, 2, 5);
        assertThat(AssignmentIndex.order(0, i -> 0)).isEmpty();
    }

    @Test
    void blocksKeepEveryCharacterOfAnId() {
        Assignment odd = new Assignment("Zoë\n\"Ä\",😀", 1, 2, 3.25, -4.5, 0, true, -1, null, null);
        assertThat(CustomerBlock.read(CustomerBlock.write(List.of(odd, odd)))).containsExactly(odd, odd);
    }

    @Test
    void forecastsComeBackWhereThereAreSome() {
        Forecast tested = new Forecast(0.25, 1.5, 300, 1200.5, new Interval(900, 1500));
        List<Assignment> customers = List.of(
                forecast("all", new CustomerForecast("all", 12.5, false, tested)),
                forecast("score", new CustomerForecast("score", 70, true, null)),
                forecast("none", null));
        assertThat(CustomerBlock.read(CustomerBlock.write(customers))).containsExactlyElementsOf(customers);
    }

    private static Assignment forecast(String id, @Nullable CustomerForecast forecast) {
        return new Assignment(id, 1, 2, 3, 4, 5, false, 0, forecast, null);
    }

    @Test
    void standingsComeBackWhereThereAreSome() {
        LocalDate day = LocalDate.of(2026, 2, 28);
        List<Assignment> customers = Stream.of(
                        new Standing(State.ACTIVE, new NextPurchase(day, day.plusDays(3), day.plusDays(40))),
                        new Standing(State.GONE_QUIET, null))
                .map(standing -> new Assignment("A", 1, 2, 3, 4, 5, false, 0, null, standing))
                .toList();
        assertThat(CustomerBlock.read(CustomerBlock.write(customers))).containsExactlyElementsOf(customers);
    }

    @Test
    void aBlockOfTheVersionBeforeHasANumberMoreInEachForecast() {
        ByteBuffer block = ByteBuffer.allocate(4 + 4 + 1 + 2 * 4 + 3 * 8 + 2 + 2 + 8 * 8 + 1 + 4);
        block.putInt(-2).putInt(1).put((byte) 'A').putInt(7).putInt(3);
        block.putDouble(99.5).putDouble(2).putDouble(38.8).put((byte) 0).put((byte) 4);
        block.put((byte) 1).put((byte) 0).putDouble(40);
        block.putDouble(0.25)
                .putDouble(1.5)
                .putDouble(300)
                .putDouble(1200.5)
                .putDouble(900)
                .putDouble(1500);
        block.putDouble(0.6).put((byte) State.COOLING.code()).putInt(-1);
        Forecast forecast = new Forecast(0.25, 1.5, 300, 1200.5, new Interval(900, 1500));
        assertThat(CustomerBlock.read(block.array()))
                .containsExactly(new Assignment(
                        "A",
                        7,
                        3,
                        99.5,
                        2,
                        38.8,
                        false,
                        4,
                        new CustomerForecast("A", 40, false, forecast),
                        new Standing(State.COOLING, null)));
    }

    @Test
    void aBlockOfAStillEarlierVersionHasForecastsAndNoStandings() {
        ByteBuffer block = ByteBuffer.allocate(4 + 4 + 1 + 2 * 4 + 3 * 8 + 2 + 1);
        block.putInt(-1).putInt(1).put((byte) 'A').putInt(7).putInt(3);
        block.putDouble(99.5).putDouble(2).putDouble(38.8);
        block.put((byte) 0).put((byte) 4).put((byte) 0);
        assertThat(CustomerBlock.read(block.array()))
                .containsExactly(new Assignment("A", 7, 3, 99.5, 2, 38.8, false, 4, null, null));
    }

    @Test
    void statesFilterWhoIsFound() {
        int all = 0;
        for (State state : State.values()) {
            AssignmentQuery query =
                    new AssignmentQuery(run, "", Set.of(), Set.of(state), Sort.MONETARY, false, 0, CUSTOMERS);
            List<Assignment> found = database.assignments.page(query);
            assertThat(found)
                    .isNotEmpty()
                    .allMatch(a -> Objects.requireNonNull(a.standing()).state().equals(state));
            assertThat(database.assignments.count(query)).isEqualTo(found.size());
            all += found.size();
        }
        assertThat(all).isEqualTo(CUSTOMERS);
    }

    @Test
    void aBlockOfAnEarlierVersionHasNoForecasts() {
        ByteBuffer block = ByteBuffer.allocate(4 + 1 + 2 * 4 + 3 * 8 + 2);
        block.putInt(1)
                .put((byte) 'A')
                .putInt(7)
                .putInt(3)
                .putDouble(99.5)
                .putDouble(2)
                .putDouble(38.8);
        block.put((byte) 0).put((byte) 4);
        assertThat(CustomerBlock.read(block.array()))
                .containsExactly(new Assignment("A", 7, 3, 99.5, 2, 38.8, false, 4, null, null));
    }

    @Test
    void anIdOfAbsurdLengthIsRefusedInWords() {
        Assignment absurd =
                new Assignment("x".repeat(CustomerBlock.LONGEST_ID + 1), 1, 2, 3, 4, 0, false, 0, null, null);
        assertThatThrownBy(() -> CustomerBlock.write(List.of(absurd)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("3001 characters")
                .hasMessageContaining("right column");
    }

    private static List<Assignment> page(
            String search, Set<Integer> clusters, Sort sort, boolean ascending, int offset, int limit) {
        return database.assignments.page(
                new AssignmentQuery(run, search, clusters, Set.of(), sort, ascending, offset, limit));
    }

    private static int count(String search, Set<Integer> clusters) {
        return database.assignments.count(new AssignmentQuery(run, search, clusters, Set.of(), Sort.CLV, true, 0, 1));
    }
}
