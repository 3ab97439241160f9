package io.segmenta;

import io.segmenta.cli.Commands;
import io.segmenta.security.ServerAddress;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Wiring only; nobody imports it. */
@SpringBootApplication
public class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    /** The server where nothing else is asked for; other commands start without Spring, to be quick. */
    public static void main(String[] args) {
        if (args.length == 0) {
            SpringApplication.run(Application.class);
        } else if (args[0].equals("serve") && !asksForHelp(args)) {
            SpringApplication.run(Application.class, Arrays.copyOfRange(args, 1, args.length));
        } else {
            System.exit(Commands.execute(args));
        }
    }

    private static boolean asksForHelp(String[] args) {
        return Arrays.asList(args).contains("--help") || Arrays.asList(args).contains("-h");
    }

    @EventListener
    void ready(WebServerInitializedEvent event) {
        ServerAddress address = ServerAddress.of(event.getApplicationContext().getEnvironment());
        LOG.info("Segmenta is ready at {}", address.url(event.getWebServer().getPort()));
    }
}
