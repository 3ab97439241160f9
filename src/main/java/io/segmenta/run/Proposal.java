package io.segmenta.run;

import io.segmenta.base.Money;
import io.segmenta.base.Seed;
import io.segmenta.budget.Assumption;
import io.segmenta.budget.Assumptions;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.OptimisedSplit;
import io.segmenta.budget.PlaybookSplit;
import io.segmenta.budget.RoiScenario;
import io.segmenta.playbook.DefaultPlaybook;
import io.segmenta.playbook.Playbook;
import io.segmenta.segment.Segment;
import io.segmenta.value.CustomerForecast;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A budget split over the segments of a run in two ways, and what the first is expected to return, all by the assumptions one begins with.
 *
 * @param playbook by the ranges of the playbook
 * @param optimised for the highest added margin within these ranges
 * @param scenario of the playbook's split
 */
public record Proposal(BudgetPlan playbook, BudgetPlan optimised, RoiScenario scenario) {
    public static Proposal of(Outcome outcome, Money budget, int horizonDays, Seed seed) {
        Playbook playbook = DefaultPlaybook.load();
        List<Segment> segments = outcome.result().segments();
        List<double[]> values = new ArrayList<>();
        List<Assumption> revenues = new ArrayList<>();
        for (Segment segment : segments) {
            double[] spends = expectedSpends(outcome, segment);
            values.add(spends);
            revenues.add(
                    spends.length == 0
                            ? Assumptions.pastRevenue(segment, observedDays(outcome.result()), horizonDays)
                            : new Assumption(
                                    DoubleStream.of(spends).sum(), "Forecast for the next " + horizonDays + " days."));
        }
        Assumptions assumptions = Assumptions.defaults(segments, revenues, playbook, horizonDays);
        BudgetPlan plan = PlaybookSplit.split(budget, segments, playbook);
        return new Proposal(
                plan,
                OptimisedSplit.splitWithin(budget, assumptions, playbook),
                RoiScenario.of("Playbook split", plan, assumptions, values, seed.derive("return on the budget")));
    }

    /** Empty where there is no forecast. */
    private static double[] expectedSpends(Outcome outcome, Segment segment) {
        return IntStream.range(0, outcome.customers())
                .filter(i -> outcome.clusters()[i] == segment.cluster())
                .mapToObj(outcome::assignment)
                .flatMapToDouble(customer -> {
                    CustomerForecast found = customer.forecast();
                    CustomerForecast.Forecast forecast = found == null ? null : found.forecast();
                    return forecast == null ? DoubleStream.empty() : DoubleStream.of(forecast.spend());
                })
                .toArray();
    }

    private static long observedDays(RunResult result) {
        return result.quality().firstDay() == null
                ? 1
                : Math.max(1, ChronoUnit.DAYS.between(result.quality().firstDay(), result.snapshot()));
    }
}
