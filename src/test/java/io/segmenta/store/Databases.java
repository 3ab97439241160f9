package io.segmenta.store;

import com.zaxxer.hikari.HikariDataSource;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.service.installation.Home;
import io.segmenta.testing.Example;
import io.segmenta.testing.Rhythms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adapters on a fresh database, without Spring, and what to fill them with. */
final class Databases implements AutoCloseable {
    final Home home;
    final HikariDataSource source;
    final H2Datasets datasets;
    final H2Assignments assignments;
    final H2Runs runs;
    final H2Settings settings;
    final H2Playbooks playbooks;
    final H2Scenarios scenarios;
    final H2Campaigns campaigns;

    private Databases(Path folder) {
        home = Home.open(folder);
        source = new StoreConfiguration().dataSource(home);
        Flyway.configure().dataSource(source).load().migrate();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        datasets = new H2Datasets(JdbcClient.create(jdbc));
        assignments = new H2Assignments(jdbc, new AssignmentIndex(jdbc));
        scenarios = new H2Scenarios(JdbcClient.create(jdbc));
        campaigns = new H2Campaigns(JdbcClient.create(jdbc));
        playbooks = new H2Playbooks(JdbcClient.create(jdbc));
        runs = new H2Runs(JdbcClient.create(jdbc), assignments, new ModelFiles(home));
        settings = new H2Settings(JdbcClient.create(jdbc));
    }

    static Databases open(Path folder) {
        return new Databases(folder);
    }

    @Override
    public void close() {
        source.close();
        home.close();
    }

    /** The example's result with customers C0000000, C0000001, … of seeded features in five clusters; every 97th is left out. */
    static Outcome outcome(int customers) {
        RunResult example = Example.result();
        RandomGenerator random = new Seed(7).random();
        List<String> ids = new ArrayList<>();
        int[] clusters = new int[customers];
        boolean[] outlier = new boolean[customers];
        Map<Feature, double[]> columns = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            columns.put(feature, new double[customers]);
        }
        CustomerFeatures features =
                new CustomerFeatures(ids, columns, example.snapshot(), example.orders(), example.revenue(), 130);
        for (int i = 0; i < customers; i++) {
            ids.add("C%07d".formatted(i));
            outlier[i] = i % 97 == 96;
            clusters[i] = outlier[i] ? -1 : random.nextInt(5);
            features.column(Feature.RECENCY)[i] = 1 + random.nextInt(365);
            features.column(Feature.FREQUENCY)[i] = 1 + random.nextInt(30);
            features.column(Feature.MONETARY)[i] = Math.exp(6 + random.nextGaussian());
            features.column(Feature.AVERAGE_BASKET_SIZE)[i] = random.nextInt(40) / 4.0;
            features.column(Feature.CLV)[i] = features.column(Feature.MONETARY)[i] * 0.4;
        }
        return new Outcome(
                new RunResult(
                        example.quality(),
                        example.snapshot(),
                        customers,
                        example.orders(),
                        example.revenue(),
                        customers / 97,
                        example.metrics(),
                        example.inertia(),
                        example.segments(),
                        example.transform(),
                        example.model(),
                        example.insights(),
                        example.seconds(),
                        example.provenance()),
                features,
                clusters,
                outlier,
                Rhythms.of(customers),
                Map.of());
    }
}
