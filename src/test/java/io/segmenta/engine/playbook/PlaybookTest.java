package io.segmenta.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.playbook.Play.Priority;
import io.segmenta.engine.playbook.Play.RoiClass;
import io.segmenta.engine.segment.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookTest {
    private static final List<Play> PLAYS = DefaultPlaybook.load().plays();

    @Test
    void playsStandInTheOrderOfThePersonas() {
        assertThat(new Playbook(PLAYS.reversed()).plays()).isEqualTo(PLAYS);
    }

    @Test
    void aMissingPlayIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Playbook(PLAYS.subList(0, 4)));
    }

    @Test
    void aRangeUpsideDownIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> play("Win back", List.of("Call."), 0.155, 0.1, 30))
                .withMessage("The budget range of At Risk (15.5 to 10 %) must lie between 0 and 100 %,"
                        + " the smaller number first.");
    }

    @Test
    void aRangeAboveTheWholeIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> play("Win back", List.of("Call."), 0.1, 1.01, 30));
    }

    @Test
    void aRangeThatIsNoNumberIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> play("Win back", List.of("Call."), Double.NaN, 0.2, 30));
    }

    @Test
    void anEmptyActionIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> play("Win back", List.of("Call.", " "), 0.1, 0.2, 30))
                .withMessageContaining("none of them empty");
    }

    @Test
    void anEmptyStrategyIsRefused() {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> play("", List.of("Call."), 0.1, 0.2, 30));
    }

    @Test
    void anEngagementAboveTheScaleIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> play("Win back", List.of("Call."), 0.1, 0.2, 101))
                .withMessage("The engagement of At Risk (101) must be between 0 and 100.");
    }

    private static Play play(String strategy, List<String> actions, double from, double to, int engagement) {
        return new Play(Persona.AT_RISK, strategy, actions, "", from, to, RoiClass.LOW, engagement, Priority.LOW);
    }
}
