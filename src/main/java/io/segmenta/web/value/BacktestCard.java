package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnContest;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.backtest.OrderContest;
import io.segmenta.engine.forecast.backtest.PurchaseChoice;
import io.segmenta.engine.forecast.backtest.PurchaseError;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.backtest.Spread;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import org.jspecify.annotations.Nullable;

/** What each model would have forecast for the last horizon, beside what came: the error to expect of the next one. */
final class BacktestCard extends Section {

    private final transient Formats formats;

    BacktestCard(Backtest test, Formats formats) {
        this.formats = formats;
        addClassName("card");
        Paragraph sentence = new Paragraph(getTranslation(
                "value.test.sentence",
                String.valueOf(test.horizonDays()),
                formats.date(test.origin()),
                formats.count(test.customers()),
                formats.percent(test.baseRate(), 0),
                test.winner().label()));
        sentence.addClassName("lead");
        add(new H2(getTranslation("value.test")), sentence, churn(test));
        add(new H3(getTranslation("value.test.purchases", formats.count(test.purchases()))), purchases(test));
        add(new H3(getTranslation("value.test.revenue", formats.wholeMoney(test.revenue()))), revenue(test));
        add(new Paragraph(ranking(test)));
        Paragraph explanation = new Paragraph((chosen(test) + " " + getTranslation("value.test.explanation")).strip());
        explanation.addClassName("quiet");
        add(explanation);
    }

    private FiguresTable churn(Backtest test) {
        FiguresTable table = new FiguresTable(getTranslation("value.test"))
                .words(getTranslation("value.model"))
                .numbers(getTranslation("value.auc"))
                .numbers(getTranslation("value.auc.interval"))
                .numbers(getTranslation("value.brier"))
                .numbers(getTranslation("value.logloss"))
                .numbers(getTranslation("value.auc.before"))
                .stacked();
        for (ChurnError error : test.churn()) {
            table.row(
                    name(error.name().label(), error.name() == test.winner()),
                    formats.decimal(error.auc(), 3),
                    formats.decimal(error.aucLow(), 3) + "\u2013" + formats.decimal(error.aucHigh(), 3),
                    formats.decimal(error.brier(), 3),
                    formats.decimal(error.logLoss(), 3),
                    before(test.contest() == null ? null : test.contest().auc(error.name()), 3));
        }
        return table;
    }

    private String name(String label, boolean used) {
        return used ? getTranslation("value.winner", label) : label;
    }

    /** What ranks customers best: where it was chosen, the list of those worth most is sorted by it. */
    private String ranking(Backtest test) {
        String name = test.bestRanking() == RevenueError.Model.PAST_SPEND ? "past" : "better";
        OrderContest order = test.order();
        return order == null
                ? getTranslation(
                        "value.test.ranking." + name, test.bestRanking().label())
                : getTranslation(
                        "value.test.order." + name,
                        order.origins().contains(test.origin())
                                ? 0
                                : order.origins().size(),
                        test.bestRanking().label());
    }

    private String before(@Nullable Spread spread, int decimals) {
        if (spread == null) {
            return "\u2013";
        }
        return spread.low() == spread.high() // one day has no range
                ? formats.decimal(spread.mean(), decimals)
                : getTranslation(
                        "value.spread",
                        formats.decimal(spread.mean(), decimals),
                        formats.decimal(spread.low(), decimals),
                        formats.decimal(spread.high(), decimals));
    }

    /** What the models were chosen by; empty in documents of versions that did not choose. */
    private String chosen(Backtest test) {
        PurchaseChoice choice = test.purchaseChoice();
        ChurnContest contest = test.contest();
        return choice == null || contest == null
                ? ""
                : getTranslation(
                        choice.tested() ? "value.test.chosen" : "value.test.chosen.same",
                        choice.origins().size(),
                        contest.origins().size());
    }

    private FiguresTable purchases(Backtest test) {
        FiguresTable table = new FiguresTable(getTranslation("value.purchases"))
                .words(getTranslation("value.model"))
                .numbers(getTranslation("value.mae"))
                .numbers(getTranslation("value.forecast.to.actual"))
                .numbers(getTranslation("value.mae.before"))
                .stacked();
        for (PurchaseError error : test.purchaseErrors()) {
            table.row(
                    name(error.name().label(), error.name() == test.purchaseModel()),
                    formats.decimal(error.meanAbsoluteError(), 3),
                    formats.percent(error.predictedToActual(), 0),
                    before(test.purchaseErrorBefore(error.name()), 3));
        }
        return table;
    }

    private FiguresTable revenue(Backtest test) {
        FiguresTable table = new FiguresTable(getTranslation("value.revenue"))
                .words(getTranslation("value.model"))
                .numbers(getTranslation("value.forecast.to.actual"))
                .numbers(getTranslation("value.spearman"))
                .numbers(getTranslation("value.capture"))
                .numbers(getTranslation("value.spearman.before"))
                .stacked();
        OrderContest order = test.order();
        for (RevenueError error : test.revenueErrors()) {
            table.row(
                    name(error.name().label(), error.name() == test.revenueModel()),
                    formats.percent(error.predictedToActual(), 0),
                    formats.decimal(error.spearman(), 2),
                    formats.percent(error.topDecileCapture(), 0),
                    before(order == null ? null : order.spearman(error.name()).orElse(null), 2));
        }
        return table;
    }
}
