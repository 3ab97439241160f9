package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.churn.ChurnScores;
import io.segmenta.engine.forecast.churn.SpendRegression;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.forecast.origin.Origins;
import io.segmenta.engine.forecast.origin.SeasonFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The origins a history is long enough for, at most six, one horizon apart, and what they teach: at each the models know its past alone.
 * The backtest is at the end less one horizon; churn models learn one horizon before that, and those the winner is chosen among learn yet
 * one before. Sums of revenue are tested at all of them.
 */
public final class HeldOutTime {
    private static final int MOST_ORIGINS = 6;
    private static final int FEWEST_CUSTOMERS = 100;
    private static final int FEWEST_OF_AN_OUTCOME = 20;

    private final Origins origins;
    private final Candidates candidates;
    private final int horizonDays;
    /** The latest first. */
    private final List<Origin> tested;

    private final Origin held;
    private final @Nullable Origin training;
    private final @Nullable Origin selection;
    private final PurchaseChoice choice;

    private HeldOutTime(Origins origins, List<Origin> tested, Candidates candidates) {
        this.origins = origins;
        this.candidates = candidates;
        this.horizonDays = origins.horizonDays();
        this.tested = tested;
        this.held = tested.getFirst();
        this.training = tested.size() > 1 ? tested.get(1) : null;
        this.selection = tested.size() > 2 ? tested.get(2) : null;
        this.choice = PurchaseChoice.of(tested, candidates, horizonDays);
    }

    /** Empty where the history is too short, or too few customers bought or stayed away, for any test. */
    public static Optional<HeldOutTime> of(Origins origins, Candidates candidates) {
        List<Origin> tested = new ArrayList<>();
        for (int k = 1; k <= MOST_ORIGINS; k++) {
            Origin origin = at(origins, origins.lastDay().minusDays((long) k * origins.horizonDays()));
            if (origin == null) {
                break;
            }
            tested.add(origin);
        }
        return tested.isEmpty() ? Optional.empty() : Optional.of(new HeldOutTime(origins, tested, candidates));
    }

    private static @Nullable Origin at(Origins origins, LocalDate day) {
        int horizonDays = origins.horizonDays();
        if (day.isBefore(origins.firstDay().plusDays(horizonDays - 1L))) {
            return null;
        }
        Origin origin = origins.at(day);
        int inactive = 0;
        for (boolean outcome : origin.inactive()) {
            inactive += outcome ? 1 : 0;
        }
        boolean enough = origin.size() >= FEWEST_CUSTOMERS
                && inactive >= FEWEST_OF_AN_OUTCOME
                && origin.size() - inactive >= FEWEST_OF_AN_OUTCOME
                && origin.purchaseFit().used() != null
                && Arrays.stream(origin.population().spendWithin(horizonDays)).sum() > 0;
        return enough ? origin : null;
    }

    /** What purchases are forecast by. */
    public Family purchases() {
        return choice.chosen();
    }

    /** How far the forecasts of revenue were from what came, at every origin. */
    public RevenueTests revenue() {
        return new RevenueTests(tested.reversed(), origins, choice.chosen());
    }

    /** What the winner says of the customers at the end of the data, having learned where all of it but the last horizon was known. */
    public double[] applied(ChurnModel winner, Origin end) {
        return new ChurnScores(held, horizonDays).of(winner, end);
    }

    /**
     * What the customers at the end of the data are to be ranked by, the highest first.
     *
     * @param expected what each is expected to bring in 52 weeks
     */
    public double[] ranked(Backtest tested, Origin end, double[] expected) {
        return tested.order() == null
                ? expected
                : OrderContest.ranked(tested.bestRanking(), held, end, expected, horizonDays);
    }

    public Backtest backtest() {
        ChurnContest contest = ChurnContest.of(compared(), candidates, horizonDays);
        int[] actual = held.population().purchasesWithin(horizonDays);
        double[] revenue = held.population().spendWithin(horizonDays);
        SeasonFactor season = SeasonFactor.at(held.population().origin(), origins, choice.chosen());
        List<RevenueError> revenueErrors = revenueErrors(revenue, season);
        OrderContest order =
                candidates == Candidates.ORIGINAL ? null : OrderContest.of(compared(), choice, horizonDays);
        Shares silent = new Shares();
        Shares single = new Shares();
        Shares all = new Shares();
        double[] recency = held.recency();
        for (int i = 0; i < actual.length; i++) {
            all.count(true, actual[i] == 0);
            silent.count(recency[i] > horizonDays, actual[i] > 0);
            single.count(held.summaries().get(i).repeats() == 0, actual[i] > 0);
        }
        return new Backtest(
                held.population().origin(),
                day(training),
                day(selection),
                horizonDays,
                held.size(),
                all.share(),
                Arrays.stream(actual).sum(),
                Arrays.stream(revenue).sum(),
                churnErrors(),
                contest.winner(),
                purchaseErrors(actual, season),
                revenueErrors,
                order == null ? bestRanking(revenueErrors) : order.winner(),
                season,
                silent.members,
                silent.share(),
                single.members,
                single.share(),
                choice,
                contest,
                order);
    }

