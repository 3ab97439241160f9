package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport.GivenBack;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.segment.Catalogue;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.run.HeadlessRun;
import io.segmenta.testing.Shared;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole pipeline on UCI Online Retail, against the reference. */
class OnlineRetailRunIT {
    @Test
    void theNumbersOfTheReference() {
        try (OpenedFile dataset = OpenedFile.read(Shared.path("data/Online+Retail.zip"), StageProgress.SILENT)) {
            Recipe recipe = recipe(dataset);
            Outcome outcome = HeadlessRun.of(dataset, recipe, StageProgress.SILENT);
            RunResult result = outcome.result();

            assertThat(result.quality().rowsRead()).isEqualTo(541_909);
            assertThat(result.quality().rowsKept()).isEqualTo(392_732);
            Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
            result.quality().dropped().forEach((reason, found) -> dropped.put(reason, found.rows()));
            dropped.values().removeIf(rows -> rows == 0);
            assertThat(dropped)
                    .isEqualTo(Map.of(
                            DropReason.DUPLICATE,
                            5_268L,
                            DropReason.MISSING_CUSTOMER,
                            135_037L,
                            DropReason.RETURN,
                            8_872L));
            assertThat(result.customers()).isEqualTo(4_339);
            assertThat(result.orders()).isEqualTo(18_536);
            assertThat(result.revenue()).isCloseTo(8_887_208.894, within(1e-6));
            assertThat(result.inertia()).isLessThanOrEqualTo(3_814.5);
            assertThat(result.metrics().silhouette()).isCloseTo(0.2585, within(0.002));

            segment(result, Persona.VIP_CHAMPIONS, 600, 16, 14.8, 9_503);
            segment(result, Persona.POTENTIAL_LOYALISTS, 978, 31, 4.5, 1_041);
            segment(result, Persona.AVERAGE_CUSTOMERS, 807, 82, 3.0, 1_923);
            segment(result, Persona.AT_RISK, 1_254, 145, 1.4, 394);
            segment(result, Persona.LOST_HIBERNATING, 700, 165, 1.4, 173);

            Outcome again = HeadlessRun.of(dataset, recipe, StageProgress.SILENT);
            assertThat(again.clusters()).isEqualTo(outcome.clusters());
            assertThat(again.outlier()).isEqualTo(outcome.outlier());
        }
    }

    @Test
    void nobodyWhoGaveEverythingBackIsValuable() {
        try (OpenedFile dataset = OpenedFile.read(Shared.path("data/Online+Retail.zip"), StageProgress.SILENT)) {
            Recipe recipe = recipe(dataset).withCatalogue(Catalogue.TESTED).withHorizon(new Horizon(91));
            CleaningRules rules = CleaningRules.of(dataset.reading());
            RunResult counted = HeadlessRun.of(
                            dataset, recipe.withCleaning(rules.with(Returns.EXCLUDE)), StageProgress.SILENT)
                    .result();
            Outcome outcome = HeadlessRun.of(dataset, recipe.withCleaning(rules), StageProgress.SILENT);
            RunResult result = outcome.result();
            // made one after the other by a script of its own: a stack of rows for each customer, product, pieces and
            // price
            assertThat(result.quality().givenBack()).isEqualTo(new GivenBack(2_770, 138, 400_441.37));
            assertThat(result.quality().sales()).isCloseTo(8_887_208.894, within(1e-6));
            assertThat(result.revenue()).isCloseTo(8_486_767.524, within(1e-6));

            Set<String> gone = dataset.ask(OnlineRetailRunIT::withNothingLeft);
            assertThat(gone).hasSizeGreaterThan(10).contains("12346");
            int vip = result.segments().stream()
                    .filter(s -> s.persona() == Persona.VIP_CHAMPIONS)
                    .findFirst()
                    .orElseThrow()
                    .cluster();
            for (int i = 0; i < outcome.customers(); i++) {
                Assignment customer = outcome.assignment(i);
                if (gone.contains(customer.customerId())) {
                    assertThat(customer.monetary()).as(customer.customerId()).isZero();
                    assertThat(customer.cluster()).as(customer.customerId()).isNotEqualTo(vip);
                }
                if (customer.customerId().equals("16446")) {
                    assertThat(customer.monetary()).isCloseTo(2.9, within(1e-9));
                    assertThat(customer.cluster()).isNotEqualTo(vip);
                }
            }
            ForecastDigest digest = Objects.requireNonNull(result.insights().forecasts());
            Stream<CustomerForecast> late =
                    overdue(result).mostValuable().stream().map(OverdueReport.Line::customer);
            assertThat(Stream.concat(digest.mostValuable().stream(), late).map(CustomerForecast::customerId))
                    .isNotEmpty()
                    .doesNotContain("16446")
                    .doesNotContainAnyElementsOf(gone);
            assertThat(overdue(result).moneyAtStake())
                    .isBetween(1.0, overdue(counted).moneyAtStake() - 1.0);
        }
    }

    private static OverdueReport overdue(RunResult result) {
        return Objects.requireNonNull(
                Objects.requireNonNull(result.insights().forecasts()).overdueByState());
    }

    /** Customers of whose rows each has a later return of the same product, pieces and price. */
    private static Set<String> withNothingLeft(TransactionStore store) {
        Set<String> gone = new HashSet<>();
        store.query("""
                WITH sold AS (
                    SELECT customer_id AS customer, product_id AS product, quantity AS pieces, unit_price AS price, instant
                    FROM line WHERE amount > 0),
                back AS (
                    SELECT customer_id AS customer, product_id AS product, -quantity AS pieces, unit_price AS price, max(instant) AS latest
                    FROM judged WHERE quantity < 0 GROUP BY ALL)
                SELECT customer FROM sold LEFT JOIN back USING (customer, product, pieces, price)
                GROUP BY customer HAVING bool_and(coalesce(latest >= instant, false))
                """, row -> gone.add(String.valueOf(row.text(0))));
        return gone;
    }

    private static void segment(
            RunResult result, Persona persona, int customers, double recency, double frequency, double monetary) {
        Segment segment = result.segments().stream()
                .filter(s -> s.persona() == persona)
                .findFirst()
                .orElseThrow();
        assertThat(segment.customers()).as("customers of " + persona).isCloseTo(customers, within(5));
        assertThat(segment.mean(Feature.RECENCY)).as("recency of " + persona).isCloseTo(recency, within(1.0));
        assertThat(segment.mean(Feature.FREQUENCY))
                .as("frequency of " + persona)
                .isCloseTo(frequency, within(0.1));
        assertThat(segment.mean(Feature.MONETARY))
                .as("monetary of " + persona)
                .isCloseTo(monetary, within(0.01 * monetary));
    }

    private static Recipe recipe(OpenedFile dataset) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        var proposal = dataset.reading().proposal();
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        return Recipe.of(
                        "Online Retail",
                        new Source(
                                dataset.fingerprint(),
                                new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()))),
                        new Method.Given(KMeansParameters.of(5)),
                        new Seed(42))
                .withCatalogue(Catalogue.ORIGINAL);
    }
}
