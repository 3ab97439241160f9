package io.segmenta.web.budget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.web.component.Formats;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How much it is worth to keep those who are overdue; only where the run has forecasts. */
final class RetentionCard extends Section {
    private final IntegerField percent = new IntegerField();
    private final Button take = new Button();
    private final Paragraph beyond = new Paragraph();
    private final Formats formats;
    private final double atStake;
    private Money worthwhile = Money.ZERO;

    /** @param taken is given the suggested budget when it is to be the budget */
    RetentionCard(Insights insights, Formats formats, Runnable changed, Consumer<Money> taken) {
        this.formats = formats;
        ForecastReport report = insights.value();
        ForecastDigest digest = insights.forecasts();
        OverdueReport overdue = digest == null ? null : digest.overdueByState();
        atStake = overdue == null ? 0 : overdue.moneyAtStake();
        addClassNames("card", "retention-card");
        Paragraph sentence = new Paragraph(
                report == null || overdue == null
                        ? getTranslation("retention.none")
                        : getTranslation(
                                "retention.sentence",
                                overdue.customers(),
                                String.valueOf(report.horizonDays()),
                                formats.wholeMoney(atStake),
                                formats.count(overdue.customers())));
        sentence.addClassName("lead");
        percent.setLabel(getTranslation("retention.percent"));
        percent.setSuffixComponent(new Span("%"));
        percent.setManualValidation(true);
        percent.setValueChangeMode(ValueChangeMode.LAZY);
        percent.setErrorMessage(getTranslation("retention.wrong"));
        percent.addValueChangeListener(change -> {
            boolean usable = percent() != null;
            percent.setInvalid(!usable);
            if (usable) {
                write();
                changed.run();
            }
        });
        take.addClickListener(click -> taken.accept(suggested()));
        Div row = new Div(percent, take);
        row.addClassName("save-row");
        row.setVisible(atStake > 0);
        beyond.addClassName("quiet");
        add(new H2(getTranslation("retention.title")), sentence, row, beyond);
    }

    void fill(BudgetChoice choice) {
        percent.setValue(choice.retention());
        write();
    }

    /** @param pays the budget that pays by the assumptions */
    void show(Money pays) {
        worthwhile = pays;
        write();
    }

    /** Null where what is typed cannot be used. */
    @Nullable Integer percent() {
        Integer typed = percent.getValue();
        return typed != null && typed >= 1 && typed <= 100 ? typed : null;
    }

    private void write() {
        take.setText(getTranslation("retention.take", formats.money(suggested())));
        beyond.setText(getTranslation("retention.beyond", formats.wholeMoney(worthwhile.amount())));
        beyond.setVisible(suggested().compareTo(worthwhile) > 0);
    }

    private Money suggested() {
        Integer share = percent();
        return Money.of(atStake * (share == null ? 0 : share) / 100);
    }
}
