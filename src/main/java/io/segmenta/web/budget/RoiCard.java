package io.segmenta.web.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.budget.SimpleRoi;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the budget may bring back, by the simplest calculation there is, and what that leaves out. */
final class RoiCard extends Section {
    /** A segment to calculate for; without a cluster, all of them. */
    private record Target(@Nullable Integer cluster, String name, long customers, double revenue) {}

    private final transient Formats formats;
    private final Select<Target> target = new Select<>();
    private final IntegerField increase = new IntegerField();
    private final StatTile added = new StatTile(getTranslation("roi.added"), "", "");
    private final StatTile roi = new StatTile(getTranslation("roi.roi"), "", "");
    private final Paragraph gain = new Paragraph();
    private final Paragraph cost = new Paragraph();

    RoiCard(List<Segment> segments, long days, Formats formats, Runnable changed) {
        this.formats = formats;
        addClassNames("card", "roi-card");
        Paragraph lead = new Paragraph(getTranslation("roi.lead"));
        lead.addClassName("lead");
        prepareTarget(segments);
        increase.setLabel(getTranslation("roi.increase"));
        increase.setHelperText(getTranslation("roi.increase.help"));
        increase.setSuffixComponent(new Span("%"));
        increase.setStepButtonsVisible(true);
        increase.setManualValidation(true);
        increase.setValueChangeMode(ValueChangeMode.LAZY);
        target.addValueChangeListener(change -> changed.run());
        increase.addValueChangeListener(change -> {
            boolean usable = increase() != null;
            increase.setInvalid(!usable);
            increase.setErrorMessage(getTranslation("roi.increase.wrong"));
            if (usable) {
                changed.run();
            }
        });
        Div fields = new Div(target, increase);
        fields.addClassName("form-row");
        Paragraph caution = new Paragraph(getTranslation("roi.caution", days));
        caution.addClassName("quiet");
        Div sentences = new Div(gain, cost);
        sentences.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("roi.title")), lead, fields, StatTile.row(added, roi), sentences, caution);
    }

    private void prepareTarget(List<Segment> segments) {
        long customers = segments.stream().mapToLong(Segment::customers).sum();
        double revenue = segments.stream().mapToDouble(Segment::revenue).sum();
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(null, getTranslation("roi.all"), customers, revenue));
        segments.forEach(segment ->
                targets.add(new Target(segment.cluster(), segment.name(), segment.customers(), segment.revenue())));
        target.setLabel(getTranslation("roi.target"));
        target.setItems(targets);
        target.setItemLabelGenerator(Target::name);
        target.setValue(targets.getFirst());
    }

    /** Puts the choice into the fields. */
    void fill(BudgetChoice choice) {
        increase.setValue(choice.increase());
        target.getListDataView()
                .getItems()
                .filter(item -> Objects.equals(item.cluster(), choice.cluster()))
                .findFirst()
                .ifPresent(target::setValue);
    }

    /** In percent; null where what is typed cannot be used. */
    @Nullable Integer increase() {
        Integer percent = increase.getValue();
        return percent != null && percent >= 1 && percent <= 50 ? percent : null;
    }

    @Nullable Integer cluster() {
        return target.getValue().cluster();
    }

    void show(BudgetPlan plan, BudgetChoice choice) {
        Target chosen = target.getValue();
        Money budget = budget(plan, choice);
        double each = chosen.customers() == 0 ? 0 : chosen.revenue() / chosen.customers();
        SimpleRoi result = SimpleRoi.of(budget.amount(), chosen.customers(), each, choice.increase() / 100.0);
        added.show(formats.money(result.addedRevenue()), getTranslation("roi.added.note"));
        boolean free = Double.isInfinite(result.roi());
        roi.show(free ? "–" : formats.percent(result.roi(), 0), getTranslation("roi.roi.note"));
        gain.setText(getTranslation(
                "roi.gain",
                chosen.customers(),
                formats.percent(choice.increase() / 100.0, 0),
                formats.money(result.addedRevenue()),
                formats.money(chosen.revenue())));
        cost.setText(
                free || budget.cents() == 0
                        ? getTranslation("roi.free")
                        : getTranslation(
                                result.roi() >= 0 ? "roi.cost" : "roi.loss",
                                formats.money(budget),
                                formats.percent(result.roi(), 0),
                                formats.money(result.addedRevenue() / budget.amount()),
                                formats.money(1)));
    }

    /** The part of the chosen segment, or the whole. */
    private static Money budget(BudgetPlan plan, BudgetChoice choice) {
        Integer cluster = choice.cluster();
        Optional<Money> part = cluster == null
                ? Optional.empty()
                : plan.allocations().stream()
                        .filter(allocation -> allocation.segment().cluster() == cluster)
                        .map(Allocation::amount)
                        .findFirst();
        return part.orElse(plan.total());
    }
}
