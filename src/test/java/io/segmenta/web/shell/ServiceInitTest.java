package io.segmenta.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import io.segmenta.testing.ViewTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ServiceInitTest extends ViewTest {
    @Test
    void anEndedSessionAndAFaultAreToldInTheProductsWords() {
        VaadinService service = VaadinService.getCurrent();

        new ServiceInit().serviceInit(new ServiceInitEvent(service));

        SystemMessages messages = service.getSystemMessages(Locale.UK, null);
        assertThat(messages.getSessionExpiredCaption()).isEqualTo("This page was open for a long time");
        assertThat(messages.getInternalErrorCaption()).isEqualTo("Something went wrong");
        assertThat(messages.getSessionExpiredMessage())
                .isEqualTo(messages.getInternalErrorMessage())
                .isEqualTo("Your runs are safe. Click here or press Esc to open the page again.");
    }
}
