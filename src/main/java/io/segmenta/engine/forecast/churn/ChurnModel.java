package io.segmenta.engine.forecast.churn;

/** A way to say how likely a customer is to be inactive, from the plainest to the most elaborate. */
public enum ChurnModel {
    CONSTANT("The same for everybody", "the share of inactive customers one horizon earlier"),
    SIMPLE_SCORE(
            "Simple risk score",
            "40 × recency + 30 × (1 − frequency) + 30 × (1 − monetary), each as a share of the largest"),
    RECENCY_LOGISTIC("Recency alone", "logistic regression on the days since the last purchase"),
    LOG_RFM_LOGISTIC("Recency, frequency, monetary", "logistic regression on the logarithms of the three"),
    BG_NBD_P0("Purchase model", "BG/NBD: the chance of no purchase"),
    FEATURE_LOGISTIC("All features", "logistic regression on seventeen features of the purchase history"),
    BOOSTING("Boosting", "a hundred one-split trees on the same features");

    private final String label;
    private final String meaning;

    ChurnModel(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it gives each customer a probability; the others are there to be compared with. */
    public boolean isProbability() {
        return this != CONSTANT && this != SIMPLE_SCORE;
    }
}
