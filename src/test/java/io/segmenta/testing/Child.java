package io.segmenta.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** A process of its own with our class path, to be killed the hard way. */
public final class Child implements AutoCloseable {
    private static final int LAST = 40;

    private final Process process;
    private final BufferedReader lines;
    /** What it said last, on either stream. */
    private final Deque<String> last = new ArrayDeque<>();

    private final Thread errors;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.errors = Thread.ofPlatform()
                .daemon()
                .name("errors of a child")
                .start(() -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(this::keep));
    }

    private void keep(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > LAST) {
                last.removeFirst();
            }
        }
    }

    /** For the child itself: goes no further, until it is killed or whoever started it has ended. */
    public static void untilKilled() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes to it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Child start(Class<?> main, Object... arguments) {
        return start(java(1024, main, arguments));
    }

    /** With a heap of so much and no more. */
    public static Child withHeap(int mebibytes, Class<?> main, Object... arguments) {
        return start(java(mebibytes, main, arguments));
    }

    private static List<String> java(int mebibytes, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return command;
    }

    private static Child start(List<String> command) {
        try {
            return new Child(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line it prints; fails with its last lines when it ends without. */
    public String await(Predicate<String> wanted) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (wanted.test(line)) {
                    return line;
                }
            }
            int code = process.waitFor();
            errors.join();
            synchronized (last) {
                throw new AssertionError("The child ended with " + code
                        + " and without the expected line. It said last:\n" + String.join("\n", last));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a child was running.", e);
        }
    }

    /** kill -9 */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
