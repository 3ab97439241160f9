package io.segmenta.engine.base;

/**
 * Weka looks for native linear algebra (netlib) when its first class is loaded, and warns on the console for each library that is missing.
 * Nothing of Weka that is used here computes with it: it is told to take the one in Java, which is always there, and looks no further.
 */
public final class QuietWeka {
    private static final String NETLIB = "com.github.fommil.netlib.";

    private QuietWeka() {}

    /** To be called before the first class of Weka; what somebody else chose by a system property stays. */
    public static void prepare() {
        for (String library : new String[] {"ARPACK", "BLAS", "LAPACK"}) {
            System.getProperties().putIfAbsent(NETLIB + library, NETLIB + "F2j" + library);
        }
    }
}
