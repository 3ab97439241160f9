package io.segmenta.cli;

import io.segmenta.base.Seed;
import io.segmenta.base.UserFacingException;
import io.segmenta.run.SampleShop;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Realistic transactions of a shop that does not exist. */
@Command(
        name = "sample",
        description = "Writes two years of transactions of a shop that does not exist, to try the product with.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            defaultValue = "1500",
            paramLabel = "N",
            description = "how many; each makes about 16 rows (default: ${DEFAULT-VALUE})")
    private int customers;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the CSV file to write")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "the same seed gives the same bytes (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() {
        Path target = out.toAbsolutePath();
        Path part = target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                long rows = SampleShop.generate(customers, new Seed(seed), stream);
                spec.commandLine().getErr().printf("%,d rows of %,d customers are in %s%n", rows, customers, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } catch (IOException e) {
            throw new UserFacingException(
                    "The file " + out + " cannot be written. Check that its folder is there and has room.", e);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UserFacingException("The unfinished file " + part + " could not be deleted. Delete it.", e);
        }
    }
}
