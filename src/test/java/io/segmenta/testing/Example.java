package io.segmenta.testing;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.CentroidModel;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortGroup;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.heldout.Explained;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.FeatureReport.Entry;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.Continuity.Change;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Provenance;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Condition;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Rule;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One run with five segments, with the figures that 4-business.md gives for Online Retail. */
public final class Example {
    private Example() {}

    public static ColumnMapping mapping() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        headers.put(Field.CUSTOMER_ID, "CustomerID");
        headers.put(Field.INVOICE_ID, "InvoiceNo");
        headers.put(Field.PRODUCT_ID, "StockCode");
        headers.put(Field.TIMESTAMP, "InvoiceDate");
        headers.put(Field.QUANTITY, "Quantity");
        headers.put(Field.UNIT_PRICE, "UnitPrice");
        headers.put(Field.DESCRIPTION, "Description");
        return new ColumnMapping(headers, DateOrder.MONTH_FIRST);
    }

    public static Recipe recipe() {
        return recipe(new Method.Given(KMeansParameters.of(5)));
    }

    /** The same with a search for the hyperparameters. */
    public static Recipe tunedRecipe() {
        return recipe(new Method.Searched(TuningSettings.of(List.of(Algorithm.values()))));
    }

    public static Recipe recipe(Method method) {
        return Recipe.of(
                        "Spring campaign",
                        new Source(FakeDatasets.RETAIL.fingerprint(), mapping()),
                        method,
                        new Seed(42))
                .withHorizon(Horizon.USUAL)
                .withCurrency(Currency.getInstance("GBP"));
    }

    /** A usable trial, one with a segment that is too small, one that could not be fitted, and the first one again. */
    public static List<Trial> trials() {
        int[] sizes = {1254, 978, 807, 700, 600};
        Duration second = Duration.ofSeconds(1);
        return List.of(
                new Trial(1, KMeansParameters.of(5), 0.2585, sizes, second, 0, "", false),
                new Trial(
                        2,
                        AgglomerativeParameters.of(3, Linkage.AVERAGE),
                        0.677,
                        new int[] {4336, 2, 1},
                        second,
                        0.0198,
                        "Its smallest segment has 1 of 4,339 customers (0.02 %); the least allowed is 2.0 %.",
                        false),
                new Trial(
                        3,
                        MixtureParameters.of(4, Covariance.FULL),
                        Double.NaN,
                        new int[0],
                        second,
                        1,
                        "A segment of the Gaussian mixture has collapsed.",
                        false),
                new Trial(4, KMeansParameters.of(5), 0.2585, sizes, Duration.ZERO, 0, "", true));
    }

    public static RunSummary summary(long id) {
        return new RunSummary(
                new RunId(id),
                "Spring campaign",
                "Online Retail.xlsx",
                "k-means, 5 segments",
                RunStatus.SUCCEEDED,
                Quality.FAIR,
                4339,
                Instant.parse("2026-03-01T10:00:00Z"),
                Duration.ofSeconds(4),
                UserName.LOCAL,
                null);
    }

    public static RunSummary queued(long id, String name) {
        return new RunSummary(
                new RunId(id),
                name,
                "Online Retail.xlsx",
                "k-means, 5 segments",
                RunStatus.QUEUED,
                null,
                null,
                Instant.parse("2026-03-04T10:00:00Z"),
                null,
                UserName.LOCAL,
                null);
    }

    public static RunSummary failed(long id, String why) {
        return new RunSummary(
                new RunId(id),
                "Spring campaign",
                "Online Retail.xlsx",
                "k-means, 5 segments",
                RunStatus.FAILED,
                null,
                null,
                Instant.parse("2026-03-04T10:00:00Z"),
                Duration.ofSeconds(3),
                UserName.LOCAL,
                why);
    }

    public static QualityReport quality() {
        Map<DropReason, Dropped> dropped = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new Dropped(0, 0, 0));
        }
        dropped.put(DropReason.DUPLICATE, new Dropped(5268, 23000, 1000));
        dropped.put(DropReason.MISSING_CUSTOMER, new Dropped(135037, 2500000, 0));
        dropped.put(DropReason.RETURN, new Dropped(8872, 600000, 1589));
        return new QualityReport(
                541909,
                392732,
                dropped,
                4339,
                18536,
                8887208.894,
                LocalDate.of(2010, 12, 1),
                LocalDate.of(2011, 12, 9));
    }

    /** By persona. */
    public static List<Segment> segments() {
        return List.of(
                segment(4, Persona.VIP_CHAMPIONS, 600, 16, 14.8, 9503),
                segment(1, Persona.POTENTIAL_LOYALISTS, 978, 31, 4.5, 1041),
                segment(2, Persona.AVERAGE_CUSTOMERS, 807, 82, 3.0, 1923),
                segment(0, Persona.AT_RISK, 1254, 145, 1.4, 394),
                segment(3, Persona.LOST_HIBERNATING, 700, 165, 1.4, 173));
    }

    public static RunResult result() {
        return new RunResult(
                quality(),
                LocalDate.of(2011, 12, 10),
                4339,
                18536,
                8887208.894,
                43,
                new Metrics(0.2585, 1.21, 2100, 4339),
                3814.3,
                segments(),
                new FittedTransform(
                        TransformSettings.defaults().features(),
                        null,
                        null,
                        new double[] {4, 1, 6.5, 5, 6},
                        new double[] {1, 1, 1, 1, 1}),
                new CentroidModel(IntStream.range(0, 5)
                        .mapToObj(cluster ->
                                DoubleStream.generate(() -> cluster).limit(5).toArray())
                        .toArray(double[][]::new)),
                insights(),
                Map.of(Stage.INGEST, 2.5, Stage.CLUSTER, 0.2),
                new Provenance(FakeDatasets.RETAIL.fingerprint().sha256(), "00".repeat(32), 42, "test"));
    }

    /** Those of a run that made {@link #trials()}. */
    public static Insights tunedInsights() {
        Fitting fitting = new Fitting(
                KMeansParameters.of(5), List.of("A caveat."), new TuningReport(trials(), 1, true), Engine.SEGMENTA);
        return new Insights(insights().explanations(), null, null, fitting, null, null, states(), heldOut(), cohorts());
    }

    /** Those of a run whose features were chosen among three sets of which money counted once told most. */
    public static Insights chosen(FeatureSet taken) {
        return chosen(new FeatureReport(
                taken,
                91,
                "",
                LocalDate.of(2011, 6, 10),
                2811,
                List.of(
                        new Entry(FeatureSet.ORIGINAL, new Explained(0.18, 0.14), 0, 0),
                        new Entry(
                                FeatureSet.RFM,
                                new Explained(0.22, 0.18),
                                0.04,
                                taken == FeatureSet.ORIGINAL ? 0.03 : 0.01),
                        new Entry(FeatureSet.RHYTHM, new Explained(0.17, 0.13), -0.01, 0.01))));
    }

    /** Those of a run for which they could not be compared. */
    public static Insights chosen(String untold) {
        return chosen(new FeatureReport(FeatureSet.ORIGINAL, 91, untold, null, 0, List.of()));
    }

    private static Insights chosen(FeatureReport report) {
        Fitting fitting = new Fitting(KMeansParameters.of(5), List.of(), null, Engine.SEGMENTA, null, report);
        return new Insights(insights().explanations(), null, null, fitting, null, null, states(), heldOut(), cohorts());
    }

    /** The run as one that follows run 7, whose data end a quarter earlier. */
    public static RunResult followed() {
        Insights own = insights();
        List<Change> changes = segments().stream()
                .map(segment -> new Change(
                        segment.cluster(), 0.8, segment.customers() + " customers, 12 more than before: 540 stayed."))
                .toList();
        Continuity continuity = new Continuity(
                new RunId(7),
                "Autumn",
                LocalDate.of(2011, 9, 10),
                "679 customers moved up, 392 moved down, 2,299 stayed; 969 were added and 0 dropped.",
                changes,
                List.of());
        return with(
                result(),
                new Insights(
                        own.explanations(),
                        null,
                        null,
                        own.fitting(),
                        null,
                        continuity,
                        states(),
                        heldOut(),
                        cohorts()));
    }

    /** The same run with other insights. */
    public static RunResult with(RunResult run, Insights insights) {
        return new RunResult(
                run.quality(),
                run.snapshot(),
                run.customers(),
                run.orders(),
                run.revenue(),
                run.outliers(),
                run.metrics(),
                run.inertia(),
                run.segments(),
                run.transform(),
                run.model(),
                insights,
                run.seconds(),
                run.provenance());
    }

    /** The same run by other features, as many as it had. */
    public static RunResult with(RunResult run, FittedTransform transform) {
        return new RunResult(
                run.quality(),
                run.snapshot(),
                run.customers(),
                run.orders(),
                run.revenue(),
                run.outliers(),
                run.metrics(),
                run.inertia(),
                run.segments(),
                transform,
                run.model(),
                run.insights(),
                run.seconds(),
                run.provenance());
    }

    /** The same run with other segments. */
    public static RunResult with(RunResult run, List<Segment> segments) {
        return new RunResult(
                run.quality(),
                run.snapshot(),
                run.customers(),
                run.orders(),
                run.revenue(),
                run.outliers(),
                run.metrics(),
                run.inertia(),
                segments,
                run.transform(),
                run.model(),
                run.insights(),
                run.seconds(),
                run.provenance());
    }

    /** Everybody's rule is that of the champions; stability falls from segment to segment, so that every grade is there. */
    public static Insights insights() {
        double[] jaccard = {0.92, 0.8, 0.7, 0.45, 0.9};
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < jaccard.length; i++) {
            Rule rule = new Rule(
                    List.of(
                            new Condition(Feature.RECENCY, Double.NEGATIVE_INFINITY, 41),
                            new Condition(Feature.FREQUENCY, 7, Double.POSITIVE_INFINITY)),
                    0.91,
                    0.84);
            explanations.add(new Explanation(segments().get(i).cluster(), rule, jaccard[i], List.of()));
        }
        return new Insights(
                explanations,
                null,
                null,
                new Fitting(KMeansParameters.of(5), List.of(), null, Engine.SEGMENTA),
                null,
                null,
                states(),
                heldOut(),
                cohorts());
    }

    /** What the segments did in the last 91 days; nothing like the champions stood out before. */
    public static HeldOutReport heldOut() {
        return new HeldOutReport(
                91,
                "",
                new HeldOutReport.All(LocalDate.of(2011, 9, 9), 3371, 3371, 0.57, 843.9, new Explained(0.183, 0.157)),
                segments().stream()
                        .skip(1)
                        .map(s -> new HeldOutReport.Line(s.cluster(), s.customers() - 200, 0.5, 422, 380.4, 470.6, 0.5))
                        .toList());
    }

    /** Two months of customers in two countries; the second is not over. */
    public static CohortReport cohorts() {
        Cohort british = new Cohort(LocalDate.of(2011, 11, 1), 80, List.of(80, 20), List.of(8000.0, 1000.0));
        Cohort french = new Cohort(LocalDate.of(2011, 11, 1), 20, List.of(20, 10), List.of(2000.0, 500.0));
        Cohort december = new Cohort(LocalDate.of(2011, 12, 1), 10, List.of(10), List.of(700.0));
        return new CohortReport(
                LocalDate.of(2011, 11, 3),
                LocalDate.of(2011, 12, 9),
                List.of(
                        new CohortTable(
                                CohortGroup.ALL,
                                "",
                                List.of(
                                        new Cohort(
                                                LocalDate.of(2011, 11, 1),
                                                100,
                                                List.of(100, 30),
                                                List.of(10_000.0, 1500.0)),
                                        december)),
                        new CohortTable(CohortGroup.COUNTRY, "United Kingdom", List.of(british)),
                        new CohortTable(CohortGroup.COUNTRY, "", List.of(french, december))),
                0);
    }

    /** Half of each segment is active, a quarter cooling, an eighth gone quiet and the rest new. */
    public static StateReport states() {
        return new StateReport(Arrays.stream(State.values())
                .map(state -> {
                    Map<Integer, Integer> customers = new TreeMap<>();
                    segments().forEach(s -> customers.put(s.cluster(), part(state, s.customers())));
                    int all = customers.values().stream().mapToInt(n -> n).sum();
                    return new StateReport.Line(state, all, 100.0 * all, "Definition of " + state + ".", customers);
                })
                .toList());
    }

    private static int part(State state, int customers) {
        return switch (state) {
            case ACTIVE -> customers / 2;
            case COOLING -> customers / 4;
            case GONE_QUIET -> customers / 8;
            case NEW -> customers - customers / 2 - customers / 4 - customers / 8;
        };
    }

    /** Twelve customers of each cluster. */
    public static List<Assignment> customers() {
        List<Assignment> customers = new ArrayList<>();
        for (Segment segment : segments()) {
            for (int i = 0; i < 12; i++) {
                customers.add(new Assignment(
                        String.valueOf(12000 + segment.cluster() * 100 + i),
                        (int) segment.mean(Feature.RECENCY) + i,
                        1 + i,
                        segment.mean(Feature.MONETARY) + i,
                        10 + i,
                        segment.mean(Feature.CLV) + i,
                        i == 11,
                        segment.cluster(),
                        null,
                        new Standing(State.ofCode(i % State.values().length), null)));
            }
        }
        return customers;
    }

    private static Segment segment(
            int cluster, Persona persona, int customers, double recency, double frequency, double monetary) {
        Map<Feature, Double> means = new EnumMap<>(Feature.class);
        means.put(Feature.RECENCY, recency);
        means.put(Feature.FREQUENCY, frequency);
        means.put(Feature.MONETARY, monetary);
        means.put(Feature.AVERAGE_BASKET_SIZE, 200.0);
        means.put(Feature.CLV, monetary * 0.4);
        means.put(Feature.TENURE, 220.0);
        Map<Feature, Double> medians = new EnumMap<>(means);
        medians.replaceAll((feature, mean) -> Math.floor(mean * 0.8));
        double revenue = customers * monetary;
        return new Segment(
                cluster,
                persona,
                1,
                customers,
                customers / 4339.0,
                means,
                medians,
                revenue,
                revenue / 8887208.894,
                List.of(),
                null);
    }
}
