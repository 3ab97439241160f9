package io.segmenta.web.person;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.person.PersonService;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer: where they stand, what they may bring, why they are in their segment, and what they bought. */
@Route(value = Paths.CUSTOMER, layout = MainLayout.class)
public final class PersonView extends RunPage {
    private final transient PersonService people;
    private final transient Background background;

    public PersonView(RunService runs, PersonService people, Background background) {
        super(Destination.CUSTOMER, runs);
        this.people = people;
        this.background = background;
    }

    @Override
    protected void show(FinishedRun run) {
        Optional<Assignment> found = people.find(run.id(), customer());
        if (found.isEmpty()) {
            EmptyState unknown = new EmptyState(
                    Glyph.PEOPLE,
                    getTranslation("person.unknown", customer()),
                    getTranslation("person.unknown.sentence"));
            unknown.offer(Destination.EXPLORER.link(run.id()).primaryButton(getTranslation("person.all")));
            add(new PageHeader(getTranslation("page.customer"), ""), unknown);
            return;
        }
        Assignment customer = found.get();
        Div why = new Div();
        Div orders = new Div(waiting());
        orders.addClassName("parts");
        add(head(run, customer), new PersonTiles(run, customer), why, orders);
        why(why, run, customer, null);
        background.run(
                UI.getCurrentOrThrow(),
                () -> people.history(run.id(), customer.customerId()),
                history -> {
                    why(why, run, customer, history);
                    orders.removeAll();
                    orders.add(new OrdersPart(history, run.formats()));
                },
                problem -> {
                    orders.removeAll();
                    orders.add(new Paragraph(problem.getMessage()));
                },
                getTranslation("person.failed"));
    }

    private PageHeader head(FinishedRun run, Assignment customer) {
        Standing standing = customer.standing();
        PageHeader head = new PageHeader(
                getTranslation("person.title", customer.customerId()),
                standing == null ? "" : standing.state().label() + ": " + definition(run, standing.state()));
        Optional<Segment> segment = segment(run, customer);
        head.withActions(
                segment.isPresent() ? new PersonaBadge(segment.get()) : new Span(getTranslation("explorer.outlier")),
                Destination.EXPLORER.link(run.id()).button(getTranslation("person.all")));
        return head;
    }

    private static String definition(FinishedRun run, State state) {
        StateReport states = run.result().insights().states();
        return states == null
                ? ""
                : states.lines().stream()
                        .filter(line -> line.state() == state)
                        .map(StateReport.Line::definition)
                        .findFirst()
                        .orElse("");
    }

    private static Optional<Segment> segment(FinishedRun run, Assignment customer) {
        return run.result().segments().stream()
                .filter(segment -> segment.cluster() == customer.cluster())
                .findFirst();
    }

    private Div waiting() {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("person.waiting"));
        Paragraph words = new Paragraph(getTranslation("person.waiting"));
        words.addClassName("quiet");
        return new Div(words, bar);
    }

    private static void why(Div place, FinishedRun run, Assignment customer, @Nullable CustomerHistory history) {
        place.removeAll();
        segment(run, customer)
                .ifPresent(segment -> run.result()
                        .insights()
                        .explanation(segment)
                        .map(Explanation::rule)
                        .ifPresent(rule -> place.add(new WhyCard(
                                segment,
                                rule,
                                Traits.of(customer, history, run.result().snapshot()),
                                run.formats()))));
    }
}
