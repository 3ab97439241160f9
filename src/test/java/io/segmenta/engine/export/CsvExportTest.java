package io.segmenta.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.engine.export.CampaignCsv.AudienceLine;
import io.segmenta.engine.export.CsvExport.CustomerLine;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {
    private static final String HEADER =
            "customer_id,recency_days,frequency,monetary,avg_basket_size,clv,outlier,cluster,segment";

    private static final String STATE_HEADER = ",state,next_purchase_from,next_purchase,next_purchase_to\r\n";
    private static final String FORECAST_HEADER = ",p_inactive,expected_purchases,expected_spend,clv_52w,risk_score";

    private static final CustomerForecast FORECAST =
            new CustomerForecast("12347", 12.5, false, new CustomerForecast.Forecast(0.25, 1.5, 300, 1200.5, null));

    private static final Standing STANDING = new Standing(State.GONE_QUIET, null);

    private static final Standing NEXT = new Standing(
            State.ACTIVE,
            new NextPurchase(LocalDate.of(2012, 1, 2), LocalDate.of(2012, 2, 1), LocalDate.of(2012, 5, 1)));

    private static final Segment SEGMENT = new Segment(
            3,
            Persona.VIP_CHAMPIONS,
            2,
            600,
            0.125,
            Map.of(Feature.RECENCY, 16.5, Feature.FREQUENCY, 14.0, Feature.MONETARY, 9503.25),
            Map.of(Feature.RECENCY, 10.0, Feature.FREQUENCY, 9.0, Feature.MONETARY, 4000.0),
            5_701_950,
            0.64,
            List.of("Tiny.", "One customer (\"A, B\") brings half."),
            null);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aLineACustomer() {
        CsvExport.customers(
                List.of(
                                new CustomerLine(
                                        "12346", 326, 1, 77183.6, 74215, 30038.4115366, true, -1, "", null, null),
                                new CustomerLine(
                                        "12347",
                                        3,
                                        7,
                                        4310,
                                        351.1428571428571,
                                        1677.5,
                                        false,
                                        2,
                                        "At Risk",
                                        FORECAST,
                                        STANDING))
                        .iterator(),
                true,
                true,
                out);
        assertThat(text())
                .isEqualTo(
                        HEADER + FORECAST_HEADER + STATE_HEADER
                                + "12346,326,1,77183.6,74215,30038.411537,true,-1,,,,,,,,,,\r\n"
                                + "12347,3,7,4310,351.142857,1677.5,false,2,At Risk,0.25,1.5,300,1200.5,12.5,Gone quiet,,,\r\n");
    }

    /** As that version wrote it. */
    @Test
    void aRunOfAVersionWithoutStatesHasNoColumnsOfThem() {
        CsvExport.customers(List.<CustomerLine>of().iterator(), false, false, out);
        assertThat(text()).isEqualTo(HEADER + "\r\n");
    }

    @Test
    void nobodyIsAHeaderOnly() {
        CsvExport.customers(List.<CustomerLine>of().iterator(), false, true, out);
        assertThat(text()).isEqualTo(HEADER + STATE_HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|'=1+1",
                "+4912|'+4912",
                "-cmd|'-cmd",
                "-5-3|'-5-3",
                "@SUM(A1)|'@SUM(A1)",
                "-17.5|-17.5",
                "a=b|a=b",
                "Müller · 2|Müller · 2",
                "=HYPERLINK(\"x\",\"y\")|\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "`a\nb`|`\"a\nb\"`",
                "`\t=1`|`'\t=1`"
            })
    void dangerousTextIsDisarmedAndOddTextIsQuoted(String id, String cell) {
        CsvExport.customers(
                List.of(new CustomerLine(id, 1, 1, 1, 1, 1, false, 0, "x", null, NEXT))
                        .iterator(),
                false,
                true,
                out);
        assertThat(text().substring(HEADER.length() + STATE_HEADER.length()))
                .isEqualTo(cell + ",1,1,1,1,1,false,0,x,Active,2012-01-02,2012-02-01,2012-05-01\r\n");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0.0,0", "1e-9,0", "1e15,1000000000000000", "0.1,0.1", "-2.50,-2.5", "NaN,''", "Infinity,''"})
    void numbersAreWrittenPlainly(double value, String cell) {
        CsvExport.customers(
                List.of(new CustomerLine("1", 1, 1, value, 1, 1, false, 0, "x", null, null))
                        .iterator(),
                false,
                true,
                out);
        assertThat(text().substring(HEADER.length() + STATE_HEADER.length()))
                .isEqualTo("1,1,1," + cell + ",1,1,false,0,x,,,,\r\n");
    }

    @Test
    void aLineASegment() {
        CsvExport.segments(List.of(SEGMENT), out);
        assertThat(text().lines())
                .containsExactly(
                        "segment,persona,cluster,customers,share,revenue,revenue_share,mean_recency_days,"
                                + "median_recency_days,mean_frequency,median_frequency,mean_monetary,median_monetary,"
                                + "mean_avg_basket_size,median_avg_basket_size,mean_clv,median_clv,caveats",
                        "VIP Champions · 2,VIP_CHAMPIONS,3,600,0.125,5701950,0.64,16.5,10,14,9,9503.25,4000,,,,,"
                                + "\"Tiny. One customer (\"\"A, B\"\") brings half.\"");
    }

    @Test
    void aLineAnAction() {
        CsvExport.actionPlan(List.of(SEGMENT), DefaultPlaybook.load(), out);
        List<String> lines = text().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0))
                .isEqualTo("segment,persona,customers,priority,engagement,strategy,step,action,discount,budget_from,"
                        + "budget_to,roi_class");
        assertThat(lines.get(6))
                .startsWith("VIP Champions · 2,VIP_CHAMPIONS,600,highest,95,")
                .endsWith(",15–25 %,0.3,0.4,very high");
    }

    @Test
    void anAudienceSaysWhoIsLeftAlone() {
        CampaignCsv.audience(
                List.of(new AudienceLine("=7", "At Risk", true), new AudienceLine("8", "At Risk", false))
                        .iterator(),
                out);
        assertThat(text()).isEqualTo("customer_id,segment,group\r\n'=7,At Risk,control\r\n8,At Risk,treat\r\n");
    }

    @Test
    void aPlaybookHasALineForEachAction() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.playbook(DefaultPlaybook.load(), out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1 + 12 * 6);
        assertThat(lines.get(0)).startsWith("persona,priority,engagement,strategy,step,action");
        assertThat(lines.get(1)).startsWith("VIP_CHAMPIONS,highest,95,").endsWith("15–25 %,0.3,0.4,very high");
    }

    @Test
    void aScenarioIsALineASegmentAndOneForAll() {
        Response response = new Response(
                SEGMENT,
                new Assumption(50_000, "known"),
                new Uplift(0.1, 0.1, 0.1, "known"),
                new Assumption(0.5, "known"));
        Money spend = Money.of(300);
        RoiScenario scenario = RoiScenario.of(
                "=autumn",
                new BudgetPlan(spend, List.of(new Allocation(SEGMENT, 1, spend)), List.of()),
                new Assumptions(91, new Assumption(0.3, "known"), List.of(response)),
                new Seed(1));
        CsvExport.scenarios(List.of(scenario), out);
        // κ = 300, so 1 − 1/e of 1,500
        assertThat(text().lines().skip(1))
                .containsExactly(
                        "'=autumn,VIP Champions · 2,300,50000,0.1,0.5,948.180838,2.160603,,,,,,",
                        "'=autumn,All segments,300,,,,948.180838,2.160603,2.160603,2.160603,2.160603,1,0.03164,"
                                + "28.791976");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
