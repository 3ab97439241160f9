package io.segmenta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassCirclesTest {
    @Test
    void findsWhatReachesItselfAgain() {
        Map<String, Set<String>> uses = Map.of(
                "a", Set.of("b"),
                "b", Set.of("c", "d"),
                "c", Set.of("a"),
                "d", Set.of("e"),
                "e", Set.of("d", "f"));

        assertThat(ClassCircles.of(uses)).containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d", "e"));
    }

    @Test
    void aDiamondIsNoCircle() {
        assertThat(ClassCircles.of(Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("d"))))
                .isEmpty();
    }
}
