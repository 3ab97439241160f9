package io.segmenta.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.forecast.backtest.OrderContest;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.backtest.Spread;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.testing.Example;
import io.segmenta.testing.Forecasts;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.chart.ChartCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
    }

    @Test
    void eachForecastStandsBesideItsError() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .contains("Overdue", "Money at stake", "Expected revenue in the next 52 weeks")
                .contains("Tested on the 91 days after", "bought nothing")
                .contains("AUC", "Brier", "(used)", "Simple risk score", "Past spend", "Hindsight")
                .contains("who had been silent for 91 days", "bought only once");
    }

    @Test
    void churnIsNeverANumber() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text().replace("Churn and value", "").toLowerCase(Locale.ROOT))
                .doesNotContain("churn", "p(alive)", "alive");
    }

    @Test
    void everyChartIsRestatedInOneSentence() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(find(ChartCard.class).all()).hasSize(3).allSatisfy(card -> {
            String sentence = find(Chart.class, card).single().getElement().getAttribute("aria-label");
            assertThat(sentence).isNotBlank();
            assertThat(text(card)).contains(sentence);
        });
        assertThat(text()).contains("The highest tenth is expected to bring 50% of the revenue");
    }

    @Test
    void segmentsHaveAnIntervalAndTheOverdueAreNamed() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .contains("£1,000", "£700 to £1,450", "£4,000", "£2,900 to £5,500")
                .contains("12347", "Cooling", "Jan 9, 2012 to Mar 9, 2012", "£1,234");
    }

    @Test
    void chancesStandBesideWhatCameTrueInTenGroups() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        ChartCard card = find(ChartCard.class).all().getLast();
        assertThat(text(card))
                .contains("Do the chances come true?", "Said before", "Came true")
                .containsPattern("On average it said \\d+% and \\d+% bought nothing");
    }

    @Test
    void whatNothingBeatsAndTheSeasonAreSaidWhereTheFiguresStand() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .containsAnyOf("nothing put customers into a clearly better order", "put customers into the best order")
                .containsAnyOf("adjusted for season by the same weeks", "Not adjusted for season");
        runs.results.put(new RunId(1), Forecasts.example(390));
        open("runs/1/segments");
        open("runs/1/value");
        assertThat(text()).contains("Not adjusted for season");
    }

    @Test
    void theRhythmOfTheShopSaysWhetherTheDaysFit() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .contains("Half of all repeat purchases come within")
                .containsAnyOf("So 91 days are long enough", "days of forecast suit better than 91");
    }

    @Test
    void theCustomersWorthMostHaveAnInterval() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .contains("Worth most", "14911", "£110,000", "9 in 10 such customers bring", "£0 to £212,500");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PAST_SPEND             | Sorted by what customers have spent so far   | On 2 earlier days, nothing put
                    SPEND_REGRESSION       | Sorted by a second forecast                  | On 2 earlier days, “Regression of spend” put
                    BG_NBD_GAMMA_GAMMA_ALL | Sorted by what customers are expected to bring in | On 2 earlier days, “BG/NBD × spend model” put
                    """)
    void theListSaysByWhatItIsSorted(RevenueError.Model winner, String words, String chosen) {
        LocalDate day = LocalDate.of(2022, 5, 1);
        OrderContest order = new OrderContest(
                List.of(day, day.minusDays(91)),
                List.of(new OrderContest.Standing(winner, new Spread(0.4321, 0.3, 0.5))));
        runs.results.put(new RunId(1), Forecasts.sorted(Forecasts.example(500), winner, order));
        open("runs/1/value");
        assertThat(text()).contains(words, chosen, "Rank correlation before", "0.43 (0.30–0.50)");
    }

    @Test
    void aRunThatChoseNoOrderIsSortedByWhatIsExpected() {
        runs.results.put(new RunId(1), Forecasts.sorted(Forecasts.example(500), RevenueError.Model.PAST_SPEND, null));
        open("runs/1/value");
        assertThat(text())
                .contains("Sorted by what customers are expected to bring in the next 52 weeks")
                .contains("nothing beat what they spent in the past")
                .doesNotContain("is sorted by that");
    }

    @Test
    void intervalsOfSumsCarryTheirRecord() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/value");
        assertThat(text())
                .containsPattern(
                        "£[0-9,]+ to £[0-9,]+, 9 times in 10\\. In 4 tests over up to 52 weeks the truth lay inside")
                .contains("Do the intervals hold?", "In 4 tests, what all customers spent lay in its interval")
                .containsPattern("Of 24 sums, of all customers and of fifths of them, \\d+ lay inside; 90% should")
                .contains("They buy too seldom to say how near that would come.");
    }

    @Test
    void theMoneyAtStakeOfManyHasAnInterval() {
        runs.results.put(
                new RunId(1), Forecasts.with(Forecasts.example(500), Forecasts.overdue(new Interval(2900, 5500))));
        open("runs/1/value");
        assertThat(text()).contains("Were they to buy as usual, it would be £2,900 to £5,500 9 times in 10.");
    }

    @Test
    void theOverdueAreAsManyOnEveryPage() {
        runs.results.put(new RunId(1), Forecasts.example(500));
        String customers =
                String.format("%,d", Forecasts.overdue(new Interval(0, 1)).customers());
        for (String page : List.of("", "/value", "/budget")) {
            open("runs/1" + page);
            assertThat(text()).as(page).contains(customers + " customers").contains("£20,000");
        }
    }

    @Test
    void aRunThatToldTheOverdueOtherwiseNamesNone() {
        runs.results.put(new RunId(1), Forecasts.with(Forecasts.example(500), null));
        open("runs/1/value");
        assertThat(text())
                .contains("did not tell it by the customers’ own rhythm", "Expected revenue")
                .doesNotContain("Money at stake");
        open("runs/1");
        assertThat(text()).doesNotContain("they usually spend");
    }

    @Test
    void intervalsThatNobodyTestedAreNotShown() {
        runs.results.put(new RunId(1), Forecasts.untested(Forecasts.example(500)));
        open("runs/1/value");
        assertThat(text())
                .contains("without a range: an earlier version did not test how far it may be off", "£4,000", "14911")
                .doesNotContain("£2,900 to £5,500", "£0 to £212,500", "Do the intervals hold?");
    }

    @Test
    void aShortHistorySaysSoAndShowsNoForecast() {
        runs.results.put(new RunId(1), Forecasts.example(150));
        open("runs/1/value");
        assertThat(text())
                .contains("The history is too short to test a forecast of 91 days")
                .doesNotContain("Money at stake", "AUC");
    }

    @Test
    void aRunOfAnEarlierVersionSaysThatItHasNone() {
        runs.results.put(new RunId(1), Example.with(Example.result(), Insights.NONE));
        open("runs/1/value");
        assertThat(text()).contains("This run has no forecasts");
    }

    @Test
    void theOverviewHasATileWhereThereAreForecasts() {
        open("runs/1");
        assertThat(text()).doesNotContain("they usually spend");
        runs.results.put(new RunId(1), Forecasts.example(500));
        open("runs/1/segments");
        open("runs/1");
        assertThat(text()).contains("Overdue", "they usually spend £20,000 in 91 days");
    }
}
