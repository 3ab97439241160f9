package io.segmenta.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.segmenta.service.installation.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database in the home folder. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    /**
     * WRITE_DELAY=0 writes at each commit instead of up to half a second later, so that what was committed survives the end of the process;
     * {@link H2Runs} adds a checkpoint that also survives the end of the power.
     */
    @Bean
    HikariDataSource dataSource(Home home) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("segmenta");
        config.setJdbcUrl("jdbc:h2:file:" + home.database() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        config.setUsername("sa");
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}
