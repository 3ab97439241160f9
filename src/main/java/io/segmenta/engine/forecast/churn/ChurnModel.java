package io.segmenta.engine.forecast.churn;

/** A way to say how likely a customer is to be inactive, from the plainest to the most elaborate. */
public enum ChurnModel {
    /** the share of inactive customers one horizon earlier */
    CONSTANT("The same for everybody"),
    /** 40 × recency + 30 × (1 − frequency) + 30 × (1 − monetary), each as a share of the largest */
    SIMPLE_SCORE("Simple risk score"),
    /** logistic regression on the days since the last purchase */
    RECENCY_LOGISTIC("Recency alone"),
    /** logistic regression on the logarithms of the three */
    LOG_RFM_LOGISTIC("Recency, frequency, monetary"),
    /** BG/NBD: the chance of no purchase */
    BG_NBD_P0("Purchase model"),
    /** logistic regression on seventeen features of the purchase history */
    FEATURE_LOGISTIC("All features"),
    /** a hundred one-split trees on the same features */
    BOOSTING("Boosting");

    private final String label;

    ChurnModel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it gives each customer a probability; the others are there to be compared with. */
    public boolean isProbability() {
        return this != CONSTANT && this != SIMPLE_SCORE;
    }
}
