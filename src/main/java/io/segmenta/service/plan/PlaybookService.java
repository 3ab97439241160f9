package io.segmenta.service.plan;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.PlaybookHistory;
import io.segmenta.engine.playbook.PlaybookVersion;
import java.io.OutputStream;

/**
 * The playbook of this installation: until somebody edits it, the one that the product is shipped with. Whoever changes it says which version he
 * had before him, and is told where it has been changed since.
 */
public interface PlaybookService {
    /** The files the playbook can be exported as. */
    enum PlaybookFile {
        CSV("playbook.csv", "text/csv"),
        JSON("playbook.json", "application/json");

        private final String fileName;
        private final String mediaType;

        PlaybookFile(String fileName, String mediaType) {
            this.fileName = fileName;
            this.mediaType = mediaType;
        }

        public String fileName() {
            return fileName;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    PlaybookVersion current();

    PlaybookHistory history();

    /**
     * Replaces the play of one persona.
     *
     * @return the version that is current now, the same as before where nothing is different
     * @throws UserFacingException where the play has been changed since version {@code basedOn}
     */
    PlaybookVersion edit(Play play, int basedOn, UserName by);

    /** @throws UserFacingException where {@code basedOn} is not current any more */
    PlaybookVersion reset(int basedOn, UserName by);

    /** @throws UserFacingException where {@code basedOn} is not current any more, or there is no version {@code number} */
    PlaybookVersion restore(int number, int basedOn, UserName by);

    /** Writes the current one in UTF-8; does not close the stream. */
    void write(PlaybookFile file, OutputStream out);
}
