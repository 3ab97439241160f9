package io.segmenta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.segmenta.Services;
import io.segmenta.testing.OldHome;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.shell.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages over a home that the version before wrote, with the services as they are. */
@ContextConfiguration(
        classes = {Services.class, Background.class, OldHomePagesIT.AtOnce.class},
        initializers = ConfigDataApplicationContextInitializer.class)
@ViewPackages(packages = "io.segmenta.web")
class OldHomePagesIT extends SpringBrowserlessTest {
    /** Background work is done before the call returns. */
    static class AtOnce {
        @Bean
        TaskExecutor applicationTaskExecutor() {
            return new SyncTaskExecutor();
        }
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "homes"));
        OldHome old = OldHome.unpack(Files.createTempDirectory(folder, "old-"));
        properties.add("segmenta.home", old::home);
    }

    private String page(String address) {
        UI.getCurrent().navigate(address);
        return ViewTest.text((Component) getCurrentView());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aRunHasAllItsPages(int run) {
        assertThat(page("runs/" + run)).contains("Potential Loyalists");
        assertThat(page("runs/" + run + "/segments")).contains("Potential Loyalists");
        assertThat(page("runs/" + run + "/explorer")).contains("Potential Loyalists");
        assertThat(page("runs/" + run + "/model")).contains("Silhouette");
        assertThat(page("runs/" + run + "/budget")).contains("Potential Loyalists");
    }

    @ParameterizedTest
    @CsvSource({"1, 'k-means, 4 segments'", "3, best of 9 trials", "4, 'hierarchical clustering, 3 segments'"})
    void theModelPageSaysHowItWasMade(int run, String approach) {
        assertThat(page("runs/" + run + "/model")).contains(approach);
    }

    @Test
    void whatWasSavedIsListed() {
        assertThat(page("runs/1/budget")).contains("Ten thousand", "The best of it");
        assertThat(page("runs/1/export")).contains("Autumn letter");
        assertThat(page("runs/1/playbook")).contains("Thank them by hand");
    }
}
