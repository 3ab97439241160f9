package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.web.component.Formats;
import java.util.List;

/** What is in each column of the file; looked up when somebody asks. */
final class ProfileCard extends Section {
    private final transient QualityQuery query;
    private final transient Formats formats;
    private final Div place = new Div();

    ProfileCard(QualityQuery query, Formats formats) {
        this.query = query;
        this.formats = formats;
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation("quality.profile.lead"));
        lead.addClassName("lead");
        place.getElement().setAttribute("aria-live", "polite");
        Button ask = new Button(getTranslation("quality.profile.ask"));
        ask.addSingleClickListener(click -> {
            ask.setVisible(false);
            fetch();
        });
        add(new H2(getTranslation("quality.profile")), lead, ask, place);
    }

    private void fetch() {
        Paragraph working = new Paragraph(getTranslation("quality.profile.counting"));
        place.add(working);
        query.profile(
                (fraction, detail) -> working.setText(
                        getTranslation("quality.profile.progress", detail, formats.percent(fraction, 0))),
                this::show,
                this::refuse,
                getTranslation("quality.failed"));
    }

    private void show(List<ColumnProfile> profiles) {
        place.removeAll();
        place.add(new ColumnProfiles(
                profiles,
                formats,
                (profile, found) ->
                        query.distribution(profile.header(), found, this::refuse, getTranslation("quality.failed"))));
    }

    private void refuse(UserFacingException why) {
        Paragraph refusal = new Paragraph(why.getMessage());
        refusal.addClassName("refusal");
        place.removeAll();
        place.add(refusal);
    }
}
