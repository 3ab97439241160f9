package io.segmenta.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.service.installation.Home;
import io.segmenta.testing.FakeDatasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    @Test
    void keepsEverythingButItsName() {
        Dataset renamed = FakeDatasets.RETAIL.named("  Shop 2011 ");
        assertThat(renamed.name()).isEqualTo("Shop 2011");
        assertThat(renamed.named(FakeDatasets.RETAIL.name())).isEqualTo(FakeDatasets.RETAIL);
    }

    @Test
    void refusesANameThatSaysNothing() {
        assertThatThrownBy(() -> FakeDatasets.RETAIL.named(" \t "))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("needs a name");
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(FakeDatasets.RETAIL.named("x".repeat(255)).name()).hasSize(255);
        assertThatThrownBy(() -> FakeDatasets.RETAIL.named("x".repeat(256)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("256")
                .hasMessageContaining("255");
    }

    @Test
    void itsDiskUseIsThatOfItsFileAndOfWhatLiesBesideIt(@TempDir Path folder) throws IOException {
        Path store = folder.resolve("a.duckdb");
        assertThat(Home.storeBytes(store)).isZero();
        Files.write(store, new byte[1000]);
        Files.write(folder.resolve("a.duckdb.wal"), new byte[200]);
        Files.createDirectories(folder.resolve("a.duckdb.tmp"));
        Files.write(folder.resolve("a.duckdb.tmp/spilled"), new byte[30]);
        Files.write(folder.resolve("b.duckdb"), new byte[4]);
        assertThat(Home.storeBytes(store)).isEqualTo(1230);
    }
}
