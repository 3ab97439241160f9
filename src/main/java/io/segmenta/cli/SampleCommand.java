package io.segmenta.cli;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.sample.PlantedCampaign;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.dataset.SampleShop;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    /** Share of treated customers who order once more. */
    private static final double RESPONSE = 0.2;

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

    @Option(
            names = "--audience",
            paramLabel = "FILE",
            description =
                    "plants a campaign, to try 'uplift' with: those of its customers who are to be treated get --effect")
    private @Nullable Path audience;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "day on which the planted campaign begins, as 2024-10-01")
    private @Nullable String from;

    @Option(
            names = "--effect",
            defaultValue = "10",
            paramLabel = "AMOUNT",
            description =
                    "what the planted campaign adds to the spend of a treated customer on average, by a fifth of them ordering "
                            + "once more for five times as much within four weeks (default: ${DEFAULT-VALUE})")
    private double effect;

    @Override
    public Integer call() {
        SampleSettings settings = settings();
        Path target = out.toAbsolutePath();
        Path part = target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                long rows = SampleShop.generate(settings, stream);
                spec.commandLine()
                        .getErr()
                        .printf(Locale.ENGLISH, "%,d rows of %,d customers are in %s%n", rows, customers, out);
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

    private SampleSettings settings() {
        SampleSettings settings = SampleSettings.of(customers, new Seed(seed));
        if (audience == null) {
            return settings;
        }
        LocalDate day = DayOption.day(from, "--from");
        if (day == null) {
            throw new UserFacingException("Say with --from on which day the planted campaign begins, as 2024-10-01.");
        }
        PlantedCampaign campaign =
                new PlantedCampaign(day, Set.of(), RESPONSE, (int) Math.round(100 * effect / RESPONSE));
        try (OpenedFile file = OpenedFile.read(audience, StageProgress.SILENT)) {
            return settings.with(campaign.reaching(Audience.of(file).treatedIds()));
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
