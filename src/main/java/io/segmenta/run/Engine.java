package io.segmenta.run;

import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;
import io.segmenta.clean.CleaningRules;
import io.segmenta.clean.QualityReport;
import io.segmenta.ingest.MappingProposal;
import io.segmenta.ingest.SourceSummary;
import io.segmenta.transactions.ColumnMapping;
import io.segmenta.transactions.TransactionStore;
import java.nio.file.Path;

@SuppressWarnings("DoNotCallSuggester")
final class Engine {
    private Engine() {}

    static SourceSummary read(Path file, String fileName, TransactionStore store, Progress progress) {
        throw missing();
    }

    static MappingProposal propose(TransactionStore store) {
        throw missing();
    }

    static QualityReport assess(TransactionStore store, ColumnMapping mapping, CleaningRules rules) {
        throw missing();
    }

    private static UserFacingException missing() {
        return new UserFacingException("The engine is not complete yet.");
    }
}
