package io.segmenta.service.installation;

import io.segmenta.engine.base.UserFacingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in a sentence why the server did not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure extends AbstractFailureAnalyzer<UserFacingException> implements FailureAnalysisReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    @Override
    protected FailureAnalysis analyze(Throwable root, UserFacingException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        LOG.error("Segmenta did not start. {} {}", analysis.getDescription(), action == null ? "" : action);
    }
}
