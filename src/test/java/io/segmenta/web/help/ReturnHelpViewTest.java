package io.segmenta.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.markdown.Markdown;
import io.segmenta.testing.ViewTest;
import org.junit.jupiter.api.Test;

class ReturnHelpViewTest extends ViewTest {
    @Test
    void theHelpTextIsShownBelowItsTitle() {
        open("help/return-on-marketing");

        assertThat(text()).contains("Return on marketing");
        assertThat(find(Markdown.class).single().getContent())
                .contains("### Example 3: both together")
                .doesNotContain("# Return on marketing");
    }
}
