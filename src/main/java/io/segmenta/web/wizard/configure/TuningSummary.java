package io.segmenta.web.wizard.configure;

import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.web.component.Formats;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a search does, in a sentence or three. */
final class TuningSummary {
    /** Where the words are: their key, and what is put into them. */
    @FunctionalInterface
    interface Words {
        String of(String key, Object... parameters);
    }

    private TuningSummary() {}

    static String of(TuningSettings search, Words words) {
        Formats formats = Formats.current();
        String tries = words.of(
                "configure.search",
                search.fewest(),
                search.most(),
                search.trials(),
                search.algorithms().stream().map(Algorithm::label).collect(Collectors.joining(", ")));
        String takes =
                switch (search.objective()) {
                    case USABLE_SEGMENTS -> words.of("configure.search.usable", formats.percent(search.floor(), 1));
                    case SILHOUETTE -> words.of("configure.search.any");
                    case PREDICTIVE -> words.of("configure.search.predictive", formats.percent(search.floor(), 1));
                };
        Duration limit = search.budget();
        return limit == null
                ? tries + " " + takes
                : tries + " " + takes + " " + words.of("configure.search.limit", formats.duration(limit));
    }
}
