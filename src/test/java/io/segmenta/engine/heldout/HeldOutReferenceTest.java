package io.segmenta.engine.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.testing.Shared;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the customers of Online Retail did in the last 91 days, against the golden figures of the backtest. */
class HeldOutReferenceTest {
    @Test
    void theHeldOutDaysOfOnlineRetail() {
        try (OpenedFile file = OpenedFile.read(Shared.path("data/Online+Retail.zip"), StageProgress.SILENT)) {
            KnownThen then = file.ask(store -> then(file, store));
            assertThat(then.origin()).isEqualTo(LocalDate.of(2011, 9, 9));
            assertThat(then.customers()).isEqualTo(3_370);
            assertThat(Arrays.stream(then.spend()).sum()).isCloseTo(2_843_839.25, within(0.01));
            long bought = Arrays.stream(then.spend()).filter(money -> money > 0).count();
            assertThat(1 - bought / 3_370.0).isCloseTo(0.430, within(0.0005));
        }
    }

    private static KnownThen then(OpenedFile file, TransactionStore store) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        var proposal = file.reading().proposal();
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        ColumnMapping mapping = new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()));
        Cleaner.clean(store, mapping, CleaningRules.defaults(), file.today(), Progress.SILENT);
        return KnownThen.of(store, 1, 91, Feature.basic(), new Seed(42), Progress.SILENT);
    }
}
