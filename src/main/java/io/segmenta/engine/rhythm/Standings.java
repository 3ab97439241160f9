package io.segmenta.engine.rhythm;

import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each customer stands on one day, by the purchases until then. Immutable. */
public final class Standings {
    /** Who bought for the first time so lately is new, whatever their rhythm may become. */
    public static final int NEW_DAYS = 60;

    /** Longer than four of five pauses is cooling, than nineteen of twenty gone quiet. */
    private static final double COOLING = 0.80;

    private static final double QUIET = 0.95;

    /** Where no rhythm can be told, days of silence. */
    private static final int COOLING_DAYS = 91;

    private static final int QUIET_DAYS = 182;

    /** Between the first and the last eight of ten lie. */
    private static final double[] SHARES = {0.1, 0.5, 0.9};

    private final Optional<Rhythm> rhythm;
    private final State[] states;
    /** Per customer the three days since 1970; all 0 where there is none. */
    private final int[] next;

    private Standings(Optional<Rhythm> rhythm, State[] states, int[] next) {
        this.rhythm = rhythm;
        this.states = states;
        this.next = next;
    }

    /**
     * Reads the {@code purchase} table that the cleaning left in the store.
     *
     * @param day of the snapshot, after the last purchase
     * @return in the order of the ids as text
     */
    public static Standings of(TransactionStore store, LocalDate day) {
        Pauses pauses = new Pauses();
        store.query("""
                SELECT date_diff('day', DATE '1970-01-01', bought), coalesce(bought - lag(bought) OVER purchases, 0)
                FROM (SELECT DISTINCT customer_id, first_day AS bought FROM purchase)
                WINDOW purchases AS (PARTITION BY customer_id ORDER BY bought)
                ORDER BY customer_id, bought
                """, row -> pauses.add((int) row.integer(0), (int) row.integer(1)));
        return of(pauses, day);
    }

    static Standings of(Pauses pauses, LocalDate day) {
        Optional<Rhythm> rhythm = Rhythm.of(pauses);
        State[] states = new State[pauses.customers()];
        int[] next = new int[SHARES.length * states.length];
        int today = Math.toIntExact(day.toEpochDay());
        for (int i = 0; i < states.length; i++) {
            int silent = today - pauses.last(i);
            double[] logs = pauses.logs(i);
            double sum = 0;
            for (double log : logs) {
                sum += log;
            }
            double shorter = rhythm.isPresent() ? rhythm.get().shorter(logs.length, sum, silent) : fixed(silent);
            states[i] = state(today - pauses.first(i), shorter);
            if (rhythm.isPresent() && states[i] != State.GONE_QUIET) {
                for (int j = 0; j < SHARES.length; j++) {
                    // Of the pauses that were not shorter than the silence so far.
                    double share = shorter + (1 - shorter) * SHARES[j];
                    long pause = Math.round(rhythm.get().days(logs.length, sum, share));
                    next[SHARES.length * i + j] = (int) Math.max(today, pauses.last(i) + pause);
                }
            }
        }
        return new Standings(rhythm, states, next);
    }

    private static double fixed(int silent) {
        return silent > QUIET_DAYS ? 1 : silent > COOLING_DAYS ? COOLING : 0;
    }

    private static State state(int sinceFirst, double shorter) {
        if (sinceFirst <= NEW_DAYS) {
            return State.NEW;
        }
        return shorter >= QUIET ? State.GONE_QUIET : shorter >= COOLING ? State.COOLING : State.ACTIVE;
    }

    public int customers() {
        return states.length;
    }

    /** @param customer from 0, in the order of the ids as text */
    public Standing of(int customer) {
        int from = SHARES.length * customer;
        return new Standing(
                states[customer],
                next[from] == 0
                        ? null
                        : new NextPurchase(
                                LocalDate.ofEpochDay(next[from]),
                                LocalDate.ofEpochDay(next[from + 1]),
                                LocalDate.ofEpochDay(next[from + 2])));
    }

    public State state(int customer) {
        return states[customer];
    }

    /** What each state means, with the days of this shop, in sentences. */
    public Map<State, String> definitions() {
        Map<State, String> definitions = new EnumMap<>(State.class);
        definitions.put(State.NEW, "Bought for the first time in the last " + NEW_DAYS + " days.");
        definitions.put(
                State.ACTIVE, "Not silent for longer than customers of their rhythm pause before they come back.");
        definitions.put(State.COOLING, overdue(COOLING, "four of five", COOLING_DAYS));
        definitions.put(State.GONE_QUIET, overdue(QUIET, "nineteen of twenty", QUIET_DAYS));
        return definitions;
    }

    private String overdue(double share, String words, int fixed) {
        if (rhythm.isEmpty()) {
            return "Silent for more than " + fixed + " days; too few customers came back to tell a rhythm by.";
        }
        double monthApart = Math.log(30);
        return String.format(
                Locale.ENGLISH,
                "Silent for longer than %s pauses after which such customers came back: after one purchase more than %,d days, after five a month apart more than %,d.",
                words,
                (long) rhythm.get().days(0, 0, share),
                (long) rhythm.get().days(4, 4 * monthApart, share));
    }
}
