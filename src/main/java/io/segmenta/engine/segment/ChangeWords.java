package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a segment between two runs, in a sentence. */
final class ChangeWords {
    private ChangeWords() {}

    /**
     * @param now of the later run
     * @param own the persona that its numbers alone would give it
     * @param other of the run it is compared with, null where nothing there resembles it
     * @param stayed customers in both
     * @param past whether the data of the other run end earlier
     */
    static String of(Segment now, Persona own, @Nullable Segment other, int stayed, boolean past) {
        if (other == null) {
            String who = Wording.customers(now.customers());
            return past
                    ? "New: " + who + " whom no earlier segment resembles."
                    : who + " whom no segment of the other run resembles.";
        }
        return past ? since(own, other, now, stayed) : until(own, now, other, stayed);
    }

    private static String since(Persona own, Segment before, Segment now, int stayed) {
        String persona = now.persona() != before.persona()
                ? " It was \u201c" + before.titled(null).name() + "\u201d, which is no longer true of them."
                : now.persona() == own ? "" : " By its numbers it now looks more like " + own.label() + ".";
        return String.format(
                Locale.ROOT,
                "%s, %s: %s stayed, %s came, %s left; %s.%s",
                Wording.customers(now.customers()),
                difference(before, now, " than before", "as many as before"),
                Wording.number(stayed, 0),
                Wording.number(now.customers() - stayed, 0),
                Wording.number(before.customers() - stayed, 0),
                money(before, now),
                persona);
    }

    private static String until(Persona own, Segment now, Segment then, int stayed) {
        String persona = now.persona() == own ? "" : " By its numbers it looks more like " + own.label() + " here.";
        return String.format(
                Locale.ROOT,
                "%s, then %s: %s stay, %s come, %s leave; %s.%s",
                Wording.customers(now.customers()),
                difference(now, then, "", "as many"),
                Wording.number(stayed, 0),
                Wording.number(then.customers() - stayed, 0),
                Wording.number(now.customers() - stayed, 0),
                money(now, then),
                persona);
    }

    private static String difference(Segment before, Segment after, String than, String same) {
        int more = after.customers() - before.customers();
        return more == 0 ? same : Wording.number(Math.abs(more), 0) + (more > 0 ? " more" : " fewer") + than;
    }

    /** Spend per order and not in all: that grows with the days that the data hold, whatever the customers do. */
    private static String money(Segment before, Segment after) {
        double spend = perOrder(after) / perOrder(before) - 1;
        return !Double.isFinite(spend) || Math.abs(spend) < 0.005
                ? "spend per order unchanged"
                : String.format(
                        Locale.ROOT,
                        "spend per order %s %s",
                        spend > 0 ? "up" : "down",
                        Wording.percent(Math.abs(spend)));
    }

    private static double perOrder(Segment segment) {
        return segment.mean(Feature.MONETARY) / segment.mean(Feature.FREQUENCY);
    }
}
