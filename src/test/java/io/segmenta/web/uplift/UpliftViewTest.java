package io.segmenta.web.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
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
        campaigns.add(new RunId(1), new Campaign(name, start, Set.of(), null, 0.2, new Seed(1)), new UserName("ann"));
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

        assertThat(campaigns.asked).isEqualTo("VIP Champions in run 1 from 2011-10-01 to null");
        assertThat(text())
                .contains("Customers who got the campaign spent £10.00 more each than those who were left alone")
                .contains("Chance alone would rarely do that (p below 0.001)")
                .contains("VIP Champions: ", "+£10.00", "7 customers, of whom 4 bought")
                .contains("Not measurable: too few")
                .contains("2 of the 12 customers do not occur in the data.");
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
        assertThat(campaigns.asked).startsWith("At Risk in run 1 from 2011-10-01");
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
        first().setValue(LocalDate.of(2012, 5, 1));
        measure();
        assertThat(text()).contains("The data end before the campaign began.").doesNotContain("What it changed");
    }

    // the testers declare their component as a raw type
    @SuppressWarnings("unchecked")
    private void upload(String name) {
        test(UploadTester.class, find(Upload.class).single())
                .upload(name, "text/csv", "customer_id,group".getBytes(StandardCharsets.UTF_8));
        push();
    }
}
