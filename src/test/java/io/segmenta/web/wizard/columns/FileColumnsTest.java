package io.segmenta.web.wizard.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileColumnsTest {
    /** pandas writes its row index under a blank header. */
    @Test
    void oneBlankHeaderMakesNoFileNameless() {
        assertThat(new FileColumns(List.of("Column 1", "CustomerID", "InvoiceDate"), List.of()).nameless())
                .isFalse();
        assertThat(new FileColumns(List.of("Column 1", "Column 2", "Row number", "1 per row"), List.of()).nameless())
                .isTrue();
    }
}
