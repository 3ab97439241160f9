package io.segmenta.service.run;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.Continuity.Change;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Naming;
import io.segmenta.engine.pipeline.Naming.Named;
import io.segmenta.engine.pipeline.Predecessor;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RecipeDocument;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.reshape.Reshaping.Shaped;
import io.segmenta.engine.segment.Journeys;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.segment.SegmentMatching;
import io.segmenta.engine.segment.SegmentMatching.Match;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetRepository;
import io.segmenta.service.results.Memberships;
import io.segmenta.service.run.RunService.Reshape;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier run a run follows, and what that makes of its segments (see {@code src/docs/decisions/same-shop-later.md}).
 */
public final class Succession {
    /** The least part of the smaller run's customers that must also be in the other, so that both are of the same shop. */
    private static final double SAME_SHOP = 0.1;

    private static final String DELETED =
            "The earlier run was deleted, so these segments are named by their numbers alone.";

    private final RunRepository runs;
    private final DatasetRepository datasets;
    private final Memberships memberships;

    public Succession(RunRepository runs, DatasetRepository datasets, Memberships memberships) {
        this.runs = runs;
        this.datasets = datasets;
        this.memberships = memberships;
    }

    /** The recipe with the run it follows: the latest of the same owner and source on another day, one made the same way before any other. */
    Recipe begin(Recipe recipe, UserName by) {
        if (recipe.predecessor() != null) {
            return recipe;
        }
        List<RunSummary> own = runs.all().stream()
                .filter(run -> run.status() == RunStatus.SUCCEEDED && run.by().equals(by))
                .toList();
        Recipe other = null;
        for (RunSummary run : own) {
            Optional<Recipe> candidate = runs.recipe(run.id()).filter(earlier -> continues(earlier, recipe));
            if (candidate.isPresent() && candidate.get().sameMethod(recipe)) {
                return following(run.id(), candidate.get(), recipe);
            }
            if (other == null && candidate.isPresent()) {
                other = following(run.id(), candidate.get(), recipe);
            }
        }
        return other == null ? recipe : other;
    }

