package io.segmenta.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir
    Path folder;

    private int stores;

    /** The cells of the derived columns by row, separated by |, below their headers. */
    private List<String> derived(String headers, String... rows) {
        List<String> own = List.of(headers.split("\\|"));
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("rows" + stores++ + ".duckdb"), StoreLimits.defaults())) {
            Rows.fill(
                    store, own, Stream.of(rows).map(row -> row.split("\\|", -1)).toList());
            Preparation.add(store);
            List<String> all = store.headers();
            List<String> found = new ArrayList<>();
            found.add(String.join("|", all.subList(own.size(), all.size())));
            if (all.size() > own.size()) {
                store.query("SELECT * FROM source ORDER BY rowid", row -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = own.size(); i < all.size(); i++) {
                        cells.add(String.valueOf(row.text(i)));
                    }
                    found.add(String.join("|", cells));
                });
            }
            return found;
        }
    }

    @Test
    void aCompleteFileGetsNothing() {
        assertThat(derived(
                        "Order ID|Email|Order date|SKU|Amount",
                        "1|a@x.de|2024-01-05|A|1",
                        "1|a@x.de|2024-01-05|B|2",
                        "2|b@x.de|2024-01-06|A|1"))
                .containsExactly("");
    }

    @Test
    void signsBesideTheAmountsAreCurrenciesWhereTheyDiffer() {
        assertThat(derived(
                        "Order ID|Email|Order date|Amount",
                        "1|a@x.de|2024-01-05|$1.50",
                        "2|a@x.de|2024-01-06|\u20ac2",
                        "3|b@x.de|2024-01-07|CHF 3",
                        "4|b@x.de|2024-01-08|4"))
                .containsExactly("Amount, its currency", "USD", "EUR", "CHF", "null");
        assertThat(derived("Order ID|Email|Order date|Amount", "1|a@x.de|2024-01-05|$1.50", "2|a@x.de|2024-01-06|$2"))
                .containsExactly("");
    }

    @Test
    void aReportByCustomerNamesThemOnce() {
        String[] report = {
            "Acme Ltd|2024-01-05|1",
            "|2024-01-06|2",
            "Total Acme Ltd||3",
            "Best & Co|2024-01-07|4",
            "Total Best & Co||4",
            "TOTAL||7"
        };
        assertThat(derived("Customer|Date|Amount", report))
                .containsExactly(
                        "Customer, carried down",
                        "Acme Ltd",
                        "Acme Ltd",
                        "Total Acme Ltd",
                        "Best & Co",
                        "Total Best & Co",
                        "TOTAL");
        report[2] = "Cleo||3";
        report[4] = "Dora||4";
        assertThat(derived("Customer|Date|Amount", report)).containsExactly("");
    }

    @Test
    void whatStandsOnTheFirstRowOfAnOrderIsCarriedDown() {
        assertThat(derived(
                        "Order ID|Email|Order date|SKU|Amount",
                        "1|a@x.de|2024-01-05|A|1",
                        "1|||B|2",
                        "2|b@x.de|2024-01-06|A|1",
                        "2|||C|1",
                        "3||2024-01-07|C|1"))
                .containsExactly(
                        "Email, carried down|Order date, carried down",
                        "a@x.de|2024-01-05",
                        "a@x.de|2024-01-05",
                        "b@x.de|2024-01-06",
                        "b@x.de|2024-01-06",
                        "null|2024-01-07");
    }

    @Test
    void mergedCellsAreCarriedDownWithTheOrderNumber() {
        assertThat(derived(
                        "Order ID|Email|Order date|SKU|Amount",
                        "1|a@x.de|2024-01-05|A|1",
                        "|||B|2",
                        "2|b@x.de|2024-01-06|A|1",
                        "|||C|1"))
                .containsExactly(
                        "Order ID, carried down|Email, carried down|Order date, carried down",
                        "1|a@x.de|2024-01-05",
                        "1|a@x.de|2024-01-05",
                        "2|b@x.de|2024-01-06",
                        "2|b@x.de|2024-01-06");
    }

    @Test
    void theTimeBesideTheDayMakesTheInstant() {
        assertThat(derived("Customer ID|Date|Time|Amount", "ann|2024-01-05|10:30|1", "ben|2024-01-06|11:45|2"))
                .last()
                .isEqualTo("2024-01-06 11:45");
        assertThat(derived("Customer ID|Date|Time|Amount", "ann|2024-01-05|morning|1", "ben|2024-01-06|evening|2"))
                .containsExactly("");
    }

    @Test
    void severalColumnsSayWhatBecameOfTheOrder() {
        assertThat(derived(
                        "Order ID|Customer ID|Order date|Amount|Payment status|Order status",
                        "1|ann|2024-01-05|1|paid|completed",
                        "2|ben|2024-01-06|2|refunded|completed",
                        "3|ann|2024-01-07|3|paid|cancelled",
                        "4|cleo|2024-01-08|3|paid|completed"))
                .containsExactly(
                        "Payment status / Order status",
                        "paid / completed",
                        "refunded / completed",
                        "paid / cancelled",
                        "paid / completed");
    }

    @Test
    void bothNamesTellTheCustomerWhereNothingElseDoes() {
        String[] rows = {"Ann|Ray|2024-01-05|1", " Ann |Sun|2024-01-06|2", "|Sun|2024-01-07|3", "||2024-01-08|3"};
        assertThat(derived("First Name|Last Name|Order date|Amount", rows))
                .containsExactly("First Name + Last Name", "Ann Ray", "Ann Sun", "Sun", "null");
        assertThat(derived("Vorname|Nachname|Bestelldatum|Summe", rows)).first().isEqualTo("Vorname + Nachname");
        assertThat(derived(
                        "First Name|Last Name|Order date|Email",
                        "Ann|Ray|2024-01-05|a@x.de",
                        "Bo|Ray|2024-01-06|b@x.de"))
                .containsExactly("");
    }

    @Test
    void guestsAreToldApartByTheirAddresses() {
        assertThat(derived(
                        "Order ID|Customer ID|Email|Order date|Amount",
                        "1|17|a@x.de|2024-01-05|1",
                        "2|0|g@x.de|2024-01-06|2",
                        "3|0|h@x.de|2024-01-07|3",
                        "4|17|a@x.de|2024-01-08|3"))
                .containsExactly("Customer ID, guests by Email", "17", "g@x.de", "h@x.de", "17");
    }
}
