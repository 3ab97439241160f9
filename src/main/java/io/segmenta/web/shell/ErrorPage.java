package io.segmenta.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import jakarta.servlet.http.HttpServletResponse;

/** For pages that failed: what to do, and the id under which the log tells why. */
@ParentLayout(MainLayout.class)
public final class ErrorPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    public ErrorPage() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String sentence = Fault.log(parameter.getCaughtException()).sentence(this::getTranslation);
        EmptyState empty = new EmptyState(Glyph.ALERT, getTranslation("fault.title"), sentence);
        empty.offer(Destination.RUNS.link().primaryButton(getTranslation("run.all")));
        removeAll();
        add(new PageHeader(getTranslation("fault.page"), ""), empty);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("fault.page"));
    }
}
