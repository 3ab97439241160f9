package io.segmenta.engine.budget;

import io.segmenta.engine.segment.Segment;
import java.util.Optional;

/**
 * The assumption on which the return of a plan hangs most: the uplift that moves the added margin furthest on its way from low to high, all
 * others at their likely values.
 *
 * @param breakEven its value at which the plan earns back what it costs, the others as likely; 0 or below where the others do so alone, above
 *     1 where it cannot
 */
public record DecidingUplift(Segment segment, Uplift assumed, double breakEven) {
    /** @return empty where no assumption of a segment that gets money has any doubt */
    public static Optional<DecidingUplift> of(RoiScenario scenario) {
        Assumptions assumptions = scenario.assumptions();
        double spend = scenario.plan().total().amount();
        double[] spends = scenario.plan().spends();
        DecidingUplift found = null;
        double widest = 0;
        for (int i = 0; i < assumptions.responses().size(); i++) {
            Response response = assumptions.responses().get(i);
            Uplift uplift = response.uplift();
            double full = response.marginAtFullUplift(assumptions.margin().value(), spends[i]);
            double width = full * (uplift.most() - uplift.least());
            if (width > widest) {
                widest = width;
                double others = scenario.addedMargin() - full * uplift.likely();
                found = new DecidingUplift(response.segment(), uplift, (spend - others) / full);
            }
        }
        return Optional.ofNullable(found);
    }
}
