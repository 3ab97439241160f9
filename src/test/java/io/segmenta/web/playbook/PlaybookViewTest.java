package io.segmenta.web.playbook;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(find(PlayCard.class).all()).hasSize(5);
        assertThat(text())
                .contains("600 customers, £9,503 each, 14.8 orders on average, last bought 16 days ago")
                .contains("Strategy for VIP Champions", "First action.", "15–25 %", "30% to 40%", "high", "75 of 100");
    }

    @Test
    void theWayGoesOnToTheBudget() {
        open("runs/1/playbook");

        assertThat(href("Split a budget")).isEqualTo("runs/1/budget");
    }
}
