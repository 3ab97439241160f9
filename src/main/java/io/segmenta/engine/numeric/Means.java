package io.segmenta.engine.numeric;

/** Means of the columns of a row-major matrix: sums in the order of the rows, then one division, so that every caller gets the same last digit. */
public final class Means {
    private Means() {}

    /**
     * @param data rows × columns values, row-major, at least one row
     * @return one per column
     */
    public static double[] ofColumns(double[] data, int columns) {
        int rows = data.length / columns;
        return ofGroups(data, columns, new int[rows], new int[] {rows})[0];
    }

    /**
     * @param data rows × columns values, row-major
     * @param groups per row its group, from 0
     * @param sizes rows in each group
     * @return groups × columns; NaN for a group without rows
     */
    public static double[][] ofGroups(double[] data, int columns, int[] groups, int[] sizes) {
        double[][] means = new double[sizes.length][columns];
        for (int i = 0; i < groups.length; i++) {
            double[] mean = means[groups[i]];
            for (int j = 0; j < columns; j++) {
                mean[j] += data[i * columns + j];
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            for (int j = 0; j < columns; j++) {
                means[g][j] /= sizes[g];
            }
        }
        return means;
    }
}
