package io.segmenta.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.testing.FakePeople;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.component.chart.ChartCard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersonViewTest extends ViewTest {
    @Autowired
    private FakePeople people;

    @BeforeEach
    void run() {
        runs.addExample();
    }

    private String person(String id) {
        open("runs/1/customer?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        push();
        return text();
    }

    @Test
    void saysWhereTheyStandAndWhatTheyBought() {
        Assignment customer = runs.customers.getFirst();
        assertThat(person(customer.customerId()))
                .contains("Customer " + customer.customerId())
                .contains("3 orders for £110.50; £10.50 of it came back, so £100.00 counts")
                .contains("2 of 2 products");
        assertThat(find(ChartCard.class).single()).isNotNull();
    }

    @Test
    void theLatestOrderStandsFirstWithTheDaysSinceTheOneBefore() {
        person(runs.customers.getFirst().customerId());
        NativeTable orders = find(NativeTable.class).all().stream()
                .filter(table -> "Orders".equals(table.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        assertThat(ViewTest.text(orders)).containsSubsequence("C-3", "90", "£80.50", "C-2", "30", "£20.00", "C-1", "–");
    }

    @Test
    void theRuleStandsBesideTheirNumbers() {
        Assignment customer = runs.customers.getFirst();
        String page = person(customer.customerId());
        assertThat(page).containsPattern("Why .*\\?").contains("The rule asks").containsAnyOf("yes", "no");
    }

    @Test
    void anIdThatNobodyHasSaysSo() {
        assertThat(person("<i>nobody</i>")).contains("No customer \"<i>nobody</i>\" in this run");
        assertThat(find(Anchor.class).all()).anyMatch(link -> link.getHref().equals("runs/1/explorer"));
        open("runs/1/customer");
        assertThat(text()).contains("No customer \"\" in this run");
    }

    @Test
    void whereTheRowsAreGoneTheRestStays() {
        people.failure = new UserFacingException("The rows are no longer there.");
        Assignment customer = runs.customers.getFirst();
        assertThat(person(customer.customerId()))
                .contains("The rows are no longer there.")
                .contains("The rule asks")
                .contains("Customer " + customer.customerId());
    }
}
