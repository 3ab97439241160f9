package io.segmenta.store;

import io.segmenta.service.installation.SettingRepository;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settings as JSON. The last of two threads that put the same one wins. */
@Repository
class H2Settings implements SettingRepository {
    private final JdbcClient jdbc;

    H2Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String name) {
        return jdbc.sql("SELECT document FROM setting WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    @Override
    public void put(String name, String document) {
        jdbc.sql("MERGE INTO setting (name, document) KEY (name) VALUES (?, ?)")
                .params(name, document)
                .update();
    }
}
