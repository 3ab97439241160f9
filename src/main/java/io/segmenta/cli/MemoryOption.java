package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.StoreLimits;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What the store of the rows may use; the Java heap is set at the start of the process. */
final class MemoryOption {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(MB|GB)");

    @Option(
            names = {"--memory", "--segmenta.dataset-memory"},
            defaultValue = "512MB",
            paramLabel = "SIZE",
            description =
                    "memory for the rows, beyond the Java heap (SEGMENTA_HEAP), from 64MB; what is more goes to disk (default: "
                            + "${DEFAULT-VALUE})")
    private String memory = "512MB";

    /** @throws UserFacingException where the size is none, or too small */
    StoreLimits limits() {
        Matcher size = SIZE.matcher(memory.strip().toUpperCase(Locale.ROOT));
        int mebibytes = size.matches()
                ? Integer.parseInt(size.group(1)) * (size.group(2).equals("GB") ? 1024 : 1)
                : 0;
        if (mebibytes < StoreLimits.LEAST_MEBIBYTES) {
            throw new UserFacingException("The memory (" + memory + ") must be " + StoreLimits.LEAST_MEBIBYTES
                    + "MB or more. Write it as --memory 512MB or --memory 4GB.");
        }
        return new StoreLimits(mebibytes, StoreLimits.defaults().threads());
    }
}
