package io.segmenta.playbook;

import io.segmenta.segment.Persona;
import java.util.List;

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
        if (!(0 <= budgetFrom && budgetFrom <= budgetTo && budgetTo <= 1)) {
            throw new IllegalArgumentException("The budget range of " + persona.label()
                    + " must lie between 0 and 100 % with its lower bound first.");
        }
    }
}
