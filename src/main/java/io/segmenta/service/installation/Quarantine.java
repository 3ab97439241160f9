package io.segmenta.service.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a home holds and its database does not know. That may be what a killed process left; but where the database was lost or
 * replaced it is everything there is, so it is moved aside and never deleted.
 */
public final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_NAMES = 5;

    private Quarantine() {}

    /**
     * Moves files into a folder of their own in the home, and says so in the log; does nothing where there are none.
     *
     * @param kind what they are, a word that becomes a part of the folder's name
     * @param now names the folder they go to, in UTC
     * @throws IOException where one cannot be moved; those before it are, and nothing is lost
     */
    public static void take(Home home, String kind, List<Path> files, Instant now) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Path to = newFolder(home.quarantine(), kind + " " + NAME.format(now));
        for (Path file : files) {
            Files.move(file, to.resolve(file.getFileName()));
        }
        LOG.warn(
                "The database does not know {} files of {} ({}{}). They were moved to {}, nothing was deleted. If the database was lost "
                        + "or replaced, stop Segmenta, put the right one and these files back, and start again.",
                files.size(),
                kind,
                files.stream()
                        .limit(MOST_NAMES)
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.joining(", ")),
                files.size() > MOST_NAMES ? ", …" : "",
                to);
    }

    /** One that does not exist yet, also where two starts were within a second. */
    private static Path newFolder(Path parent, String name) throws IOException {
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + " (" + i + ")");
        }
        return Files.createDirectories(folder);
    }
}
