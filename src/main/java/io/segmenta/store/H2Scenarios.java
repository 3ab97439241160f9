package io.segmenta.store;

import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.document.Documents;
import io.segmenta.service.plan.SavedScenario;
import io.segmenta.service.plan.ScenarioRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class H2Scenarios implements ScenarioRepository {
    private final JdbcClient jdbc;

    H2Scenarios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(long run, RoiScenario scenario, Instant at, String by) {
        try {
            jdbc.sql("INSERT INTO roi_scenario (run, name, scenario, saved, saved_by) VALUES (?, ?, ?, ?, ?)")
                    .params(run, scenario.name(), Documents.write(scenario), Times.stored(at), by)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public List<SavedScenario> all(long run) {
        return jdbc.sql("SELECT * FROM roi_scenario WHERE run = ? ORDER BY id")
                .param(run)
                .query((row, number) -> new SavedScenario(
                        row.getLong("id"),
                        Documents.read(row.getString("scenario"), RoiScenario.class),
                        Times.required(row, "saved"),
                        row.getString("saved_by")))
                .list();
    }

    @Override
    public void delete(long run, long scenario) {
        jdbc.sql("DELETE FROM roi_scenario WHERE run = ? AND id = ?")
                .params(run, scenario)
                .update();
    }
}
