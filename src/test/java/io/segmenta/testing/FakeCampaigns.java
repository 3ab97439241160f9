package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.experiment.DetectableEffect;
import io.segmenta.engine.experiment.SelfTest;
import io.segmenta.engine.experiment.SpendCaps;
import io.segmenta.engine.experiment.Spends;
import io.segmenta.engine.experiment.UpliftReport;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignPending;
import io.segmenta.service.campaign.CampaignPeriod;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.Measurement;
import io.segmenta.service.campaign.Rehearsal;
import io.segmenta.service.campaign.SavedCampaign;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Each audience is four treated customers and three who are left alone; measured, those who were treated spent 10 more. The
 * data end on 2011-12-09. */
public final class FakeCampaigns implements CampaignService {
    /** The segment in which a campaign does nothing. */
    private static final String WEAK = "Average Customers";

    private static final LocalDate DATA_END = LocalDate.of(2011, 12, 9);

    public final List<SavedCampaign> saved = new ArrayList<>();
    /** What was last measured, in words. */
    public String asked = "";

    @Override
    public SavedCampaign add(RunId run, Campaign campaign, UserName by) {
        SavedCampaign one =
                new SavedCampaign(saved.size() + 1L, run, campaign, 7, 3, Instant.parse("2026-03-02T10:00:00Z"), by);
        saved.addFirst(one);
        return one;
    }

    @Override
    public List<SavedCampaign> all() {
        return List.copyOf(saved);
    }

    @Override
    public List<SavedCampaign> finished(RunId run) {
        return saved.stream()
                .filter(one -> !one.campaign().period().last().isAfter(DATA_END))
                .toList();
    }

    @Override
    public void delete(long campaign) {
        saved.removeIf(one -> one.id() == campaign);
    }

    @Override
    public Audience audience(long campaign) {
        boolean weak = saved.stream()
                .anyMatch(one -> one.id() == campaign && one.campaign().name().equals("Weak"));
        return audience(weak ? WEAK : "VIP Champions");
    }

    private static Audience audience(String segment) {
        List<AudienceLine> lines = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lines.add(new AudienceLine("C" + i, segment, i > 3));
        }
        return new Audience(lines);
    }

    @Override
    public Audience read(Path file, String name, Progress progress) {
        if (name.equals("bad.csv")) {
            throw new UserFacingException("The audience has no column group.");
        }
        return audience(name.equals("weak.csv") ? WEAK : "At Risk");
    }

    @Override
    public Measurement measure(RunId run, Audience audience, CampaignPeriod period, Progress progress) {
        String segment = audience.lines().getFirst().segment();
        asked = segment + " in run " + run + " for " + period.days() + " days from " + period.from();
        if (period.from().getYear() > 2012) {
            throw new UserFacingException("Nobody of the audience occurs in the data.");
        }
        if (period.last().isAfter(DATA_END)) {
            return new CampaignPending(period, DATA_END, rehearsal(segment));
        }
        return new CampaignEffect(
                UpliftReport.of(
                        List.of(
                                outcome(segment, treated(segment), new double[] {9, 10, 11}),
                                outcome("Lost/Hibernating", new double[] {0, 0, 0}, new double[] {0, 0})),
                        SpendCaps.NONE),
                SpendCaps.NONE,
                period,
                12,
                2,
                List.of("2 of the 12 customers do not occur in the data."),
                rehearsal(segment));
    }

    private static double[] treated(String segment) {
        return segment.equals(WEAK) ? new double[] {9, 10, 11, 10} : new double[] {19, 20, 21, 20};
    }

    private static UpliftReport.Outcome outcome(String segment, double[] treated, double[] control) {
        return new UpliftReport.Outcome(
                segment, new Spends(treated, new double[0]), new Spends(control, new double[0]));
    }

    private static Rehearsal rehearsal(String segment) {
        return new Rehearsal(
                new CampaignPeriod(LocalDate.of(2011, 6, 1), 91),
                List.of(
                        new DetectableEffect(segment, 848, 212, 72.5),
                        new DetectableEffect("Lost/Hibernating", 40, 10, Double.NaN),
                        new DetectableEffect("All segments", 888, 222, 36)),
                new SelfTest(1000, 0.049, 200, 100));
    }
}
