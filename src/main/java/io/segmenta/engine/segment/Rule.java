package io.segmenta.engine.segment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A segment in plain words: all conditions hold. It describes the segment, it does not define it; coverage and precision say how well.
 *
 * @param conditions at most one a feature; none where no rule tells the segment apart
 * @param coverage share of the segment's customers whom the rule finds, 0–1
 * @param precision share of the customers whom the rule finds that belong to the segment, 0–1
 */
public record Rule(List<Condition> conditions, double coverage, double precision) {
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** For people: "at least 7 orders, spent at least 2,200 and bought within 40 days". */
    public String text() {
        return conditions.isEmpty()
                ? "no simple rule tells this segment apart"
                : Wording.list(conditions.stream().map(Condition::text).toList());
    }

    /** The rule as a WHERE clause without the word, over the columns of customers.csv. */
    public String sql() {
        return conditions.isEmpty()
                ? "TRUE"
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
    }
}
