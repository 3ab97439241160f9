package io.segmenta.web.exports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignPeriod;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.form.CheckedDecimal;
import io.segmenta.web.component.form.CheckedNumber;
import io.segmenta.web.component.form.DayField;
import io.segmenta.web.shell.FinishedRun;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks what a campaign is called, when it begins, whom it is for and how many are left alone. */
final class CampaignForm extends Div {
    private static final double USUAL_PERCENT = 20;

    private final transient FinishedRun run;
    private final transient Consumer<Campaign> make;
    private final TextField name = new TextField();
    private final DayField start;
    private final CheckboxGroup<Segment> segments = new CheckboxGroup<>();
    private final CheckedNumber risk;
    private final CheckedDecimal share;
    private final CheckedNumber days =
            new CheckedNumber("campaign.days", CampaignPeriod.USUAL_DAYS, CampaignPeriod::requireDays, () -> {});
    private final Paragraph problem = new Paragraph();

    /** @param make may refuse the campaign with a {@link UserFacingException} */
    CampaignForm(FinishedRun run, Consumer<Campaign> make) {
        this.run = run;
        this.make = make;
        addClassName("campaign-form");
        name.setLabel(getTranslation("campaign.name"));
        name.setHelperText(getTranslation("campaign.name.help"));
        start = new DayField("campaign.start", run.formats());
        start.setValue(run.result().snapshot());
        segments.setLabel(getTranslation("campaign.for"));
        segments.setHelperText(getTranslation("campaign.for.help"));
        segments.setItemLabelGenerator(Segment::name);
        segments.setRenderer(new ComponentRenderer<>(PersonaBadge::new));
        segments.setItems(run.result().segments());
        risk = new CheckedNumber("campaign.risk", null, Campaign::requireRisk, () -> {}).optional();
        // only forecasts carry the score
        risk.setVisible(run.result().insights().forecasts() != null);
        share = new CheckedDecimal(
                "campaign.share", USUAL_PERCENT, percent -> Campaign.requireShare(percent / 100), () -> {});
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div fields = new Div(name, start, days, share, risk);
        fields.addClassName("form-row");
        Button button = new Button(getTranslation("campaign.make"));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickListener(click -> make());
        Div actions = new Div(button);
        actions.addClassName("actions");
        add(fields, segments, problem, actions);
    }

    private void make() {
        LocalDate first = start.getValue();
        boolean dated = first != null;
        start.setInvalid(!dated);
        start.setErrorMessage(dated ? "" : getTranslation("campaign.start.missing"));
        if (!share.accepted() || !risk.accepted() || !days.accepted() || first == null) {
            return;
        }
        try {
            make.accept(campaign(first));
            problem.setVisible(false);
            name.clear();
        } catch (UserFacingException e) {
            problem.setText(e.getMessage());
            problem.setVisible(true);
        }
    }

    private Campaign campaign(LocalDate first) {
        return new Campaign(
                name.getValue(),
                first,
                segments.getValue().stream().map(Segment::cluster).collect(Collectors.toSet()),
                risk.getValue(),
                share.number() / 100,
                days.number(),
                // so that it is not always the same customers who are left alone
                run.recipe().seed().derive("campaign " + name.getValue().strip()));
    }
}
