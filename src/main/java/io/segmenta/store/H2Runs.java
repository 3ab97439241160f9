package io.segmenta.store;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RecipeDocument;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunRepository;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Runs as rows, with two things beside them that a run writes once, when it succeeded: its customers ({@link H2Assignments}) and its model
 * ({@link ModelFiles}).
 *
 * <p>{@link #succeed} is called by the thread of the run and takes seconds for a million customers; readers are not held up. A process
 * that is killed meanwhile leaves a run that is running, with parts of its results, which {@link #recover} takes away at the next start.
 * Two threads that end the same run are told apart by the status in the WHERE clause: one of the two updates no row.
 */
@Repository
class H2Runs implements RunRepository {
    private static final String SUMMARY = """
            SELECT run.id, run.name, dataset.name AS dataset_name, algorithm, status, silhouette, customers, created, created_by,
                   started, ended, failure
            FROM run JOIN dataset ON dataset.sha256 = run.dataset""";

    private final JdbcClient jdbc;
    private final H2Assignments assignments;
    private final ModelFiles models;

    H2Runs(JdbcClient jdbc, H2Assignments assignments, ModelFiles models) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.models = models;
    }

    @Override
    public RunId add(Recipe recipe, UserName by, Instant created) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        try {
            insert(recipe, by, created, id);
        } catch (DataIntegrityViolationException e) {
            throw RunRepository.withoutData(recipe, e);
        }
        return new RunId(Objects.requireNonNull(id.getKeyAs(Long.class)));
    }

    private void insert(Recipe recipe, UserName by, Instant created, GeneratedKeyHolder id) {
        jdbc.sql("""
                        INSERT INTO run (dataset, name, algorithm, recipe, status, created, created_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        recipe.source().dataset().sha256(),
                        recipe.name(),
                        recipe.method().inWords(),
                        Documents.write(RecipeDocument.of(recipe)),
                        RunStatus.QUEUED.name(),
                        Times.stored(created),
                        by.value())
                .update(id, "id");
    }

    @Override
    public boolean start(RunId run, Instant started) {
        return jdbc.sql("UPDATE run SET status = 'RUNNING', started = ? WHERE id = ? AND status = 'QUEUED'")
                        .params(Times.stored(started), run.value())
                        .update()
                == 1;
    }

    @Override
    public boolean end(RunId run, RunStatus status, @Nullable String failure, Instant ended) {
        return jdbc.sql("""
                                UPDATE run SET status = ?, failure = NULLIF(?, ''), ended = ?
                                WHERE id = ? AND status IN ('QUEUED', 'RUNNING')""")
                        .params(status.name(), failure == null ? "" : failure, Times.stored(ended), run.value())
                        .update()
                == 1;
    }

    @Override
    public boolean succeed(RunId run, Outcome outcome, Instant ended, Progress progress) {
        boolean shown = false;
        try {
            assignments.write(run, outcome, progress);
            models.write(run, ModelDocument.of(recipe(run).orElseThrow(), outcome));
            shown = show(run, outcome.result(), ended);
            jdbc.sql("CHECKPOINT SYNC").update();
            return shown;
        } finally {
            if (!shown) {
                sweep(run);
            }
        }
    }

    private boolean show(RunId run, RunResult result, Instant ended) {
        Fitting fitting = result.insights().fitting();
        return jdbc.sql("""
                                UPDATE run SET status = 'SUCCEEDED', algorithm = COALESCE(NULLIF(?, ''), algorithm), ended = ?, silhouette = ?, customers = ?, result = ?
                                WHERE id = ? AND status = 'RUNNING'""")
                        .params(
                                fitting == null ? "" : fitting.approach(),
                                Times.stored(ended),
                                result.metrics().silhouette(),
                                result.customers(),
                                Documents.write(StoredResult.of(result)),
                                run.value())
                        .update()
                == 1;
    }

    @Override
    public void recover(Instant now) {
        models.setAsideUnknown(new HashSet<>(ids(jdbc.sql("SELECT id FROM run"))), now);
        for (RunId run : ids(jdbc.sql("SELECT id FROM run WHERE status = 'RUNNING'"))) {
            sweep(run);
            end(run, RunStatus.INTERRUPTED, null, now);
        }
    }

    private void sweep(RunId run) {
        assignments.delete(run);
        models.delete(run);
    }

    @Override
    public List<RunId> queued() {
        return ids(jdbc.sql("SELECT id FROM run WHERE status = 'QUEUED' ORDER BY id"));
    }

    @Override
    public List<RunSummary> all() {
        return jdbc.sql(SUMMARY + " ORDER BY run.id DESC")
                .query(H2Runs::summary)
                .list();
    }

    @Override
    public Optional<RunSummary> find(RunId run) {
        return jdbc.sql(SUMMARY + " WHERE run.id = ?")
                .param(run.value())
                .query(H2Runs::summary)
                .optional();
    }

    @Override
    public Optional<Recipe> recipe(RunId run) {
        return jdbc.sql("SELECT recipe FROM run WHERE id = ?")
                .param(run.value())
                .query(String.class)
                .optional()
                .map(json -> Documents.read(json, RecipeDocument.class).recipe());
    }

    @Override
    public Optional<RunResult> result(RunId run) {
        return storedResult(run).map(json -> result(json, models.read(run)));
    }

    @Override
    public Optional<ModelDocument> model(RunId run) {
        return storedResult(run).map(json -> {
            StoredModel model = models.read(run);
            RunResult result = result(json, model);
            return model.document()
                    .map(document -> document.named(result.segments()))
                    .orElseGet(() -> ModelDocument.of(recipe(run).orElseThrow(), result));
        });
    }

    @Override
    public void rename(RunId run, List<Segment> renamed) {
        storedResult(run)
                .map(json -> Documents.read(json, StoredResult.class).with(renamed))
                .ifPresent(result -> jdbc.sql("UPDATE run SET result = ? WHERE id = ? AND status = 'SUCCEEDED'")
                        .params(Documents.write(result), run.value())
                        .update());
    }

    private Optional<String> storedResult(RunId run) {
        return jdbc.sql("SELECT result FROM run WHERE id = ? AND status = 'SUCCEEDED'")
                .param(run.value())
                .query(String.class)
                .optional();
    }

    private static RunResult result(String json, StoredModel model) {
        return Documents.read(json, StoredResult.class).with(model);
    }

    @Override
    public List<RunId> madeFrom(Fingerprint dataset) {
        return ids(jdbc.sql("SELECT id FROM run WHERE dataset = ?").param(dataset.sha256()));
    }

    @Override
    public void delete(RunId run) {
        jdbc.sql("DELETE FROM run WHERE id = ?").param(run.value()).update();
        sweep(run);
    }

    private static List<RunId> ids(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new RunId(row.getLong(1))).list();
    }

    private static RunSummary summary(ResultSet row, int number) throws SQLException {
        RunStatus status = RunStatus.valueOf(row.getString("status"));
        boolean succeeded = status == RunStatus.SUCCEEDED;
        Instant started = Times.read(row, "started");
        Instant ended = Times.read(row, "ended");
        return new RunSummary(
                new RunId(row.getLong("id")),
                row.getString("name"),
                row.getString("dataset_name"),
                row.getString("algorithm"),
                status,
                succeeded ? Quality.ofSilhouette(row.getDouble("silhouette")) : null,
                succeeded ? row.getInt("customers") : null,
                Times.required(row, "created"),
                started == null || ended == null ? null : Duration.between(started, ended),
                new UserName(row.getString("created_by")),
                row.getString("failure"));
    }
}
