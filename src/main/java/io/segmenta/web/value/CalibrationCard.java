package io.segmenta.web.value;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnError.CalibrationBin;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.NumberStyle;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Whether a chance of 30 % comes true 30 times in a hundred: ten groups of customers by what was said, and what came. */
final class CalibrationCard extends Div {
    CalibrationCard(Backtest test, Formats formats) {
        List<CalibrationBin> bins = test.winnersError().calibration();
        double customers = sum(bins, CalibrationBin::customers);
        double said = sum(bins, bin -> bin.customers() * bin.predicted()) / customers;
        double off = sum(bins, bin -> bin.customers() * Math.abs(bin.predicted() - bin.observed())) / customers;
        List<String> groups =
                IntStream.rangeClosed(1, bins.size()).mapToObj(String::valueOf).toList();
        ChartSpec columns = ChartSpec.column(groups)
                .withTitles(getTranslation("value.calibration.x"), getTranslation("value.calibration.y"))
                .withNumbers(NumberStyle.PERCENT)
                .withValues(getTranslation("value.calibration.said"), each(bins, CalibrationBin::predicted), null)
                .withValues(getTranslation("value.calibration.came"), each(bins, CalibrationBin::observed), null)
                .withLegend();
        String sentence = getTranslation(
                "value.calibration.sentence",
                formats.percent(said, 0),
                formats.percent(test.baseRate(), 0),
                formats.decimal(100 * off, 1));
        add(new ChartCard(
                getTranslation("value.calibration"),
                sentence,
                getTranslation("value.calibration.x"),
                columns,
                formats));
    }

    private static List<Double> each(List<CalibrationBin> bins, ToDoubleFunction<CalibrationBin> number) {
        return bins.stream().map(number::applyAsDouble).toList();
    }

    private static double sum(List<CalibrationBin> bins, ToDoubleFunction<CalibrationBin> number) {
        return bins.stream().mapToDouble(number).sum();
    }
}
