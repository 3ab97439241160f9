package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.transactions.ColumnMapping;

/**
 * Where a run reads from.
 *
 * @param mapping which column of the dataset is which field
 */
public record Source(Fingerprint dataset, ColumnMapping mapping) {
    /** The same columns of another dataset. */
    public Source of(Fingerprint other) {
        return new Source(other, mapping);
    }
}
