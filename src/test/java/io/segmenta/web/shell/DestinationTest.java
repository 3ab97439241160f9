package io.segmenta.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.RunId;
import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void pagesOfARunHaveItsNumberInTheirAddress() {
        assertThat(Destination.OVERVIEW.link(new RunId(17)).href()).isEqualTo("runs/17");
        assertThat(Destination.EXPLORER.link(new RunId(17)).href()).isEqualTo("runs/17/explorer");
    }

    @Test
    void otherPagesHaveNone() {
        assertThat(Destination.RUNS.link().href()).isEmpty();
        assertThat(Destination.DATA.link().href()).isEqualTo("new/data");
    }

    @Test
    void mixingThemUpIsRefused() {
        assertThatThrownBy(Destination.OVERVIEW::link).hasMessageContaining("say which");
        assertThatThrownBy(() -> Destination.RUNS.link(new RunId(1))).hasMessageContaining("not a page of a run");
    }

    @Test
    void parametersAreEncoded() {
        Link link = Destination.CHECK.link().with("name", "a & b");
        assertThat(link.href()).isEqualTo("new/check?name=a%20%26%20b");
    }
}
