package io.segmenta.engine.playbook;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.segment.Persona;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What to do with one persona.
 *
 * @param actions about six, each a sentence
 * @param discount for people: "15–25 %", "bundles"
 * @param budgetFrom lower bound of its share of the marketing budget, 0–1
 * @param budgetTo upper bound, 0–1
 * @param engagement expected readiness to respond, 0–100
 */
public record Play(
        Persona persona,
        String strategy,
        List<String> actions,
        String discount,
        double budgetFrom,
        double budgetTo,
        RoiClass roiClass,
        int engagement,
        Priority priority) {
    /** Expected return in words. */
    public enum RoiClass {
        VERY_HIGH("very high"),
        HIGH("high"),
        AVERAGE("average"),
        MEDIUM_LOW("medium-low"),
        LOW("low");

        private final String label;

        RoiClass(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What to look at first. */
    public enum Priority {
        HIGHEST("highest"),
        HIGH("high"),
        MEDIUM("medium"),
        LOW("low"),
        VERY_LOW("very low");

        private final String label;

        Priority(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Play {
        actions = List.copyOf(actions);
        if (strategy.isBlank() || actions.isEmpty() || actions.stream().anyMatch(String::isBlank)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The play for %s needs a strategy and at least one action, none of them empty. Fill in or remove the empty lines.",
                    persona.label()));
        }
        if (!(0 <= budgetFrom && budgetFrom <= budgetTo && budgetTo <= 1)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The budget range of %s (%s to %s %%) must lie between 0 and 100 %%, the smaller number first.",
                    persona.label(),
                    percent(budgetFrom),
                    percent(budgetTo)));
        }
        if (engagement < 0 || engagement > 100) {
            throw new UserFacingException(String.format(
                    Locale.ROOT, "The engagement of %s (%d) must be between 0 and 100.", persona.label(), engagement));
        }
    }

    /** Where the split of a budget starts from: the middle of the range. */
    public double budgetMiddle() {
        return (budgetFrom + budgetTo) / 2;
    }

    private static String percent(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(100 * share)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : "?";
    }
}
