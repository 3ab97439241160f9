package io.segmenta.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.testing.Logged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final Fault.Words KEYS = (key, values) -> key + " " + values[0];

    private Logged logged;

    @BeforeEach
    void listen() {
        logged = Logged.by(Fault.class);
    }

    @AfterEach
    void listenNoMore() {
        logged.close();
    }

    @Test
    void whatTheUserCanMendIsToldInItsOwnWords() {
        Fault fault =
                Fault.log(new IllegalStateException(new UserFacingException("The file is empty. Choose another.")));
        assertThat(fault.sentence(KEYS)).isEqualTo("The file is empty. Choose another.");
    }

    @Test
    void anythingElseShowsOnlyTheIdThatIsInTheLog() {
        Fault fault = Fault.log(new IllegalStateException("secret path"));
        assertThat(fault.sentence(KEYS)).isEqualTo("fault.sentence " + fault.id());
        assertThat(fault.id()).matches("E-[0-9a-f]{8}");
        assertThat(logged.lines()).containsExactly("ERROR " + fault.id() + ": a page failed.");
    }

    @Test
    void theSameFaultHasTheSameIdAndAnotherOneAnother() {
        String[] ids = new String[2];
        for (int i = 0; i < 2; i++) {
            ids[i] = Fault.log(new IllegalStateException("time " + i)).id();
        }
        assertThat(ids[0]).isEqualTo(ids[1]);
        assertThat(Fault.log(new IllegalArgumentException()).id()).isNotEqualTo(ids[0]);
    }
}
