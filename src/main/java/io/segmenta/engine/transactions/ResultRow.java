package io.segmenta.engine.transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** JDBC's row without its checked exceptions and its 1-based columns. */
record ResultRow(ResultSet result) implements Row {
    @Override
    public @Nullable String text(int column) {
        return get(() -> result.getString(column + 1));
    }

    @Override
    public long integer(int column) {
        return get(() -> result.getLong(column + 1));
    }

    @Override
    public double number(int column) {
        return get(() -> {
            double value = result.getDouble(column + 1);
            return result.wasNull() ? Double.NaN : value;
        });
    }

    @Override
    public @Nullable LocalDate day(int column) {
        return get(() -> result.getObject(column + 1, LocalDate.class));
    }

    private interface Getter<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    private static <T extends @Nullable Object> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw new IllegalStateException("A cell of the dataset store cannot be read.", e);
        }
    }
}
