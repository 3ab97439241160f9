package io.segmenta.service.run;

/** Where a run stands. Only SUCCEEDED has results. */
public enum RunStatus {
    QUEUED("Queued"),
    RUNNING("Running"),
    SUCCEEDED("Done"),
    FAILED("Failed"),
    CANCELLED("Cancelled"),
    /** the process ended while it was running; it can be started again */
    INTERRUPTED("Interrupted");

    private final String label;

    RunStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
