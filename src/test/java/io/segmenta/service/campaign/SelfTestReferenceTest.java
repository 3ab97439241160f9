package io.segmenta.service.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.cli.MappingChoice;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.experiment.ControlGroup;
import io.segmenta.engine.experiment.Estimate;
import io.segmenta.engine.experiment.SelfTest;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.service.campaign.Spendings.Spending;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.testing.Shared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real shops without a campaign: 1,000 control groups of a fifth, and effects that are planted. */
class SelfTestReferenceTest {
    private static final LocalDate AUTUMN = LocalDate.of(2011, 9, 10);

    private static OpenedFile open(String file) {
        return OpenedFile.read(Shared.path("data/" + file), StageProgress.SILENT);
    }

    private static ColumnMapping mapping(OpenedFile file) {
        return new MappingChoice(Map.of(), null, null, true, line -> {}).decide(file);
    }

    private static SelfTest selfTest(OpenedFile file, LocalDate from, int days) {
        return Rehearsal.selfTest(
                file,
                mapping(file),
                CleaningRules.of(file.reading()).with(Returns.EXCLUDE),
                from,
                days,
                0.2,
                1000,
                StageProgress.SILENT);
    }

    /** The table of 3,370 customers: by Welch 83.9 and 216.7, capped and adjusted 15.4 and 36.9. */
    @Test
    void onlineRetail() {
        try (OpenedFile file = open("online_retail.csv.gz")) {
            SelfTest month = selfTest(file, AUTUMN, 28);
            assertThat(month.sdRaw()).isCloseTo(83.9, within(5.0));
            assertThat(month.sdAdjusted()).isCloseTo(15.4, within(0.6));
            assertThat(month.alarms()).isBetween(0.03, 0.06);
            SelfTest quarter = selfTest(file, AUTUMN, 91);
            assertThat(quarter.sdRaw()).isCloseTo(216.7, within(15.0));
            assertThat(quarter.sdAdjusted()).isCloseTo(36.9, within(1.5));
            assertThat(quarter.alarms()).isBetween(0.03, 0.06);
            plantedEffectsAreCovered(file);
        }
    }

    @Test
    void cdnow() {
        try (OpenedFile file = open("CDNOW_sample.txt")) {
            for (int days : new int[] {28, 91}) {
                SelfTest test = selfTest(file, LocalDate.of(1998, 7, 1).minusDays(days), days);
                assertThat(test.alarms()).as(days + " days").isBetween(0.03, 0.06);
                assertThat(test.savedCustomers()).isGreaterThan(1.2);
            }
        }
    }

    /** A fifth of those who get it order once more, for 150. */
    private static void plantedEffectsAreCovered(OpenedFile file) {
        CampaignPeriod period = new CampaignPeriod(AUTUMN, 91);
        Spendings before = file.ask(store -> {
            Extent extent = Extent.of(Cleaner.clean(
                    store,
                    mapping(file),
                    CleaningRules.of(file.reading()).with(Returns.EXCLUDE),
                    file.today(),
                    StageProgress.SILENT.of(Stage.CLEAN)));
            return Spendings.read(store, period, extent.first());
        });
        List<String> ids = List.copyOf(before.boughtBefore());
        long covered = IntStream.range(0, 300)
                .mapToObj(simulation -> measure(before, ids, simulation))
                .filter(effect -> effect.low() <= 30 && 30 <= effect.high())
                .count();
        assertThat(covered / 300.0).isBetween(0.85, 0.95);
    }

    private static Estimate measure(Spendings before, List<String> ids, int simulation) {
        boolean[] control = ControlGroup.draw(ids, Collections.nCopies(ids.size(), 1), 0.2, new Seed(simulation));
        Random random = new Random(simulation);
        Map<String, Spending> since = new HashMap<>(before.customers());
        List<AudienceLine> lines = new ArrayList<>();
        for (int i = 0; i < control.length; i++) {
            lines.add(new AudienceLine(ids.get(i), "All", control[i]));
            if (!control[i] && random.nextDouble() < 0.2) {
                since.computeIfPresent(ids.get(i), (id, was) -> new Spending(was.before(), was.since() + 150));
            }
        }
        Spendings spent = new Spendings(since, before.period(), before.first());
        return CampaignEffect.of(new Audience(lines), spent, 0, Returns.EXCLUDE, null)
                .report()
                .overall()
                .effect();
    }
}
