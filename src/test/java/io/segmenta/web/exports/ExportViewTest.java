package io.segmenta.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import io.segmenta.run.ExportService.ExportFile;
import io.segmenta.testing.ViewTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
    }

    @Test
    void eachFileSaysWhatIsInsideAndHowMuch() {
        open("runs/1/export");

        assertThat(text())
                .contains("Customers", "4,339 rows", "customer_id, recency_days")
                .contains("Segments", "5 rows")
                .contains("Action plan", "10 rows");
    }

    @Test
    void eachButtonDownloadsItsFile() {
        open("runs/1/export");
        for (ExportFile file : ExportFile.values()) {
            assertThat(download("Download " + file.fileName())).isEqualTo(file.fileName() + " of run 1\n");
        }
    }

    @Test
    void filesAreNamedAfterTheirRun() {
        assertThat(ExportView.fileName("Spring & summer 2026!", ExportFile.CUSTOMERS_CSV))
                .isEqualTo("spring-summer-2026-customers.csv");
        assertThat(ExportView.fileName("../?", ExportFile.SEGMENTS_CSV)).isEqualTo("segments.csv");
    }

    private String download(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Anchor anchor = find(Anchor.class)
                .withCondition(link -> link.getElement().getTextRecursively().equals(text))
                .single();
        test(AnchorTester.class, anchor).download(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
