package io.segmenta.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.segment.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonaColorTest {

    @ParameterizedTest
    @EnumSource(Persona.class)
    void everyPersonaHasAColourForLightAndForDark(Persona persona) throws IOException {
        PersonaColor color = PersonaColor.of(persona);
        String property = color.css().replace("var(", "").replace(")", "");
        String css = Files.readString(Path.of("frontend/styles/segmenta.css"));
        assertThat(css.split(property + ": #", -1)).as(property).hasSize(3);
        assertThat(css).contains("." + color.className() + " {");
    }
}
