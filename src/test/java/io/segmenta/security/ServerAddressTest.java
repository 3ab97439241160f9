package io.segmenta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ServerAddressTest {
    private static ServerAddress configured(String address) {
        return ServerAddress.of(new MockEnvironment().withProperty("server.address", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "2001:db8::1", "169.254.1.1", "::ffff:192.0.2.7"})
    void whatOthersCouldReachIsRefusedWithAWayOut(String address) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> configured(address))
                .withMessageContaining("server.address (" + address + ")")
                .withMessageContaining("no accounts yet")
                .withMessageContaining("127.0.0.1");
    }

    @Test
    void soIsAServerThatListensOnEveryAddressBecauseNoneIsSaid() {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> ServerAddress.of(new MockEnvironment()));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "127.1.2.3, http://127.1.2.3:8080",
        "::1, http://[0:0:0:0:0:0:0:1]:8080",
        "::ffff:127.0.0.1, http://127.0.0.1:8080"
    })
    void aLoopbackAddressIsTakenAndNamedAsItIs(String address, String url) {
        assertThat(configured(address).url(8080)).isEqualTo(url);
    }

    @Test
    void localhostIsTaken() {
        assertThat(configured("localhost").address().isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "LocalHost:8080",
                "localhost.:8080",
                "127.0.0.1:8080",
                "[::1]:8080",
                "127.5.5.5:8080",
                " localhost:8080 "
            })
    void itsNamesAreKnown(String host) {
        assertThat(configured("127.5.5.5").isCalled(host, 8080)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example:8080",
                "localhost.evil.example:8080",
                "evil.example#localhost:8080",
                "localhost@evil.example:8080",
                "127.0.0.1.evil.example:8080",
                "127.0.0.2:8080",
                "localhost",
                "localhost:80",
                "localhost:8081",
                "localhost:",
                "localhost:08080x",
                "localhost..:8080",
                ":8080",
                "::1:8080",
                "[::1",
                "[::2]:8080",
                "0.0.0.0:8080",
                "192.0.2.7:8080",
                "localhost:99999"
            })
    void everythingElseIsNot(String host) {
        assertThat(configured("127.0.0.1").isCalled(host, 8080)).isFalse();
    }

    @Test
    void whoSaysNoNameIsNotKnown() {
        assertThat(configured("127.0.0.1").isCalled(null, 8080)).isFalse();
    }

    @Test
    void onThePortOfTheWebItNeedsNoPort() {
        ServerAddress server = new ServerAddress(InetAddress.getLoopbackAddress(), "127.0.0.1");
        assertThat(server.isCalled("localhost", 80)).isTrue();
        assertThat(server.isCalled("localhost:80", 80)).isTrue();
        assertThat(server.isCalled("localhost:8080", 80)).isFalse();
    }
}
