package io.segmenta.engine.export;

import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.segment.Segment;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run's results as comma-separated files: UTF-8, a header line, shares from 0 to 1, a point as decimal mark. Streams are flushed, not closed. */
public final class CsvExport {
    private static final List<Feature> PROFILED =
            List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.AVERAGE_BASKET_SIZE, Feature.CLV);

    /**
     * A line of customers.csv.
     *
     * @param cluster −1 where the customer was left out of the clustering
     * @param segment its name; empty where there is none
     * @param forecast null where there is none
     * @param standing null in runs of versions that did not tell it
     */
    public record CustomerLine(
            String customerId,
            int recencyDays,
            int frequency,
            double monetary,
            double averageBasketSize,
            double clv,
            boolean outlier,
            int cluster,
            String segment,
            @Nullable CustomerForecast forecast,
            @Nullable Standing standing) {}

    /**
     * A customer of one or both of two runs.
     *
     * @param before segment in the one run; empty where he had none
     * @param after segment in the other run; empty where he has none
     * @param moneyBefore NaN where he was no customer
     * @param moneyAfter NaN where he is no customer
     */
    public record MoverLine(String customerId, String before, String after, double moneyBefore, double moneyAfter) {}

    private CsvExport() {}

    /**
     * @param customers in the order in which they shall stand: by id as text; read once, one at a time
     * @param forecasts whether the columns of forecasts are written; a customer without one leaves them empty
     * @param states likewise of states
     */
    public static void customers(
            Iterator<CustomerLine> customers, boolean forecasts, boolean states, OutputStream out) {
        CsvWriter.to(out, csv -> {
            List<String> header = new ArrayList<>(List.of(
                    "customer_id",
                    "recency_days",
                    "frequency",
                    "monetary",
                    "avg_basket_size",
                    "clv",
                    "outlier",
                    "cluster",
                    "segment"));
            if (forecasts) {
                header.addAll(List.of("p_inactive", "expected_purchases", "expected_spend", "clv_52w", "risk_score"));
            }
            if (states) {
                header.addAll(List.of("state", "next_purchase_from", "next_purchase", "next_purchase_to"));
            }
            csv.line(header.toArray(String[]::new));
            customers.forEachRemaining(customer -> {
                csv.text(customer.customerId())
                        .number(customer.recencyDays())
                        .number(customer.frequency())
                        .number(customer.monetary())
                        .number(customer.averageBasketSize())
                        .number(customer.clv())
                        .flag(customer.outlier())
                        .number(customer.cluster())
                        .text(customer.segment());
                if (forecasts) {
                    forecast(csv, customer.forecast());
                }
                if (states) {
                    standing(csv, customer.standing());
                }
                csv.endLine();
            });
        });
    }

    private static void standing(CsvWriter csv, @Nullable Standing standing) {
        NextPurchase next = standing == null ? null : standing.next();
        csv.text(standing == null ? "" : standing.state().label())
                .text(next == null ? "" : String.valueOf(next.from()))
                .text(next == null ? "" : String.valueOf(next.likely()))
                .text(next == null ? "" : String.valueOf(next.to()));
    }

    private static void forecast(CsvWriter csv, @Nullable CustomerForecast customer) {
        CustomerForecast.Forecast forecast = customer == null ? null : customer.forecast();
        csv.number(forecast == null ? Double.NaN : forecast.inactive())
                .number(forecast == null ? Double.NaN : forecast.purchases())
                .number(forecast == null ? Double.NaN : forecast.spend())
                .number(forecast == null ? Double.NaN : forecast.lifetimeValue())
                .number(customer == null ? Double.NaN : customer.riskScore());
    }

    /** One line a segment, with the means and medians of its customers in natural units. */
    public static void segments(List<Segment> segments, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.text("segment")
                    .text("persona")
                    .text("cluster")
                    .text("customers")
                    .text("share");
            csv.text("revenue").text("revenue_share");
            List<Feature> profiled = profiled(segments);
            profiled.forEach(feature -> csv.text("mean_" + feature.key()).text("median_" + feature.key()));
            csv.text("caveats").endLine();
            for (Segment segment : segments) {
                csv.text(segment.name())
                        .text(segment.persona().name())
                        .number(segment.cluster())
                        .number(segment.customers())
                        .number(segment.share())
                        .number(segment.revenue())
                        .number(segment.revenueShare());
                profiled.forEach(feature -> csv.number(segment.mean(feature)).number(segment.median(feature)));
                csv.text(String.join(" ", segment.caveats())).endLine();
            }
        });
    }

    /** The optional features stand behind the basic ones, where the run computed them. */
    private static List<Feature> profiled(List<Segment> segments) {
        List<Feature> features = new ArrayList<>(PROFILED);
        segments.stream()
                .limit(1)
                .flatMap(segment -> segment.means().keySet().stream())
                .filter(feature -> !Feature.basic().contains(feature))
                .forEach(features::add);
        return features;
    }

    /** One line an action, so that each can be sorted, assigned and ticked off. */
    public static void actionPlan(List<Segment> segments, Playbook playbook, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line(
                    "segment",
                    "persona",
                    "customers",
                    "priority",
                    "engagement",
                    "strategy",
                    "step",
                    "action",
                    "discount",
                    "budget_from",
                    "budget_to",
                    "roi_class");
            for (Segment segment : segments) {
                Play play = playbook.play(segment.persona());
                for (int step = 1; step <= play.actions().size(); step++) {
                    csv.text(segment.name())
                            .text(segment.persona().name())
                            .number(segment.customers())
                            .text(play.priority().label())
                            .number(play.engagement())
                            .text(play.strategy())
                            .number(step)
                            .text(play.actions().get(step - 1))
                            .text(play.discount())
                            .number(play.budgetFrom())
                            .number(play.budgetTo())
                            .text(play.roiClass().label())
                            .endLine();
                }
            }
        });
    }

    /** The playbook itself, one line an action. */
    public static void playbook(Playbook playbook, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line(
                    "persona",
                    "priority",
                    "engagement",
                    "strategy",
                    "step",
                    "action",
                    "discount",
                    "budget_from",
                    "budget_to",
                    "roi_class");
            for (Play play : playbook.plays()) {
                for (int step = 1; step <= play.actions().size(); step++) {
                    csv.text(play.persona().name())
                            .text(play.priority().label())
                            .number(play.engagement())
                            .text(play.strategy())
                            .number(step)
                            .text(play.actions().get(step - 1))
                            .text(play.discount())
                            .number(play.budgetFrom())
                            .number(play.budgetTo())
                            .text(play.roiClass().label())
                            .endLine();
                }
            }
        });
    }

    /** Who moved between two runs. */
    public static void movers(Iterator<MoverLine> customers, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line("customer_id", "segment_before", "segment_after", "monetary_before", "monetary_after");
            customers.forEachRemaining(customer -> csv.text(customer.customerId())
                    .text(customer.before())
                    .text(customer.after())
                    .number(customer.moneyBefore())
                    .number(customer.moneyAfter())
                    .endLine());
        });
    }

    /** One line per scenario and segment with what was assumed, and one for the scenario as a whole with its return. */
    public static void scenarios(List<RoiScenario> scenarios, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line(
                    "scenario",
                    "segment",
                    "spend",
                    "expected_revenue",
                    "uplift",
                    "contact_cost",
                    "added_margin",
                    "roi",
                    "roi_p10",
                    "roi_p50",
                    "roi_p90",
                    "probability_positive",
                    "break_even_uplift",
                    "payback_days");
            for (RoiScenario scenario : scenarios) {
                Assumptions assumptions = scenario.assumptions();
                for (int i = 0; i < assumptions.responses().size(); i++) {
                    Response response = assumptions.responses().get(i);
                    double spend = scenario.plan().allocations().get(i).amount().amount();
                    double added = response.addedMargin(assumptions.margin().value(), spend);
                    csv.text(scenario.name())
                            .text(response.segment().name())
                            .number(spend)
                            .number(response.expectedRevenue().value())
                            .number(response.uplift().likely())
                            .number(response.contactCost().value())
                            .number(added)
                            .number(spend == 0 ? 0 : (added - spend) / spend);
                    csv.text("").text("").text("").text("").text("").text("").endLine();
                }
                csv.text(scenario.name())
                        .text("All segments")
                        .number(scenario.plan().total().amount())
                        .text("")
                        .text("")
                        .text("")
                        .number(scenario.addedMargin())
                        .number(scenario.roi())
                        .number(scenario.interval().p10())
                        .number(scenario.interval().p50())
                        .number(scenario.interval().p90())
                        .number(scenario.interval().probabilityPositive())
                        .number(scenario.breakEvenUplift())
                        .number(scenario.paybackDays())
                        .endLine();
            }
        });
    }
}
