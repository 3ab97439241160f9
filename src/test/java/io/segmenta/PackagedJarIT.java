package io.segmenta;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.testing.PackagedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shipped is the product for one platform, and nothing else. */
class PackagedJarIT {
    private static final List<String> ENTRIES = new ArrayList<>();

    @BeforeAll
    static void list() throws IOException {
        try (JarFile jar = new JarFile(PackagedApp.jar().toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                ENTRIES.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    JarInputStream nested = new JarInputStream(jar.getInputStream(entry));
                    for (JarEntry e = nested.getNextJarEntry(); e != null; e = nested.getNextJarEntry()) {
                        ENTRIES.add(e.getName());
                    }
                }
            }
        }
    }

    @Test
    void it_carries_the_native_libraries_of_one_platform() {
        List<String> natives = ENTRIES.stream()
                .filter(name -> name.matches(".*\\.(so|dll|dylib|jnilib)(_.*)?"))
                .toList();
        assertThat(natives).filteredOn(name -> name.contains("duckdb")).hasSize(1);
        assertThat(natives.stream()
                        .filter(name -> name.contains("org/sqlite/native/"))
                        .map(name -> name.replaceFirst(".*/native/([^/]+)/.*", "$1"))
                        .distinct())
                .hasSize(1);
        assertThat(natives).allMatch(name -> name.contains("duckdb") || name.contains("org/sqlite/native/"));
    }

    @Test
    void it_carries_nothing_that_only_builds_tests_or_measures() {
        assertThat(ENTRIES)
                .noneMatch(
                        name -> name.matches(
                                ".*(io/segmenta/bench/|org/openjdk/jmh/|poi-ooxml|xmlbeans|netlib-native|arpack_combined|jniloader|vaadin-dev|junit|archunit).*"));
    }

    @Test
    void it_is_not_large() throws IOException {
        assertThat(Files.size(PackagedApp.jar())).isLessThan(90L << 20);
    }
}
