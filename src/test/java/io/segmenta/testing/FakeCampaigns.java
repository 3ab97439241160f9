package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.experiment.UpliftReport;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.SavedCampaign;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each audience is four treated customers and three who are left alone; measured, those who were treated spent 10 more. */
public final class FakeCampaigns implements CampaignService {
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
    public void delete(long campaign) {
        saved.removeIf(one -> one.id() == campaign);
    }

    @Override
    public Audience audience(long campaign) {
        return audience("VIP Champions");
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
        return audience("At Risk");
    }

    @Override
    public CampaignEffect measure(
            RunId run, Audience audience, LocalDate from, @Nullable LocalDate to, Progress progress) {
        asked = audience.lines().getFirst().segment() + " in run " + run + " from " + from + " to " + to;
        if (from.getYear() > 2011) {
            throw new UserFacingException("The data end before the campaign began.");
        }
        return new CampaignEffect(
                UpliftReport.of(List.of(
                        new UpliftReport.Outcome(
                                audience.lines().getFirst().segment(),
                                new double[] {19, 20, 21, 20},
                                new double[] {9, 10, 11}),
                        new UpliftReport.Outcome("Lost/Hibernating", new double[] {0, 0, 0}, new double[] {0, 4}))),
                from,
                LocalDate.of(2011, 12, 9),
                12,
                2,
                List.of("2 of the 12 customers do not occur in the data."));
    }
}
