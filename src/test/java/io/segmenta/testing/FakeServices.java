package io.segmenta.testing;

import org.springframework.context.annotation.Bean;

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
    public FakePlans plans(FakeRuns runs) {
        return new FakePlans(runs);
    }

    @Bean
    public FakeExports exports() {
        return new FakeExports();
    }
}
