package io.segmenta.engine.segment;

/** The five kinds of customers the product speaks of, with the prototype of mean percentile ranks (0–1) that each stands for. */
public enum Persona {
    VIP_CHAMPIONS("VIP Champions", .15, .90, .92),
    POTENTIAL_LOYALISTS("Potential Loyalists", .30, .70, .68),
    AVERAGE_CUSTOMERS("Average Customers", .55, .52, .60),
    AT_RISK("At Risk", .72, .30, .30),
    LOST_HIBERNATING("Lost/Hibernating", .75, .22, .12);

    private final String label;
    private final double recency;
    private final double frequency;
    private final double monetary;

    Persona(String label, double recency, double frequency, double monetary) {
        this.label = label;
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
    }

    public String label() {
        return label;
    }

    /** Squared distance of mean percentile ranks to the prototype. */
    double distance(double recencyRank, double frequencyRank, double monetaryRank) {
        double r = recencyRank - recency;
        double f = frequencyRank - frequency;
        double m = monetaryRank - monetary;
        return r * r + f * f + m * m;
    }
}
