package io.segmenta.engine.base;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows of numbers as Weka wants them, and the only place that makes them: whatever Weka learns from has come through here.
 *
 * <p>That matters because Weka, before it learns for the first time in a process, initialises netlib's {@code ARPACK}. It does so only to see
 * whether the class is there, and prints a warning where it is not; so it is on the class path, but none of netlib's native libraries is.
 * Left alone, {@code ARPACK} asks for those, and its initialisation, Weka's and the learning fail with an {@link ExceptionInInitializerError}.
 * The system properties that are set here name the implementation in Java instead. Nothing of Weka that is used here computes with it.
 */
public final class WekaRows {
    private static final String NETLIB = "com.github.fommil.netlib.";

    static {
        for (String library : List.of("ARPACK", "BLAS", "LAPACK")) {
            // what somebody else chose stays
            System.getProperties().putIfAbsent(NETLIB + library, NETLIB + "F2j" + library);
        }
    }

    private WekaRows() {}

    /**
     * No rows yet, of numbers only.
     *
     * @param columns names, no two alike
     * @param capacity rows that are expected
     */
    public static Instances numbers(List<String> columns, int capacity) {
        return rows(numeric(columns), capacity);
    }

    /**
     * No rows yet, of numbers and behind them a no (0) or yes (1) to learn.
     *
     * @param columns names of the numbers, no two alike, none of them "outcome"
     * @param capacity rows that are expected
     */
    public static Instances withOutcome(List<String> columns, int capacity) {
        Attribute outcome = new Attribute("outcome", List.of("no", "yes"));
        Instances rows = rows(Stream.concat(numeric(columns), Stream.of(outcome)), capacity);
        rows.setClassIndex(columns.size());
        return rows;
    }

    /** @param values one a column, kept as they are */
    public static Instance row(double[] values) {
        return new DenseInstance(1, values);
    }

    private static Stream<Attribute> numeric(List<String> columns) {
        return columns.stream().map(Attribute::new);
    }

    private static Instances rows(Stream<Attribute> attributes, int capacity) {
        return new Instances("customers", attributes.collect(Collectors.toCollection(ArrayList::new)), capacity);
    }
}
