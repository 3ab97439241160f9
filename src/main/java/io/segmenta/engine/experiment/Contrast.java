package io.segmenta.engine.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * The difference of the means of two groups within one segment, with the parts of its variance.
 *
 * @param difference treated − control
 * @param treated variance of the mean of the treated
 * @param treatedDegrees degrees of freedom of that variance
 * @param control likewise of the control group
 * @param controlDegrees likewise
 */
record Contrast(double difference, double treated, double treatedDegrees, double control, double controlDegrees) {
    /** Below this part of the sum of squares what is left is rounding. */
    private static final double ROUNDING = 1e-12;

    /** By Welch's test as it is: one degree of freedom less than customers. Not a number in its variances where a group has fewer than two. */
    static Contrast welch(double[] treated, double[] control) {
        return new Contrast(
                Spends.mean(treated) - Spends.mean(control),
                variance(treated),
                treated.length - 1,
                variance(control),
                control.length - 1);
    }

    /**
     * With as many degrees of freedom as the tails leave. Where a few customers make most of the variance, it is known much worse than by
     * so many customers of a normal distribution, and a control group without any of the few sees an effect too often.
     */
    static Contrast of(double[] treated, double[] control) {
        Contrast welch = welch(treated, control);
        return new Contrast(welch.difference, welch.treated, degrees(treated), welch.control, degrees(control));
    }

    /**
     * The difference in capped spend, less what the groups' earlier spend explains of it: with y spent now and x before, that of
     * y − θx, where θ is the slope of y on x within the groups. That is the plain one where the past says nothing: it is unknown, it is
     * the same for all, or there are too few customers for a slope.
     */
    static Contrast adjusted(Spends treated, Spends control, SpendCaps caps) {
        double[] now = caps.since(treated.since());
        double[] nowAlone = caps.since(control.since());
        Contrast plain = of(now, nowAlone);
        int customers = now.length + nowAlone.length;
        if (treated.before().length == 0 || control.before().length == 0 || customers <= 3) {
            return plain;
        }
        double[] past = caps.before(treated.before());
        double[] pastAlone = caps.before(control.before());
        double spread = squares(past, past) + squares(pastAlone, pastAlone);
        if (spread <= ROUNDING * (sumOfSquares(past) + sumOfSquares(pastAlone))) {
            return plain;
        }
        double slope = (squares(past, now) + squares(pastAlone, nowAlone)) / spread;
        double[] left = less(now, slope, past);
        double[] leftAlone = less(nowAlone, slope, pastAlone);
        if (squares(left, left) + squares(leftAlone, leftAlone)
                <= ROUNDING * (squares(now, now) + squares(nowAlone, nowAlone))) {
            return plain;
        }
        Contrast adjusted = of(left, leftAlone);
        // the slope takes one more degree of freedom
        double fitted = (customers - 2.0) / (customers - 3.0);
        return new Contrast(
                adjusted.difference,
                fitted * adjusted.treated,
                adjusted.treatedDegrees,
                fitted * adjusted.control,
                adjusted.controlDegrees);
    }

    /**
     * The weighted mean of segments' differences; its degrees of freedom after Satterthwaite.
     *
     * @param weights one a contrast, 1 in all
     */
    static Estimate estimate(List<Contrast> contrasts, double[] weights) {
        double difference = 0;
        double variance = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            Contrast one = contrasts.get(i);
            double square = weights[i] * weights[i];
            double treated = square * one.treated;
            double control = square * one.control;
            difference += weights[i] * one.difference;
            variance += treated + control;
            squares += treated * treated / one.treatedDegrees + control * control / one.controlDegrees;
        }
        return Estimate.of(difference, Math.sqrt(variance), variance * variance / squares);
    }

    /** Of the mean. */
    private static double variance(double[] values) {
        return squares(values, values) / (values.length - 1) / values.length;
    }

    /** 2n ÷ (κ − (n − 3) ÷ (n − 1)) with the kurtosis κ, which is n for the normal distribution (O'Neill 2014); at most n − 1. */
    static double degrees(double[] values) {
        int count = values.length;
        double mean = Spends.mean(values);
        double second = 0;
        double fourth = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }
        double kurtosis = count * fourth / (second * second);
        double degrees = 2 * count / (kurtosis - (count - 3.0) / (count - 1.0));
        return degrees < count - 1 ? degrees : count - 1;
    }

    private static double[] less(double[] now, double slope, double[] past) {
        double[] left = new double[now.length];
        Arrays.setAll(left, i -> now[i] - slope * past[i]);
        return left;
    }

    private static double sumOfSquares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    /** Sum of the products of the two's distances from their means. */
    private static double squares(double[] a, double[] b) {
        double meanA = Spends.mean(a);
        double meanB = Spends.mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }
}
