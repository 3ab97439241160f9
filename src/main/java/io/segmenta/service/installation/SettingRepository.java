package io.segmenta.service.installation;

import java.util.Optional;

/** Keeps what was set for the whole installation: documents as JSON, by name. */
public interface SettingRepository {
    Optional<String> find(String name);

    /** Replaces what was there. */
    void put(String name, String document);
}
