package io.segmenta.engine.evaluate;

/**
 * Where a normal distribution lies on the first two principal components.
 *
 * @param x of the centre
 * @param y of the centre
 * @param major half of the longer axis
 * @param minor half of the shorter axis
 * @param angle of the longer axis from the x axis, in radians
 */
public record Ellipse(double x, double y, double major, double minor, double angle) {
    /**
     * The ellipse that holds this share of the distribution, seen from above.
     *
     * @param components at least two
     * @param mean of the distribution, one value a column
     * @param covariance columns × columns
     * @param share above 0 and below 1
     */
    public static Ellipse of(PrincipalComponents components, double[] mean, double[][] covariance, double share) {
        double[][] axes = components.loadings();
        double[] centre = new double[2];
        double[][] plane = new double[2][2];
        for (int a = 0; a < 2; a++) {
            for (int j = 0; j < mean.length; j++) {
                centre[a] += axes[a][j] * (mean[j] - components.mean()[j]);
            }
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < mean.length; i++) {
                    for (int j = 0; j < mean.length; j++) {
                        plane[a][b] += axes[a][i] * covariance[i][j] * axes[b][j];
                    }
                }
            }
        }
        double middle = (plane[0][0] + plane[1][1]) / 2;
        double half = (plane[0][0] - plane[1][1]) / 2;
        double spread = Math.hypot(half, plane[0][1]);
        // The squared distance from the centre of two normal variables is exponential with mean 2.
        double radius = Math.sqrt(-2 * Math.log(1 - share));
        return new Ellipse(
                centre[0],
                centre[1],
                radius * Math.sqrt(middle + spread),
                radius * Math.sqrt(Math.max(0, middle - spread)),
                Math.atan2(plane[0][1], half) / 2);
    }
}
