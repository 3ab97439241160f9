package io.segmenta.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.installation.DefaultsService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.form.TuningForm;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;

/** What new segmentations begin with. */
@Route(value = Paths.ADMIN, layout = MainLayout.class)
public final class AdminView extends Div implements HasDynamicTitle {
    private final transient DefaultsService defaults;
    private final TuningForm tuning;
    private final Paragraph saved = new Paragraph();

    public AdminView(DefaultsService defaults) {
        this.defaults = defaults;
        addClassName("page");
        tuning = new TuningForm(defaults.tuning(), () -> saved.setText(getTranslation("admin.unsaved")));
        saved.addClassName("quiet");
        saved.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("admin.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(save, saved);
        actions.addClassName("wizard-actions");
        add(
                new PageHeader(getTranslation("page.admin"), getTranslation("admin.lead")),
                Card.of(getTranslation("admin.tuning"), getTranslation("admin.tuning.lead"), tuning, actions));
    }

    private void save() {
        TuningSettings settings = tuning.value();
        if (settings == null) {
            saved.setText(getTranslation("admin.refused"));
        } else {
            defaults.change(settings);
            saved.setText(getTranslation("admin.saved"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.ADMIN.titleKey()));
    }
}
