package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String ORDERS = """
            [{"id": 9007199254740993, "created_at": "2024-01-05T08:10:00+01:00", "total_price": "31.00",
              "customer": {"id": 7, "email": "ann@example.com"}, "tags": ["new", "web"], "note": null,
              "line_items": [{"sku": "A", "quantity": 2, "price": 10.50}, {"sku": "B", "quantity": 1, "price": 10}],
              "tax_lines": [{"rate": 0.2}]},
             {"id": 2, "created_at": "2024-01-06", "total_price": "5.00", "cancelled": false,
              "customer": {"id": 8, "email": "bob@example.com"}, "line_items": []}]
            """;

    @TempDir
    Path folder;

    private Reading read(String content) throws IOException {
        return Reading.of(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertOrders(Reading outcome) {
        assertThat(outcome.summary().headers().subList(0, 10))
                .containsExactly(
                        "order.id",
                        "created_at",
                        "total_price",
                        "customer.id",
                        "customer.email",
                        "tags",
                        "cancelled",
                        "sku",
                        "quantity",
                        "price");
        assertThat(outcome.rows().stream()
                        .map(row -> row.split("\\|"))
                        .map(c -> String.join("|", List.of(c).subList(0, 10))))
                .containsExactly(
                        "9007199254740993|2024-01-05T08:10:00+01:00|31.00|7|ann@example.com|new, web|~|A|2|10.5",
                        "9007199254740993|2024-01-05T08:10:00+01:00|31.00|7|ann@example.com|new, web|~|B|1|10",
                        "2|2024-01-06|5.00|8|bob@example.com|~|false|~|~|~");
        assertThat(outcome.summary().notes())
                .containsExactly("Lists inside the objects that were not read: tax_lines.");
    }

    @Test
    void orders_become_one_row_per_line() throws Exception {
        Reading outcome = read(ORDERS);
        assertOrders(outcome);
        assertThat(outcome.summary().format()).isEqualTo("JSON, one row per element of line_items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"orders\": %s}", "{\"page\": 1, \"data\": {\"skipped\": [1, [2]], \"orders\": %s}}"})
    void lists_inside_of_objects(String around) throws Exception {
        assertOrders(read(around.formatted(ORDERS)));
    }

    @Test
    void what_an_order_and_its_lines_both_have_is_told_apart() throws Exception {
        Reading outcome = read(
                "[{\"id\": 1, \"total\": \"31\", \"note\": \"a\", \"items\": [{\"id\": 7, \"total\": 21, \"note\": \"b\"}]}]");
        assertThat(outcome.summary().headers())
                .startsWith("order.id", "order.total", "note", "items.id", "total", "items.note");
        assertThat(outcome.rows().getFirst()).startsWith("1|31|a|7|21|b");
    }

    @Test
    void one_object_a_line() throws Exception {
        assertOrders(read(ORDERS.replaceFirst("\\[", "")
                .replace("\n", " ")
                .replace("]},", "]}\n")
                .replaceFirst("]\\s*$", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void with_a_byte_order_mark(String charset) throws Exception {
        assertOrders(Reading.of(folder, ("\uFEFF" + ORDERS).getBytes(Charset.forName(charset))));
    }

    @Test
    void the_edges_of_a_graph_are_no_names() throws Exception {
        Reading outcome = read("""
                {"data": {"orders": {"edges": [{"node": {"id": "1", "createdAt": "2024-01-05",
                  "lineItems": {"edges": [{"node": {"title": "Mug", "quantity": 1}}]}}}]}}}
                """);
        assertThat(outcome.summary().headers()).contains("order.id", "createdAt", "title", "quantity");
        assertThat(outcome.rows().getFirst()).startsWith("1|2024-01-05|Mug|1");
    }

    @Test
    void parts_that_follow_their_order_are_its_lines() throws Exception {
        Reading outcome = read("""
                {"id":"gid://shopify/Order/1","createdAt":"2024-01-05","email":"ann@example.com"}
                {"id":"gid://shopify/LineItem/11","title":"Mug","quantity":2,"__parentId":"gid://shopify/Order/1"}
                {"id":"gid://shopify/LineItem/12","title":"Pot","quantity":1,"__parentId":"gid://shopify/Order/1"}
                {"id":"gid://shopify/Refund/13","__parentId":"gid://shopify/Order/1"}
                {"id":"gid://shopify/Order/2","createdAt":"2024-01-06","email":"bob@example.com"}
                """);
        assertThat(outcome.rows().stream()
                        .map(row -> row.split("\\|"))
                        .map(c -> String.join("|", List.of(c).subList(0, 6))))
                .containsExactly(
                        "gid://shopify/Order/1|2024-01-05|ann@example.com|gid://shopify/LineItem/11|Mug|2",
                        "gid://shopify/Order/1|2024-01-05|ann@example.com|gid://shopify/LineItem/12|Pot|1",
                        "gid://shopify/Order/2|2024-01-06|bob@example.com|~|~|~");
    }

    @Test
    void the_list_that_looks_like_orders_is_taken() throws Exception {
        Reading outcome = read("{\"customers\": [{\"id\": 1, \"name\": \"Ann\"}], \"orders\": " + ORDERS + "}");
        assertThat(outcome.summary().headers()).contains("sku");
        assertThat(outcome.summary().notes().getFirst())
                .contains("\"orders\" looks most like orders", "\"customers\" (1 row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\": 1}, {\"id\": ",
                "[{\"id\": 1} {]",
                "{\"orders\": [{\"id\": 1}",
                "[{\"id\": 1}, nonsense]"
            })
    void damage_is_told_with_its_line(String content) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("no valid JSON from line 1");
    }

    @Test
    void objects_without_end_are_refused() {
        String deep = "{\"a\":".repeat(100_000);
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> read("[" + deep));
        StringBuilder wide = new StringBuilder("[{\"x\": 0");
        for (int i = 0; i < 3_000; i++) {
            wide.append(", \"f").append(i).append("\": 1");
        }
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(wide + "}]"))
                .withMessageContaining("more than 2000 different fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"orders\": []}", "[1, 2]", "{}", "[[1, 2], [3, 4]]", "{\"id\": 1}"})
    void json_without_objects_is_refused(String content) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("JSON without a list of objects");
    }

    @Test
    void names_in_brackets_are_no_json() throws Exception {
        assertThat(read("[Order],[Day]\n1,2024-01-05\n").summary().headers()).startsWith("[Order]", "[Day]");
        assertThat(read("{Order},{Day}\n1,2024-01-05\n").rows().getFirst()).startsWith("1|2024-01-05");
    }
}
