package io.segmenta.web.compare;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.evaluate.Agreement;
import io.segmenta.engine.segment.Migration;
import io.segmenta.engine.segment.Migration.Direction;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.compare.CompareService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two runs say side by side: how far they agree, sizes, where customers went and who. */
final class ComparedParts extends Div {
    private final transient Compared compared;
    private final Formats formats;
    private final transient BiConsumer<@Nullable Integer, @Nullable Integer> chosen;
    private final MoversCard movers;

    /** @param chosen hears of the clusters whose customers are listed, null for all */
    ComparedParts(
            CompareService comparisons, Compared compared, BiConsumer<@Nullable Integer, @Nullable Integer> chosen) {
        this.compared = compared;
        this.formats = compared.formats();
        this.chosen = chosen;
        addClassName("compared");
        movers = new MoversCard(comparisons, compared, this::tell);
        add(tiles(), agreement(), sizes(), ways(), moves(), movers);
    }

    private void tell() {
        chosen.accept(movers.from(), movers.to());
    }

    /** Lists these customers. */
    void choose(@Nullable Integer from, @Nullable Integer to) {
        movers.choose(from, to);
    }

    private void open(int from, int to) {
        movers.choose(from, to);
        movers.reveal();
        tell();
    }

    private Migration migration() {
        return compared.comparison().migration();
    }

    private Div tiles() {
        Agreement agreement = compared.comparison().agreement();
        return StatTile.row(
                new StatTile(
                        getTranslation("compare.both"),
                        formats.count(migration().inBoth()),
                        getTranslation("compare.both.note")),
                new StatTile(
                        getTranslation("compare.moved"),
                        formats.count(migration().customers(Direction.UP)
                                + migration().customers(Direction.DOWN)),
                        getTranslation(
                                "compare.moved.note",
                                formats.count(migration().customers(Direction.UP)),
                                formats.count(migration().customers(Direction.DOWN)))),
                new StatTile(
                        getTranslation("compare.added"),
                        formats.count(migration().customers(Direction.ADDED)),
                        getTranslation("compare.added.note")),
                new StatTile(
                        getTranslation("compare.dropped"),
                        formats.count(migration().customers(Direction.DROPPED)),
                        getTranslation("compare.dropped.note")),
                new StatTile(
                        getTranslation("compare.agreement"),
                        agreement == null ? "–" : formats.decimal(agreement.adjustedRand(), 2),
                        agreement == null ? "" : getTranslation(word(agreement))));
    }

    private Card agreement() {
        Agreement agreement = compared.comparison().agreement();
        if (agreement == null) {
            return Card.of(getTranslation("compare.agreement.title"), getTranslation("compare.agreement.none"));
        }
        Paragraph numbers = new Paragraph(getTranslation(
                "compare.agreement.numbers",
                formats.decimal(agreement.adjustedRand(), 2),
                formats.decimal(agreement.adjustedMutualInformation(), 2)));
        numbers.addClassName("quiet");
        return Card.of(
                getTranslation("compare.agreement.title"), getTranslation(word(agreement) + ".sentence"), numbers);
    }

    /** A rough scale for people; the number stands beside it. */
    private static String word(Agreement agreement) {
        double rand = agreement.adjustedRand();
        return "compare.agreement." + (rand >= 0.9 ? "same" : rand >= 0.65 ? "close" : rand >= 0.3 ? "part" : "little");
    }

    private ChartCard sizes() {
        List<String> names = Stream.of(compared.before(), compared.after())
                .flatMap(side -> side.segments().stream())
                .sorted(Comparator.comparing(Segment::persona).thenComparingInt(Segment::ordinal))
                .map(Segment::name)
                .distinct()
                .toList();
        ChartSpec bars = ChartSpec.bar(names)
                .withLegend()
                .withHeight(110 + 58 * names.size())
                .withValues(label(compared.before(), "before"), sizes(compared.before(), names), "var(--chart-6)")
                .withValues(label(compared.after(), "after"), sizes(compared.after(), names), "var(--chart-1)");
        return new ChartCard(
                getTranslation("compare.sizes"),
                getTranslation("compare.sizes.sentence"),
                getTranslation("overview.segment"),
                bars,
                formats);
    }

    private String label(Side side, String key) {
        return getTranslation("compare.sizes." + key, formats.date(side.lastDay()));
    }

    private static List<Double> sizes(Side side, List<String> names) {
        return names.stream()
                .map(name -> side.segments().stream()
                        .filter(segment -> segment.name().equals(name))
                        .mapToDouble(Segment::customers)
                        .sum())
                .toList();
    }

    private Card ways() {
        FlowChart chart = new FlowChart();
        Div table = new Div();
        RadioButtonGroup<Measure> measure = new RadioButtonGroup<>(getTranslation("compare.measure"));
        measure.addClassName("segment-filter");
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(value -> getTranslation(value.key()));
        measure.addValueChangeListener(change -> {
            chart.show(compared, change.getValue(), migration().summary());
            table.removeAll();
            table.add(new MatrixTable(compared, change.getValue(), this::open)
                    .table(
                            getTranslation("compare.matrix"),
                            getTranslation("compare.matrix.corner"),
                            getTranslation("compare.matrix.total")));
        });
        measure.setValue(Measure.CUSTOMERS);
        Div heads = new Div(
                new Paragraph(label(compared.before(), "before")), new Paragraph(label(compared.after(), "after")));
        heads.addClassName("flow-heads");
        Paragraph hint = new Paragraph(getTranslation("compare.matrix.hint"));
        hint.addClassName("quiet");
        return Card.of(getTranslation("compare.ways"), migration().summary(), measure, heads, chart, hint, table);
    }

    private Card moves() {
        MovesGrid grid = new MovesGrid(compared, this::open);
        CheckboxGroup<Direction> filter = new CheckboxGroup<>(getTranslation("compare.moves.filter"));
        filter.addClassName("segment-filter");
        filter.setItems(Arrays.stream(Direction.values())
                .filter(direction -> migration().customers(direction) > 0)
                .toList());
        filter.setItemLabelGenerator(direction -> getTranslation(MovesGrid.key(direction)));
        filter.addValueChangeListener(change -> grid.show(change.getValue()));
        Div tools = new Div(filter);
        tools.addClassName("grid-tools");
        return Card.of(getTranslation("compare.moves"), getTranslation("compare.moves.sentence"), tools, grid);
    }
}
