package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;

/** What settings are allowed, said in one way. */
final class Limits {
    private Limits() {}

    /** @throws UserFacingException unless 2 to 20 */
    static void requireClusters(int clusters) {
        if (clusters < 2 || clusters > 20) {
            throw new UserFacingException(
                    "The number of segments (" + clusters + ") must be between 2 and 20. Choose 3 to 6 to begin with.");
        }
    }

    /** @throws UserFacingException unless from {@code from} to {@code to}, both included */
    static void require(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new UserFacingException(
                    "The number of " + what + " (" + value + ") must be between " + from + " and " + to + ".");
        }
    }
}
