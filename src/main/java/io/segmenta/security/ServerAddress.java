package io.segmenta.security;

import io.segmenta.engine.base.UserFacingException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where the server listens, and by which names it may be called there.
 *
 * @param address a loopback address
 * @param name as it is configured: an address, or the name of one
 */
public record ServerAddress(InetAddress address, String name) {
    private static final String KEY = "server.address";

    /** What resolves to this machine on every machine. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private static final Pattern HOST = Pattern.compile("([^:\\[\\]]+?|\\[[0-9a-f:.]+])\\.?(?::([0-9]{1,5}))?");
    private static final String HTTP = "80";

    /** @throws UserFacingException where it is not a loopback address */
    public ServerAddress {
        if (!address.isLoopbackAddress()) {
            throw refused(name);
        }
    }

    /** @throws UserFacingException where others than this machine could reach the configured address */
    public static ServerAddress of(Environment environment) {
        @Nullable InetAddress address =
                Binder.get(environment).bind(KEY, InetAddress.class).orElse(null);
        if (address == null) {
            // where it is left empty the server listens on every address
            throw refused("");
        }
        return new ServerAddress(address, environment.getProperty(KEY, address.getHostAddress()));
    }

    private static UserFacingException refused(String name) {
        return new UserFacingException("The setting " + KEY + " (" + name
                + ") would let other machines in, and Segmenta has no accounts yet: anybody there would see your customers. "
                + "Leave the setting away, or choose 127.0.0.1, ::1 or localhost. To use it from another machine, log in to "
                + "this one and carry its port over: ssh -L 8080:localhost:8080 THIS-MACHINE.");
    }

    public String url(int port) {
        String host = address.getHostAddress();
        return "http://" + (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }

    /**
     * Whether a request may say that it is meant for this name. A page from elsewhere whose name was made to lead here says its own.
     *
     * @param host the header, null where there is none
     * @param port that the request came to
     */
    boolean isCalled(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        Matcher parts = HOST.matcher(host.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        String said = parts.group(2) == null ? HTTP : parts.group(2);
        return names().contains(parts.group(1)) && Integer.parseInt(said) == port;
    }

    private Set<String> names() {
        return Stream.concat(LOOPBACK.stream(), Stream.of(address.getHostAddress(), name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
