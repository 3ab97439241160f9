package io.segmenta.engine.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The playbook that the product is shipped with, and that "reset to default" returns to. It is the resource default-playbook.json. */
public final class DefaultPlaybook {
    private static final String RESOURCE = "default-playbook.json";

    private DefaultPlaybook() {}

    public static Playbook load() {
        try (InputStream in = DefaultPlaybook.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(in, RESOURCE), Playbook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
