package io.segmenta.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged product as a process of its own, on a free port, with a folder of its own. */
public final class PackagedApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final String address;

    private PackagedApp(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** What is shipped. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty("segmenta.jar", "target/segmenta.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is not there; build it with mvn package.");
        }
        return jar;
    }

    /**
     * Starts it and waits until it answers. Its output goes to {@code app.log} in the folder.
     *
     * @param settings more of them, as {@code --KEY=VALUE}
     * @throws IllegalStateException with its output where it ends instead
     */
    public static PackagedApp start(Path home, String... settings) throws IOException {
        Path jar = jar();
        Files.createDirectories(home);
        Path log = home.resolve("app.log");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "serve",
                "--server.port=" + port,
                "--segmenta.home=" + home.resolve("artifacts")));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PackagedApp app = new PackagedApp(process, "http://localhost:" + port + "/");
        app.awaitAnswer(log);
        return app;
    }

    /** With a slash at the end. */
    public String address() {
        return address;
    }

    /** As a power cut does: nothing of the process gets a chance to tidy up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            kill();
        }
    }

    private void awaitAnswer(Path log) throws IOException {
        try {
            await().atMost(PATIENCE).until(() -> !process.isAlive() || answers());
        } catch (ConditionTimeoutException e) {
            close();
            throw new IllegalStateException(
                    "The product did not answer in " + PATIENCE + ": " + Files.readString(log), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The product did not start: " + Files.readString(log));
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
