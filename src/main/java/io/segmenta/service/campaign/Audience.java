package io.segmenta.service.campaign;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.experiment.ControlGroup;
import io.segmenta.engine.export.CampaignCsv;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a campaign and who is left alone.
 *
 * @param lines one a customer
 */
public record Audience(List<AudienceLine> lines) {
    private static final String NO_SEGMENT = "No segment";

    public Audience {
        lines = List.copyOf(lines);
    }

    public int customers() {
        return lines.size();
    }

    public int control() {
        return (int) lines.stream().filter(AudienceLine::control).count();
    }

    public int treated() {
        return customers() - control();
    }

    List<String> ids() {
        return lines.stream().map(AudienceLine::customerId).toList();
    }

    /** Largest first. */
    List<AudienceSegment> segments() {
        return lines.stream().collect(Collectors.groupingBy(AudienceLine::segment)).entrySet().stream()
                .map(segment -> new AudienceSegment(
                        segment.getKey(), ids(segment.getValue(), false), ids(segment.getValue(), true)))
                .sorted(Comparator.comparingInt(AudienceSegment::customers)
                        .reversed()
                        .thenComparing(AudienceSegment::name))
                .toList();
    }

    private static List<String> ids(List<AudienceLine> lines, boolean control) {
        return lines.stream()
                .filter(line -> line.control() == control)
                .map(AudienceLine::customerId)
                .toList();
    }

    public Set<String> treatedIds() {
        return lines.stream()
                .filter(line -> !line.control())
                .map(AudienceLine::customerId)
                .collect(Collectors.toSet());
    }

    /** As CSV in UTF-8; does not close the stream. */
    public void write(OutputStream out) {
        CampaignCsv.audience(lines.iterator(), out);
    }

    /**
     * All customers of a run by its own seed.
     *
     * @param share of each segment that is left alone, 0.01–0.5
     */
    public static Audience of(Outcome outcome, double share) {
        RunResult result = outcome.result();
        Campaign everybody = new Campaign(
                "All customers",
                result.snapshot(),
                Set.of(),
                null,
                share,
                CampaignPeriod.USUAL_DAYS,
                new Seed(result.provenance().seed()));
        return draw(
                IntStream.range(0, outcome.customers()).mapToObj(outcome::assignment), result.segments(), everybody);
    }

    /** Those that the campaign is for; the same ones are left alone each time. */
    static Audience draw(Stream<Assignment> customers, List<Segment> segments, Campaign campaign) {
        Map<Integer, String> names = segments.stream().collect(Collectors.toMap(Segment::cluster, Segment::name));
        List<String> ids = new ArrayList<>();
        List<Integer> clusters = new ArrayList<>();
        customers.filter(campaign::isFor).forEach(customer -> {
            ids.add(customer.customerId());
            clusters.add(customer.cluster());
        });
        boolean[] control = ControlGroup.draw(ids, clusters, campaign.share(), campaign.seed());
        List<AudienceLine> lines = new ArrayList<>();
        for (int i = 0; i < control.length; i++) {
            String segment = names.getOrDefault(clusters.get(i), NO_SEGMENT);
            lines.add(new AudienceLine(ids.get(i), segment, control[i]));
        }
        return new Audience(lines);
    }

    /**
     * The rows of an opened file as those of an audience that was exported.
     *
     * @throws UserFacingException where it lacks a column of an audience
     */
    public static Audience of(OpenedFile file) {
        return file.ask(Audience::of);
    }

    /**
     * From a file with the columns customer_id, group (treat or control) and, if it likes, segment.
     *
     * @throws UserFacingException where a column is missing, a group has another name, or a customer is in both
     */
    static Audience of(TransactionStore store) {
        String customer = column(store, "customerid").orElseThrow(() -> lacks("customer_id", store));
        String group = column(store, "group").orElseThrow(() -> lacks("group", store));
        String segment = column(store, "segment").orElse("''");
        Map<String, AudienceLine> lines = new LinkedHashMap<>();
        // an id that went through a spreadsheet may have become a number
        String sql = "SELECT regexp_replace(trim(" + customer + "), '^([0-9]+)\\.0+$', '\\1'), lower(trim(" + group
                + ")), trim(" + segment + ") FROM source WHERE trim(" + customer + ") <> '' ORDER BY rowid";
        store.query(sql, row -> {
            AudienceLine line = new AudienceLine(
                    armed(String.valueOf(row.text(0))), segment(row.text(2)), isControl(String.valueOf(row.text(1))));
            AudienceLine other = lines.putIfAbsent(line.customerId(), line);
            if (other != null && other.control() != line.control()) {
                throw new UserFacingException("Customer " + line.customerId()
                        + " is in both groups of the audience. Remove one of the two lines.");
            }
        });
        return new Audience(List.copyOf(lines.values()));
    }

    private static Optional<String> column(TransactionStore store, String name) {
        return store.headers().stream()
                .filter(header ->
                        header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").equals(name))
                .findFirst()
                .map(store::column);
    }

    private static UserFacingException lacks(String column, TransactionStore store) {
        return new UserFacingException("The audience has no column " + column + ". Its columns are: "
                + String.join(", ", store.headers())
                + ". It needs customer_id and group (treat or control) as they were exported.");
    }

    private static boolean isControl(String group) {
        return switch (group) {
            case "control" -> true;
            case "treat", "treated", "treatment" -> false;
            default ->
                throw new UserFacingException("The audience has a group \"" + group
                        + "\". Each line must say treat or control, as it was exported.");
        };
    }

    /** Without the apostrophe that keeps a spreadsheet from running it as a formula. */
    private static String armed(String id) {
        return id.matches("'[=+\\-@].*") ? id.substring(1) : id;
    }

    private static String segment(@Nullable String name) {
        return name == null || name.isEmpty() ? NO_SEGMENT : name;
    }
}
