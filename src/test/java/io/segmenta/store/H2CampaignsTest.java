package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeDatasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2CampaignsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Campaign SPRING = new Campaign(
            "Spring", LocalDate.of(2026, 3, 2), Set.of(3, 0), 70, 0.2, 28, new Seed(-9_007_199_254_740_993L));
    private static final Campaign AUTUMN =
            new Campaign("Autumn", LocalDate.of(2026, 10, 1), Set.of(), null, 0.15, 91, new Seed(1));

    private Databases databases;
    private RunId run;

    @BeforeEach
    void open(@TempDir Path folder) {
        databases = Databases.open(folder);
        databases.datasets.add(FakeDatasets.RETAIL);
        run = databases.runs.add(Example.recipe(), new UserName("anna"), NOON);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void campaignsComeBackAsTheyWereTheLatestFirst() {
        SavedCampaign spring = databases
                .campaigns
                .add(run, SPRING, 500, 100, NOON, new UserName("anna"))
                .orElseThrow();
        SavedCampaign autumn = databases
                .campaigns
                .add(run, AUTUMN, 4000, 600, NOON.plusSeconds(1), new UserName("ben"))
                .orElseThrow();
        assertThat(spring.campaign()).isEqualTo(SPRING);
        assertThat(databases.campaigns.all()).containsExactly(autumn, spring);
    }

    @Test
    void aCampaignOfBeforeDaysWereAskedCountsForTheUsualOnes() throws IOException {
        databases.campaigns.add(run, AUTUMN, 4000, 600, NOON, new UserName("ben"));
        JdbcClient jdbc = JdbcClient.create(databases.source);
        jdbc.sql("UPDATE campaign SET campaign = REPLACE(campaign, '\"days\":91,', '')")
                .update();
        assertThat(jdbc.sql("SELECT campaign FROM campaign").query(String.class).single())
                .doesNotContain("days");
        jdbc.sql(new ClassPathResource("db/migration/V8__campaign_days.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(databases.campaigns.all())
                .extracting(SavedCampaign::campaign)
                .containsExactly(AUTUMN);
    }

    @Test
    void aNameIsTakenOnlyOnceInARun() {
        RunId other = databases.runs.add(Example.recipe(), new UserName("anna"), NOON);
        assertThat(databases.campaigns.add(run, SPRING, 5, 1, NOON, new UserName("anna")))
                .isPresent();
        assertThat(databases.campaigns.add(run, SPRING, 5, 1, NOON, new UserName("ben")))
                .isEmpty();
        assertThat(databases.campaigns.add(other, SPRING, 5, 1, NOON, new UserName("ben")))
                .isPresent();
    }

    @Test
    void theyAreDeletedOneByOneAndWithTheirRun() {
        SavedCampaign spring = databases
                .campaigns
                .add(run, SPRING, 5, 1, NOON, new UserName("anna"))
                .orElseThrow();
        databases.campaigns.add(run, AUTUMN, 5, 1, NOON, new UserName("anna"));
        databases.campaigns.delete(spring.id());
        assertThat(databases.campaigns.all())
                .extracting(SavedCampaign::campaign)
                .containsExactly(AUTUMN);
        databases.runs.delete(run);
        assertThat(databases.campaigns.all()).isEmpty();
    }
}
