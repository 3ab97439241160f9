package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help; the application starts the server before it asks the command line. */
@Command(
        name = "serve",
        description = {
            "Starts the product on http://localhost:8080.",
            "Settings follow as --KEY=VALUE, for example --server.port=8081 or --segmenta.home=FOLDER."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UserFacingException("The server is started as the first word: segmenta serve [--KEY=VALUE …].");
    }
}
