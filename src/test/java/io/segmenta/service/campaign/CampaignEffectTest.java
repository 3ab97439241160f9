package io.segmenta.service.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.experiment.ControlGroup;
import io.segmenta.engine.experiment.Estimate;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.experiment.SpendCaps;
import io.segmenta.engine.experiment.Spends;
import io.segmenta.engine.experiment.UpliftReport;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.campaign.Spendings.Spending;
import io.segmenta.service.dataset.SampleShop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Campaigns on the customers of a generated shop. What they spend since the campaign is read once, from its rows; each simulation draws
 * another control group in three segments by past spend and, where there is an effect, gives a fifth of the treated one more order, as the
 * generator plants it. {@code UpliftCommandTest} goes the whole way through the generator, the run and the files.
 */
class CampaignEffectTest {
    private static final LocalDate START = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 30);
    private static final CampaignPeriod PERIOD = new CampaignPeriod(START, 91);
    private static final double RESPONSE = 0.2;
    private static final double AMOUNT = 150;

    private static List<String> ids = List.of();
    private static List<Integer> segments = List.of();
    private static Spendings spendings = new Spendings(Map.of(), PERIOD, END);

    @BeforeAll
    static void spendsOfAShop(@TempDir Path folder) throws IOException {
        Path shop = folder.resolve("shop.csv");
        try (OutputStream out = Files.newOutputStream(shop)) {
            SampleShop.generate(SampleSettings.of(1500, new Seed(11)), out);
        }
        try (TransactionStore store = TransactionStore.open(folder.resolve("shop.duckdb"), StoreLimits.defaults())) {
            DatasetReader.read(shop, "shop.csv", SourceOptions.AUTOMATIC, store, Progress.SILENT);
            Map<Field, String> headers = new EnumMap<>(Field.class);
            ColumnMapper.propose(store)
                    .suggestions()
                    .forEach(
                            (field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
            ColumnMapping mapping = new ColumnMapping(headers, DateOrder.YEAR_FIRST);
            QualityReport quality =
                    Cleaner.clean(store, mapping, CleaningRules.defaults(), END.plusDays(1), Progress.SILENT);
            spendings = Spendings.read(store, PERIOD, Extent.of(quality).first());
        }
        ids = spendings.customers().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Spending>>comparingDouble(
                                entry -> entry.getValue().before())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        segments =
                IntStream.range(0, ids.size()).mapToObj(i -> 3 * i / ids.size()).toList();
        assertThat(ids).hasSizeGreaterThan(1400);
        assertThat(spendings.customers().values())
                .extracting(Spending::since)
                .contains(0.0)
                .anyMatch(spend -> spend > 1000);
    }

    private static MeasuredUplift measure(int simulation, double response) {
        Random random = new Random(simulation);
        boolean[] control = ControlGroup.draw(ids, segments, 0.2, new Seed(simulation));
        Map<String, Spending> since = new HashMap<>(spendings.customers());
        List<AudienceLine> lines = new ArrayList<>();
        for (int i = 0; i < control.length; i++) {
            lines.add(new AudienceLine(ids.get(i), "Segment " + segments.get(i), control[i]));
            if (!control[i] && random.nextDouble() < response) {
                since.computeIfPresent(ids.get(i), (id, was) -> new Spending(was.before(), was.since() + AMOUNT));
            }
        }
        Spendings spent = new Spendings(since, PERIOD, spendings.first());
        return CampaignEffect.of(new Audience(lines), spent, 0, Returns.EXCLUDE, null)
                .report()
                .overall();
    }

    @Test
    void theIntervalHoldsTheKnownEffectInNineOfTenCampaigns() {
        double truth = RESPONSE * AMOUNT;
        long covered = IntStream.range(0, 200)
                .mapToObj(simulation -> measure(simulation, RESPONSE))
                .filter(measured -> measured.effect().low() <= truth
                        && truth <= measured.effect().high())
                .count();
        assertThat(covered / 200.0).isBetween(0.85, 0.95);
    }

    @Test
    void withoutAnEffectOneCampaignOfTwentyRaisesTheAlarm() {
        long alarms = IntStream.range(1000, 2000)
                .filter(simulation -> measure(simulation, 0).shown())
                .count();
        assertThat(alarms / 1000.0).isBetween(0.03, 0.06);
    }

    /** Those left alone spent 10 each on average, those who got it 2 more. */
    @Test
    void asAnAssumptionItIsAShareOfWhatThoseLeftAloneSpent() {
        CampaignEffect effect = effect(11, 12, 13, 12);
        Estimate measured = effect.report().overall().effect();
        Uplift uplift = effect.uplift("Measured.").orElseThrow();
        assertThat(uplift.likely()).isCloseTo(0.2, within(1e-12));
        assertThat(uplift.least()).isCloseTo(measured.low() / 10, within(1e-12)).isPositive();
        assertThat(uplift.most()).isCloseTo(measured.high() / 10, within(1e-12));
        assertThat(uplift.source()).isEqualTo("Measured.");
    }

    @Test
    void asAnAssumptionAnEffectIsNeverBelowNothing() {
        Uplift uplift = effect(7, 10, 12, 9).uplift("").orElseThrow();
        assertThat(uplift.least()).isZero();
        assertThat(uplift.likely()).isZero();
        assertThat(uplift.most()).isBetween(0.01, 0.5);
    }

    @Test
    void whatCouldNotBeMeasuredIsNoAssumption() {
        assertThat(effect(7, 0, 0, 0).uplift("")).isEmpty();
    }

    private static CampaignEffect effect(double... treated) {
        UpliftReport.Outcome outcome = new UpliftReport.Outcome(
                "A", new Spends(treated, new double[0]), new Spends(new double[] {9, 10, 11}, new double[0]));
        return new CampaignEffect(
                UpliftReport.of(List.of(outcome), SpendCaps.NONE), SpendCaps.NONE, PERIOD, 7, 0, List.of(), null);
    }

    @Test
    void theLargestSegmentStandsFirst() {
        Audience audience = new Audience(List.of(
                new AudienceLine("1", "B", false),
                new AudienceLine("2", "C", false),
                new AudienceLine("3", "C", true),
                new AudienceLine("4", "A", false)));
        Spendings spent = new Spendings(Map.of("1", new Spending(0, 5), "2", new Spending(0, 7)), PERIOD, START);
        CampaignEffect effect = CampaignEffect.of(audience, spent, 2, Returns.NET, null);
        assertThat(effect.report().segments()).extracting(MeasuredUplift::name).containsExactly("C", "A", "B");
        assertThat(effect.unknown()).isEqualTo(2);
        assertThat(effect.notes())
                .contains("Returns in these days are subtracted, never below 0.")
                .anyMatch(note -> note.startsWith("2 of the 4 customers"))
                .anyMatch(note -> note.startsWith("The data hold nothing from before the campaign"));
        assertThat(effect.caps()).isEqualTo(SpendCaps.NONE);
    }

    /** 200 customers who spend 0 to 199, and the last one 10,000. */
    @Test
    void theCapIsThatOfBothGroups() {
        Map<String, Spending> customers = IntStream.range(0, 200)
                .boxed()
                .collect(Collectors.toMap(i -> "C" + i, i -> new Spending(2 * i, i == 199 ? 10_000 : i)));
        List<String> all = List.copyOf(customers.keySet());
        assertThat(new Spendings(customers, PERIOD, START.minusDays(1)).caps(all))
                .isEqualTo(new SpendCaps(197.01, 394.02));
        assertThat(new Spendings(customers, PERIOD, START).of(all).before()).isEmpty();
    }
}
