package io.segmenta.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.segment.Segment;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.FakeServices;
import io.segmenta.web.component.QualityBadge;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.chart.ChartCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeServices.class)
@ViewPackages(classes = OverviewView.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class OverviewViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeRuns runs;

    @BeforeEach
    void open() {
        runs.addExample();
        navigate(OverviewView.class, Map.of("run", "1"));
    }

    @Test
    void showsTheFourFigures() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Spring campaign");
        List<String> tiles = find(StatTile.class).all().stream()
                .map(tile -> tile.getElement().getTextRecursively())
                .toList();
        assertThat(tiles)
                .containsExactly(
                        "Customers4,339in 5 segments",
                        "Revenue£8,887,209from 18,536 orders",
                        "Average customer£2,048spent in the whole period",
                        "Orders per customer4.3£479 an order on average");
    }

    @Test
    void saysWhatStandsOut() {
        List<String> sentences = find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
        assertThat(sentences)
                .contains(
                        "VIP Champions are 14% of your customers and bring 64% of your revenue: £9,503 each on average.",
                        "At Risk is the largest segment: 1,254 customers, 29% of all, with 6% of the revenue.",
                        "978 Potential Loyalists order 4.5 times on average and last bought 31 days ago: the ones to develop.",
                        "1,623 customers (37%) are silent for longer than their own rhythm explains, cooling or gone quiet; they"
                                + " have spent £162,300 so far.");
    }

    @Test
    void everyChartIsRestatedAndHasItsNumbers() {
        List<ChartCard> cards = find(ChartCard.class).all();
        assertThat(cards).hasSize(2);
        for (ChartCard card : cards) {
            String sentence = find(Chart.class, card).single().getElement().getAttribute("aria-label");
            String text = card.getElement().getTextRecursively();
            assertThat(sentence).isNotBlank();
            assertThat(text).contains(sentence).contains("Show the numbers").contains("Lost/Hibernating");
        }
        assertThat(cards.get(1).getElement().getTextRecursively()).contains("VIP Champions64.2%");
    }

    @Test
    void gradesTheSegmentsInOneWordWithItsMeaning() {
        assertThat(find(QualityBadge.class).single().getText()).isEqualTo("Fair");
        assertThat(text())
                .contains("The segments are real but touch each other")
                .contains("Silhouette 0.26");
    }

    @Test
    void segmentsOfOneCustomerAreNotGraded() {
        List<Segment> single = Example.segments().stream()
                .map(segment -> new Segment(
                        segment.cluster(),
                        segment.persona(),
                        segment.ordinal(),
                        1,
                        0.2,
                        segment.means(),
                        segment.medians(),
                        segment.revenue(),
                        segment.revenueShare(),
                        List.of(),
                        null))
                .toList();
        runs.results.put(new RunId(1), Example.with(Example.result(), single));
        navigate(OverviewView.class, Map.of("run", "1"));

        assertThat(find(QualityBadge.class).exists()).isFalse();
        assertThat(text()).contains("Each segment holds one customer").doesNotContain("Silhouette");
    }

    @Test
    void saysWhatChangedSinceTheRunItFollows() {
        runs.results.put(new RunId(1), Example.followed());
        navigate(OverviewView.class, Map.of("run", "1"));
        assertThat(text())
                .contains("What changed since Sep 9, 2011 (“Autumn”)")
                .contains("679 customers moved up, 392 moved down")
                .contains("VIP Champions600 customers, 12 more than before: 540 stayed.");
        assertThat(find(Anchor.class).withText("See who moved").single().getHref())
                .startsWith("compare?")
                .contains("after=1", "before=7");
    }

    @Test
    void saysWhatWasCleaned() {
        assertThat(text())
                .contains("392,732 of 541,909 rows were kept (72%).")
                .contains("No customer135,037£2,500,000")
                .contains("43 customers are very unlike all others.")
                .doesNotContain("Quantity zero");
    }

    private String text() {
        return find(OverviewView.class).single().getElement().getTextRecursively();
    }
}
