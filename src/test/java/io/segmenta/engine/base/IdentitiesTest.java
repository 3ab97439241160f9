package io.segmenta.engine.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.document.Documents;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private record Follows(RunId run) {}

    @Test
    void aRunIsABareNumberInDocumentsAndSentences() {
        Follows follows = new Follows(new RunId(17));
        assertThat(Documents.write(follows)).isEqualTo("{\"run\":17}");
        assertThat(Documents.read("{\"run\":17}", Follows.class)).isEqualTo(follows);
        assertThat("Run " + follows.run()).isEqualTo("Run 17");
    }

    @Test
    void runsComeInTheOrderOfTheirNumbers() {
        assertThat(Stream.of(new RunId(10), new RunId(9)).sorted()).containsExactly(new RunId(9), new RunId(10));
    }

    @Test
    void noRunHasANegativeNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId(-1)).withMessageContaining("-1");
    }

    /** Rows of the first versions say "local user", which was a translation then. */
    @Test
    void whoWorkedHereBeforeThereWereIdentitiesIsTheSameUser() {
        assertThat(new UserName("local user")).isEqualTo(UserName.LOCAL);
    }

    @Test
    void aUserHasAName() {
        assertThatThrownBy(() -> new UserName(" "))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("1 to 1000 characters");
        assertThatThrownBy(() -> new UserName("x".repeat(1_001))).isInstanceOf(UserFacingException.class);
    }
}
