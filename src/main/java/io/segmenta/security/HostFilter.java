package io.segmenta.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers only who asks for this server by its name. Without this a page from anywhere, once its name leads to a loopback address (DNS
 * rebinding), is of one origin with the product for the browser, and may read every customer.
 */
final class HostFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ServerAddress server;

    HostFilter(ServerAddress server) {
        this.server = server;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        if (server.isCalled(request.getHeader("Host"), request.getLocalPort())) {
            next.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .println("Segmenta answers here only on the machine that it runs on, and only to the address "
                        + server.url(request.getLocalPort()) + " or http://localhost:" + request.getLocalPort()
                        + ". Open one of these.");
    }
}
