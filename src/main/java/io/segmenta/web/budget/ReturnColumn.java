package io.segmenta.web.budget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.DecidingUplift;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one split may return: figures, what they mean, and a name to save it under. */
final class ReturnColumn extends Div {
    private final transient Formats formats;
    private final transient Consumer<RoiScenario> saver;
    private final StatTile added = new StatTile(getTranslation("scenario.added"), "", "");
    private final StatTile roi = new StatTile(getTranslation("scenario.roi"), "", "");
    private final StatTile chance = new StatTile(getTranslation("scenario.chance"), "", "");
    private final UnorderedList words = new UnorderedList();
    private final TextField name = new TextField();
    private final Button save = new Button();
    private String proposed = "";
    private transient @Nullable RoiScenario scenario;

    /** @param saver throws a {@link UserFacingException} where the scenario cannot be saved under its name */
    ReturnColumn(String title, Formats formats, Consumer<RoiScenario> saver) {
        this.formats = formats;
        this.saver = saver;
        addClassName("return-column");
        words.addClassName("notes");
        words.getElement().setAttribute("aria-live", "polite");
        name.setLabel(getTranslation("scenario.name"));
        name.setMaxLength(200);
        name.setManualValidation(true);
        save.setText(getTranslation("scenario.save"));
        save.setAriaLabel(getTranslation("scenario.save.of", title));
        save.addClickListener(click -> save());
        Div row = new Div(name, save);
        row.addClassName("save-row");
        add(new H3(title), StatTile.row(added, roi, chance), words, row);
    }

    /** Until {@link #show} says more. */
    void working() {
        scenario = null;
        save.setEnabled(false);
        words.removeAll();
        words.add(new ListItem(getTranslation("scenario.working")));
        List.of(added, roi, chance).forEach(tile -> tile.show("\u2026", ""));
    }

    void failed(String problem) {
        words.removeAll();
        words.add(new ListItem(problem));
        List.of(added, roi, chance).forEach(tile -> tile.show("\u2013", ""));
    }

    void show(RoiScenario result) {
        scenario = result;
        save.setEnabled(true);
        boolean nothing = result.plan().total().cents() == 0;
        added.show(
                formats.wholeMoney(result.addedMargin()),
                getTranslation(
                        "scenario.added.note",
                        String.valueOf(result.assumptions().horizonDays())));
        roi.show(nothing ? "\u2013" : formats.percent(result.roi(), 0), getTranslation("scenario.roi.note"));
        chance.show(
                nothing ? "\u2013" : getTranslation(Chance.key(chanceOf(result)), Chance.tenths(chanceOf(result))),
                getTranslation(
                        "scenario.chance.note", formats.count(result.interval().draws())));
        words.removeAll();
        sentences(result).forEach(sentence -> words.add(new ListItem(sentence)));
        if (name.getValue().equals(proposed)) {
            proposed = getTranslation(
                    "scenario.proposed",
                    result.name(),
                    formats.money(result.plan().total()));
            name.setValue(proposed);
        }
    }

    private List<String> sentences(RoiScenario result) {
        if (result.plan().total().cents() == 0) {
            return List.of(getTranslation("scenario.nothing"));
        }
        String days = String.valueOf(result.assumptions().horizonDays());
        List<String> sentences = new ArrayList<>();
        sentences.add(getTranslation(
                "scenario.sentence",
                formats.money(result.plan().total()),
                formats.money(result.addedMargin()),
                days,
                formats.percent(result.roi(), 0)));
        sentences.add(
                Double.isInfinite(result.paybackDays())
                        ? getTranslation("scenario.payback.never", days)
                        : getTranslation("scenario.payback", Math.round(Math.ceil(result.paybackDays())), days));
        sentences.add(getTranslation(
                "scenario.interval",
                formats.percent(result.interval().p10(), 0),
                formats.percent(result.interval().p90(), 0),
                formats.percent(result.interval().p50(), 0)));
        sentences.add(breakEven(result));
        DecidingUplift.of(result).ifPresent(deciding -> sentences.add(words(deciding)));
        return sentences;
    }

    private static double chanceOf(RoiScenario result) {
        return result.interval().probabilityPositive();
    }

    /** On which assumption it hangs. */
    private String words(DecidingUplift deciding) {
        double even = deciding.breakEven();
        String key = even <= 0 ? "scenario.hangs.less" : even > 1 ? "scenario.hangs.never" : "scenario.hangs";
        return getTranslation(
                key,
                deciding.segment().name(),
                formats.share(deciding.assumed().least()),
                formats.share(deciding.assumed().most()),
                formats.percent(even, even < 0.01 ? 2 : 1));
    }

    private String breakEven(RoiScenario result) {
        double uplift = result.breakEvenUplift();
        if (Double.isInfinite(uplift)) {
            return getTranslation("scenario.break-even.none");
        }
        if (uplift > 1) {
            return getTranslation("scenario.break-even.never");
        }
        DoubleSummaryStatistics likely = result.assumptions().responses().stream()
                .map(Response::uplift)
                .collect(Collectors.summarizingDouble(assumed -> assumed.likely()));
        return getTranslation(
                "scenario.break-even",
                formats.percent(uplift, uplift < 0.01 ? 2 : 1),
                formats.share(likely.getMin()),
                formats.share(likely.getMax()));
    }

    private void save() {
        RoiScenario shown = scenario;
        if (shown == null) {
            return;
        }
        try {
            saver.accept(shown.named(name.getValue()));
            name.setInvalid(false);
        } catch (UserFacingException wrong) {
            name.setErrorMessage(wrong.getMessage());
            name.setInvalid(true);
            name.focus();
        }
    }
}
