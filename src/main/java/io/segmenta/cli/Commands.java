package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.Version;
import io.segmenta.service.dataset.OpenedFile;
import java.io.PrintWriter;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Every command but serve, which is listed here and started by the application. */
@Command(
        name = "segmenta",
        description = "From a shop's transaction export to customer segments and a funded marketing plan.",
        subcommands = {
            ServeCommand.class,
            RunCommand.class,
            ScoreCommand.class,
            UpliftCommand.class,
            RaceCommand.class,
            SampleCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Commands.ProductVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private static final Set<String> READING = Set.of("run", "score", "uplift");

    /** The user can do something about it. */
    private static final int BAD_INPUT = 2;

    private static final int FAILURE = 1;

    private Commands() {}

    /** @return the exit code: 0, 1 after an unexpected failure, 2 after bad input, which is explained in a sentence on stderr */
    public static int execute(String... arguments) {
        if (arguments.length > 1 && READING.contains(arguments[0])) {
            OpenedFile.prepare();
        }
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return withExitCodes(new CommandLine(new Commands()));
    }

    /** The exit codes of {@link #execute} for the commands of another program. */
    public static CommandLine withExitCodes(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, arguments) -> {
                    PrintWriter err = problem.getCommandLine().getErr();
                    err.println(problem.getMessage());
                    err.println(
                            "Try '" + problem.getCommandLine().getCommandSpec().qualifiedName()
                                    + " --help' for what can be said.");
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof UserFacingException) {
                        command.getErr().println(problem.getMessage());
                        return BAD_INPUT;
                    }
                    LOG.error("Something unexpected went wrong.", problem);
                    return FAILURE;
                });
    }

    static final class ProductVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Segmenta " + Version.current()};
        }
    }
}
