package io.segmenta.engine.transactions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.Progress;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchedStatementTest {
    /** On a busy machine a statement that fails is closed before it is asked how far it is: seen with a disk that filled up. */
    @Test
    void a_statement_that_fails_while_it_is_asked_how_far_it_is_tells_its_own_failure() {
        CountDownLatch asked = new CountDownLatch(1);
        Statement failing = (Statement) Proxy.newProxyInstance(
                WatchedStatementTest.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")) {
                        asked.await();
                        throw new SQLException("No space left on device");
                    }
                    asked.countDown();
                    throw new SQLException("Statement was closed");
                });
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> new WatchedStatement(failing, "INSERT").run(Progress.SILENT, "loading rows"))
                .withMessage("No space left on device");
    }
}
