package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.segment.SegmentMatching.Match;

/** What became of a segment between two runs, in a sentence. */
final class ChangeWords {
    private ChangeWords() {}

    static String of(Match match, boolean past) {
        Segment now = match.segment();
        Segment other = match.earlier();
        if (other == null) {
            return past
                    ? "New: %s whom no earlier segment resembles.".formatted(Wording.customers(now.customers()))
                    : "%s whom no segment of the other run resembles.".formatted(Wording.customers(now.customers()));
        }
        return past ? since(match, other, now) : until(match, now, other);
    }

    private static String since(Match match, Segment before, Segment now) {
        String persona = now.persona() == match.own()
                ? ""
                : " By its numbers it now looks more like %s."
                        .formatted(match.own().label());
        return "%s, %s: %s stayed, %s came, %s left; %s.%s"
                .formatted(
                        Wording.customers(now.customers()),
                        difference(before, now, " than before", "as many as before"),
                        Wording.number(match.stayed(), 0),
                        Wording.number(now.customers() - match.stayed(), 0),
                        Wording.number(before.customers() - match.stayed(), 0),
                        money(before, now),
                        persona);
    }

    private static String until(Match match, Segment now, Segment then) {
        String persona = now.persona() == match.own()
                ? ""
                : " By its numbers it looks more like %s here."
                        .formatted(match.own().label());
        return "%s, then %s: %s stay, %s come, %s leave; %s.%s"
                .formatted(
                        Wording.customers(now.customers()),
                        difference(now, then, "", "as many"),
                        Wording.number(match.stayed(), 0),
                        Wording.number(then.customers() - match.stayed(), 0),
                        Wording.number(now.customers() - match.stayed(), 0),
                        money(now, then),
                        persona);
    }

    private static String difference(Segment before, Segment after, String than, String same) {
        int more = after.customers() - before.customers();
        return more == 0 ? same : Wording.number(Math.abs(more), 0) + (more > 0 ? " more" : " fewer") + than;
    }

    private static String money(Segment before, Segment after) {
        double spend = after.mean(Feature.MONETARY) / before.mean(Feature.MONETARY) - 1;
        return !Double.isFinite(spend) || Math.abs(spend) < 0.005
                ? "mean spend unchanged"
                : "mean spend %s %s".formatted(spend > 0 ? "up" : "down", Wording.percent(Math.abs(spend)));
    }
}
