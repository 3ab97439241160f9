package io.segmenta.store;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.PlaybookVersion;
import io.segmenta.service.plan.PlaybookRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of the playbook, only ever added. Of two threads that add the same number one is refused by the primary key. */
@Repository
class H2Playbooks implements PlaybookRepository {
    private final JdbcClient jdbc;

    H2Playbooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PlaybookVersion> all() {
        return jdbc.sql("SELECT * FROM playbook_version ORDER BY version")
                .query(H2Playbooks::version)
                .list();
    }

    @Override
    public Optional<PlaybookVersion> latest() {
        return jdbc.sql("SELECT * FROM playbook_version ORDER BY version DESC LIMIT 1")
                .query(H2Playbooks::version)
                .optional();
    }

    /** One statement, so that all are there or none. */
    @Override
    public boolean add(List<PlaybookVersion> versions) {
        List<Object> values = new ArrayList<>();
        for (PlaybookVersion version : versions) {
            values.add(version.number());
            values.add(Documents.write(version.playbook()));
            values.add(Times.stored(version.at()));
            values.add(version.by().value());
            values.add(version.change());
        }
        String rows = String.join(", ", Collections.nCopies(versions.size(), "(?, ?, ?, ?, ?)"));
        try {
            jdbc.sql("INSERT INTO playbook_version (version, playbook, saved, saved_by, what) VALUES " + rows)
                    .params(values)
                    .update();
            return true;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }

    /** A playbook as it was written, which may lack a persona of today. */
    private record StoredPlays(List<Play> plays) {}

    private static PlaybookVersion version(ResultSet row, int number) throws SQLException {
        return PlaybookVersion.kept(
                row.getInt("version"),
                Documents.read(row.getString("playbook"), StoredPlays.class).plays(),
                Times.required(row, "saved"),
                new UserName(row.getString("saved_by")),
                row.getString("what"));
    }
}
