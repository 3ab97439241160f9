package io.segmenta.web.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.segmenta.web.shell.Destination;
import java.util.List;

/** The four steps: those behind lead back with everything that was chosen, the one here is marked, those ahead are named. */
@CssImport("./styles/wizard.css")
public final class WizardSteps extends Nav {
    private static final List<Destination> STEPS =
            List.of(Destination.DATA, Destination.CHECK, Destination.CONFIGURE, Destination.TRAINING);

    private final Destination here;

    public WizardSteps(Destination here, Draft draft) {
        this.here = here;
        addClassName("wizard-steps");
        getElement().setAttribute("aria-label", getTranslation("wizard.steps"));
        show(draft);
    }

    public void show(Draft draft) {
        removeAll();
        OrderedList list = new OrderedList();
        int current = STEPS.indexOf(here);
        for (int i = 0; i < STEPS.size(); i++) {
            String title = getTranslation("wizard.step." + (i + 1));
            Component label = i < current ? draft.on(STEPS.get(i)).anchor(title) : new Span(title);
            ListItem item = new ListItem(label);
            if (i < current) {
                item.addClassName("done");
            } else if (i == current) {
                item.addClassName("current");
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        add(list);
    }
}
