package io.segmenta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.testing.PackagedApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged product answers on a socket to whoever calls it by which name. */
class OnlyThisMachineIT {
    @TempDir
    static Path folder;

    private static PackagedApp app;

    @BeforeAll
    static void start() throws Exception {
        app = PackagedApp.start(folder.resolve("app"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static int port() {
        return URI.create(app.address()).getPort();
    }

    /** The whole answer to a request of these lines. */
    private static String answer(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String request = String.join("\r\n", lines).replace("PORT", String.valueOf(port())) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String path, String host) throws IOException {
        return answer("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "LOCALHOST:PORT", "localhost.:PORT"})
    void itsOwnNamesAreAnswered(String host) throws IOException {
        assertThat(get("/", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:PORT", "evil.example", "localhost", "localhost:1", "192.0.2.7:PORT"})
    void othersAreRefusedInASentence(String host) throws IOException {
        assertThat(get("/", host))
                .startsWith("HTTP/1.1 403")
                .contains("text/plain", "Open one of these.", "http://localhost:" + port())
                .doesNotContain("evil", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/1",
                "/no/such/page",
                "/favicon.ico",
                "/VAADIN/build/",
                "/VAADIN/dynamic/resource/0/0/customers.csv",
                "/?v-r=init&location=",
                "/?v-r=uidl&v-uiId=0",
                "/error"
            })
    void soIsEveryPath(String path) throws IOException {
        assertThat(get(path, "evil.example:PORT")).startsWith("HTTP/1.1 403").contains("Open one of these.");
    }

    @Test
    void soIsThePushOfThePages() throws IOException {
        assertThat(answer(
                        "GET /VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket HTTP/1.1",
                        "Host: evil.example:PORT",
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void whoSaysNoNameIsRefused() throws IOException {
        assertThat(answer("GET / HTTP/1.0")).startsWith("HTTP/1.1 403");
    }

    @Test
    void theLogNamesTheAddressThatItListensOn() throws IOException {
        assertThat(Files.readString(folder.resolve("app").resolve("app.log")))
                .contains("Segmenta is ready at http://127.0.0.1:" + port());
    }

    @Test
    void anAddressForOthersStopsTheStart() {
        assertThatThrownBy(() -> PackagedApp.start(folder.resolve("open"), "--server.address=0.0.0.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Segmenta did not start. The setting server.address (0.0.0.0)")
                .hasMessageContaining("no accounts yet")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("\tat ", "Exception", "Segmenta is ready"));
        assertThat(folder.resolve("open").resolve("artifacts")).doesNotExist();
    }
}
