package io.segmenta.service.plan;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.export.CsvExport;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The playbook with its edits in a repository. The shipped playbook is kept there only with the first edit, so that an installation that never
 * edited it gets the next release's.
 */
public final class EditedPlaybook implements PlaybookService {
    private final PlaybookRepository versions;
    private final Clock clock;

    public EditedPlaybook(PlaybookRepository versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public PlaybookVersion current() {
        return versions.latest()
                .orElseGet(() -> PlaybookHistory.shipped(clock.instant()).current());
    }

    @Override
    public PlaybookHistory history() {
        return history(versions.all());
    }

    private PlaybookHistory history(List<PlaybookVersion> kept) {
        return kept.isEmpty() ? PlaybookHistory.shipped(clock.instant()) : new PlaybookHistory(kept);
    }

    @Override
    public PlaybookVersion edit(Play play, int basedOn, UserName by) {
        return change(history -> history.edited(play, basedOn, by, clock.instant()));
    }

    @Override
    public PlaybookVersion reset(int basedOn, UserName by) {
        return change(history -> history.reset(basedOn, by, clock.instant()));
    }

    @Override
    public PlaybookVersion restore(int number, int basedOn, UserName by) {
        return change(history -> history.restored(number, basedOn, by, clock.instant()));
    }

    /** Where somebody adds a version at the same moment, the change is tried again on top of it, and refused there if the two meet. */
    private PlaybookVersion change(UnaryOperator<PlaybookHistory> edit) {
        while (true) {
            List<PlaybookVersion> kept = versions.all();
            PlaybookHistory changed = edit.apply(history(kept));
            List<PlaybookVersion> added =
                    changed.versions().subList(kept.size(), changed.versions().size());
            boolean same = changed.versions().size() == Math.max(1, kept.size());
            if (same || versions.add(added)) {
                return changed.current();
            }
        }
    }

    @Override
    public void write(PlaybookFile file, OutputStream out) {
        Playbook playbook = current().playbook();
        switch (file) {
            case CSV -> CsvExport.playbook(playbook, out);
            case JSON -> {
                try {
                    out.write(Documents.writeIndented(playbook).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
