package io.segmenta.store;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.document.Documents;
import io.segmenta.service.plan.SavedScenario;
import io.segmenta.service.plan.ScenarioRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scenarios as JSON; a name is unique within its run by the database. They go with the run, by the database too. */
@Repository
class H2Scenarios implements ScenarioRepository {
    private final JdbcClient jdbc;

    H2Scenarios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(RunId run, RoiScenario scenario, Instant at, UserName by) {
        try {
            jdbc.sql("INSERT INTO roi_scenario (run, name, scenario, saved, saved_by) VALUES (?, ?, ?, ?, ?)")
                    .params(run.value(), scenario.name(), Documents.write(scenario), Times.stored(at), by.value())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public List<SavedScenario> all(RunId run) {
        return jdbc.sql("SELECT * FROM roi_scenario WHERE run = ? ORDER BY id")
                .param(run.value())
                .query((row, number) -> new SavedScenario(
                        row.getLong("id"),
                        Documents.read(row.getString("scenario"), RoiScenario.class),
                        Times.required(row, "saved"),
                        new UserName(row.getString("saved_by"))))
                .list();
    }

    @Override
    public void delete(RunId run, long scenario) {
        jdbc.sql("DELETE FROM roi_scenario WHERE run = ? AND id = ?")
                .params(run.value(), scenario)
                .update();
    }
}
