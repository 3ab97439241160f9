package io.segmenta.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.playbook.Play.Priority;
import io.segmenta.engine.playbook.Play.RoiClass;
import io.segmenta.engine.segment.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultPlaybookTest {
    private final Playbook playbook = DefaultPlaybook.load();

    @ParameterizedTest
    @CsvSource({
        "VIP_CHAMPIONS,HIGHEST,95,15–25 %,30,40,VERY_HIGH",
        "POTENTIAL_LOYALISTS,HIGH,75,bundles,25,30,HIGH",
        "AVERAGE_CUSTOMERS,MEDIUM,50,10–15 %,20,25,AVERAGE",
        "AT_RISK,LOW,30,20–30 %,10,15,MEDIUM_LOW",
        "LOST_HIBERNATING,VERY_LOW,10,40–50 %,5,10,LOW"
    })
    void eachPersonaHasItsPlay(
            Persona persona, Priority priority, int engagement, String discount, double from, double to, RoiClass roi) {
        Play play = playbook.play(persona);
        assertThat(play.priority()).isEqualTo(priority);
        assertThat(play.engagement()).isEqualTo(engagement);
        assertThat(play.discount()).isEqualTo(discount);
        assertThat(play.budgetFrom()).isEqualTo(from / 100);
        assertThat(play.budgetTo()).isEqualTo(to / 100);
        assertThat(play.roiClass()).isEqualTo(roi);
    }

    @Test
    void eachPersonaHasAtLeastSixActionsOfItsOwn() {
        assertThat(playbook.plays())
                .allSatisfy(play -> assertThat(play.actions()).hasSizeGreaterThanOrEqualTo(6));
        assertThat(playbook.plays().stream().flatMap(play -> play.actions().stream()))
                .doesNotHaveDuplicates()
                .allMatch(action -> action.endsWith("."));
    }
}
