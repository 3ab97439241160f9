package io.segmenta.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import jakarta.servlet.http.HttpServletResponse;

/** For addresses that lead nowhere. */
@ParentLayout(MainLayout.class)
public final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    public NotFoundPage() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        String why = parameter.hasCustomMessage() ? parameter.getCustomMessage() : getTranslation("missing.sentence");
        EmptyState empty = new EmptyState(Glyph.SEARCH, getTranslation("missing.nothing"), why);
        empty.offer(Destination.RUNS.link().primaryButton(getTranslation("run.all")));
        removeAll();
        add(new PageHeader(getTranslation("missing.title"), ""), empty);
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("missing.title"));
    }
}
