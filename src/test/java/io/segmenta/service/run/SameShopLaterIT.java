package io.segmenta.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.Services;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Journeys.Order;
import io.segmenta.engine.segment.Migration;
import io.segmenta.engine.segment.Migration.Direction;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.compare.Mover;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.results.AssignmentQuery;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Two dates of one upload, and two uploads of one shop, on the shipped sample. */
@SpringBootTest(classes = Services.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SameShopLaterIT {
    @Autowired
    DatasetService datasets;

    @Autowired
    RunService runs;

    @Autowired
    CompareService comparisons;

    private Recipe recipe(Fingerprint dataset) {
        MappingProposal proposal = datasets.propose(dataset);
        Map<Field, String> headers = new EnumMap<>(Field.class);
        proposal.suggestions()
                .forEach((field, suggestion) ->
                        suggestion.candidates().stream().findFirst().ifPresent(header -> headers.put(field, header)));
        return Recipe.of(
                "Winter",
                new Source(dataset, new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()))),
                new Method.Given(KMeansParameters.of(5)),
                new Seed(42));
    }

    private RunResult done(RunHandle handle) throws InterruptedException {
        assertThat(handle.await().status()).isEqualTo(RunStatus.SUCCEEDED);
        return runs.result(handle.id()).orElseThrow();
    }

    private List<Assignment> everybody(RunId run) {
        return runs.assignments(new AssignmentQuery(
                run, "", Set.of(), Set.of(), AssignmentQuery.Sort.CUSTOMER_ID, true, 0, Integer.MAX_VALUE));
    }

    private static CompareService.Query query(RunId before, RunId after, @Nullable Integer from, @Nullable Integer to) {
        return new CompareService.Query(before, after, from, to, Order.MONEY_AFTER, false, 0, Integer.MAX_VALUE);
    }

    @Test
    void twoDatesOfOneUpload() throws Exception {
        Fingerprint sample = datasets.addSample(Progress.SILENT).fingerprint();
        RunHandle now = runs.submit(recipe(sample), new UserName("anna"));
        RunResult later = done(now);
        assertThat(later.insights().continuity()).as("the first of its source").isNull();
        LocalDate day = Objects.requireNonNull(later.quality().lastDay()).minusDays(90);
        RunHandle then = runs.until(now.id(), day, new UserName("anna"));
        RunResult earlier = done(then);

        assertThat(earlier.snapshot()).isEqualTo(day.plusDays(1));
        assertThat(earlier.quality().lastDay()).isBeforeOrEqualTo(day);
        assertThat(earlier.customers()).isPositive().isLessThan(later.customers());
        Continuity continuity = Objects.requireNonNull(earlier.insights().continuity());
        assertThat(continuity.run()).isEqualTo(now.id());
        assertThat(continuity.snapshot()).isEqualTo(later.snapshot());
        assertThat(continuity.matched()).isTrue();
        assertThat(earlier.segments())
                .allSatisfy(segment -> assertThat(continuity.change(segment)).isPresent());
        assertThat(earlier.segments()).extracting(Segment::name).doesNotHaveDuplicates();

        comparesWhatTheCustomersSay(then.id(), now.id());

        RunHandle again = runs.again(then.id(), new UserName("ben"));
        assertThat(done(again)).satisfies(repeated -> {
            assertThat(repeated.segments()).isEqualTo(earlier.segments());
            assertThat(repeated.provenance()).isEqualTo(earlier.provenance());
            assertThat(repeated.insights().continuity()).isEqualTo(continuity);
        });

        runs.delete(now.id());
        assertThat(Objects.requireNonNull(done(runs.again(then.id(), new UserName("anna")))
                        .insights()
                        .continuity()))
                .satisfies(without -> {
                    assertThat(without.matched()).isFalse();
                    assertThat(without.summary()).contains("was deleted");
                });
        assertThatThrownBy(() -> comparisons.compare(new RunId(999_999), then.id()))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("999999");
    }

    private void comparesWhatTheCustomersSay(RunId then, RunId now) {
        Migration migration = comparisons.compare(then, now).migration();
        Map<String, Assignment> before = new HashMap<>();
        everybody(then).forEach(customer -> before.put(customer.customerId(), customer));
        Map<String, Assignment> after = new HashMap<>();
        everybody(now).forEach(customer -> after.put(customer.customerId(), customer));
        assertThat(migration.customers(Direction.ADDED)).isEqualTo(after.size() - before.size());
        assertThat(migration.customers(Direction.DROPPED)).isZero();
        assertThat(comparisons.count(query(then, now, null, null))).isEqualTo(after.size());
        for (Flow flow : migration.flows()) {
            CompareService.Query query = query(then, now, flow.from(), flow.to());
            assertThat(comparisons.count(query)).isEqualTo(flow.customers());
            List<Mover> movers = comparisons.movers(query);
            assertThat(movers)
                    .hasSize(flow.customers())
                    .isSortedAccordingTo((a, b) -> Double.compare(b.moneyAfter(), a.moneyAfter()))
                    .allSatisfy(mover -> {
                        Assignment was = before.get(mover.customerId());
                        Assignment is = Objects.requireNonNull(after.get(mover.customerId()));
                        assertThat(was == null ? Migration.ABSENT : was.cluster())
                                .isEqualTo(mover.from());
                        assertThat(is.cluster()).isEqualTo(mover.to());
                        assertThat(is.monetary()).isEqualTo(mover.moneyAfter());
                    });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        comparisons.write(query(then, now, null, null), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1 + after.size())
                .first()
                .isEqualTo("customer_id,segment_before,segment_after,monetary_before,monetary_after");
    }

    /** On the earlier day the data could not choose: half a year of history is too short for that. */
    @Test
    void aRunThatFollowsAnotherKeepsItsFeatures() throws Exception {
        Fingerprint sample = datasets.addSample(Progress.SILENT).fingerprint();
        UserName erin = new UserName("erin");
        RunHandle now = runs.submit(recipe(sample).choosingFeatures(), erin);
        RunResult chosen = done(now);
        List<Feature> theirs = chosen.transform().features();
        assertThat(theirs).isEqualTo(FeatureSet.RFM.features());
        assertThat(Objects.requireNonNull(chosen.insights().fitting()).features())
                .isNotNull();
        assertThat(runs.recipe(now.id()).orElseThrow().features()).isEqualTo(FeatureChoice.BEST);

        LocalDate day = Objects.requireNonNull(chosen.quality().firstDay()).plusDays(200);
        RunHandle then = runs.until(now.id(), day, erin);
        RunResult kept = done(then);
        assertThat(kept.transform().features()).isEqualTo(theirs);
        assertThat(Objects.requireNonNull(kept.insights().fitting()).features()).isNull();
        assertThat(runs.recipe(then.id()).orElseThrow().features()).isEqualTo(FeatureChoice.KEPT);

        Recipe another = recipe(sample).choosingFeatures().until(day.plusDays(7));
        assertThat(runs.recipe(runs.submit(another, erin).id()).orElseThrow()).satisfies(recipe -> {
            assertThat(recipe.features()).as("the wizard's as well").isEqualTo(FeatureChoice.KEPT);
            assertThat(recipe.transform().features()).isEqualTo(theirs);
        });
        RunResult alone = done(runs.submit(recipe(sample).choosingFeatures().until(day), new UserName("fred")));
        assertThat(alone.transform().features()).isEqualTo(FeatureSet.ORIGINAL.features());
        RunHandle given = runs.submit(recipe(sample).until(day.plusDays(14)), erin);
        assertThat(done(given).transform().features())
                .as("what is named is taken")
                .isEqualTo(FeatureSet.ORIGINAL.features());
    }

    @Test
    void segmentsPutTogetherStayTogether() throws Exception {
        UserName emil = new UserName("emil");
        Fingerprint sample = datasets.addSample(Progress.SILENT).fingerprint();
        RunHandle first = runs.submit(recipe(sample), emil);
        RunResult found = done(first);
        List<Segment> two = found.segments().subList(3, 5);
        Set<Integer> clusters = two.stream().map(Segment::cluster).collect(Collectors.toSet());
        RunHandle second = runs.reshape(first.id(), shaped -> Reshaping.merged(shaped, clusters), emil);
        RunResult together = done(second);
        assertThat(together.segments()).hasSize(4);
        assertThat(together.segments())
                .extracting(Segment::name)
                .containsAll(found.segments().subList(0, 3).stream()
                        .map(Segment::name)
                        .toList());
        Segment one = together.segments().stream()
                .filter(segment -> segment.customers()
                        == two.stream().mapToInt(Segment::customers).sum())
                .findFirst()
                .orElseThrow();
        Map<String, Integer> was = new HashMap<>();
        everybody(first.id()).forEach(customer -> was.put(customer.customerId(), customer.cluster()));
        assertThat(everybody(second.id()))
                .hasSize(was.size())
                .allSatisfy(customer -> assertThat(customer.cluster() == one.cluster())
                        .isEqualTo(clusters.contains(was.get(customer.customerId()))));

        runs.rename(second.id(), one.cluster(), "Gardeners");
        LocalDate day = found.snapshot().minusDays(40);
        assertThat(done(runs.until(second.id(), day, emil)).segments())
                .as("on another day")
                .hasSize(4)
                .extracting(Segment::name)
                .contains("Gardeners");
        assertThat(done(runs.submit(recipe(sample).until(day.minusDays(5)), emil))
                        .segments())
                .as("a run of its own by the same method")
                .hasSize(4);
        assertThat(done(runs.submit(recipe(sample).until(day), new UserName("fay")))
                        .segments())
                .as("of somebody else")
                .hasSize(5);
        assertThat(runs.result(first.id()).orElseThrow().segments()).isEqualTo(found.segments());
    }

    /** A search for features would not find the same again: the run that was changed has other settings than the one that chose. */
    @Test
    void segmentsPutTogetherKeepTheFeaturesThatWereChosen() throws Exception {
        UserName gwen = new UserName("gwen");
        Fingerprint sample = datasets.addSample(Progress.SILENT).fingerprint();
        RunHandle first = runs.submit(recipe(sample).choosingFeatures(), gwen);
        List<Feature> theirs = done(first).transform().features();
        assertThat(theirs).isEqualTo(FeatureSet.RFM.features());
        RunHandle second = runs.reshape(first.id(), shaped -> Reshaping.merged(shaped, Set.of(0, 1)), gwen);
        assertThat(done(second)).satisfies(together -> {
            assertThat(together.segments()).hasSize(4);
            assertThat(together.transform().features()).isEqualTo(theirs);
        });
        assertThat(runs.recipe(second.id()).orElseThrow().features()).isEqualTo(FeatureChoice.KEPT);

        Recipe plain = recipe(sample).choosingFeatures();
        LocalDate day = runs.result(first.id()).orElseThrow().snapshot().minusDays(40);
        assertThat(done(runs.submit(plain.until(day), gwen))).satisfies(later -> {
            assertThat(later.segments()).hasSize(4);
            assertThat(later.transform().features()).isEqualTo(theirs);
        });
    }

    @Test
    void theDefaultFollowsARunOfNamedFeaturesWithItsChanges() throws Exception {
        UserName hugo = new UserName("hugo");
        Fingerprint sample = datasets.addSample(Progress.SILENT).fingerprint();
        Recipe named = recipe(sample);
        List<Feature> rhythm = FeatureSet.RHYTHM.features();
        RunHandle first = runs.submit(named.withTransform(named.transform().of(rhythm)), hugo);
        LocalDate day = done(first).snapshot().minusDays(40);
        done(runs.reshape(first.id(), shaped -> Reshaping.merged(shaped, Set.of(0, 1)), hugo));
        assertThat(done(runs.submit(named.choosingFeatures().until(day), hugo))).satisfies(later -> {
            assertThat(later.transform().features()).isEqualTo(rhythm);
            assertThat(later.segments()).hasSize(4);
        });
        assertThat(done(runs.submit(named.until(day), hugo)).segments())
                .as("other features begin without")
                .hasSize(5);
    }

    @Test
    void twoUploadsOfOneShop(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("january.csv");
        Path longer = folder.resolve("february.csv");
        Path other = folder.resolve("other.csv");
        StringBuilder rows = new StringBuilder("CustomerID,InvoiceNo,StockCode,InvoiceDate,Quantity,UnitPrice\n");
        for (int i = 0; i < 300; i++) {
            int customer = i % 60;
            rows.append("c%d,%d,p%d,2024-01-%02d,%d,%d\n"
                    .formatted(customer, i % 7 * 100 + customer, i % 9, 1 + i % 28, 1 + customer % 5, 1 + customer));
        }
        Files.writeString(file, rows);
        Files.writeString(other, rows.toString().replace("\nc", "\nx"));
        Files.writeString(longer, rows + "c1,9000,p1,2024-02-03,4,30\nc99,9001,p1,2024-02-04,1,3\n");
        Dataset january = datasets.add(file, "january.csv", Progress.SILENT);
        Dataset february = datasets.add(longer, "february.csv", Progress.SILENT);
        Dataset strangers = datasets.add(other, "other.csv", Progress.SILENT);

        RunHandle first = runs.submit(recipe(january.fingerprint()), new UserName("carl"));
        done(first);
        RunHandle second = runs.submit(recipe(february.fingerprint()), new UserName("carl"));
        Continuity found = Objects.requireNonNull(done(second).insights().continuity());
        assertThat(found.run()).isEqualTo(first.id());
        assertThat(found.matched()).isTrue();
        assertThat(found.summary()).contains("1 were added and 0 dropped");

        assertThat(done(runs.submit(recipe(january.fingerprint()), new UserName("dora")))
                        .insights()
                        .continuity())
                .as("runs of others are not followed")
                .isNull();
        RunHandle third = runs.on(second.id(), strangers.fingerprint(), new UserName("carl"));
        assertThat(runs.recipe(third.id()).orElseThrow().name()).isEqualTo("other.csv");
        assertThat(Objects.requireNonNull(done(third).insights().continuity())).satisfies(apart -> {
            assertThat(apart.run()).isEqualTo(second.id());
            assertThat(apart.matched()).isFalse();
            assertThat(apart.summary()).startsWith("Only 0 of 60 customers are in both runs");
        });
        assertThatThrownBy(() ->
                        runs.on(first.id(), datasets.addSample(Progress.SILENT).fingerprint(), new UserName("carl")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("has no column");
    }
}
