package io.segmenta.web.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.testing.ViewTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpliftViewTest extends ViewTest {
    private static final LocalDate OCTOBER = LocalDate.of(2011, 10, 1);

    @BeforeEach
    void run() {
        runs.addExample();
    }

    private void campaign(String name, LocalDate start) {
        campaigns.add(
                new RunId(1), new Campaign(name, start, Set.of(), null, 0.2, 28, new Seed(1)), new UserName("ann"));
    }

    private void measure() {
        test(find(Button.class).withText("Measure").single()).click();
        push();
    }

    private DatePicker first() {
        return find(DatePicker.class).withCaption("First day").single();
    }

    @Test
    void theLatestCampaignThatTheDataReachIsProposedAndMeasured() {
        campaign("Autumn mail", OCTOBER);
        campaign("Next year", LocalDate.of(2012, 5, 1));
        open("runs/1/uplift");
        assertThat(first().getValue()).isEqualTo(OCTOBER);
        measure();

        assertThat(campaigns.asked).isEqualTo("VIP Champions in run 1 for 28 days from 2011-10-01");
        assertThat(text())
                .contains(
                        "An effect is shown: customers who got the campaign spent £10.00 more each than those who were"
                                + " left alone")
                .contains("p below 0.001")
                .contains("VIP Champions: ", "+£10.00", "7 customers, of whom 4 bought")
                .contains("With no campaign this method cries wolf in 4.9% of 1,000 draws")
                .contains("Not measurable: too few")
                .contains("2 of the 12 customers do not occur in the data.");
    }

    @Test
    void aSumStandsBesideItsIntervalAndOnlyForAnEffectThatIsShown() {
        campaign("Autumn mail", OCTOBER);
        open("runs/1/uplift");
        measure();
        assertThat(text()).containsPattern("Added in all\\s*\\+£[0-9.]+\\s*Between \\+£[0-9.]+ and \\+£[0-9.]+");
        upload("weak.csv");
        first().setValue(OCTOBER);
        measure();
        assertThat(text()).contains("No effect shown").doesNotContain("Added in all");
    }

    @Test
    void beforeItsDaysAreOverThereIsNoVerdictButWhatItCouldShow() {
        campaign("Winter mail", LocalDate.of(2011, 12, 1));
        open("runs/1/uplift");
        measure();
        assertThat(text())
                .contains("Still running: the data hold 9 of 28 days from 2011-12-01")
                .contains("Look again with data that reach 2011-12-28.")
                .contains(
                        "With 222 left alone an effect of £36.00 each, £31,968 in all, would be shown in 8 of 10 cases.")
                .doesNotContain("What it changed", "Added in all", "p-value");
    }

    @Test
    void theDaysThatWereFixedWithTheCampaignCannotBeChosenAfterwards() {
        campaign("Autumn mail", OCTOBER);
        open("runs/1/uplift");
        assertThat(days().getValue()).isEqualTo(28);
        assertThat(days().isReadOnly()).isTrue();
        upload("sent.csv");
        assertThat(days().isReadOnly()).isFalse();
        days().setValue(0);
        measure();
        assertThat(text()).doesNotContain("What it changed");
        assertThat(days().getErrorMessage()).contains("must be 1 to 366");
    }

    private IntegerField days() {
        return find(IntegerField.class).withCaption("Days that count").single();
    }

    @Test
    void theFiguresCanBeTakenAway() {
        campaign("Autumn mail", OCTOBER);
        open("runs/1/uplift");
        measure();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Anchor anchor = find(Anchor.class)
                .withCondition(link -> link.getElement().getTextRecursively().equals("Download uplift.csv"))
                .single();
        test(AnchorTester.class, anchor).download(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("segment,treated,control");
    }

    @Test
    void anUploadedAudienceTakesThePlaceOfTheChosenCampaign() {
        campaign("Autumn mail", OCTOBER);
        open("runs/1/uplift");
        upload("sent.csv");
        assertThat(text()).contains("sent.csv: 4 customers got the campaign, 3 were left alone.");
        measure();
        assertThat(campaigns.asked).startsWith("At Risk in run 1 for 28 days from 2011-10-01");
    }

    @Test
    void withoutACampaignThePageSaysWhereToMakeOne() {
        open("runs/1/uplift");
        assertThat(text()).contains("No campaign has been made yet.");
        assertThat(href("Make an audience with a control group")).isEqualTo("runs/1/export");
        measure();
        assertThat(text()).contains("Choose a campaign or upload an audience file first.");
        upload("sent.csv");
        measure();
        assertThat(text()).contains("Choose the day on which the campaign went out.");
    }

    @Test
    void whatCannotBeMeasuredOrReadIsToldInASentence() {
        campaign("Next year", LocalDate.of(2012, 5, 1));
        open("runs/1/uplift");
        assertThat(first().getValue()).isNull();
        upload("bad.csv");
        assertThat(text()).contains("The audience has no column group.");
        upload("sent.csv");
        first().setValue(LocalDate.of(2013, 5, 1));
        measure();
        assertThat(text())
                .contains("Nobody of the audience occurs in the data.")
                .doesNotContain("What it changed");
    }

    // the testers declare their component as a raw type
    @SuppressWarnings("unchecked")
    private void upload(String name) {
        test(UploadTester.class, find(Upload.class).single())
                .upload(name, "text/csv", "customer_id,group".getBytes(StandardCharsets.UTF_8));
        push();
    }
}
