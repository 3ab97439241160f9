package io.segmenta.service.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.experiment.ControlGroup;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.SampleShop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final double RESPONSE = 0.2;
    private static final double AMOUNT = 150;

    private static List<String> ids = List.of();
    private static List<Integer> segments = List.of();
    private static Map<String, Double> spends = Map.of();

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
            Cleaner.clean(store, mapping, CleaningRules.defaults(), END, Progress.SILENT);
            spends = CampaignEffect.spends(store, START);
            Map<String, Double> past = CampaignEffect.spends(store, LocalDate.of(2023, 1, 1));
            spends.forEach((id, since) -> past.merge(id, -since, Double::sum));
            ids = past.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
            segments = IntStream.range(0, ids.size())
                    .mapToObj(i -> 3 * i / ids.size())
                    .toList();
        }
        assertThat(ids).hasSizeGreaterThan(1400);
        assertThat(spends.values()).contains(0.0).anyMatch(spend -> spend > 1000);
    }

    private static MeasuredUplift measure(int simulation, double response) {
        Random random = new Random(simulation);
        boolean[] control = ControlGroup.draw(ids, segments, 0.2, new Seed(simulation));
        Map<String, Double> since = new HashMap<>(spends);
        List<AudienceLine> lines = new ArrayList<>();
        for (int i = 0; i < control.length; i++) {
            lines.add(new AudienceLine(ids.get(i), "Segment " + segments.get(i), control[i]));
            if (!control[i] && random.nextDouble() < response) {
                since.merge(ids.get(i), AMOUNT, Double::sum);
            }
        }
        return CampaignEffect.of(new Audience(lines), since, START, END, Returns.EXCLUDE)
                .report()
                .overall();
    }

    @Test
    void theIntervalHoldsTheKnownEffectInNineOfTenCampaigns() {
        double truth = RESPONSE * AMOUNT;
        long covered = IntStream.range(0, 200)
                .mapToObj(simulation -> measure(simulation, RESPONSE))
                .filter(measured -> measured.low() <= truth && truth <= measured.high())
                .count();
        assertThat(covered / 200.0).isBetween(0.85, 0.95);
    }

    @Test
    void withoutAnEffectOneCampaignOfTwentyRaisesTheAlarm() {
        long alarms = IntStream.range(1000, 2000)
                .filter(simulation -> measure(simulation, 0).significant())
                .count();
        assertThat(alarms / 1000.0).isBetween(0.03, 0.07);
    }

    @Test
    void theLargestSegmentStandsFirst() {
        Audience audience = new Audience(List.of(
                new AudienceLine("1", "B", false),
                new AudienceLine("2", "C", false),
                new AudienceLine("3", "C", true),
                new AudienceLine("4", "A", false)));
        CampaignEffect effect = CampaignEffect.of(audience, Map.of("1", 5.0, "2", 7.0), START, END, Returns.NET);
        assertThat(effect.report().segments()).extracting(MeasuredUplift::name).containsExactly("C", "A", "B");
        assertThat(effect.unknown()).isEqualTo(2);
        assertThat(effect.notes())
                .contains("Returns in these days are subtracted, never below 0.")
                .anyMatch(note -> note.startsWith("2 of the 4 customers"));
    }
}
