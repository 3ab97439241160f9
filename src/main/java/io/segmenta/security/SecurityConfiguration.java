package io.segmenta.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Keeps the server to this machine. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Stops the start before anything is opened. */
    @Bean
    static BeanFactoryPostProcessor onlyThisMachine(Environment environment) {
        return beans -> ServerAddress.of(environment);
    }

    /** Before everything else, and of every kind of request. */
    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(Environment environment) {
        FilterRegistrationBean<HostFilter> filter =
                new FilterRegistrationBean<>(new HostFilter(ServerAddress.of(environment)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        filter.setAsyncSupported(true);
        return filter;
    }
}
