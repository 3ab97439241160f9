package io.segmenta.service.campaign;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.experiment.DetectableEffect;
import io.segmenta.engine.experiment.DetectableEffect.Planned;
import io.segmenta.engine.experiment.SelfTest;
import io.segmenta.engine.experiment.SpendCaps;
import io.segmenta.engine.experiment.Spends;
import io.segmenta.engine.numeric.Sampling;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A campaign tried out on days before it, in which it cannot have done anything.
 *
 * @param period the days it was tried on, as many as the campaign has
 * @param effects how large an effect it could show, one a segment, the last one over all
 * @param selfTest how often it shows one that is none
 */
public record Rehearsal(CampaignPeriod period, List<DetectableEffect> effects, SelfTest selfTest) {
    private static final int DRAWS = 1000;
    private static final Seed SEED = new Seed(1);

    public Rehearsal {
        effects = List.copyOf(effects);
    }

    public DetectableEffect overall() {
        return effects.getLast();
    }

    /**
     * On the last days before a campaign that are in the store, with those of its audience who had bought before them.
     *
     * @return null where nobody had, or nobody is to be left alone
     */
    static @Nullable Rehearsal of(Audience audience, TransactionStore store, CampaignPeriod campaign, Extent data) {
        LocalDate end = data.last().isBefore(campaign.from()) ? data.last().plusDays(1) : campaign.from();
        Spendings spendings = Spendings.read(store, campaign.endingBefore(end), data.first());
        Set<String> known = few(spendings.boughtBefore());
        List<Planned> segments = audience.segments().stream()
                .map(segment -> segment.planned(spendings, known))
                .toList();
        double share = audience.control() / (double) audience.customers();
        if (segments.stream().allMatch(segment -> segment.past().since().length == 0) || share < 0.01 || share > 0.5) {
            return null;
        }
        SpendCaps caps =
                spendings.caps(audience.ids().stream().filter(known::contains).toList());
        List<Spends> everybody = segments.stream().map(Planned::past).toList();
        return new Rehearsal(
                spendings.period(),
                DetectableEffect.of(segments, caps),
                SelfTest.of(everybody, caps, share, DRAWS, SEED));
    }

    /** All of them, or so many that a thousand draws take seconds. */
    private static Set<String> few(Set<String> ids) {
        List<String> all = List.copyOf(ids);
        return Arrays.stream(Sampling.atMost(Sampling.MANY_ROWS, all.size(), SEED.random()))
                .mapToObj(all::get)
                .collect(Collectors.toSet());
    }

    /**
     * The self-test alone, over all customers of an opened file who had bought before a day.
     *
     * @param from first of the days that are tried; null for the last ones in the data
     * @param share of them that is left alone, 0.01–0.5
     * @throws UserFacingException where nobody had bought before, or the data end before these days do
     */
    public static SelfTest selfTest(
            OpenedFile file,
            ColumnMapping mapping,
            CleaningRules rules,
            @Nullable LocalDate from,
            int days,
            double share,
            int draws,
            StageProgress progress) {
        return file.ask(store -> {
            Progress cleaning = progress.of(Stage.CLEAN);
            Extent extent = Extent.of(Cleaner.clean(store, mapping, rules.during(null, null), file.today(), cleaning));
            CampaignPeriod period =
                    new CampaignPeriod(from == null ? extent.last().minusDays(days - 1L) : from, days);
            Spendings spendings = Spendings.read(store, period, extent.first());
            Set<String> known = spendings.boughtBefore();
            if (known.isEmpty() || extent.last().isBefore(period.last())) {
                throw new UserFacingException("The data go from " + extent.first() + " to " + extent.last()
                        + ": that does not hold the " + days + " days from " + period.from()
                        + " and purchases before them. Choose fewer days.");
            }
            return SelfTest.of(List.of(spendings.of(known)), spendings.caps(known), share, draws, SEED);
        });
    }
}
