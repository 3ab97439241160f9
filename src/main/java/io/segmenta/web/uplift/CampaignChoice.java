package io.segmenta.web.uplift;

import com.vaadin.flow.component.combobox.ComboBox;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Formats;
import java.util.List;

/** The campaigns that were made here, by name, first day and run. */
final class CampaignChoice extends ComboBox<SavedCampaign> {

    CampaignChoice(List<SavedCampaign> known, RunService runs, Formats formats) {
        setLabel(getTranslation("uplift.campaign"));
        setHelperText(getTranslation("uplift.campaign.help"));
        setClearButtonVisible(true);
        setItemLabelGenerator(saved -> getTranslation(
                "uplift.campaign.label",
                saved.campaign().name(),
                formats.date(saved.campaign().start()),
                runs.summary(saved.run()).map(RunSummary::name).orElse("")));
        setItems(known);
    }
}
