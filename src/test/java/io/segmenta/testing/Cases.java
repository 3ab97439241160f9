package io.segmenta.testing;

import io.segmenta.engine.base.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Drawn values for one case of a property. The same cases come on every run; one that fails says how to see it alone. Limits are
 * drawn more often than chance would, because faults sit there.
 */
public final class Cases {
    private static final int LIMIT_EVERY = 10;

    private final Random random;

    private Cases(Random random) {
        this.random = random;
    }

    /** What holds for every case. */
    @FunctionalInterface
    public interface Property {
        void holds(Cases drawn) throws Exception;
    }

    /** Checks so many cases. @throws AssertionError with the number of the first one that fails */
    public static void check(int tries, Property property) {
        IntStream.range(0, tries).forEach(number -> only(number, property));
    }

    /**
     * Checks so many cases that know nothing of each other, several at once, or as many as are begun in a time.
     *
     * @return how many were checked
     */
    public static int check(int tries, Duration longest, Property property) {
        long start = System.nanoTime();
        return Math.toIntExact(IntStream.range(0, tries)
                .parallel()
                .filter(number -> System.nanoTime() - start < longest.toNanos())
                .peek(number -> only(number, property))
                .boxed()
                .collect(Collectors.counting()));
    }

    /** The one case that {@link #check} named. */
    public static void only(int number, Property property) {
        try {
            property.holds(new Cases(new Seed(number).derive("case").random()));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "Case " + number + " fails (Cases.only(" + number + ", …) runs it alone): " + e.getMessage(), e);
        }
    }

    public Random random() {
        return random;
    }

    public boolean bool() {
        return random.nextBoolean();
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return Math.toIntExact(between((long) least, (long) most));
    }

    /** Both ends included. */
    public long between(long least, long most) {
        return limit() ? one(least, most) : random.nextLong(least, most + 1);
    }

    /** Both ends included. */
    public double between(double least, double most) {
        return limit() ? one(least, most) : least + (most - least) * random.nextDouble();
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** Each of them with the chance of one half. */
    public <T> List<T> some(T[] of) {
        return Arrays.stream(of).filter(each -> random.nextBoolean()).toList();
    }

    public <T> List<T> list(int shortest, int longest, Supplier<T> element) {
        return Stream.generate(element).limit(between(shortest, longest)).toList();
    }

    /** Made of these characters (as UTF-16 units). */
    public String text(int shortest, int longest, String characters) {
        return random.ints(between(shortest, longest), 0, characters.length())
                .mapToObj(i -> characters.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** Of any characters, white space and such outside the basic plane among them. */
    public String anyText(int longest) {
        return random.ints(between(0, longest), 0, 10)
                .map(kind -> kind == 0
                        ? one(' ', '\t', '\n', '\u00a0', '\u2003')
                        : kind < 6 ? random.nextInt(32, 127) : character())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int character() {
        int drawn = random.nextInt(Character.MAX_CODE_POINT + 1);
        return drawn >= Character.MIN_SURROGATE && drawn <= Character.MAX_SURROGATE ? '?' : drawn;
    }

    private boolean limit() {
        return random.nextInt(LIMIT_EVERY) == 0;
    }
}
