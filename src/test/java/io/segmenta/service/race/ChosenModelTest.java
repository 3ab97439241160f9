package io.segmenta.service.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.Forecaster;
import io.segmenta.engine.forecast.backtest.ModelTest;
import io.segmenta.engine.forecast.backtest.PurchaseChoice;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The model that the product takes for a shop, from what is known before the days that others have published errors of. */
class ChosenModelTest {
    @Test
    void itIsNotBehindTheBestThatIsPublished() {
        Split split = Split.ALL.stream()
                .filter(s -> s.log() == PurchaseLog.GROCERY)
                .findFirst()
                .orElseThrow();
        Path file = split.log().in(List.of(Shared.path("data/clv"))).orElseThrow();
        Purchases all = split.log().read(file);
        Purchases known = Purchases.of(all.histories().stream()
                .flatMap(history -> history.purchases().stream())
                .filter(purchase -> !purchase.day().isAfter(split.origin()))
                .toList());
        PurchaseChoice choice =
                Objects.requireNonNull(Objects.requireNonNull(Forecaster.fit(known, 91, new Seed(42), Progress.SILENT)
                                .report()
                                .backtest())
                        .purchaseChoice());
        Population population = all.asOf(split.origin());
        GammaGammaFit spend =
                GammaGammaFit.of(population.summaries(), GammaGammaFit.Basis.ALL, population.medianSpend());
        ModelTest test = ModelTest.of(choice.chosen(), population, spend, split.days(), ForecastProgress.silent());
        // MBG/CNBD-k 1.431 and Pareto/NBD 1.508 in the vignette of BTYDplus.
        assertThat(choice.chosen()).isEqualTo(Family.MBG_CNBD_K);
        assertThat(test.purchases().meanAbsoluteError()).isLessThan(1.431);
    }
}
