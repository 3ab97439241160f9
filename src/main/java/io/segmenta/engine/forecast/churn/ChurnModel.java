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
    BG_NBD_P0("Purchase model, BG/NBD"),
    /** the same of MBG/NBD */
    MBG_NBD_P0("Purchase model, MBG/NBD"),
    /** the same of MBG/CNBD-k */
    MBG_CNBD_K_P0("Purchase model, MBG/CNBD-k"),
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

    /** Whether the first version had it. */
    public boolean isOriginal() {
        return this != MBG_NBD_P0 && this != MBG_CNBD_K_P0;
    }

    /** Whether it takes outcomes at an earlier origin; the others make do with the purchases until the day they are asked. */
    public boolean learns() {
        return this != SIMPLE_SCORE && this != BG_NBD_P0 && isOriginal();
    }

    /** Whether it gives each customer a probability; the others are there to be compared with. */
    public boolean isProbability() {
        return this != CONSTANT && this != SIMPLE_SCORE;
    }
}
