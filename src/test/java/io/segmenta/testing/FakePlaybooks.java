package io.segmenta.testing;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Play.Priority;
import io.segmenta.engine.playbook.Play.RoiClass;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.engine.segment.Persona;
import io.segmenta.service.plan.PlaybookService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A history in memory that begins with one play for every persona. */
public final class FakePlaybooks implements PlaybookService {
    private static final Instant THEN = Instant.parse("2026-03-02T10:00:00Z");

    public PlaybookHistory history =
            new PlaybookHistory(List.of(new PlaybookVersion(1, example(), THEN, new UserName("Segmenta"), "Shipped.")));

    private static Playbook example() {
        return new Playbook(Stream.of(Persona.values()).map(FakePlaybooks::play).toList());
    }

    public static Play play(Persona persona) {
        return new Play(
                persona,
                "Strategy for " + persona.label(),
                List.of("First action.", "Second action."),
                "15–25 %",
                0.3,
                0.4,
                RoiClass.HIGH,
                75,
                Priority.MEDIUM);
    }

    @Override
    public PlaybookVersion current() {
        return history.current();
    }

    @Override
    public PlaybookHistory history() {
        return history;
    }

    @Override
    public PlaybookVersion edit(Play play, int basedOn, UserName by) {
        history = history.edited(play, basedOn, by, THEN);
        return history.current();
    }

    @Override
    public PlaybookVersion reset(int basedOn, UserName by) {
        history = history.reset(basedOn, by, THEN);
        return history.current();
    }

    @Override
    public PlaybookVersion restore(int number, int basedOn, UserName by) {
        history = history.restored(number, basedOn, by, THEN);
        return history.current();
    }

    @Override
    public void write(PlaybookFile file, OutputStream out) {
        try {
            out.write(file.fileName().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
