package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.Application;
import io.segmenta.run.RunService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = Application.class)
class StartIT {
    @Autowired
    RunService runs;

    @Test
    void starts() {
        assertThat(runs.history()).isEmpty();
    }
}
