package io.segmenta.testing;

import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Standings of invented customers. */
public final class Rhythms {
    /** After it nobody bought. */
    public static final LocalDate DAY = LocalDate.of(2012, 1, 1);

    private Rhythms() {}

    /** Each customer bought first within the last two years, and every 5 to 50 days for up to ten times: all states are there. */
    public static Standings of(int customers) {
        try {
            Path folder = Files.createTempDirectory("segmenta-rhythms-");
            Path file = folder.resolve("rows.duckdb");
            try (TransactionStore store = TransactionStore.open(file, StoreLimits.defaults())) {
                store.execute("""
                        CREATE TABLE purchase AS
                        SELECT 'C' || lpad(CAST(c AS VARCHAR), 7, '0') AS customer_id,
                               DATE '2010-01-01' + CAST(c * 37 %% 729 + k * (5 + c %% 30) + c * k * 13 %% 17 AS INTEGER) AS first_day
                        FROM range(%d) customers(c), range(10) purchases(k)
                        WHERE k <= c %% 10 AND c * 37 %% 729 + k * (5 + c %% 30) + c * k * 13 %% 17 < 730
                        """.formatted(customers));
                return Standings.of(store, DAY);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
