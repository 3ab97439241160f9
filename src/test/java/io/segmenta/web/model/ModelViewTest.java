package io.segmenta.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.scoring.ScoringService.ScoredFile;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeScoring;
import io.segmenta.testing.Trained;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.component.chart.Chart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ModelViewTest extends ViewTest {
    @Autowired
    private FakeScoring scoring;

    @BeforeEach
    void run() {
        runs.addExample();
    }

    private void open(RunResult result) {
        runs.results.put(new RunId(1), result);
        open("runs/1/model");
    }

    @Test
    void metricsStandWithTheirMeaning() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(text())
                .contains("Silhouette", "higher is better", "Davies-Bouldin", "lower is better", "Caliński-Harabasz")
                .contains("k-means, 4 segments")
                .contains(Quality.ofSilhouette(
                                Trained.with(KMeansParameters.of(4)).metrics().silhouette())
                        .sentence());
    }

    @Test
    void whatSegmentsDidInHeldOutTimeIsATable() {
        open(Example.result());
        assertThat(text())
                .contains("What such segments did next")
                .contains("what was known on Sep 9, 2011, then what its 3,371 customers did in the 91 days after it")
                .contains("At Risk\n1,054\n50%\n£422\n£380 – £471\n0.50", "All\n3,371\n57%\n£844")
                .contains("VIP Champions\nNo counterpart")
                .contains("explain 18.3% of how differently customers spent", "15.7% of whether they bought");
    }

    @Test
    void theScoreOfAPredictiveSearchIsNamed() {
        TuningSettings usual = TuningSettings.of(List.of(Algorithm.values()));
        runs.recipes.put(
                new RunId(1),
                Example.recipe(new Method.Searched(
                        new TuningSettings(usual.algorithms(), 20, 3, 5, Objective.PREDICTIVE, 0.02, null))));
        open(Example.with(Example.result(), Example.tunedInsights()));
        assertThat(text()).contains("Settings\nShare explained", "The last one was not looked at in the search");
    }

    @Test
    void everyChartIsRestatedInOneSentence() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(find(Chart.class).all()).hasSize(3).allSatisfy(chart -> {
            String sentence = chart.getElement().getAttribute("aria-label");
            assertThat(sentence).isNotBlank();
            assertThat(text()).contains(sentence);
        });
    }

    @Test
    void everySegmentHasItsLineInThePlotAndItsGrade() {
        RunResult result = Trained.with(KMeansParameters.of(4));
        open(result);
        assertThat(result.segments()).allSatisfy(segment -> assertThat(text()).contains(segment.name()));
        assertThat(text()).contains("Found again", "20 times", "Beside the classic RFM map", "Hibernating");
    }

    @Test
    void whatTheProductItselfMayTakeIsNotArguedAgainst() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(text())
                .contains(
                        "Historic CLV is a constant times monetary, so money counts twice.",
                        "These features were given.")
                .doesNotContain("Leave historic CLV out", "Leave a feature out");
    }

    @Test
    void whoMixedTheirOwnFeaturesIsToldAWayOut() {
        RunResult result = Trained.with(KMeansParameters.of(4));
        List<Feature> own = List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.TENURE, Feature.CLV);
        FittedTransform usual = result.transform();
        open(Example.with(
                result, new FittedTransform(own, usual.lower(), usual.upper(), usual.centres(), usual.scales())));
        assertThat(text()).contains("Historic CLV is a constant times monetary", "Leave historic CLV out");
        assertThat(href("Segment this data again")).startsWith("new/configure?dataset=");
    }

    @Test
    void theFeaturesThatWereTakenAndWhatEachSetTold() {
        open(Example.with(Example.result(), Example.chosen(FeatureSet.RFM)));
        assertThat(text())
                .contains("Recency, Frequency, Monetary. Segments by these told more of what customers did next")
                .contains("Recency, Frequency, Monetary\n22.0%\n18.0%\n20.0%\n4.0 ± 1.0\nUsed in this run")
                .contains("Made on what was known of 2,811 customers on Jun 10, 2011")
                .contains("The last 91 days were not looked at");
    }

    @Test
    void moneyCountedTwiceIsAFactWithItsMeasuredConsequence() {
        open(Example.with(Example.result(), Example.chosen(FeatureSet.ORIGINAL)));
        assertThat(text())
                .contains("No other set told more of what customers did next, beyond chance.")
                .contains("told 16.0% of what customers did next with money counted twice, 20.0% with it counted once")
                .doesNotContain("Leave historic CLV out");
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        open(Example.with(Example.result(), Example.chosen("That takes 273 days of history.")));
        assertThat(text()).contains("these data cannot show it. That takes 273 days of history.");
    }

    @Test
    void aHierarchyHasItsTree() {
        open(Trained.with(AgglomerativeParameters.of(4, Linkage.WARD)));
        assertThat(text()).contains("How segments were merged", "by ward linkage", "4 segments remain");
        assertThat(drawing("groups and how they were merged")).contains("<line", "stroke-dasharray", "var(--persona-");
    }

    @Test
    void aMixtureHasItsEllipses() {
        open(Trained.with(MixtureParameters.of(3, Covariance.FULL)));
        assertThat(text()).contains("nine in ten customers").doesNotContain("How segments were merged");
        assertThat(drawing("two directions").split("<ellipse", -1)).hasSize(4);
    }

    @Test
    void otherModelsHaveNoEllipses() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(text()).doesNotContain("nine in ten customers");
        assertThat(drawing("two directions")).doesNotContain("<ellipse").contains("<circle");
    }

    private String drawing(String sentence) {
        Div drawing = find(Div.class).all().stream()
                .filter(div -> div.hasClassName("drawing"))
                .filter(div -> div.getElement().getAttribute("aria-label").contains(sentence))
                .findFirst()
                .orElseThrow();
        return drawing.getElement().getChild(0).getOuterHTML();
    }

    @Test
    void theSearchIsShownBestFirst() {
        open(Example.with(Example.result(), Example.tunedInsights()));
        assertThat(text()).contains("Settings that were tried", "Used in this run", "A caveat.");
    }

    @Test
    void aRunOfAnEarlierVersionSaysWhatItLacks() {
        open(Example.with(Example.result(), Insights.NONE));
        assertThat(text()).contains("made by an earlier version", "Silhouette", "Score a new file", "SHA-256");
        assertThat(find(Chart.class).all()).isEmpty();
    }

    @Test
    void whoseEngineMadeTheSegmentsIsSaid() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(text()).contains("Weka’s implementation made the segments");
        open(Trained.with(KMeansParameters.of(4).quickly()));
        assertThat(text()).contains("Segmenta’s own implementation made the segments");
    }

    @Test
    void theModelCanBeTakenAway() {
        open(Trained.with(KMeansParameters.of(4)));
        assertThat(find(Anchor.class).withText("Download the model").single().getHref())
                .isNotBlank();
    }

    @Test
    void aFileIsScoredAndNothingOfItStays() {
        open(Trained.with(KMeansParameters.of(4)));
        upload("new.csv");
        assertThat(text()).contains("50 customers have a segment", "20.0%", "Recency counts from 2012-03-01");
        assertThat(find(Anchor.class)
                        .withText("Download customers with segments")
                        .single())
                .isNotNull();
        assertThat(scoring.files)
                .singleElement()
                .satisfies(file -> assertThat(file).doesNotExist());
        ScoredFile scored = Objects.requireNonNull(scoring.last);
        assertThat(scored.csv()).exists();
        open("runs/1");
        assertThat(scored.csv()).doesNotExist();
    }

    @Test
    void aFileThatCannotBeScoredSaysWhy() {
        open(Trained.with(KMeansParameters.of(4)));
        upload("bad.csv");
        assertThat(text()).contains("The file lacks a column.").doesNotContain("have a segment");
        assertThat(scoring.files)
                .singleElement()
                .satisfies(file -> assertThat(file).doesNotExist());
    }

    // the testers declare their component as a raw type
    @SuppressWarnings("unchecked")
    private void upload(String name) {
        test(UploadTester.class, find(Upload.class).single())
                .upload(name, "text/csv", "a,b".getBytes(StandardCharsets.UTF_8));
        push();
    }
}
