package io.segmenta.service.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Predecessor;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.dataset.DatasetStores;
import io.segmenta.service.installation.Home;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsTest {
    private static final LocalDate START = LocalDate.of(2012, 1, 5);

    private final FakeRuns runs = new FakeRuns().addExample();
    private Home home;
    private CampaignService campaigns;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = Home.open(folder);
        campaigns = new Campaigns(
                runs,
                new Everybody(),
                new Memory(),
                new DatasetStores(home, new StoreLimits(256, 1)),
                Clock.fixed(Instant.parse("2026-01-01T09:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static Campaign campaign(String name, Set<Integer> clusters, double share) {
        return new Campaign(name, START, clusters, null, share, 91, new Seed(3));
    }

    @Test
    void theSameCustomersAreLeftAloneEachTimeItIsAsked() {
        SavedCampaign saved = campaigns.add(new RunId(1), campaign("Spring", Set.of(), 0.5), new UserName("ann"));
        Audience audience = campaigns.audience(saved.id());
        assertThat(audience.customers()).isEqualTo(runs.customers.size()).isEqualTo(saved.customers());
        assertThat(audience.control()).isEqualTo(saved.control());
        assertThat(campaigns.audience(saved.id())).isEqualTo(audience);
        assertThat(audience.treatedIds()).hasSize(audience.treated());
    }

    @Test
    void onlyTheChosenSegmentsAreInTheAudience() {
        SavedCampaign saved = campaigns.add(new RunId(1), campaign("Spring", Set.of(0), 0.5), new UserName("ann"));
        assertThat(campaigns.audience(saved.id()).lines())
                .extracting(AudienceLine::customerId)
                .containsExactlyElementsOf(runs.customers.stream()
                        .filter(customer -> customer.cluster() == 0)
                        .map(Assignment::customerId)
                        .toList());
    }

    @Test
    void withoutForecastsNobodyHasARiskScore() {
        Campaign risky = new Campaign("Risky", START, Set.of(), 50, 0.2, 91, new Seed(1));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaigns.add(new RunId(1), risky, new UserName("ann")))
                .withMessageContaining("The audience has 0 customers");
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        campaigns.add(new RunId(1), campaign(" Spring ", Set.of(), 0.5), new UserName("ann"));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaigns.add(new RunId(1), campaign("Spring", Set.of(), 0.5), new UserName("ben")))
                .withMessageContaining("\"Spring\" already");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaigns.add(new RunId(7), campaign("Autumn", Set.of(), 0.5), new UserName("ben")))
                .withMessageContaining("Run 7 is not here any more");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaign("  ", Set.of(), 0.5))
                .withMessageContaining("1 to 200");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new Campaign("x", START, Set.of(), 101, 0.5, 91, new Seed(1)))
                .withMessageContaining("from 0 to 100");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new Campaign("x", START, Set.of(), null, 0.5, 0, new Seed(1)))
                .withMessageContaining("The days a campaign counts (0) must be 1 to 366");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaign("x", Set.of(), 0.6))
                .withMessageContaining("between 1 and 50 %");
    }

    @Test
    void aCampaignThatIsGoneIsToldWithAWayOut() {
        SavedCampaign saved = campaigns.add(new RunId(1), campaign("Spring", Set.of(), 0.5), new UserName("ann"));
        campaigns.delete(saved.id());
        assertThat(campaigns.all()).isEmpty();
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> campaigns.audience(saved.id()))
                .withMessageContaining("upload that");
    }

    @Test
    void finishedAreThoseOfTheSameDataWhoseDaysAreOver() {
        LocalDate last = lastDay();
        Campaign over = new Campaign("Over", last.minusDays(27), Set.of(), null, 0.5, 28, new Seed(3));
        Campaign not = new Campaign("Not over", last.minusDays(26), Set.of(), null, 0.5, 28, new Seed(3));
        campaigns.add(new RunId(1), over, new UserName("ann"));
        campaigns.add(new RunId(1), not, new UserName("ann"));
        assertThat(campaigns.finished(new RunId(1)))
                .extracting(saved -> saved.campaign().name())
                .containsExactly("Over");
        assertThat(campaigns.finished(new RunId(7))).isEmpty();
    }

    @Test
    void aRunOfLaterDataKnowsTheCampaignsOfTheOneItFollows() {
        RunResult result = runs.result(new RunId(1)).orElseThrow();
        runs.results.put(new RunId(2), result);
        runs.results.put(new RunId(3), result);
        Recipe later = Example.recipe().on(new Fingerprint("f".repeat(64)), "later.csv");
        runs.recipes.put(new RunId(2), later.after(new Predecessor(new RunId(1), result.provenance())));
        runs.recipes.put(new RunId(3), later);
        LocalDate last = lastDay();
        campaigns.add(
                new RunId(1),
                new Campaign("Over", last.minusDays(27), Set.of(), null, 0.5, 28, new Seed(3)),
                new UserName("ann"));
        assertThat(campaigns.finished(new RunId(2))).hasSize(1);
        assertThat(campaigns.finished(new RunId(3))).isEmpty();
    }

    private LocalDate lastDay() {
        return Objects.requireNonNull(
                runs.result(new RunId(1)).orElseThrow().quality().lastDay());
    }

    private final class Everybody implements AssignmentRepository {
        @Override
        public List<Assignment> page(AssignmentQuery query) {
            return runs.assignments(query);
        }

        @Override
        public int count(AssignmentQuery query) {
            return runs.count(query);
        }

        @Override
        public Optional<Assignment> find(RunId run, String customer) {
            return runs.customers.stream()
                    .filter(each -> each.customerId().equals(customer))
                    .findFirst();
        }

        @Override
        public List<Assignment> sample(RunId run, int limit) {
            return runs.sample(run, limit);
        }

        @Override
        public Map<Integer, Assignment> at(RunId run, int[] places) {
            return Arrays.stream(places).boxed().collect(Collectors.toMap(place -> place, runs.customers::get));
        }

        @Override
        public Stream<Assignment> all(RunId run) {
            return runs.customers.stream();
        }
    }

    private static final class Memory implements CampaignRepository {
        private final List<SavedCampaign> saved = new ArrayList<>();

        @Override
        public Optional<SavedCampaign> add(
                RunId run, Campaign campaign, int customers, int control, Instant at, UserName by) {
            if (saved.stream().anyMatch(one -> one.campaign().name().equals(campaign.name()))) {
                return Optional.empty();
            }
            saved.add(new SavedCampaign(saved.size() + 1L, run, campaign, customers, control, at, by));
            return Optional.of(saved.getLast());
        }

        @Override
        public List<SavedCampaign> all() {
            return List.copyOf(saved);
        }

        @Override
        public void delete(long campaign) {
            saved.removeIf(one -> one.id() == campaign);
        }
    }
}
