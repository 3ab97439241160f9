package io.segmenta.bench;

import io.segmenta.cli.Commands;
import picocli.CommandLine;

/** {@code ./segmenta bench}: what the product takes, measured by a program of its own, so that nothing of it is in the product. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Commands.withExitCodes(new CommandLine(new BenchCommand()));
    }
}
