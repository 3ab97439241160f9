package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.ForecastSum;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.forecast.origin.Origins;
import io.segmenta.engine.forecast.origin.SeasonFactor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the forecasts of revenue missed at each origin, over one horizon, and over as much of a year as came after it. */
public final class RevenueTests {
    private static final int YEAR = 364;

    private final int horizonDays;
    private final List<OriginRevenue> horizons = new ArrayList<>();
    private final List<OriginRevenue> years = new ArrayList<>();
    private final List<PersonSpread.Persons> persons = new ArrayList<>();

    /**
     * @param tested earliest first, at least one
     * @param family of the purchase model whose forecasts are tested
     */
    RevenueTests(List<Origin> tested, Origins origins, Family family) {
        horizonDays = origins.horizonDays();
        LocalDate end = origins.lastDay();
        int longest = days(tested.getFirst(), end);
        for (Origin origin : tested) {
            GammaGammaFit spend = origin.spendFit(GammaGammaFit.Basis.ALL);
            double season = SeasonFactor.at(origin.population().origin(), origins, family)
                    .factor();
            double[] purchases = Arrays.stream(origin.expectedPurchases(family, horizonDays))
                    .map(count -> season * count)
                    .toArray();
            horizons.add(OriginRevenue.of(
                    origin,
                    horizonDays,
                    purchases,
                    origin.spendOf(purchases, spend),
                    origin.population().spendWithin(horizonDays)));
            // a year needs no adjustment for season
            int days = days(origin, end);
            double[] expected = origin.expectedPurchases(family, days);
            double[] forecast = origin.spendOf(expected, spend);
            double[] actual = origin.population().spendWithin(days);
            years.add(OriginRevenue.of(origin, days, expected, forecast, actual));
            if (2 * days >= longest) {
                persons.add(new PersonSpread.Persons(forecast, actual));
            }
        }
    }

    private static int days(Origin origin, LocalDate end) {
        return (int) Math.min(YEAR, origin.population().origin().until(end, ChronoUnit.DAYS));
    }

    /** Of one horizon after the end of the data. */
    public SumSpread horizonSpread() {
        return SumSpread.learned(horizons, horizonDays);
    }

    /** Of 52 weeks after the end of the data. */
    public SumSpread yearSpread() {
        return SumSpread.learned(years, YEAR);
    }

    /** Of 52 weeks after the end of the data. */
    public PersonSpread personSpread() {
        return PersonSpread.learned(persons);
    }

    /** Each origin's intervals from those before it alone. */
    public RevenueCoverage coverage() {
        return coverage(horizons, horizonDays);
    }

    /** The same for as much of a year as came; these tests overlap. */
    public RevenueCoverage yearCoverage() {
        return coverage(years, YEAR);
    }

    private static RevenueCoverage coverage(List<OriginRevenue> tests, int days) {
        List<SumTest> found = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            OriginRevenue test = tests.get(i);
            SumSpread before = SumSpread.learned(tests.subList(0, i), days);
            ForecastSum all = test.all().forecast();
            found.add(of(test, 0, test.all(), before.ofAll(all)));
            for (int fifth = 0; fifth < test.fifths().size(); fifth++) {
                OriginRevenue.Part part = test.fifths().get(fifth);
                found.add(of(test, fifth + 1, part, before.ofPart(part.forecast(), all)));
            }
        }
        return new RevenueCoverage(SumSpread.NOMINAL, found);
    }

    private static SumTest of(OriginRevenue test, int group, OriginRevenue.Part part, Interval interval) {
        return new SumTest(
                test.origin(),
                test.days(),
                group,
                part.customers(),
                part.forecast().value(),
                part.actual(),
                interval.low(),
                interval.high());
    }
}
