package io.segmenta.engine.forecast.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Climbs from one start to a local maximum inside a box: quasi-Newton steps (BFGS; Nocedal and Wright 2006, chapter 6) as far as they
 * carry, and Newton steps on the curvature, damped where it is not negative definite. A parameter that pushes against its bound
 * rests there.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal and Wright (2006), Numerical Optimization</a>
 */
final class BoundedAscent {
    private static final int QUASI_NEWTON_STEPS = 200;
    private static final int NEWTON_STEPS = 60;
    private static final int HALVINGS = 40;
    /** No step changes a parameter by more than this factor's logarithm. */
    private static final double LONGEST_STEP = 2;

    private static final double DIFFERENCE = 1e-4;
    private static final double ROUNDING = 1e-10;

    private final LogLikelihood objective;
    private final double[] lower;
    private final double[] upper;
    private final double tolerance;

    private double[] at;
    private double value;
    private double[] gradient;

    /** @param tolerance the largest slope that counts as flat */
    BoundedAscent(LogLikelihood objective, double[] start, double[] lower, double[] upper, double tolerance) {
        this.objective = objective;
        this.lower = lower;
        this.upper = upper;
        this.tolerance = tolerance;
        this.at = inside(start);
        this.gradient = new double[at.length];
        this.value = objective.evaluate(at, gradient);
    }

    /** The quasi-Newton part: cheap, near the top. */
    BoundedAscent climb() {
        quasiNewton();
        return this;
    }

    /** The Newton part: to the top. */
    BoundedAscent polish() {
        newton();
        return this;
    }

    double[] at() {
        return at.clone();
    }

    double value() {
        return value;
    }

    /** The largest slope of the parameters that are not held by a bound. */
    double slope() {
        return slope(at, gradient);
    }

    private double slope(double[] point, double[] slopes) {
        double slope = 0;
        for (int i = 0; i < point.length; i++) {
            slope = isHeld(i, point, slopes) ? slope : Math.max(slope, Math.abs(slopes[i]));
        }
        return slope;
    }

    boolean isAtBound(int i) {
        return at[i] <= lower[i] + 1e-6 || at[i] >= upper[i] - 1e-6;
    }

    private boolean isHeld(int i, double[] point, double[] slopes) {
        return (point[i] <= lower[i] && slopes[i] < 0) || (point[i] >= upper[i] && slopes[i] > 0);
    }

    private int[] free() {
        return IntStream.range(0, at.length)
                .filter(i -> !isHeld(i, at, gradient))
                .toArray();
    }

    private void quasiNewton() {
        int n = at.length;
        double[][] inverse = identity(n, 1);
        boolean scaled = false;
        for (int step = 0; step < QUASI_NEWTON_STEPS && slope() > tolerance; step++) {
            double[] direction = new double[n];
            for (int i : free()) {
                for (int j : free()) {
                    direction[i] += inverse[i][j] * gradient[j];
                }
            }
            double[] from = at;
            double[] slopeBefore = gradient;
            if (!advance(direction)) {
                if (!scaled) {
                    return;
                }
                inverse = identity(n, 1);
                scaled = false;
                continue;
            }
            double[] s = minus(at, from);
            double[] y = minus(slopeBefore, gradient);
            double sy = dot(s, y);
            if (sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
                if (!scaled) {
                    inverse = identity(n, sy / dot(y, y));
                    scaled = true;
                }
                update(inverse, s, y, sy);
            }
        }
    }

    /** The BFGS formula for the inverse of the negative curvature. */
    private static void update(double[][] inverse, double[] s, double[] y, double sy) {
        int n = s.length;
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = dot(inverse[i], y);
        }
        double factor = (1 + dot(y, hy) / sy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private void newton() {
        double damping = 0;
        for (int step = 0; step < NEWTON_STEPS && slope() > 1e-3 * tolerance; step++) {
            int[] free = free();
            RealMatrix curvature = MatrixUtils.createRealMatrix(information()).getSubMatrix(free, free);
            double[] slopes = Arrays.stream(free).mapToDouble(i -> gradient[i]).toArray();
            double size = Math.max(curvature.getNorm1(), Double.MIN_NORMAL);
            boolean moved = false;
            for (int attempt = 0; attempt < HALVINGS && !moved; attempt++) {
                RealMatrix damped = curvature.add(
                        MatrixUtils.createRealIdentityMatrix(free.length).scalarMultiply(damping));
                try {
                    double[] solution = new CholeskyDecomposition(damped, 1e-9, 0)
                            .getSolver()
                            .solve(new ArrayRealVector(slopes, false))
                            .toArray();
                    double[] direction = new double[at.length];
                    for (int i = 0; i < free.length; i++) {
                        direction[free[i]] = solution[i];
                    }
                    moved = advance(direction);
                } catch (MathIllegalArgumentException notPositiveDefinite) {
                    moved = false;
                }
                damping = moved ? damping / 10 : Math.max(10 * damping, 1e-12 * size);
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Minus the second derivatives: central differences of the analytic gradient, made symmetric. */
    double[][] information() {
        int n = at.length;
        double[][] second = new double[n][n];
        double[] above = new double[n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            double[] point = at.clone();
            point[i] = at[i] + DIFFERENCE;
            objective.evaluate(point, above);
            point[i] = at[i] - DIFFERENCE;
            objective.evaluate(point, below);
            for (int j = 0; j < n; j++) {
                second[i][j] = (below[j] - above[j]) / (2 * DIFFERENCE);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                second[i][j] = (second[i][j] + second[j][i]) / 2;
                second[j][i] = second[i][j];
            }
        }
        return second;
    }

    /** Goes along the direction, halving the step until the climb is worth it; false where it never is. */
    private boolean advance(double[] direction) {
        double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double step = Math.min(1, LONGEST_STEP / longest);
        for (int i = 0; i < HALVINGS; i++, step /= 2) {
            double[] next = new double[at.length];
            for (int j = 0; j < next.length; j++) {
                next[j] = at[j] + step * direction[j];
            }
            next = inside(next);
            double promised = dot(minus(next, at), gradient);
            double[] slopes = new double[at.length];
            double reached = promised > 0 ? objective.evaluate(next, slopes) : Double.NaN;
            if (isClimb(reached, promised) || isFlatter(reached, next, slopes)) {
                at = next;
                value = reached;
                gradient = slopes;
                return true;
            }
        }
        return false;
    }

    private boolean isClimb(double reached, double promised) {
        return reached >= value + 1e-4 * promised && reached > value;
    }

    /** Near the top the slope still tells up from down where the value is lost in rounding. */
    private boolean isFlatter(double reached, double[] point, double[] slopes) {
        return Math.abs(reached - value) <= ROUNDING * Math.abs(value) && slope(point, slopes) < 0.9 * slope();
    }

    private double[] inside(double[] point) {
        double[] inside = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            inside[i] = Math.clamp(point[i], lower[i], upper[i]);
        }
        return inside;
    }

    private static double[][] identity(int n, double scale) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
