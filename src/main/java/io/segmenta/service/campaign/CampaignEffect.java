package io.segmenta.service.campaign;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.experiment.SpendCaps;
import io.segmenta.engine.experiment.UpliftReport;
import io.segmenta.engine.export.CampaignCsv;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign changed.
 *
 * @param report per segment, largest first
 * @param caps of the main line
 * @param customers in the audience
 * @param unknown those of them whom the data do not know
 * @param notes what to know about it, in sentences
 * @param rehearsal the same on days before it; null where nothing is known from there
 */
public record CampaignEffect(
        UpliftReport report,
        SpendCaps caps,
        CampaignPeriod period,
        int customers,
        int unknown,
        List<String> notes,
        @Nullable Rehearsal rehearsal)
        implements Measurement {
    public CampaignEffect {
        notes = List.copyOf(notes);
    }

    /**
     * The effect over all segments as a plan assumes it: a share of what those who were left alone spent, with the ends of its 90 % interval
     * as low and high, all within 0 to 1. One for all segments, because that line is the one to trust.
     *
     * @param source where it comes from, a sentence for people
     * @return empty where it was not measurable, or nobody who was left alone spent anything
     */
    public Optional<Uplift> uplift(String source) {
        MeasuredUplift all = report.overall();
        double usual = all.control().mean();
        return all.measurable() && usual > 0
                ? Optional.of(new Uplift(
                        share(all.effect().low() / usual),
                        share(all.effect().difference() / usual),
                        share(all.effect().high() / usual),
                        source))
                : Optional.empty();
    }

    private static double share(double ratio) {
        return Math.clamp(ratio, 0, 1);
    }

    /** One line a segment and one over all, as CSV in UTF-8; does not close the stream. */
    public void write(OutputStream out) {
        CampaignCsv.uplift(report, out);
    }

    /**
     * What an audience spent according to an opened file; see {@link CampaignService#measure}.
     *
     * @param rules their period does not count
     * @throws UserFacingException where the data know nobody of the audience
     */
    public static Measurement measure(
            Audience audience,
            OpenedFile file,
            ColumnMapping mapping,
            CleaningRules rules,
            CampaignPeriod period,
            StageProgress progress) {
        return file.ask(
                store -> measure(audience, store, mapping, rules, period, file.today(), progress.of(Stage.CLEAN)));
    }

    /**
     * @param rules their period does not count
     * @throws UserFacingException where nobody of the audience is in the data
     */
    static Measurement measure(
            Audience audience,
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            CampaignPeriod period,
            LocalDate today,
            Progress progress) {
        Extent extent = Extent.of(Cleaner.clean(store, mapping, rules.during(null, null), today, progress));
        Spendings spendings = Spendings.read(store, period, extent.first());
        int unknown = unknown(audience, spendings);
        Rehearsal rehearsal = Rehearsal.of(audience, store, period, extent);
        return extent.last().isBefore(period.last())
                ? new CampaignPending(period, extent.last(), rehearsal)
                : of(audience, spendings, unknown, rules.returns(), rehearsal);
    }

    /** @throws UserFacingException where nobody of the audience is in the data */
    private static int unknown(Audience audience, Spendings spendings) {
        int unknown =
                (int) audience.ids().stream().filter(id -> !spendings.knows(id)).count();
        if (unknown == audience.customers()) {
            throw new UserFacingException("Nobody of the audience (" + audience.customers()
                    + " customers) occurs in the data. Choose an audience of the same shop.");
        }
        return unknown;
    }

    static CampaignEffect of(
            Audience audience, Spendings spendings, int unknown, Returns returns, @Nullable Rehearsal rehearsal) {
        SpendCaps caps = spendings.caps(audience.ids());
        List<AudienceSegment> segments = audience.segments();
        return new CampaignEffect(
                UpliftReport.of(
                        segments.stream()
                                .map(segment -> segment.outcome(spendings))
                                .toList(),
                        caps),
                caps,
                spendings.period(),
                audience.customers(),
                unknown,
                notes(audience.customers(), segments.size(), unknown, spendings, returns),
                rehearsal);
    }

    private static List<String> notes(int customers, int segments, int unknown, Spendings spendings, Returns returns) {
        List<String> notes = new ArrayList<>();
        CampaignPeriod period = spendings.period();
        notes.add(String.format(
                Locale.ROOT,
                "Counted is what each customer bought from %s to %s (%,d days); who bought nothing counts with 0.",
                period.from(),
                period.last(),
                period.days()));
        notes.add(
                spendings.known()
                        ? "What each spent before the campaign explains a part of what they spend now, with or without it;"
                                + " that part is taken out (CUPED)."
                        : "The data hold nothing from before the campaign, so what each spent earlier could not be taken"
                                + " into account. With such data the answer would be surer.");
        notes.add(
                switch (returns) {
                    case EXCLUDE -> "Returns are left out: the money of the purchase stays.";
                    case NET -> "Returns in these days are subtracted, never below 0.";
                    case MATCHED ->
                        "What came back in these days as it had been bought is subtracted, never below 0; other returns are left out.";
                });
        if (unknown > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of the %,d customers of the audience do not occur in the data; they count with 0.",
                    unknown,
                    customers));
        }
        if (segments > 1) {
            notes.add("Each segment is tested on its own, so among several one may seem to differ by chance."
                    + " The line over all segments is the one to trust.");
        }
        return notes;
    }
}
