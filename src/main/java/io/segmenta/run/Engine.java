package io.segmenta.run;

import io.segmenta.base.UserFacingException;
import io.segmenta.ingest.MappingProposal;
import io.segmenta.transactions.TransactionStore;

@SuppressWarnings("DoNotCallSuggester")
final class Engine {
    private Engine() {}

    static MappingProposal propose(TransactionStore store) {
        throw missing();
    }

    private static UserFacingException missing() {
        return new UserFacingException("The engine is not complete yet.");
    }
}