    private static @Nullable LocalDate day(@Nullable Origin origin) {
        return origin == null ? null : origin.population().origin();
    }

    /** Origins before the tested one, each with that where models learn; the tested one itself where the history holds no other. */
    private Map<Origin, Origin> compared() {
        Map<Origin, Origin> compared = new LinkedHashMap<>();
        int most = candidates == Candidates.ORIGINAL ? 2 : tested.size() - 1;
        for (int k = 1; k < Math.min(most, tested.size() - 1); k++) {
            compared.put(tested.get(k), tested.get(k + 1));
        }
        if (compared.isEmpty()) {
            compared.put(held, training == null ? held : training);
        }
        return compared;
    }

    private List<ChurnError> churnErrors() {
        ChurnScores scores = new ChurnScores(training == null ? held : training, horizonDays);
        boolean[] inactive = held.inactive();
        return candidates.churnModels(training != null).stream()
                .map(model -> ChurnError.of(model, scores.of(model, held), inactive))
                .toList();
    }

    private List<PurchaseError> purchaseErrors(int[] actual, SeasonFactor season) {
        List<PurchaseError> errors = new ArrayList<>();
        double[] proRata = times(held.purchases(), (double) horizonDays / held.historyDays());
        errors.add(PurchaseError.of(PurchaseError.Model.PRO_RATA, proRata, actual));
        for (Family family : candidates.families()) {
            errors.add(PurchaseError.of(
                    PurchaseError.Model.of(family, false), held.expectedPurchases(family, horizonDays), actual));
        }
        if (season.isAdjusted()) {
            Family family = choice.chosen();
            errors.add(PurchaseError.of(
                    PurchaseError.Model.of(family, true),
                    times(held.expectedPurchases(family, horizonDays), season.factor()),
                    actual));
        }
        return errors;
    }

    private List<RevenueError> revenueErrors(double[] actual, SeasonFactor season) {
        List<String> ids =
                held.summaries().stream().map(PurchaseSummary::customerId).toList();
        Map<RevenueError.Model, double[]> forecasts = new EnumMap<>(RevenueError.Model.class);
        GammaGammaFit spend = held.spendFit(GammaGammaFit.Basis.ALL);
        double[] plain = held.expectedPurchases(Family.BG_NBD, horizonDays);
        double[] chosen = held.spendOf(held.expectedPurchases(choice.chosen(), horizonDays), spend);
        forecasts.put(RevenueError.Model.PAST_SPEND, times(held.spend(), (double) horizonDays / held.historyDays()));
        forecasts.put(
                RevenueError.Model.BG_NBD_GAMMA_GAMMA, held.spendOf(plain, held.spendFit(GammaGammaFit.Basis.REPEAT)));
        forecasts.put(RevenueError.Model.BG_NBD_GAMMA_GAMMA_ALL, held.spendOf(plain, spend));
        forecasts.put(choice.revenueModel(false), chosen);
        if (season.isAdjusted()) {
            forecasts.put(choice.revenueModel(true), times(chosen, season.factor()));
        }
        if (candidates == Candidates.ALL && training != null) {
            forecasts.put(RevenueError.Model.SPEND_REGRESSION, SpendRegression.forecast(training, held, horizonDays));
        }
        forecasts.put(RevenueError.Model.ORACLE, actual);
        return forecasts.entrySet().stream()
                .map(e -> RevenueError.of(e.getKey(), ids, e.getValue(), actual))
                .toList();
    }

    private static RevenueError.Model bestRanking(List<RevenueError> errors) {
        RevenueError past = errors.getFirst();
        RevenueError best = errors.stream()
                .filter(e -> e.name() != RevenueError.Model.ORACLE)
                .max(Comparator.comparingDouble(RevenueError::spearman))
                .orElse(past);
        return (best.spearman() > past.spearman() + OrderContest.WORTH_MENTIONING ? best : past).name();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    /** Of some members, how many hit. */
    private static final class Shares {
        private int members;
        private int hits;

        void count(boolean member, boolean hit) {
            members += member ? 1 : 0;
            hits += member && hit ? 1 : 0;
        }

        double share() {
            return members == 0 ? 0 : (double) hits / members;
        }
    }
}
