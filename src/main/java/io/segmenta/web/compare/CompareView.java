package io.segmenta.web.compare;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.Predecessor;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.compare.Comparison;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.AnotherDayDialog;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two runs of a shop: how far they agree, who moved, how much money went with them. The address holds both runs and the chosen customers. */
@Route(value = Paths.COMPARE, layout = MainLayout.class)
@CssImport("./styles/compare.css")
public final class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient RunService runs;
    private final transient DatasetService datasets;
    private final transient CompareService comparisons;
    private final transient Background background;
    private final Div content = new Div();
    private transient List<RunSummary> finished = List.of();
    private transient Choice choice = new Choice(null, null, null, null);

    public CompareView(RunService runs, DatasetService datasets, CompareService comparisons, Background background) {
        this.runs = runs;
        this.datasets = datasets;
        this.comparisons = comparisons;
        this.background = background;
        addClassName("page");
        content.addClassName("compared");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        content.removeAll();
        finished = runs.history().stream()
                .filter(run -> run.status() == RunStatus.SUCCEEDED)
                .toList();
        PageHeader header = new PageHeader(getTranslation("page.compare"), getTranslation("compare.lead"));
        if (finished.size() < 2) {
            add(header, nothing());
            return;
        }
        choice = completed(Choice.of(event.getLocation().getQueryParameters()));
        RunPair pair = new RunPair(finished, this::choose);
        pair.show(find(choice.before()), find(choice.after()));
        header.withActions(new Button(getTranslation("another.offer"), click -> anotherDay()));
        add(header, new Card(pair), content);
        compare();
    }

    private EmptyState nothing() {
        EmptyState empty =
                new EmptyState(Glyph.FLOW, getTranslation("compare.empty"), getTranslation("compare.empty.why"));
        if (finished.isEmpty()) {
            empty.offer(Destination.DATA.link().primaryButton(getTranslation("runs.new")));
        } else {
            empty.offer(
                    AnotherDayDialog.primaryButton(getTranslation("another.offer"), () -> open(finished.getFirst())),
                    Destination.DATA.link().button(getTranslation("runs.new")));
        }
        return empty;
    }

    private void anotherDay() {
        RunSummary run = find(choice.after());
        open(run == null ? finished.getFirst() : run);
    }

    private void open(RunSummary run) {
        AnotherDayDialog.of(run, runs, datasets).ifPresent(AnotherDayDialog::open);
    }

    /** The latest run and the one it follows, or the latest before it, where the address does not say. */
    private Choice completed(Choice asked) {
        RunSummary after = find(asked.after());
        RunId later = after != null ? after.id() : latestBut(asked.before());
        RunSummary before = find(asked.before());
        if (before != null) {
            return new Choice(before.id(), later, asked.from(), asked.to());
        }
        RunId other = partner(later);
        return isEarlier(later, other)
                ? new Choice(later, other, asked.to(), asked.from())
                : new Choice(other, later, asked.from(), asked.to());
    }

    private RunId partner(RunId run) {
        return runs.recipe(run)
                .map(Recipe::predecessor)
                .map(Predecessor::run)
                .filter(other -> find(other) != null)
                .orElseGet(() -> latestBut(run));
    }

    private RunId latestBut(@Nullable RunId run) {
        return finished.stream()
                .map(RunSummary::id)
                .filter(other -> !other.equals(run))
                .findFirst()
                .orElseThrow();
    }

    private boolean isEarlier(RunId run, RunId other) {
        Optional<RunResult> one = runs.result(run);
        Optional<RunResult> two = runs.result(other);
        return one.isPresent()
                && two.isPresent()
                && one.get().snapshot().isBefore(two.get().snapshot());
    }

    private @Nullable RunSummary find(@Nullable RunId run) {
        return finished.stream()
                .filter(known -> Objects.equals(known.id(), run))
                .findFirst()
                .orElse(null);
    }

    private void choose(@Nullable RunId before, @Nullable RunId after) {
        choice = choice.runs(before, after);
        choice.keep();
        compare();
    }

    /** A million customers take seconds, so the page does not wait for them. */
    private void compare() {
        RunSummary before = find(choice.before());
        RunSummary after = find(choice.after());
        content.removeAll();
        if (before == null || after == null || before.equals(after)) {
            content.add(
                    new EmptyState(Glyph.FLOW, getTranslation("compare.choose"), getTranslation("compare.choose.why")));
            return;
        }
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("compare.working"));
        content.add(new Card(new Paragraph(getTranslation("compare.working")), bar));
        Choice asked = choice;
        Formats formats = Formats.current();
        // On another thread nothing knows the language of the page.
        Words words = new Words(
                getTranslation("explorer.outlier"),
                getTranslation("compare.absent.before"),
                getTranslation("compare.absent.after"));
        background.run(
                UI.getCurrent(),
                () -> compared(before, after, words, formats),
                compared -> show(asked, compared),
                failure -> failed(asked, failure),
                getTranslation("compare.failed"));
    }

    /** What stands where a customer has no segment. */
    private record Words(String leftOut, String absentBefore, String absentAfter) {}

    private Compared compared(RunSummary before, RunSummary after, Words words, Formats formats) {
        Comparison comparison = comparisons.compare(before.id(), after.id());
        List<Flow> flows = comparison.migration().flows();
        return new Compared(
                Side.of(before, result(before), flows, Flow::from, words.leftOut(), words.absentBefore()),
                Side.of(after, result(after), flows, Flow::to, words.leftOut(), words.absentAfter()),
                comparison,
                formats.in(runs.recipe(after.id()).map(Recipe::currency).orElse(null)));
    }

    private RunResult result(RunSummary run) {
        return runs.result(run.id())
                .orElseThrow(
                        () -> new UserFacingException(getTranslation("compare.no-results", String.valueOf(run.id()))));
    }

    private void show(Choice asked, Compared compared) {
        if (!asked.equals(choice)) {
            return;
        }
        content.removeAll();
        ComparedParts parts = new ComparedParts(comparisons, compared, (from, to) -> {
            choice = choice.movers(from, to);
            choice.keep();
        });
        parts.choose(choice.from(), choice.to());
        content.add(parts);
    }

    private void failed(Choice asked, UserFacingException failure) {
        if (asked.equals(choice)) {
            content.removeAll();
            content.add(new EmptyState(Glyph.ALERT, getTranslation("compare.failed"), failure.getMessage()));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.COMPARE.titleKey()));
    }
}
