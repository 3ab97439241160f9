package io.segmenta.engine.transactions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The current row of a query; columns count from 0. Valid only inside the callback. */
public interface Row {
    @Nullable String text(int column);

    /** 0 where the cell is null. */
    long integer(int column);

    /** NaN where the cell is null. */
    double number(int column);

    @Nullable LocalDate day(int column);
}
