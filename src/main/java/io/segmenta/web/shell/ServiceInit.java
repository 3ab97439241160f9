package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The product's words for a lost connection and an ended session, and the theme. */
@Component
final class ServiceInit implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(event.getSource(), info.getLocale()));
        event.getSource().addUIInitListener(init -> prepare(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ServiceInit::tell));
        event.addIndexHtmlRequestListener(response -> {
            Theme.paint(response.getDocument(), response.getVaadinRequest());
            response.getDocument().child(0).attr("lang", "en");
        });
    }

    private static void prepare(UI ui) {
        Theme.chosen(VaadinRequest.getCurrent()).ifPresent(ui.getPage()::setColorScheme);
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("connection.gone"));
        ui.getReconnectDialogConfiguration().setReconnectInterval(2000);
        ui.getReconnectDialogConfiguration().setReconnectAttempts(300);
    }

    /** A click that failed leaves the page as it is. */
    private static void tell(ErrorEvent event) {
        Fault fault = Fault.log(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notification =
                    Notification.show(fault.sentence(ui::getTranslation), 10_000, Position.TOP_CENTER);
            notification.addThemeVariants(NotificationVariant.ERROR);
        }
    }

    private static CustomizedSystemMessages messages(VaadinService service, Locale locale) {
        I18NProvider texts = service.getInstantiator().getI18NProvider();
        String reopen = texts.getTranslation("session.reopen", locale);
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("session.expired", locale));
        messages.setSessionExpiredMessage(reopen);
        messages.setInternalErrorCaption(texts.getTranslation("session.broken", locale));
        messages.setInternalErrorMessage(reopen);
        return messages;
    }
}
