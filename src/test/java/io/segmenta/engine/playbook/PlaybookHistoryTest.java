package io.segmenta.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.segment.Persona;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookHistoryTest {
    private static final Instant MONDAY = Instant.parse("2024-01-01T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2024-01-02T09:00:00Z");

    private final PlaybookHistory shipped = PlaybookHistory.shipped(MONDAY);
    private final Play atRisk = shipped.current().playbook().play(Persona.AT_RISK);
    private final Play cheaper = new Play(
            atRisk.persona(),
            atRisk.strategy(),
            atRisk.actions(),
            "10 %",
            0.05,
            atRisk.budgetTo(),
            atRisk.roiClass(),
            atRisk.engagement(),
            atRisk.priority());

    @Test
    void anEditIsANewVersionThatSaysWhatChanged() {
        PlaybookHistory edited = shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY);
        assertThat(edited.versions()).hasSize(2);
        assertThat(edited.current().number()).isEqualTo(2);
        assertThat(edited.current().by()).isEqualTo(new UserName("ann"));
        assertThat(edited.current().at()).isEqualTo(TUESDAY);
        assertThat(edited.current().change()).isEqualTo("At Risk: changed discount, budget range.");
        assertThat(edited.current().playbook().play(Persona.AT_RISK)).isEqualTo(cheaper);
        assertThat(edited.current().playbook().play(Persona.VIP_CHAMPIONS))
                .isEqualTo(shipped.current().playbook().play(Persona.VIP_CHAMPIONS));
        assertThat(edited.versions().getFirst()).isEqualTo(shipped.current());
    }

    @Test
    void savingWithoutAChangeIsNoVersion() {
        assertThat(shipped.edited(atRisk, 1, new UserName("ann"), TUESDAY)).isSameAs(shipped);
        assertThat(shipped.reset(1, new UserName("ann"), TUESDAY)).isSameAs(shipped);
    }

    @Test
    void resetBringsTheShippedPlaybookBackAndKeepsTheHistory() {
        PlaybookHistory reset =
                shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY).reset(2, new UserName("bob"), TUESDAY);
        assertThat(reset.versions()).hasSize(3);
        assertThat(reset.current().playbook()).isEqualTo(DefaultPlaybook.load());
        assertThat(reset.current().change()).isEqualTo("Reset to default.");
    }

    @Test
    void anEarlierVersionCanBeTakenUpAgain() {
        PlaybookHistory back = shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY)
                .reset(2, new UserName("bob"), TUESDAY)
                .restored(2, 3, new UserName("ann"), TUESDAY);
        assertThat(back.current().number()).isEqualTo(4);
        assertThat(back.current().playbook().play(Persona.AT_RISK)).isEqualTo(cheaper);
        assertThat(back.current().change()).isEqualTo("Back to version 2.");
    }

    @Test
    void aVersionThatNeverWasIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> shipped.restored(2, 1, new UserName("ann"), TUESDAY))
                .withMessage("There is no version 2 of the playbook. Choose one between 1 and 1.");
    }

    @Test
    void whoEditsTheSamePlayLaterIsToldAndNothingIsLost() {
        PlaybookHistory edited = shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY);
        Play dearer = new Play(
                atRisk.persona(),
                atRisk.strategy(),
                atRisk.actions(),
                "50 %",
                0.05,
                atRisk.budgetTo(),
                atRisk.roiClass(),
                atRisk.engagement(),
                atRisk.priority());
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> edited.edited(dearer, 1, new UserName("bob"), TUESDAY))
                .withMessageStartingWith(
                        "While you were editing, ann changed this play too (version 2: At Risk: changed discount, budget range.)");
        PlaybookHistory both = edited.edited(dearer, 2, new UserName("bob"), TUESDAY);
        assertThat(both.current().playbook().play(Persona.AT_RISK)).isEqualTo(dearer);
        assertThat(both.versions().get(1).playbook().play(Persona.AT_RISK)).isEqualTo(cheaper);
    }

    @Test
    void editsOfDifferentPlaysDoNotMeet() {
        Play vip = shipped.current().playbook().play(Persona.VIP_CHAMPIONS);
        Play bolder = new Play(
                vip.persona(),
                "Bolder.",
                vip.actions(),
                vip.discount(),
                vip.budgetFrom(),
                vip.budgetTo(),
                vip.roiClass(),
                vip.engagement(),
                vip.priority());
        PlaybookHistory both = shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY)
                .edited(bolder, 1, new UserName("bob"), TUESDAY);
        assertThat(both.current().playbook().play(Persona.AT_RISK)).isEqualTo(cheaper);
        assertThat(both.current().playbook().play(Persona.VIP_CHAMPIONS)).isEqualTo(bolder);
    }

    @Test
    void resettingAPlaybookThatHasChangedMeanwhileIsRefused() {
        PlaybookHistory edited = shipped.edited(cheaper, 1, new UserName("ann"), TUESDAY);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> edited.reset(1, new UserName("bob"), TUESDAY))
                .withMessageContaining("version 2 by ann");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> edited.restored(1, 1, new UserName("bob"), TUESDAY));
    }

    @Test
    void versionsHaveNoGaps() {
        PlaybookVersion second = new PlaybookVersion(2, DefaultPlaybook.load(), MONDAY, new UserName("ann"), "x");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlaybookHistory(List.of(second)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlaybookHistory(List.of()));
    }
}
