package io.segmenta.engine.rhythm;

import java.util.Arrays;

/**
 * The purchase days of customers, one customer after the other.
 *
 * <p>A purchase is a customer's day, whatever they bought on it; a pause is the days between two of them, at least 1.
 */
final class Pauses {
    private int customers;
    private int[] first = new int[1024];
    private int[] last = new int[1024];
    /** Where a customer's pauses begin; those of the next begin where they end. */
    private int[] begin = new int[1024];

    private int pauses;
    private int[] pause = new int[1024];

    /**
     * Days have to come in order.
     *
     * @param sinceLast days since the customer's purchase before, 0 at the first of the next customer
     */
    void add(int day, int sinceLast) {
        if (sinceLast == 0) {
            if (customers == first.length) {
                first = Arrays.copyOf(first, 2 * customers);
                last = Arrays.copyOf(last, 2 * customers);
                begin = Arrays.copyOf(begin, 2 * customers);
            }
            first[customers] = day;
            begin[customers++] = pauses;
        } else {
            if (pauses == pause.length) {
                pause = Arrays.copyOf(pause, 2 * pauses);
            }
            pause[pauses++] = sinceLast;
        }
        last[customers - 1] = day;
    }

    int customers() {
        return customers;
    }

    int count() {
        return pauses;
    }

    int first(int customer) {
        return first[customer];
    }

    int last(int customer) {
        return last[customer];
    }

    /** Natural logarithms of the customer's pauses in days, in order. */
    double[] logs(int customer) {
        int end = customer + 1 < customers ? begin[customer + 1] : pauses;
        double[] logs = new double[end - begin[customer]];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(pause[begin[customer] + i]);
        }
        return logs;
    }
}
