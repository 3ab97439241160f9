package io.segmenta.engine.budget;

import io.segmenta.engine.base.UserFacingException;
import java.util.Locale;

/**
 * By how much a campaign without limits would raise a segment's revenue, as ratios: 0.05 is 5 %.
 *
 * @param likely what plans calculate with
 * @param source where it comes from, a sentence for people
 */
public record Uplift(double least, double likely, double most, String source) {
    /** @throws UserFacingException when the three do not rise, or one is not from 0 to 1 */
    public Uplift {
        if (!(0 <= least && least <= likely && likely <= most && most <= 1)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The uplift (least %s %%, likely %s %%, most %s %%) must rise from least to most and lie between 0 and 100 %%.",
                    percent(least),
                    percent(likely),
                    percent(most)));
        }
    }

    /**
     * The triangular distribution between least and most with its peak at likely.
     *
     * @param probability 0–1
     * @return the uplift that is undercut with this probability
     */
    double quantile(double probability) {
        double width = most - least;
        if (width == 0) {
            return likely;
        }
        double rising = (likely - least) / width;
        return probability < rising
                ? least + Math.sqrt(probability * width * (likely - least))
                : most - Math.sqrt((1 - probability) * width * (most - likely));
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f", 100 * ratio);
    }
}
