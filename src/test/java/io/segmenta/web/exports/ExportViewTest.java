package io.segmenta.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.testing.ViewTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
                .contains("Action plan", "10 rows")
                .contains("Cohorts", "8 rows", "group, name, first_month");
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
        assertThat(FileName.of("Spring & summer 2026!", ExportFile.CUSTOMERS_CSV.fileName()))
                .isEqualTo("spring-summer-2026-customers.csv");
        assertThat(FileName.of("../?", ExportFile.SEGMENTS_CSV.fileName())).isEqualTo("segments.csv");
    }

    @Test
    void anAudienceIsMadeAndKept() {
        open("runs/1/export");
        test(find(TextField.class).withCaption("Campaign").single()).setValue("Spring mail");
        test(find(DatePicker.class).withCaption("First day").single()).setValue(LocalDate.of(2012, 1, 5));
        test(find(Button.class).withText("Make the audience").single()).click();

        assertThat(campaigns.saved).singleElement().satisfies(saved -> {
            assertThat(saved.campaign().start()).isEqualTo(LocalDate.of(2012, 1, 5));
            assertThat(saved.campaign().share()).isEqualTo(0.2);
            assertThat(saved.campaign().clusters()).isEmpty();
        });
        assertThat(text()).contains("Spring mail", "Everybody", "Left alone");
        assertThat(download("Download spring-mail-audience.csv")).startsWith("customer_id,segment,group");
        test(find(Button.class).withText("Delete").single()).click();
        assertThat(campaigns.saved).isEmpty();
    }

    @Test
    void twoCampaignsDoNotLeaveTheSameCustomersAlone() {
        open("runs/1/export");
        for (String name : List.of("Spring", "Autumn")) {
            test(find(TextField.class).withCaption("Campaign").single()).setValue(name);
            test(find(Button.class).withText("Make the audience").single()).click();
        }
        assertThat(campaigns.saved).extracting(saved -> saved.campaign().seed()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongStandsBesideTheForm() {
        open("runs/1/export");
        test(find(Button.class).withText("Make the audience").single()).click();
        assertThat(text()).contains("A campaign needs a name");
        test(find(NumberField.class).withCaption("Left alone, in %").single()).setValue(80.0);
        assertThat(text()).contains("between 1 and 50 %");
        assertThat(campaigns.saved).isEmpty();
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
