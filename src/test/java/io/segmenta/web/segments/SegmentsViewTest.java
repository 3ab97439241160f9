package io.segmenta.web.segments;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Segment;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.FakeServices;
import io.segmenta.web.component.PersonaBadge;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeServices.class)
@ViewPackages(classes = SegmentsView.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class SegmentsViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeRuns runs;

    @BeforeEach
    void example() {
        runs.addExample();
    }

    @Test
    void acardForEachSegmentInItsOrder() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        assertThat(find(PersonaBadge.class).all().stream().map(PersonaBadge::getText))
                .containsExactly(
                        "VIP Champions", "Potential Loyalists", "Average Customers", "At Risk", "Lost/Hibernating");
    }

    @Test
    void acardSaysSizeMoneyAndDifferenceFromTheAverage() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        String card = text(find(SegmentCard.class).all().getFirst());
        assertThat(card)
                .contains("600 customers14%")
                .contains("£5,701,800 revenue64%")
                // mean, median, multiple: (600·14.8 + 978·4.5 + 807·3 + 1254·1.4 + 700·1.4) / 4339 = 4.25
                .contains("Orders14.811.03.5\u2009×")
                .contains("Days since last order16120.2\u2009×");
    }

    @Test
    void acardSaysWhatChangedSinceTheRunItFollows() {
        runs.results.put(new RunId(1), Example.followed());
        navigate(SegmentsView.class, Map.of("run", "1"));
        assertThat(text(find(SegmentCard.class).all().getFirst()))
                .contains("600 customers, 12 more than before: 540 stayed.");
    }

    @Test
    void acardSaysItsRuleAndHowSureItIs() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        List<SegmentCard> cards = find(SegmentCard.class).all();
        assertThat(text(cards.getFirst()))
                .contains("Bought within 40 days and at least 7 orders.")
                .contains("finds 91% of this segment; of the customers it finds, 84% belong to it")
                .contains("WHERE recency_days <= 40 AND frequency >= 7")
                .contains("Excellent", "92% of this segment came back");
        assertThat(text(cards.get(3))).contains("Poor", "only 45% of this segment came back");
    }

    @Test
    void acardSaysWhatTheSegmentDidInHeldOutTime() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        List<SegmentCard> cards = find(SegmentCard.class).all();
        assertThat(text(cards.get(1)))
                .contains("Tested on the last 91 days: the 778 customers")
                .contains("spent £422 each (£380 to £471 with 90 % certainty), 0.5 times the average")
                .contains("and 50% of them bought.");
        assertThat(text(cards.get(0))).contains("Not tested on the last 91 days: nothing like this segment");
    }

    @Test
    void ofTooShortHistoryThePageSaysWhyThereIsNoTest() {
        RunResult result = Objects.requireNonNull(runs.results.get(new RunId(1)));
        Insights own = result.insights();
        HeldOutReport none = new HeldOutReport(91, "That takes more history.", null, List.of());
        runs.results.put(
                new RunId(1),
                Example.with(
                        result,
                        new Insights(
                                own.explanations(), null, null, own.fitting(), null, null, own.states(), none, null)));
        navigate(SegmentsView.class, Map.of("run", "1"));
        assertThat(find(SegmentsView.class).single().getElement().getTextRecursively())
                .contains("Segments are not tested on the last 91 days. That takes more history.")
                .doesNotContain("stood out before them");
    }

    @Test
    void aRunOfAnEarlierVersionOpensWithoutThem() {
        RunResult result = Objects.requireNonNull(runs.results.get(new RunId(1)));
        runs.results.put(new RunId(1), Example.with(result, Insights.NONE));
        navigate(SegmentsView.class, Map.of("run", "1"));
        assertThat(text(find(SegmentCard.class).all().getFirst())).doesNotContain("In one rule", "found again");
    }

    @Test
    void caveatsAreShownOnlyWhereThereAreSome() {
        Segment first = Objects.requireNonNull(runs.results.get(new RunId(1)))
                .segments()
                .getFirst();
        Segment wary = new Segment(
                first.cluster(),
                first.persona(),
                first.ordinal(),
                first.customers(),
                first.share(),
                first.means(),
                first.medians(),
                first.revenue(),
                first.revenueShare(),
                List.of("One customer brings half of its revenue."),
                null);
        runs.results.put(new RunId(1), with(Objects.requireNonNull(runs.results.get(new RunId(1))), wary));
        navigate(SegmentsView.class, Map.of("run", "1"));
        List<SegmentCard> cards = find(SegmentCard.class).all();
        assertThat(text(cards.getFirst())).contains("One customer brings half of its revenue.");
        assertThat(cards.get(1)
                        .getElement()
                        .getChildren()
                        .noneMatch(e -> e.getClassList().contains("caveats")))
                .isTrue();
    }

    @Test
    void aSegmentCanBeCalledOtherwise() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        Button rename = find(Button.class).withText("Rename").all().getFirst();
        assertThat(rename.getAriaLabel()).contains("Rename VIP Champions");
        test(rename).click();
        TextField name = find(TextField.class).withLabel("Name").single();
        test(name).setValue("At Risk");
        test(find(Button.class).withText("Rename").all().getLast()).click();
        assertThat(name.getErrorMessage()).contains("already");
        test(name).setValue("Gardeners");
        test(find(Button.class).withText("Rename").all().getLast()).click();
        assertThat(find(PersonaBadge.class).all().getFirst().getText()).isEqualTo("Gardeners");
    }

    @Test
    void segmentsArePutTogetherInARunOfTheirOwn() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        test(find(Button.class).withText("Put segments together").single()).click();
        Button start = find(Button.class).withText("Start the run").single();
        test(start).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("at least two");
        List<Segment> segments =
                Objects.requireNonNull(runs.results.get(new RunId(1))).segments();
        @SuppressWarnings("unchecked")
        CheckboxGroup<Segment> group = find(CheckboxGroup.class).single();
        group.setValue(Set.copyOf(segments.subList(3, 5)));
        start.click();
        assertThat(Objects.requireNonNull(
                                runs.recipe(new RunId(2)).orElseThrow().reshaping())
                        .changes())
                .containsExactly(new Reshaping.Change(
                        segments.subList(3, 5).stream()
                                .map(Segment::cluster)
                                .sorted()
                                .toList(),
                        null));
    }

    @Test
    void aSegmentIsDividedAtItsMedianUnlessAnotherValueIsChosen() {
        navigate(SegmentsView.class, Map.of("run", "1"));
        test(find(Button.class).withText("Divide").all().getFirst()).click();
        @SuppressWarnings("unchecked")
        ComboBox<Feature> feature = find(ComboBox.class).single();
        feature.setValue(Feature.FREQUENCY);
        NumberField above = find(NumberField.class).single();
        assertThat(above.getValue()).isEqualTo(11);
        above.setValue(20.0);
        find(Button.class).withText("Start the run").single().click();
        Reshaping.Change change = Objects.requireNonNull(
                        runs.recipe(new RunId(2)).orElseThrow().reshaping())
                .changes()
                .getFirst();
        assertThat(Objects.requireNonNull(change.cut()).feature()).isEqualTo(Feature.FREQUENCY);
        assertThat(change.cut().above()).isEqualTo(20);
    }

    private static String text(SegmentCard card) {
        return card.getElement().getTextRecursively();
    }

    private static RunResult with(RunResult result, Segment first) {
        List<Segment> segments = new java.util.ArrayList<>(result.segments());
        segments.set(0, first);
        return Example.with(result, segments);
    }
}
