package io.segmenta.engine.rhythm;

import java.util.Arrays;

/** Where a customer stands on the day of the snapshot; who they are is their segment. */
public enum State {
    NEW("New", 0),
    ACTIVE("Active", 1),
    COOLING("Cooling", 2),
    GONE_QUIET("Gone quiet", 3);

    private final String label;
    private final int code;

    State(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** For people and files. */
    public String label() {
        return label;
    }

    /** For stored bytes, 0 or more; stays what it is. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException where no state has this code */
    public static State ofCode(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state has the code " + code + "."));
    }

    /** Silent for longer than their rhythm explains. */
    public boolean isOverdue() {
        return this == COOLING || this == GONE_QUIET;
    }
}
