package io.segmenta.engine.evaluate;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by plane rotations (Jacobi 1846; Golub and Van Loan, algorithm 8.4.2).
 *
 * @see <a href="https://doi.org/10.1515/crll.1846.30.51">Jacobi (1846), Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen vorkommenden Gleichungen numerisch aufzulösen</a>
 */
final class Jacobi {
    private static final int SWEEPS = 100;

    private Jacobi() {}

    /** Leaves the eigenvalues on the diagonal of the matrix and returns the eigenvectors as columns, in the same order. */
    static double[][] diagonalise(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && !isDiagonal(matrix); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    private static boolean isDiagonal(double[][] matrix) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < matrix.length; i++) {
            on += matrix[i][i] * matrix[i][i];
            for (int j = 0; j < i; j++) {
                off += matrix[i][j] * matrix[i][j];
            }
        }
        return off <= 1e-30 * on;
    }

    /** Turns the plane of p and q so that their entry becomes 0. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tan = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double cos = 1 / Math.hypot(1, tan);
        double sin = tan * cos;
        for (double[] row : a) {
            turn(row, p, q, cos, sin);
        }
        double[] rowP = a[p];
        double[] rowQ = a[q];
        for (int j = 0; j < a.length; j++) {
            double x = rowP[j];
            double y = rowQ[j];
            rowP[j] = cos * x - sin * y;
            rowQ[j] = sin * x + cos * y;
        }
        for (double[] row : vectors) {
            turn(row, p, q, cos, sin);
        }
    }

    private static void turn(double[] row, int p, int q, double cos, double sin) {
        double x = row[p];
        double y = row[q];
        row[p] = cos * x - sin * y;
        row[q] = sin * x + cos * y;
    }
}
