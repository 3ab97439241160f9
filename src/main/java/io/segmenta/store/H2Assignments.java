package io.segmenta.store;

import io.segmenta.base.Progress;
import io.segmenta.run.Assignment;
import io.segmenta.run.AssignmentQuery;
import io.segmenta.run.AssignmentRepository;
import io.segmenta.run.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class H2Assignments implements AssignmentRepository {
    private static final int BATCH = 10_000;

    private final JdbcTemplate jdbc;

    H2Assignments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(long run, Outcome outcome, Progress progress) {
        int customers = outcome.customers();
        for (int from = 0; from < customers; from += BATCH) {
            progress.report((double) from / customers, "Saving customers");
            List<Object[]> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, customers); i++) {
                Assignment a = outcome.assignment(i);
                batch.add(new Object[] {
                    run,
                    i,
                    a.customerId(),
                    a.recencyDays(),
                    a.frequency(),
                    a.monetary(),
                    a.averageBasketSize(),
                    a.clv(),
                    a.outlier(),
                    a.cluster()
                });
            }
            jdbc.batchUpdate("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", batch);
        }
    }

    void delete(long run) {
        jdbc.update("DELETE FROM assignment WHERE run = ?", run);
    }

    @Override
    public List<Assignment> page(AssignmentQuery query) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        parameters.add(query.offset());
        parameters.add(query.limit());
        String direction = query.ascending() ? "" : " DESC";
        return jdbc.query(
                "SELECT * FROM assignment WHERE " + where + " ORDER BY " + column(query.sort()) + direction
                        + ", position OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                H2Assignments::assignment,
                parameters.toArray());
    }

    @Override
    public int count(AssignmentQuery query) {
        List<Object> parameters = new ArrayList<>();
        Integer count = jdbc.queryForObject(
                "SELECT count(*) FROM assignment WHERE " + where(query, parameters),
                Integer.class,
                parameters.toArray());
        return count == null ? 0 : count;
    }

    private static String where(AssignmentQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder("run = ?");
        parameters.add(query.run());
        if (!query.search().isBlank()) {
            where.append(" AND LOCATE(?, LOWER(customer_id)) > 0");
            parameters.add(query.search().strip().toLowerCase(Locale.ROOT));
        }
        if (!query.clusters().isEmpty()) {
            where.append(query.clusters().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", " AND cluster IN (", ")")));
        }
        return where.toString();
    }

    private static String column(AssignmentQuery.Sort sort) {
        return switch (sort) {
            case CUSTOMER_ID -> "position";
            case RECENCY -> "recency_days";
            case FREQUENCY -> "frequency";
            case MONETARY -> "monetary";
            case AVERAGE_BASKET_SIZE -> "average_basket_size";
            case CLV -> "clv";
            case CLUSTER -> "cluster";
        };
    }

    @Override
    public List<Assignment> sample(long run, int limit) {
        return List.of();
    }

    @Override
    public void each(long run, Consumer<Assignment> reader) {
        jdbc.query(
                "SELECT * FROM assignment WHERE run = ? ORDER BY position",
                (ResultSet row) -> reader.accept(assignment(row, 0)),
                run);
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getString("customer_id"),
                row.getInt("recency_days"),
                row.getInt("frequency"),
                row.getDouble("monetary"),
                row.getDouble("average_basket_size"),
                row.getDouble("clv"),
                row.getBoolean("outlier"),
                row.getInt("cluster"));
    }
}
