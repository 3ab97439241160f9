package io.segmenta.testing;

import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Settings;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.util.unit.DataSize;

/** The services as fakes that remember what they were asked, for tests of views: {@code @ContextConfiguration(classes = FakeServices.class)}. */
public class FakeServices {
    @Bean
    public FakeDatasets datasets() {
        return new FakeDatasets();
    }

    @Bean
    public FakeRuns runs() {
        return new FakeRuns();
    }

    @Bean
    public FakeComparisons comparisons() {
        return new FakeComparisons();
    }

    @Bean
    public FakePlaybooks playbooks() {
        return new FakePlaybooks();
    }

    @Bean
    public FakePlans plans(FakePlaybooks playbooks) {
        return new FakePlans(playbooks);
    }

    @Bean
    public FakeScoring scoring(FakeRuns runs) {
        return new FakeScoring(runs);
    }

    @Bean
    public FakePeople people(FakeRuns runs) {
        return new FakePeople(runs);
    }

    @Bean
    public FakeCampaigns campaigns() {
        return new FakeCampaigns();
    }

    @Bean
    public FakeExports exports() {
        return new FakeExports();
    }

    @Bean
    public FakeDefaults defaults() {
        return new FakeDefaults();
    }

    /** A kilobyte may be uploaded. */
    @Bean
    public Settings settings() throws IOException {
        return new Settings(
                Files.createTempDirectory("segmenta-test"), 1, DataSize.ofMegabytes(64), 1, DataSize.ofKilobytes(1));
    }

    @Bean
    public Home home(Settings settings) {
        return Home.open(settings.home());
    }

    /** Background work is done before the call returns, so that tests need not wait. */
    @Bean
    public TaskExecutor applicationTaskExecutor() {
        return new SyncTaskExecutor();
    }
}