    /**
     * The recipe of a run for another dataset, following that run.
     *
     * @throws UserFacingException where the run or the dataset is gone, or the dataset lacks one of the run's columns
     */
    Recipe on(RunId run, Fingerprint dataset) {
        Recipe recipe = runs.recipe(run).orElseThrow(() -> gone(run));
        Dataset found = datasets.find(dataset)
                .orElseThrow(() -> new UserFacingException(
                        "This dataset was deleted a moment ago. Choose another one, or upload it again."));
        String missing = recipe.source().mapping().headers().values().stream()
                .filter(header -> !found.headers().contains(header) && !follows(header, found.headers()))
                .map(header -> "\u201c" + header + "\u201d")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UserFacingException("\u201c" + found.name() + "\u201d has no column " + missing
                    + ", which this run reads. Start a new segmentation of it and choose its columns.");
        }
        return following(run, recipe.on(dataset, found.name()));
    }

    /** Likewise, with what was put together or divided by the earlier recipe, where that finds segments as this one does. */
    private Recipe following(RunId run, Recipe earlier, Recipe recipe) {
        Recipe later = following(run, recipe);
        boolean same =
                later.method().equals(earlier.method()) && later.transform().equals(earlier.transform());
        return same ? later.reshaped(earlier.reshaping()) : later;
    }

    /** The recipe as one that follows this run: where the data would choose its features, it keeps those of the run, if the data might have chosen them. */
    Recipe following(RunId run, Recipe recipe) {
        Recipe later = recipe.after(predecessor(run));
        if (recipe.features() == FeatureChoice.GIVEN) {
            return later;
        }
        return runs.result(run)
                .map(earlier -> earlier.transform().features())
                .filter(theirs -> FeatureSet.of(theirs).isPresent())
                .map(later::keepingFeatures)
                .orElseGet(later::choosingFeatures);
    }

    /** What is carried down looks at the lines of an order, so it is made while a file is read or not at all. */
    private static boolean follows(String column, List<String> headers) {
        return new ColumnName(column, headers)
                .derived()
                .filter(derived -> !(derived instanceof DerivedColumn.CarriedDown))
                .isPresent();
    }

    /** The recipe of a run with other segments, following that run; what it searched for is not searched again. */
    Recipe reshaped(RunId run, Reshape how) {
        Recipe recipe = runs.recipe(run).orElseThrow(() -> gone(run));
        RunResult result = runs.result(run).orElseThrow(() -> gone(run));
        Fitting fitting = result.insights().fitting();
        Recipe found = fitting == null ? recipe : recipe.found(fitting.parameters());
        return following(
                run, found.reshaped(how.of(new Shaped(result.transform(), result.model(), recipe.reshaping()))));
    }

    private Predecessor predecessor(RunId run) {
        Recipe recipe = runs.recipe(run).orElseThrow(() -> gone(run));
        return new Predecessor(
                run, runs.result(run).map(RunResult::provenance).orElseGet(() -> RecipeDocument.provenance(recipe)));
    }

    /** On the same rows until the same day nothing can have changed but the method. */
    private boolean continues(Recipe earlier, Recipe later) {
        if (earlier.source().dataset().equals(later.source().dataset())) {
            return !Objects.equals(earlier.cleaning().to(), later.cleaning().to())
                    || !Objects.equals(earlier.snapshot(), later.snapshot());
        }
        return headers(earlier).isPresent() && headers(earlier).equals(headers(later));
    }

    private Optional<List<String>> headers(Recipe recipe) {
        return datasets.find(recipe.source().dataset())
                .map(dataset -> dataset.headers().stream()
                        .map(header -> header.strip().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }

    /** Names as the recipe's predecessor had them. */
    Naming naming(Recipe recipe) {
        Predecessor predecessor = recipe.predecessor();
        if (predecessor == null) {
            return Naming.OWN;
        }
        RunId run = predecessor.run();
        return (features, clusters, segments, names) -> runs.result(run)
                .map(earlier -> name(run, earlier, features, clusters, segments, names))
                .orElseGet(() -> apart(run, "", null, DELETED, segments));
    }

    private static Named apart(
            RunId run, String name, @Nullable LocalDate snapshot, String why, List<Segment> segments) {
        return new Named(segments, new Continuity(run, name, snapshot, why, List.of(), List.of()));
    }

    private Named name(
            RunId run,
            RunResult earlier,
            CustomerFeatures features,
            int[] clusters,
            List<Segment> segments,
            NameTest names) {
        String name = runs.find(run).map(RunSummary::name).orElse("");
        Membership before = memberships.of(run, earlier.segments());
        Membership now = new Membership(segments, features.ids(), clusters, features.column(Feature.MONETARY));
        SegmentMatching matching = SegmentMatching.of(before, now, names);
        int smaller = Math.min(before.ids().size(), now.ids().size());
        if (matching.common() < SAME_SHOP * smaller) {
            String why = String.format(
                    Locale.ROOT,
                    "Only %,d of %,d customers are in both runs, so they do not seem to be of one shop: these segments are"
                            + " named by their numbers alone.",
                    matching.common(),
                    smaller);
            return apart(run, name, earlier.snapshot(), why, segments);
        }
        boolean past = !earlier.snapshot().isAfter(features.snapshot());
        List<Match> matches = matching.matches().stream()
                .sorted(Comparator.comparing((Match match) -> match.segment().persona())
                        .thenComparingInt(match -> match.segment().ordinal()))
                .toList();
        List<Segment> named = matches.stream().map(Match::segment).toList();
        Membership renamed = now.with(named);
        Journeys journeys = past ? Journeys.between(before, renamed) : Journeys.between(renamed, before);
        return new Named(
                named,
                new Continuity(
                        run,
                        name,
                        earlier.snapshot(),
                        journeys.migration().summary(),
                        matches.stream()
                                .map(match ->
                                        new Change(match.segment().cluster(), match.similarity(), match.change(past)))
                                .toList(),
                        matching.gone().stream().map(Succession::gone).toList()));
    }

    private static String gone(Segment segment) {
        return String.format(
                Locale.ROOT,
                "No segment resembles \u201c%s\u201d of the other run, which had %,d customers.",
                segment.name(),
                segment.customers());
    }

    static UserFacingException gone(RunId run) {
        return new UserFacingException("There is no run " + run + ". It may have been deleted.");
    }
}
