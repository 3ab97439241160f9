package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.engine.segment.Persona;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2PlaybooksTest {
    private static final Instant MONDAY = Instant.parse("2024-01-01T09:00:00.123Z");
    private static final PlaybookVersion FIRST = PlaybookHistory.shipped(MONDAY).current();

    private Databases databases;

    @BeforeEach
    void open(@TempDir Path folder) {
        databases = Databases.open(folder);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void untilTheFirstEditThereIsNone() {
        assertThat(databases.playbooks.all()).isEmpty();
        assertThat(databases.playbooks.latest()).isEmpty();
    }

    @Test
    void versionsComeBackAsTheyWere() {
        assertThat(databases.playbooks.add(List.of(FIRST, version(2)))).isTrue();
        assertThat(databases.playbooks.add(List.of(version(3)))).isTrue();
        assertThat(databases.playbooks.all()).containsExactly(FIRST, version(2), version(3));
        assertThat(databases.playbooks.latest()).contains(version(3));
    }

    /** As if the last persona were new. */
    @Test
    void whatWasKeptBeforeThereWasAPersonaHasItsPlayAsShipped() {
        Play edited = new Play(
                Persona.AT_RISK,
                "Call them.",
                List.of("Call."),
                "none",
                0.1,
                0.2,
                Play.RoiClass.LOW,
                50,
                Play.Priority.LOW);
        List<Play> shipped = FIRST.playbook().plays();
        PlaybookVersion version =
                new PlaybookVersion(1, FIRST.playbook().with(edited), MONDAY, new UserName("ann"), "At Risk: changed.");
        databases.playbooks.add(List.of(version));
        JdbcClient.create(databases.source)
                .sql("UPDATE playbook_version SET playbook = ?")
                .param(Documents.write(
                        Map.of("plays", List.of(shipped.get(0), shipped.get(1), shipped.get(2), edited))))
                .update();

        assertThat(databases.playbooks.latest()).contains(version);
        assertThat(databases.playbooks.all()).containsExactly(version);
    }

    @Test
    void whoIsLaterAddsNothing() {
        databases.playbooks.add(List.of(FIRST, version(2)));
        assertThat(databases.playbooks.add(List.of(version(3), version(2)))).isFalse();
        assertThat(databases.playbooks.all()).containsExactly(FIRST, version(2));
    }

    private static PlaybookVersion version(int number) {
        return new PlaybookVersion(
                number, FIRST.playbook(), MONDAY.plusSeconds(number), new UserName("ann"), "Changed nothing.");
    }
}
