package io.segmenta.testing;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.orders.Order;
import io.segmenta.engine.orders.Product;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.service.person.PersonService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody in {@link FakeRuns#customers} bought three times, and gave something back. */
public final class FakePeople implements PersonService {
    private final FakeRuns runs;
    /** Thrown where a history is asked for. */
    public @Nullable UserFacingException failure;

    public FakePeople(FakeRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Assignment> find(RunId run, String customer) {
        return runs.customers.stream()
                .filter(each -> each.customerId().equals(customer))
                .findFirst();
    }

    @Override
    public CustomerHistory history(RunId run, String customer) {
        UserFacingException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return new CustomerHistory(
                List.of(
                        new Order("C-3", LocalDate.of(2011, 11, 30), 2, 12, 80.5),
                        new Order("C-2", LocalDate.of(2011, 9, 1), 1, 1, 20),
                        new Order("C-1", LocalDate.of(2011, 8, 2), 1, Double.NaN, 10)),
                List.of(new Product("85123A · <b>Lantern</b>", 2, 13, 90), new Product("Mug", 1, 0.5, 20.5)),
                2,
                10.5);
    }
}
