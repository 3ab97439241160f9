package io.segmenta.web.overview;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.rhythm.StateReport.Line;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one would say first about the segments of a run. */
final class Headlines {

    /** Looks up a sentence of the bundle. */
    interface Words {
        String say(String key, Object... values);
    }

    private final List<Segment> segments;
    private final @Nullable StateReport states;
    private final Formats formats;
    private final Words words;

    /** @param states null in runs of versions that did not tell them */
    Headlines(List<Segment> segments, @Nullable StateReport states, Formats formats, Words words) {
        this.segments = segments;
        this.states = states;
        this.formats = formats;
        this.words = words;
    }

    /** Two to four sentences, the most valuable segment first. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Segment richest = most(Comparator.comparingDouble(Segment::revenueShare));
        Segment largest = most(Comparator.comparingInt(Segment::customers));
        sentences.add(words.say(
                "overview.headline.richest",
                richest.name(),
                share(richest.share()),
                share(richest.revenueShare()),
                formats.wholeMoney(richest.mean(Feature.MONETARY))));
        if (!largest.equals(richest)) {
            sentences.add(words.say(
                    "overview.headline.largest",
                    largest.name(),
                    largest.customers(),
                    share(largest.share()),
                    share(largest.revenueShare()),
                    formats.count(largest.customers())));
        }
        growing().ifPresent(sentences::add);
        slipping().ifPresent(sentences::add);
        return sentences;
    }

    private Optional<String> growing() {
        return of(Persona.POTENTIAL_LOYALISTS).reduce(largestOf()).map(segment -> {
            long days = Math.round(segment.mean(Feature.RECENCY));
            return words.say(
                    "overview.headline.growing",
                    formats.count(segment.customers()),
                    segment.name(),
                    formats.decimal(segment.mean(Feature.FREQUENCY), 1),
                    days,
                    formats.count(days));
        });
    }

    /** By the state of the customers, not by the name of their segment: at risk is who is overdue, wherever they are. */
    private Optional<String> slipping() {
        List<Line> overdue = states == null
                ? List.of()
                : states.lines().stream()
                        .filter(line -> line.state().isOverdue())
                        .toList();
        int customers = overdue.stream().mapToInt(Line::customers).sum();
        if (states == null || customers == 0) {
            return Optional.empty();
        }
        int all = states.lines().stream().mapToInt(Line::customers).sum();
        return Optional.of(words.say(
                "overview.headline.overdue",
                customers,
                formats.count(customers),
                share((double) customers / all),
                formats.wholeMoney(overdue.stream().mapToDouble(Line::revenue).sum())));
    }

    private Stream<Segment> of(Persona persona) {
        return segments.stream().filter(segment -> segment.persona() == persona);
    }

    private Segment most(Comparator<Segment> by) {
        return segments.stream().max(by).orElseThrow();
    }

    private static BinaryOperator<Segment> largestOf() {
        return BinaryOperator.maxBy(Comparator.comparingInt(Segment::customers));
    }

    private String share(double share) {
        return formats.percent(share, 0);
    }
}
