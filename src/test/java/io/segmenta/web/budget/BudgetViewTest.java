package io.segmenta.web.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import io.segmenta.testing.ViewTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
    }

    @Test
    void theBudgetOfTheAddressIsSplitToTheCent() {
        open("runs/1/budget?budget=1000.03");

        assertThat(field().getValue()).isEqualByComparingTo("1000.03");
        assertThat(text())
                .contains("5 amounts that add up to £1,000.03 exactly")
                .contains("£200.03", "£200.00", "£1,000.03");
    }

    @Test
    void aTypedBudgetIsCalculatedAtOnce() {
        open("runs/1/budget");
        assertThat(text()).contains("add up to £10,000.00 exactly");
        field().setValue(new BigDecimal("500"));

        assertThat(text()).contains("add up to £500.00 exactly", "£100.00");
    }

    @Test
    void anAmountThatCannotBeUsedStaysWithWordsBesideIt() {
        open("runs/1/budget");
        field().setValue(new BigDecimal("-5"));

        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).contains("from 0");
        assertThat(field().getValue()).isEqualByComparingTo("-5");
        assertThat(text()).contains("add up to £10,000.00 exactly");
    }

    @Test
    void notesOfThePlanAreShown() {
        plans.notes = List.of("At Risk is absent, so the ranges were widened.");
        open("runs/1/budget");

        assertThat(text()).contains("At Risk is absent, so the ranges were widened.");
    }

    @Test
    void theReturnOfASegmentIsSetAgainstItsPart() {
        open("runs/1/budget?budget=10000&increase=10&segment=4");

        // 600 customers × 9,503 × 10 % against 2,000: 570,180 and 28,409 %.
        assertThat(text())
                .contains("600 customers who spend 10% more would add £570,180.00 to their £5,701,800.00.")
                .contains("Against a budget of £2,000.00 that is a return of 28,409%: £285.09 for every £1.00 spent.");
    }

    @Test
    void theReturnOfAllSegmentsIsSetAgainstTheWholeBudget() {
        open("runs/1/budget?budget=1000000&increase=1");

        assertThat(text()).contains("Against a budget of £1,000,000.00 that is a loss");
    }

    @Test
    void anIncreaseOutOfRangeIsRefusedAndStays() {
        open("runs/1/budget");
        IntegerField increase = find(IntegerField.class).single();
        increase.setValue(51);

        assertThat(increase.isInvalid()).isTrue();
        assertThat(increase.getErrorMessage()).isEqualTo("Type a whole number from 1 to 50.");
        assertThat(increase.getValue()).isEqualTo(51);
    }

    @Test
    void nonsenseInTheAddressCountsAsNotTyped() {
        open("runs/1/budget?budget=lots&increase=900&segment=x");

        assertThat(text()).contains("add up to £10,000.00 exactly");
        assertThat(find(IntegerField.class).single().getValue()).isEqualTo(10);
    }

    private BigDecimalField field() {
        return find(BigDecimalField.class).single();
    }
}
