package io.segmenta.engine.playbook;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.segment.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All versions of the playbook. Nothing is ever lost: going back is a new version too.
 *
 * @param versions oldest first, at least one, numbered from 1
 */
public record PlaybookHistory(List<PlaybookVersion> versions) {
    public PlaybookHistory {
        versions = List.copyOf(versions);
        for (int i = 0; i < Math.max(1, versions.size()); i++) {
            if (versions.isEmpty() || versions.get(i).number() != i + 1) {
                throw new IllegalArgumentException("Versions of a playbook are numbered from 1 without a gap.");
            }
        }
    }

    /** The playbook that the product is shipped with, unedited. */
    public static PlaybookHistory shipped(Instant at) {
        return new PlaybookHistory(List.of(
                new PlaybookVersion(1, DefaultPlaybook.load(), at, UserName.PRODUCT, "Shipped with the product.")));
    }

    public PlaybookVersion current() {
        return versions.getLast();
    }

    /**
     * Replaces the play of one persona; the same history where nothing is different.
     *
     * @param basedOn the version that was being edited; others may have changed other plays since
     * @throws UserFacingException where somebody has changed this play since
     */
    public PlaybookHistory edited(Play play, int basedOn, UserName by, Instant at) {
        Play before = current().playbook().play(play.persona());
        if (!before.equals(version(basedOn).playbook().play(play.persona()))) {
            PlaybookVersion theirs = lastChangeOf(play.persona());
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "While you were editing, %s changed this play too (version %d: %s) Nothing is lost: what you typed is still here. Save again to put it in the place of theirs, which stays in the history, or close without saving to keep theirs.",
                    theirs.by(),
                    theirs.number(),
                    theirs.change()));
        }
        List<String> changes = changes(before, play);
        return changes.isEmpty()
                ? this
                : with(
                        current().playbook().with(play),
                        by,
                        at,
                        play.persona().label() + ": changed " + String.join(", ", changes) + ".");
    }

    /**
     * @param basedOn the version that was looked at
     * @throws UserFacingException where there is a later one
     */
    public PlaybookHistory reset(int basedOn, UserName by, Instant at) {
        requireCurrent(basedOn);
        return with(DefaultPlaybook.load(), by, at, "Reset to default.");
    }

    /**
     * Takes an earlier version up again.
     *
     * @param basedOn the version that was looked at
     * @throws UserFacingException where there is a later one
     */
    public PlaybookHistory restored(int number, int basedOn, UserName by, Instant at) {
        requireCurrent(basedOn);
        return with(version(number).playbook(), by, at, "Back to version " + number + ".");
    }

    private PlaybookVersion version(int number) {
        if (number < 1 || number > versions.size()) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "There is no version %d of the playbook. Choose one between 1 and %d.",
                    number,
                    versions.size()));
        }
        return versions.get(number - 1);
    }

    private void requireCurrent(int basedOn) {
        if (basedOn != current().number()) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The playbook has changed since you opened this page: version %d by %s (%s) It is shown now. Look at it, then try again.",
                    current().number(),
                    current().by(),
                    current().change()));
        }
    }

    private PlaybookVersion lastChangeOf(Persona persona) {
        int i = versions.size() - 1;
        while (i > 0
                && versions.get(i)
                        .playbook()
                        .play(persona)
                        .equals(versions.get(i - 1).playbook().play(persona))) {
            i--;
        }
        return versions.get(i);
    }

    private PlaybookHistory with(Playbook playbook, UserName by, Instant at, String change) {
        if (playbook.equals(current().playbook())) {
            return this;
        }
        List<PlaybookVersion> more = new ArrayList<>(versions);
        more.add(new PlaybookVersion(versions.size() + 1, playbook, at, by, change));
        return new PlaybookHistory(more);
    }

    private static List<String> changes(Play before, Play after) {
        List<String> changes = new ArrayList<>();
        add(changes, "strategy", before.strategy(), after.strategy());
        add(changes, "actions", before.actions(), after.actions());
        add(changes, "discount", before.discount(), after.discount());
        add(
                changes,
                "budget range",
                List.of(before.budgetFrom(), before.budgetTo()),
                List.of(after.budgetFrom(), after.budgetTo()));
        add(changes, "expected return", before.roiClass(), after.roiClass());
        add(changes, "engagement", before.engagement(), after.engagement());
        add(changes, "priority", before.priority(), after.priority());
        return changes;
    }

    private static void add(List<String> changes, String name, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(name);
        }
    }
}
