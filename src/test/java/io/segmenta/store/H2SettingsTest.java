package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SettingsTest {
    @Test
    void aSettingIsWhatItWasLastSetTo(@TempDir Path folder) {
        try (Databases databases = Databases.open(folder)) {
            assertThat(databases.settings.find("tuning")).isEmpty();
            databases.settings.put("tuning", "1");
            databases.settings.put("tuning", "2");
            assertThat(databases.settings.find("tuning")).contains("2");
        }
    }
}
