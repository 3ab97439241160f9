package io.segmenta.web.playbook;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.plan.PlaybookService;
import io.segmenta.service.plan.PlaybookService.PlaybookFile;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What to do with each segment, the most important first; edited here, with its history. */
@Route(value = Paths.PLAYBOOK, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class PlaybookView extends RunPage {
    private final transient PlaybookService playbooks;
    private final Div plays = new Div();

    public PlaybookView(RunService runs, PlaybookService playbooks) {
        super(Destination.PLAYBOOK, runs);
        this.playbooks = playbooks;
        plays.addClassName("plays");
    }

    @Override
    protected void show(FinishedRun run) {
        add(
                new PageHeader(getTranslation("page.playbook"), getTranslation("playbook.lead"))
                        .withActions(
                                Destination.BUDGET.link(run.id()).primaryButton(getTranslation("playbook.to-budget")),
                                Destination.EXPORT.link(run.id()).button(getTranslation("playbook.to-export"))),
                plays);
        list(run);
    }

    private void list(FinishedRun run) {
        plays.removeAll();
        PlaybookHistory history = playbooks.history();
        PlaybookVersion current = history.current();
        Playbook playbook = current.playbook();
        List<Segment> segments = run.result().segments().stream()
                .sorted(Comparator.comparing(
                        segment -> playbook.play(segment.persona()).priority()))
                .toList();
        Set<Persona> present = segments.stream().map(Segment::persona).collect(Collectors.toSet());
        for (Segment segment : segments) {
            Play play = playbook.play(segment.persona());
            plays.add(new PlayCard(segment, play, run.formats(), () -> edit(play, current, run)));
        }
        playbook.plays().stream()
                .filter(play -> !present.contains(play.persona()))
                .forEach(play -> plays.add(new PlayCard(play, run.formats(), () -> edit(play, current, run))));
        plays.add(
                new VersionsCard(
                        history,
                        run.formats(),
                        number -> change(run, () -> playbooks.restore(number, current.number(), UserName.LOCAL)),
                        () -> change(run, () -> playbooks.reset(current.number(), UserName.LOCAL))),
                files());
    }

    private void edit(Play play, PlaybookVersion version, FinishedRun run) {
        new PlayForm(play, version, playbooks, now -> saved(now, run)).open();
    }

    private void change(FinishedRun run, Supplier<PlaybookVersion> change) {
        try {
            saved(change.get(), run);
        } catch (UserFacingException changedMeanwhile) {
            Notification.show(changedMeanwhile.getMessage(), 10_000, Notification.Position.BOTTOM_CENTER);
            list(run);
        }
    }

    private void saved(PlaybookVersion version, FinishedRun run) {
        Notification.show(getTranslation("versions.saved", version.number()));
        list(run);
    }

    private Card files() {
        Div downloads = new Div();
        downloads.addClassName("actions");
        for (PlaybookFile file : PlaybookFile.values()) {
            DownloadHandler handler = event -> {
                event.setFileName(file.fileName());
                event.setContentType(file.mediaType());
                playbooks.write(file, event.getOutputStream());
            };
            Anchor anchor = new Anchor(handler, getTranslation("export.download", file.fileName()));
            anchor.addClassName("button-link");
            downloads.add(anchor);
        }
        return Card.of(getTranslation("playbook.files"), getTranslation("playbook.files.lead"), downloads);
    }
}
