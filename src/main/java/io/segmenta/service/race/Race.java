package io.segmenta.service.race;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.backtest.ModelTest;
import io.segmenta.engine.forecast.backtest.RevenueOrder;
import io.segmenta.engine.forecast.churn.SpendRegression;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit;
import io.segmenta.engine.forecast.origin.Origins;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Every purchase model on public data, beside what was published.
 *
 * @param heats in the order of {@link Split#ALL}
 * @param missing logs of which no file was there
 */
public record Race(List<Heat> heats, List<PurchaseLog> missing) {
    /** What the regression of spend is called. */
    static final String REGRESSION = "linear ZILN";

    public Race {
        heats = List.copyOf(heats);
        missing = List.copyOf(missing);
    }

    /**
     * @param folders with the public files
     * @param words hears what is being done, in a sentence
     * @throws UserFacingException where none of the files is in any folder, or one is not what its name says
     */
    public static Race run(List<Path> folders, Consumer<String> words) {
        Map<PurchaseLog, Path> files = new EnumMap<>(PurchaseLog.class);
        for (PurchaseLog log : PurchaseLog.values()) {
            log.in(folders).ifPresent(file -> files.put(log, file));
        }
        if (files.isEmpty()) {
            throw new UserFacingException("None of the public files is in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(" or ")) + ": "
                    + Arrays.stream(PurchaseLog.values()).map(PurchaseLog::file).collect(Collectors.joining(", "))
                    + ". Name a folder that holds one of them.");
        }
        List<Heat> heats = new ArrayList<>();
        files.forEach((log, file) -> {
            words.accept("Reading " + file);
            Purchases purchases = log.read(file);
            Split.ALL.stream()
                    .filter(split -> split.log() == log)
                    .forEach(split -> heats.add(heat(split, purchases, words)));
        });
        return new Race(
                heats,
                Arrays.stream(PurchaseLog.values())
                        .filter(log -> !files.containsKey(log))
                        .toList());
    }

    private static Heat heat(Split split, Purchases purchases, Consumer<String> words) {
        Population population = purchases.asOf(split.origin());
        int[] later = population.purchasesWithin(split.days());
        long inactive = Arrays.stream(later).filter(count -> count == 0).count();
        boolean repeats = population.summaries().stream().anyMatch(customer -> customer.repeats() > 0);
        if (inactive == 0 || inactive == later.length || !repeats) {
            String others = inactive == 0 ? "everybody" : "nobody";
            throw new UserFacingException("Of the " + later.length + " customers until " + split.origin() + " "
                    + (repeats ? others + " bought in the " + split.days() + " days after" : "nobody bought twice")
                    + ". The file of " + split.log().label() + " is not the public one: get it anew.");
        }
        GammaGammaFit spend =
                GammaGammaFit.of(population.summaries(), GammaGammaFit.Basis.ALL, population.medianSpend());
        List<ModelTest> tests = new ArrayList<>();
        for (PurchaseFit.Family family : PurchaseFit.Family.values()) {
            words.accept(split.log().label() + ", " + split.label() + ": " + family.label());
            tests.add(ModelTest.of(family, population, spend, split.days(), ForecastProgress.silent()));
        }
        List<String> ids =
                population.summaries().stream().map(PurchaseSummary::customerId).toList();
        double[] past = population.summaries().stream()
                .mapToDouble(customer -> customer.purchases() * customer.meanSpend())
                .toArray();
        double[] revenue = population.spendWithin(split.days());
        return new Heat(
                split,
                later.length,
                Arrays.stream(later).sum(),
                (double) inactive / later.length,
                tests,
                RevenueOrder.of(ids, past, revenue),
                RevenueOrder.of(ids, regression(split, purchases), revenue),
                RevenueOrder.of(ids, revenue, revenue));
    }

    /** Learned where the models know half of what they know at the cut, or all but as many days as are forecast. */
    private static double[] regression(Split split, Purchases purchases) {
        int known = (int) ChronoUnit.DAYS.between(purchases.firstDay(), split.origin()) + 1;
        int days = Math.min(split.days(), known / 2);
        Origins origins = new Origins(purchases, new Horizon(days), ForecastProgress.silent());
        return SpendRegression.forecast(origins.at(split.origin().minusDays(days)), origins.at(split.origin()), days);
    }

    /** Every figure with its published counterpart. */
    public List<RaceLine> lines() {
        List<RaceLine> lines = new ArrayList<>();
        for (Heat heat : heats) {
            if (heat.split().log().hasMoney()) {
                order(heat.regression())
                        .forEach((metric, ours) -> lines.add(new RaceLine(
                                heat.split().log().label(),
                                heat.split().label(),
                                REGRESSION,
                                metric,
                                ours,
                                null,
                                null)));
            }
            for (ModelTest test : heat.tests()) {
                figures(test).forEach((metric, ours) -> {
                    Optional<PublishedFigure> published = published(heat.split(), test, metric);
                    lines.add(new RaceLine(
                            heat.split().log().label(),
                            heat.split().label(),
                            test.fit().family().label(),
                            metric,
                            ours,
                            published.map(PublishedFigure::number).orElse(null),
                            published.map(PublishedFigure::source).orElse(null)));
                });
            }
        }
        return lines;
    }

    static Optional<PublishedFigure> published(Split split, ModelTest test, String metric) {
        return PublishedFigure.ALL.stream()
                .filter(figure -> figure.dataset().equals(split.log().label())
                        && figure.split().equals(split.label())
                        && figure.model().equals(test.fit().family().label())
                        && figure.metric().equals(metric))
                .findFirst();
    }

    private static Map<String, Double> figures(ModelTest test) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("logLikelihood", test.fit().logLikelihood());
        figures.put("k", (double) test.fit().k());
        test.fit().parameters().forEach(parameter -> figures.put(parameter.name(), parameter.value()));
        figures.put("mae", test.purchases().meanAbsoluteError());
        figures.put("rmse", test.purchases().rootMeanSquaredError());
        figures.put("bias", test.purchases().bias());
        figures.put("predicted", test.purchases().predicted());
        figures.put("auc", test.inactive().auc());
        figures.put("brier", test.inactive().brier());
        figures.put("logLoss", test.inactive().logLoss());
        figures.putAll(order(test.revenue()));
        return figures;
    }

    private static Map<String, Double> order(RevenueOrder order) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("gini", order.gini());
        figures.put("spearman", order.spearman());
        figures.put("topTenth", order.topTenth());
        return figures;
    }
}
