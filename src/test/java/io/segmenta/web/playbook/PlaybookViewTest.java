package io.segmenta.web.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.segment.Persona;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakePlaybooks;
import io.segmenta.testing.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaybookViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
    }

    @Test
    void eachSegmentHasItsFiguresAndItsPlay() {
        open("runs/1/playbook");

        assertThat(find(PlayCard.class).all()).hasSize(12);
        assertThat(text())
                .contains("600 customers, £9,503 each, 14.8 orders on average, last bought 16 days ago")
                .contains("Strategy for VIP Champions", "First action.", "15–25 %", "30% to 40%", "high", "75 of 100");
    }

    @Test
    void theWayGoesOnToTheBudget() {
        open("runs/1/playbook");

        assertThat(href("Split a budget")).isEqualTo("runs/1/budget");
    }

    @Test
    void anEditIsShownAndListed() {
        open("runs/1/playbook");
        assertThat(text()).contains("Nobody has changed it yet.");
        edit(Persona.AT_RISK);
        field(TextArea.class, "Strategy").setValue("Ring them.");
        field(TextArea.class, "Actions").setValue("Ring. \n\nRing again.");
        field(NumberField.class, "Budget from").setValue(7.5);
        save();

        assertThat(playbooks.current().playbook().play(Persona.AT_RISK).actions())
                .containsExactly("Ring.", "Ring again.");
        assertThat(playbooks.current().playbook().play(Persona.AT_RISK).budgetFrom())
                .isEqualTo(0.075);
        assertThat(text())
                .contains("Ring them.", "Ring again.")
                .contains("At Risk: changed strategy, actions, budget range.")
                .contains("In use");
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    void whatCannotBeSavedStaysWithTheReason() {
        open("runs/1/playbook");
        edit(Persona.AT_RISK);
        field(TextArea.class, "Strategy").setValue("Ring them.");
        field(NumberField.class, "Budget to").setValue(20.0);
        save();

        assertThat(problem()).contains("budget range of At Risk (30 to 20 %)");
        assertThat(field(TextArea.class, "Strategy").getValue()).isEqualTo("Ring them.");
        assertThat(playbooks.current().number()).isEqualTo(1);
        field(NumberField.class, "Budget to").setValue(null);
        save();
        assertThat(problem()).contains("smallest and the largest share");
    }

    @Test
    void theLaterOfTwoIsToldAndMaySaveOver() {
        open("runs/1/playbook");
        edit(Persona.AT_RISK);
        Play theirs = DefaultPlaybook.load().play(Persona.AT_RISK);
        playbooks.edit(theirs, 1, new UserName("ann"));
        field(TextArea.class, "Strategy").setValue("Ring them.");
        save();

        assertThat(problem()).contains("ann changed this play too (version 2");
        assertThat(playbooks.current().number()).isEqualTo(2);
        save();
        assertThat(playbooks.current().playbook().play(Persona.AT_RISK).strategy())
                .isEqualTo("Ring them.");
        assertThat(playbooks.history().versions()).hasSize(3);
    }

    @Test
    void anEarlierVersionIsTakenUpAgain() {
        playbooks.edit(DefaultPlaybook.load().play(Persona.AT_RISK), 1, new UserName("ann"));
        open("runs/1/playbook");
        test(find(Button.class).withText("Take up again").single()).click();

        assertThat(playbooks.current().playbook().play(Persona.AT_RISK)).isEqualTo(FakePlaybooks.play(Persona.AT_RISK));
        assertThat(text()).contains("Back to version 1.");
    }

    @Test
    void aResetOfWhatHasChangedMeanwhileShowsItFirst() {
        playbooks.edit(DefaultPlaybook.load().play(Persona.AT_RISK), 1, new UserName("ann"));
        open("runs/1/playbook");
        playbooks.edit(DefaultPlaybook.load().play(Persona.VIP_CHAMPIONS), 2, new UserName("bob"));
        test(find(Button.class).withText("Take up again").single()).click();

        assertThat(playbooks.current().number()).isEqualTo(3);
        assertThat(text()).contains("VIP Champions: changed");
    }

    @Test
    void aPersonaWithoutASegmentCanBeEditedToo() {
        RunResult result = Example.result();
        runs.results.put(new RunId(1), Example.with(result, result.segments().subList(0, 3)));
        open("runs/1/playbook");

        assertThat(find(PlayCard.class).all()).hasSize(12);
        assertThat(text()).contains("No segment of this run is At Risk.");
    }

    private void edit(Persona persona) {
        Button button = find(Button.class).withText("Edit").all().stream()
                .filter(b -> b.getAriaLabel().orElse("").endsWith(persona.label()))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private void save() {
        test(find(Button.class).withText("Save as a new version").single()).click();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("form-problem").single().getText();
    }

    private <T extends Component & HasLabel> T field(Class<T> type, String label) {
        return find(type).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
