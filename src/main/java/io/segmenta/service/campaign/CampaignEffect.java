package io.segmenta.service.campaign;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.experiment.UpliftReport;
import io.segmenta.engine.export.CampaignCsv;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign changed.
 *
 * @param report per segment, largest first
 * @param from first day that counted
 * @param to last day that counted
 * @param customers in the audience
 * @param unknown those of them whom the data do not know
 * @param notes what to know about it, in sentences
 */
public record CampaignEffect(
        UpliftReport report, LocalDate from, LocalDate to, int customers, int unknown, List<String> notes) {
    public CampaignEffect {
        notes = List.copyOf(notes);
    }

    /** One line a segment and one over all, as CSV in UTF-8; does not close the stream. */
    public void write(OutputStream out) {
        CampaignCsv.uplift(report, out);
    }

    /**
     * What an audience spent according to an opened file; see {@link CampaignService#measure}.
     *
     * @param rules their period does not count
     * @throws UserFacingException where the data end before the campaign began, or know nobody of the audience
     */
    public static CampaignEffect measure(
            Audience audience,
            OpenedFile file,
            ColumnMapping mapping,
            CleaningRules rules,
            LocalDate from,
            @Nullable LocalDate to,
            StageProgress progress) {
        return file.ask(
                store -> measure(audience, store, mapping, rules, from, to, file.today(), progress.of(Stage.CLEAN)));
    }

    /**
     * @param rules their period does not count
     * @throws UserFacingException where the period ends before it begins, the data end before it, or nobody of the audience is in them
     */
    static CampaignEffect measure(
            Audience audience,
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate today,
            Progress progress) {
        requirePeriod(from, to);
        QualityReport quality = Cleaner.clean(store, mapping, rules.during(null, to), today, progress);
        LocalDate last = quality.lastDay();
        if (last == null || last.isBefore(from)) {
            throw new UserFacingException("The data end on " + last + ", before the campaign began on " + from
                    + ". Upload what was bought since, and measure there.");
        }
        return of(audience, spends(store, from), from, last, rules.returns());
    }

    /** @throws UserFacingException where the period ends before it begins */
    public static void requirePeriod(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new UserFacingException(
                    "The last day (" + to + ") lies before the campaign began (" + from + "). Choose a later one.");
        }
    }

    /** By customer id, since a day, from what the cleaning left in the store; also those who spent nothing since. */
    static Map<String, Double> spends(TransactionStore store, LocalDate from) {
        Map<String, Double> spends = new HashMap<>();
        String sql = String.format(Locale.ROOT, """
                SELECT customer_id, greatest(0, CAST(sum(CASE WHEN day >= DATE '%s' THEN amount ELSE 0 END) AS DOUBLE))
                FROM (SELECT customer_id, first_day AS day, amount FROM purchase
                      UNION ALL SELECT customer_id, first_day, -netted FROM refund)
                WHERE customer_id IS NOT NULL GROUP BY customer_id
                """, from);
        store.query(sql, row -> spends.put(String.valueOf(row.text(0)), row.number(1)));
        return spends;
    }

    /** @throws UserFacingException where nobody of the audience is in the data */
    static CampaignEffect of(
            Audience audience, Map<String, Double> spends, LocalDate from, LocalDate last, Returns returns) {
        int unknown = (int) audience.lines().stream()
                .filter(line -> !spends.containsKey(line.customerId()))
                .count();
        if (unknown == audience.customers()) {
            throw new UserFacingException("Nobody of the audience (" + audience.customers()
                    + " customers) occurs in the data. Choose an audience of the same shop.");
        }
        return new CampaignEffect(
                UpliftReport.of(outcomes(audience, spends)),
                from,
                last,
                audience.customers(),
                unknown,
                notes(audience, unknown, from, last, returns));
    }

    private static List<UpliftReport.Outcome> outcomes(Audience audience, Map<String, Double> spends) {
        Map<String, List<AudienceLine>> segments =
                audience.lines().stream().collect(Collectors.groupingBy(AudienceLine::segment));
        return segments.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<AudienceLine>>>comparingInt(
                                segment -> -segment.getValue().size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(segment -> new UpliftReport.Outcome(
                        segment.getKey(),
                        spends(segment.getValue(), false, spends),
                        spends(segment.getValue(), true, spends)))
                .toList();
    }

    private static double[] spends(List<AudienceLine> lines, boolean control, Map<String, Double> spends) {
        return lines.stream()
                .filter(line -> line.control() == control)
                .mapToDouble(line -> spends.getOrDefault(line.customerId(), 0.0))
                .toArray();
    }

    private static List<String> notes(Audience audience, int unknown, LocalDate from, LocalDate last, Returns returns) {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "Counted is what each customer bought from %s to %s (%,d days); who bought nothing counts with 0.",
                from,
                last,
                ChronoUnit.DAYS.between(from, last) + 1));
        notes.add(
                returns == Returns.NET
                        ? "Returns in these days are subtracted, never below 0."
                        : "Returns are left out: the money of the purchase stays.");
        if (unknown > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of the %,d customers of the audience do not occur in the data; they count with 0.",
                    unknown,
                    audience.customers()));
        }
        if (audience.lines().stream().map(AudienceLine::segment).distinct().count() > 1) {
            notes.add("Each segment is tested on its own, so among several one may seem to differ by chance."
                    + " The line over all segments is the one to trust.");
        }
        return notes;
    }
}
