package io.segmenta.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.testing.ViewTest;
import org.junit.jupiter.api.Test;

class AdminViewTest extends ViewTest {
    @Test
    void whatIsSavedIsWhatNewSegmentationsBeginWith() {
        open("admin");
        number("Trials per algorithm").setValue(33);
        number("Most segments").setValue(8);
        assertThat(defaults.tuning().trials()).isEqualTo(20);
        assertThat(text()).contains("Not saved yet");
        save();

        assertThat(defaults.tuning().trials()).isEqualTo(33);
        assertThat(defaults.tuning().most()).isEqualTo(8);
        assertThat(text()).contains("Saved.");
        open("");
        open("admin");
        assertThat(number("Trials per algorithm").getValue()).isEqualTo(33);
    }

    @Test
    void whatCannotBeIsRefusedBesideItsFieldAndNothingIsSaved() {
        TuningSettings before = defaults.tuning();
        open("admin");
        number("Trials per algorithm").setValue(0);
        save();

        assertThat(defaults.tuning()).isEqualTo(before);
        assertThat(text()).contains("The number of trials (0) must be between 1 and 300", "Nothing was saved");
        assertThat(number("Trials per algorithm").getValue()).isZero();
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }

    private IntegerField number(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }
}
