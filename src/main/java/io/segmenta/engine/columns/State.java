package io.segmenta.engine.columns;

/** What the value of a status, payment, fulfilment or event column says about its row. */
public enum State {
    /** The order counts: it is paid, on its way or delivered, or being prepared. */
    PAID("state.paid", true),
    CANCELLED("state.cancelled", false),
    /** The payment was declined, expired or never came. */
    FAILED("state.failed", false),
    /** In full. */
    REFUNDED("state.refunded", false),
    /** What is left of the order counts. */
    PARTLY_REFUNDED("state.partlyRefunded", true),
    UNPAID("state.unpaid", false),
    DRAFT("state.draft", false),
    ABANDONED("state.abandoned", false),
    TEST("state.test", false),
    /** The goods came back. */
    RETURNED("state.returned", false),
    /** In a log of events: somebody bought. */
    PURCHASE_EVENT("event.purchase", true),
    /** In a log of events: a look, a click, a cart, anything but a purchase. */
    OTHER_EVENT("event.other", false);

    private final String key;
    private final boolean counts;

    State(String key, boolean counts) {
        this.key = key;
        this.counts = counts;
    }

    /** Of its words in the vocabulary. */
    String key() {
        return key;
    }

    /** Whether orders in this state are sales, where nobody says otherwise. */
    public boolean counts() {
        return counts;
    }

    /** Whether it is a kind of event rather than the state of an order. */
    public boolean event() {
        return this == PURCHASE_EVENT || this == OTHER_EVENT;
    }
}
