package io.segmenta.service.campaign;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Predecessor;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.dataset.DatasetStores;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.service.run.RunService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Campaigns of the runs that are kept. */
public final class Campaigns implements CampaignService {
    private final RunService runs;
    private final AssignmentRepository assignments;
    private final CampaignRepository campaigns;
    private final DatasetStores stores;
    private final Clock clock;

    public Campaigns(
            RunService runs,
            AssignmentRepository assignments,
            CampaignRepository campaigns,
            DatasetStores stores,
            Clock clock) {
        this.runs = runs;
        this.assignments = assignments;
        this.campaigns = campaigns;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public SavedCampaign add(RunId run, Campaign campaign, UserName by) {
        Audience audience = draw(run, campaign);
        if (audience.control() == 0 || audience.treated() == 0) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The audience has %,d customers, of whom %,d would be left alone. Measuring takes some of both:"
                            + " choose more segments or a larger share.",
                    audience.customers(),
                    audience.control()));
        }
        return campaigns
                .add(run, campaign, audience.customers(), audience.control(), clock.instant(), by)
                .orElseThrow(() -> new UserFacingException("This run has a campaign \"" + campaign.name()
                        + "\" already. Give this one another name, or delete that one."));
    }

    @Override
    public List<SavedCampaign> all() {
        return campaigns.all();
    }

    @Override
    public List<SavedCampaign> finished(RunId run) {
        RunResult result = runs.result(run).orElse(null);
        LocalDate last = result == null ? null : result.quality().lastDay();
        if (last == null) {
            return List.of();
        }
        Set<Fingerprint> known = datasetsUpTo(run);
        return all().stream()
                .filter(saved -> !saved.campaign().period().last().isAfter(last))
                .filter(saved -> runs.recipe(saved.run())
                        .filter(recipe -> known.contains(recipe.source().dataset()))
                        .isPresent())
                .toList();
    }

    /** That of a run and those of the runs it follows. */
    private Set<Fingerprint> datasetsUpTo(RunId run) {
        Set<Fingerprint> found = new HashSet<>();
        Set<RunId> seen = new HashSet<>();
        RunId each = run;
        while (each != null && seen.add(each)) {
            Recipe recipe = runs.recipe(each).orElse(null);
            Predecessor before = recipe == null ? null : recipe.predecessor();
            if (recipe != null) {
                found.add(recipe.source().dataset());
            }
            each = before == null ? null : before.run();
        }
        return found;
    }

    @Override
    public void delete(long campaign) {
        campaigns.delete(campaign);
    }

    @Override
    public Audience audience(long campaign) {
        SavedCampaign saved = all().stream()
                .filter(each -> each.id() == campaign)
                .findFirst()
                .orElseThrow(() -> new UserFacingException("This campaign is not here any more. If you still have the"
                        + " file of its audience, upload that."));
        return draw(saved.run(), saved.campaign());
    }

    private Audience draw(RunId run, Campaign campaign) {
        RunResult result = runs.result(run)
                .orElseThrow(
                        () -> new UserFacingException("Run " + run + " is not here any more. Choose another one."));
        try (Stream<Assignment> customers = assignments.all(run)) {
            return Audience.draw(customers, result.segments(), campaign);
        }
    }

    @Override
    public Audience read(Path file, String name, Progress progress) {
        StageProgress stages = (stage, fraction, detail) -> progress.report(fraction, detail);
        try (OpenedFile dataset =
                OpenedFile.read(file, name, SourceOptions.AUTOMATIC, StoreLimits.defaults(), stages)) {
            return Audience.of(dataset);
        }
    }

    @Override
    public Measurement measure(RunId run, Audience audience, CampaignPeriod period, Progress progress) {
        Recipe recipe = runs.recipe(run)
                .orElseThrow(
                        () -> new UserFacingException("Run " + run + " is not here any more. Choose another one."));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return stores.work(
                recipe.source().dataset(),
                store -> CampaignEffect.measure(
                        audience, store, recipe.source().mapping(), recipe.cleaning(), period, today, progress));
    }
}
