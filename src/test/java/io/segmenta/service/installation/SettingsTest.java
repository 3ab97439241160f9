package io.segmenta.service.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class SettingsTest {
    @Configuration
    @EnableConfigurationProperties(Settings.class)
    static class OnlySettings {
        @Bean
        static SettingKeys keys(Environment environment) {
            return new SettingKeys(environment);
        }
    }

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

    @Test
    void hasADefaultForEveryKey() {
        runner.run(context -> {
            Settings settings = context.getBean(Settings.class);
            assertThat(settings.home()).isEqualTo(Path.of("artifacts").toAbsolutePath());
            assertThat(settings.workers()).isEqualTo(1);
            assertThat(settings.storeLimits().memoryMebibytes()).isEqualTo(512);
            assertThat(settings.storeLimits().threads())
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(settings.uploadLimit().toGigabytes()).isEqualTo(2);
        });
    }

    @Test
    void takesWhatIsSet() {
        runner.withPropertyValues("segmenta.workers=3", "segmenta.dataset-threads=2", "segmenta.home=/tmp/a/../b")
                .run(context -> {
                    Settings settings = context.getBean(Settings.class);
                    assertThat(settings.workers()).isEqualTo(3);
                    assertThat(settings.storeLimits().threads()).isEqualTo(2);
                    assertThat(settings.home()).isEqualTo(Path.of("/tmp/b"));
                });
    }

    @Test
    void anUnknownKeyStopsTheStartAndListsTheValidOnes() {
        runner.withPropertyValues("segmenta.wokers=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("There is no setting segmenta.wokers")
                        .hasMessageContaining("segmenta.dataset-memory, segmenta.dataset-threads, segmenta.home,"
                                + " segmenta.upload-limit, segmenta.workers"));
    }

    @Test
    void anImpossibleValueIsNamed() {
        runner.withPropertyValues("segmenta.workers=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The setting segmenta.workers (0) must be between 1 and 64."));
        runner.withPropertyValues("segmenta.dataset-memory=1MB")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("segmenta.dataset-memory"));
    }

    @Test
    void openingTheHomeSweepsWhatWasHalfMade(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("temp"));
        Files.writeString(folder.resolve("temp/upload-1.part"), "x");
        try (Home home = Home.open(folder)) {
            assertThat(home.temporary()).isEmptyDirectory();
            assertThat(Files.readString(folder.resolve("segmenta.lock")))
                    .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        }
        Home.open(folder).close();
    }
}
