package io.segmenta.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.engine.segment.Persona;
import io.segmenta.service.plan.PlaybookService.PlaybookFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditedPlaybookTest {
    private final Memory memory = new Memory();
    private final PlaybookService playbooks =
            new EditedPlaybook(memory, Clock.fixed(Instant.parse("2024-01-01T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void unreadAndUneditedItIsTheShippedOne() {
        assertThat(playbooks.current().number()).isEqualTo(1);
        assertThat(playbooks.current().playbook()).isEqualTo(DefaultPlaybook.load());
        assertThat(playbooks.history().versions()).hasSize(1);
        assertThat(playbooks.reset(1, new UserName("ann")).number()).isEqualTo(1);
        assertThat(memory.versions).isEmpty();
    }

    @Test
    void theFirstEditKeepsTheShippedOneToo() {
        PlaybookVersion saved = playbooks.edit(play(Persona.AT_RISK, "Ring them."), 1, new UserName("ann"));
        assertThat(saved.number()).isEqualTo(2);
        assertThat(memory.versions).extracting(PlaybookVersion::number).containsExactly(1, 2);
        assertThat(playbooks.current()).isEqualTo(saved);
        assertThat(playbooks.restore(1, 2, new UserName("bob")).playbook()).isEqualTo(DefaultPlaybook.load());
        assertThat(playbooks.history().versions()).hasSize(3);
    }

    @Test
    void twoEditsAtTheSameMomentAreBothKeptWhereTheyDoNotMeet() {
        memory.faster = () -> playbooks.edit(play(Persona.VIP_CHAMPIONS, "Ring them."), 1, new UserName("bob"));
        playbooks.edit(play(Persona.AT_RISK, "Write to them."), 1, new UserName("ann"));
        Playbook now = playbooks.current().playbook();
        assertThat(now.play(Persona.VIP_CHAMPIONS).strategy()).isEqualTo("Ring them.");
        assertThat(now.play(Persona.AT_RISK).strategy()).isEqualTo("Write to them.");
        assertThat(memory.versions).extracting(PlaybookVersion::number).containsExactly(1, 2, 3);
    }

    @Test
    void theLaterOfTwoEditsOfOnePlayIsTold() {
        memory.faster = () -> playbooks.edit(play(Persona.AT_RISK, "Ring them."), 1, new UserName("bob"));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> playbooks.edit(play(Persona.AT_RISK, "Write to them."), 1, new UserName("ann")))
                .withMessageContaining("bob changed this play too");
        assertThat(playbooks.current().playbook().play(Persona.AT_RISK).strategy())
                .isEqualTo("Ring them.");
    }

    @Test
    void theFilesHoldTheCurrentOne() {
        playbooks.edit(play(Persona.AT_RISK, "Ring them."), 1, new UserName("ann"));
        assertThat(file(PlaybookFile.CSV)).contains("AT_RISK,low,30,Ring them.,1,");
        assertThat(Documents.read(file(PlaybookFile.JSON), Playbook.class))
                .isEqualTo(playbooks.current().playbook());
    }

    private String file(PlaybookFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        playbooks.write(file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Play play(Persona persona, String strategy) {
        Play play = DefaultPlaybook.load().play(persona);
        return new Play(
                persona,
                strategy,
                play.actions(),
                play.discount(),
                play.budgetFrom(),
                play.budgetTo(),
                play.roiClass(),
                play.engagement(),
                play.priority());
    }

    private static final class Memory implements PlaybookRepository {
        private final List<PlaybookVersion> versions = new ArrayList<>();
        /** Done just before the next add. */
        private Runnable faster = () -> {};

        @Override
        public List<PlaybookVersion> all() {
            return List.copyOf(versions);
        }

        @Override
        public Optional<PlaybookVersion> latest() {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }

        @Override
        public boolean add(List<PlaybookVersion> more) {
            Runnable first = faster;
            faster = () -> {};
            first.run();
            boolean free = more.getFirst().number() == versions.size() + 1;
            if (free) {
                versions.addAll(more);
            }
            return free;
        }
    }
}
