package io.segmenta.service.race;

import io.segmenta.engine.forecast.backtest.ModelTest;
import io.segmenta.engine.forecast.backtest.RevenueOrder;
import io.segmenta.engine.forecast.model.PurchaseFit;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The race as a page for people, in Markdown. */
public final class RacePage {
    /** What is shown of each model, in this order. */
    private enum Measure {
        LOG_LIKELIHOOD("log-likelihood", "logLikelihood", "%.2f"),
        MAE("MAE", "mae", "%.4f"),
        RMSE("RMSE", "rmse", "%.4f"),
        PREDICTED("purchases", "predicted", "%,.0f"),
        BIAS("bias", "bias", "%+.1f %%"),
        AUC("AUC", "auc", "%.4f"),
        BRIER("Brier", "brier", "%.4f"),
        LOG_LOSS("log-loss", "logLoss", "%.4f");

        private final String title;
        private final String metric;
        private final String format;

        Measure(String title, String metric, String format) {
            this.title = title;
            this.metric = metric;
            this.format = format;
        }

        private String text(ModelTest test) {
            return String.format(Locale.ROOT, format, of(test));
        }

        private double of(ModelTest test) {
            return switch (this) {
                case LOG_LIKELIHOOD -> test.fit().logLikelihood();
                case MAE -> test.purchases().meanAbsoluteError();
                case RMSE -> test.purchases().rootMeanSquaredError();
                case PREDICTED -> test.purchases().predicted();
                case BIAS -> 100 * test.purchases().bias();
                case AUC -> test.inactive().auc();
                case BRIER -> test.inactive().brier();
                case LOG_LOSS -> test.inactive().logLoss();
            };
        }
    }

    private RacePage() {}

    /** Does not close the writer. */
    public static void write(Race race, Writer out) {
        PrintWriter page = new PrintWriter(out);
        page.print("""
                # The forecasts against what others have published

                Made by `./segmenta race`. Each model is fitted to the purchases until a day and forecasts how often each customer buys
                in the time after it; a purchase is a day on which a customer bought. MAE and RMSE are errors in purchases a customer,
                *purchases* those of all customers together and *bias* how far that is from what came. AUC, Brier and log-loss are of the
                chance that a customer buys nothing. **In brackets: what the source below the table has printed.** The k of the last
                two models is the one of the greatest likelihood; at k = 1 they are the models above. Best of a column in bold,
                likelihood apart: it is of what the models were fitted to. A parameter with an arrow is not determined by the data.

                *Order by revenue*: customers by expected purchases × expected spend a purchase (Gamma-Gamma on all purchases), against
                what they spent. *linear ZILN* is a regression of that on their past (Wang, Liu and Miao 2019) that learned from the
                days before the cut: as many as are forecast, at most half of what was known. Gini is the area of the gains as a share
                of hindsight's, top tenth the share of the revenue that came from the tenth of customers who were expected to bring most.
                """);
        race.heats().forEach(heat -> write(heat, page));
        if (!race.missing().isEmpty()) {
            page.printf(
                    Locale.ROOT,
                    "%nNot run, because the file was not there: %s.%n",
                    race.missing().stream()
                            .map(log -> log.label() + " (`" + log.file() + "`)")
                            .collect(Collectors.joining(", ")));
        }
        page.flush();
    }

    private static void write(Heat heat, PrintWriter page) {
        page.printf(
                Locale.ROOT,
                "%n## %s, %s%n%n%,d customers until %s; in the %d days after it %,d purchases, and %.1f %% of the customers made none.%n%n",
                heat.split().log().label(),
                heat.split().label(),
                heat.customers(),
                heat.split().origin(),
                heat.split().days(),
                heat.purchases(),
                100 * heat.inactive());
        row(page, "model", Arrays.stream(Measure.values()).map(m -> m.title).toList());
        row(page, "---", Arrays.stream(Measure.values()).map(m -> "---:").toList());
        for (ModelTest test : heat.tests()) {
            row(
                    page,
                    name(test),
                    Arrays.stream(Measure.values())
                            .map(measure -> cell(heat, test, measure))
                            .toList());
        }
        page.println();
        row(page, "model", List.of("parameters, ± standard error"));
        row(page, "---", List.of("---"));
        heat.tests().forEach(test -> row(page, name(test), List.of(parameters(heat, test))));
        if (heat.split().log().hasMoney()) {
            page.println();
            row(page, "order by revenue", List.of("Gini", "rank correlation", "top tenth"));
            row(page, "---", List.of("---:", "---:", "---:"));
            row(page, "past spend", cells(heat.pastSpend()));
            heat.tests().forEach(test -> row(page, name(test) + " × Gamma-Gamma", cells(test.revenue())));
            row(page, Race.REGRESSION, cells(heat.regression()));
            row(page, "hindsight", cells(heat.hindsight()));
        }
        String sources = PublishedFigure.ALL.stream()
                .filter(figure -> figure.dataset().equals(heat.split().log().label())
                        && figure.split().equals(heat.split().label()))
                .map(PublishedFigure::source)
                .distinct()
                .collect(Collectors.joining("; "));
        page.printf(
                Locale.ROOT,
                "%n%s%n",
                sources.isEmpty() ? "Nothing comparable is published." : "Published: " + sources + ".");
    }

    private static void row(PrintWriter page, String first, List<String> others) {
        page.printf(Locale.ROOT, "| %s | %s |%n", first, String.join(" | ", others));
    }

    private static List<String> cells(RevenueOrder order) {
        return Stream.of(order.gini(), order.spearman(), order.topTenth())
                .map(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList();
    }

    private static String name(ModelTest test) {
        PurchaseFit fit = test.fit();
        String k = fit.family().choosesK() ? ", k = " + fit.k() : "";
        return fit.family().label() + k + (fit.converged() ? "" : " (the search did not settle)");
    }

    private static String cell(Heat heat, ModelTest test, Measure measure) {
        String ours = measure.text(test);
        String shown =
                measure != Measure.LOG_LIKELIHOOD && ours.equals(best(heat, measure)) ? "**" + ours + "**" : ours;
        return shown + published(heat, test, measure.metric);
    }

    private static String best(Heat heat, Measure measure) {
        return heat.tests().stream()
                .min(Comparator.comparingDouble(test -> distance(heat, test, measure)))
                .map(measure::text)
                .orElse("");
    }

    /** From perfect. */
    private static double distance(Heat heat, ModelTest test, Measure measure) {
        return switch (measure) {
            case PREDICTED -> Math.abs(measure.of(test) - heat.purchases());
            case BIAS -> Math.abs(measure.of(test));
            case AUC -> 1 - measure.of(test);
            default -> measure.of(test);
        };
    }

    private static String parameters(Heat heat, ModelTest test) {
        return test.fit().parameters().stream()
                .map(parameter -> parameter.name() + " " + text(parameter) + published(heat, test, parameter.name()))
                .collect(Collectors.joining(", "));
    }

    /** On a ridge of the likelihood a parameter only has a direction. */
    private static String text(PurchaseFit.Parameter parameter) {
        double value = parameter.value();
        if (value < 0.01) {
            return "→ 0";
        }
        if (value > 1000) {
            return "→ ∞";
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return parameter.standardError() == null
                ? text
                : text + String.format(Locale.ROOT, " ± %.4f", parameter.standardError());
    }

    private static String published(Heat heat, ModelTest test, String metric) {
        return Race.published(heat.split(), test, metric)
                .map(figure -> " (" + figure.value() + ")")
                .orElse("");
    }
}
