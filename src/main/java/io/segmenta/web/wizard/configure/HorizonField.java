package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.web.component.form.CheckedNumber;
import org.jspecify.annotations.Nullable;

/** How many days the forecasts cover, and how many would suit the rhythm of this shop, once that is known. */
final class HorizonField extends Div {
    private final CheckedNumber days;
    private final Paragraph rhythm = new Paragraph();
    private final Button take = new Button();
    private int suggested;

    HorizonField(@Nullable Horizon now, Runnable changed) {
        days = new CheckedNumber("configure.horizon", now == null ? null : now.days(), Horizon::require, changed)
                .optional();
        days.setHelperText(getTranslation(
                "configure.horizon.help",
                String.valueOf(Horizon.SHORTEST_DAYS),
                String.valueOf(Horizon.LONGEST_DAYS),
                String.valueOf(Horizon.DEFAULT_DAYS)));
        days.addValueChangeListener(change -> offer());
        rhythm.addClassName("quiet");
        rhythm.getElement().setAttribute("role", "status");
        take.addClickListener(click -> days.setValue(suggested));
        take.setVisible(false);
        add(days, rhythm, take);
    }

    /** Nothing is said where nobody bought twice. */
    void suggest(PurchaseGaps gaps) {
        if (gaps.pairs() > 0) {
            suggested = gaps.suggestedHorizonDays();
            rhythm.setText(getTranslation(
                    "configure.horizon.rhythm",
                    String.valueOf(Math.round(gaps.q80())),
                    String.valueOf(Math.round(gaps.q95())),
                    String.valueOf(suggested)));
            take.setText(getTranslation("configure.horizon.take", String.valueOf(suggested)));
            offer();
        }
    }

    private void offer() {
        Integer now = days.getValue();
        take.setVisible(suggested > 0 && (now == null || now != suggested));
    }

    boolean accepted() {
        return days.accepted();
    }

    @Nullable Horizon horizon() {
        Integer now = days.getValue();
        return now == null ? null : new Horizon(now);
    }
}
