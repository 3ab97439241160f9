package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.columns.Vocabulary.Level;
import io.segmenta.engine.transactions.Field;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    static final List<String> LANGUAGES = Vocabulary.LANGUAGES;

    private static final Map<String, String> CONFLICTS = Map.of();

    private static WordList file(String language) {
        return WordList.read("vocabulary-" + language + ".txt", ",");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasWordsForEveryKey(String language) {
        assertThat(file(language).values().keySet())
                .containsExactlyInAnyOrderElementsOf(file("en").values().keySet());
        assertThat(file(language).values())
                .allSatisfy((key, words) -> assertThat(words)
                        .as(key)
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(Vocabulary.normal(word)).isNotEmpty()));
    }

    @Test
    void noNameStandsForTwoColumns() {
        Map<String, TreeSet<String>> roles = new TreeMap<>();
        for (String role : Stream.concat(Stream.of(Field.values()).map(Field::key), Vocabulary.ROLES.stream())
                .toList()) {
            for (String language : LANGUAGES) {
                file(language)
                        .of(role + ".name")
                        .forEach(word -> roles.computeIfAbsent(Vocabulary.normal(word), w -> new TreeSet<>())
                                .add(role));
            }
        }
        roles.values().removeIf(several -> several.size() < 2);
        Map<String, String> found = new TreeMap<>();
        roles.forEach((word, several) -> found.put(word, String.join(" ", several)));
        assertThat(found).isEqualTo(CONFLICTS);
    }

    @Test
    void noNameIsThatOfAGuestOrASumOrAState() {
        List<String> wrong = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String word : file(language).of("guest")) {
                if (Vocabulary.isTotal(word) || Vocabulary.state(word).isPresent()) {
                    wrong.add(word);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Completed|PAID",
                "wc-completed|PAID",
                "Shipped|PAID",
                "Shipped - Delivered to Buyer|PAID",
                "partially_paid|PAID",
                "In Process|PAID",
                "CANCELLED|CANCELLED",
                "Canceled by customer|CANCELLED",
                "voided|CANCELLED",
                "Failed|FAILED",
                "payment declined|FAILED",
                "refunded|REFUNDED",
                "Partially_Refunded|PARTLY_REFUNDED",
                "PartiallyRefunded|PARTLY_REFUNDED",
                "not paid|UNPAID",
                "unpaid|UNPAID",
                "on-hold|UNPAID",
                "Pending - Waiting for Pick Up|UNPAID",
                "checkout-draft|DRAFT",
                "abandoned cart|ABANDONED",
                "Shipped - Returned to Seller|RETURNED",
                "Shipped - Rejected by Buyer|RETURNED",
                "remove_from_cart|OTHER_EVENT",
                "purchase|PURCHASE_EVENT",
                "storniert|CANCELLED",
                "Nicht bezahlt|UNPAID",
                "teilweise erstattet|PARTLY_REFUNDED",
                "Annulée|CANCELLED",
                "en attente de paiement|UNPAID",
                "Pago rechazado|FAILED",
                "Devuelto|RETURNED",
                "Pagamento pendente|UNPAID",
                "Venda cancelada pelo comprador|CANCELLED",
                "Rimborsato|REFUNDED",
                "Gedeeltelijk terugbetaald|PARTLY_REFUNDED",
                "Nieopłacone|UNPAID",
                "İPTAL EDİLDİ|CANCELLED",
                "Не оплачен|UNPAID",
                "Оплачен картой|PAID",
                "Đã huỷ|CANCELLED",
                "Belum Bayar|UNPAID",
                "キャンセル済み|CANCELLED",
                "発送済み（ヤマト）|PAID",
                "결제 완료|PAID",
                "卖家已发货，等待买家确认收货|PAID",
                "等待买家付款|UNPAID",
                "买家已付款，等待卖家发货|PAID",
                "部分退款|PARTLY_REFUNDED",
                "訂單已取消|CANCELLED",
                "غير مدفوع|UNPAID",
                "تم التوصيل|PAID"
            })
    void theStateOfAnOrderIsTold(String value, State state) {
        assertThat(Vocabulary.state(value)).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "closed", "Disputed", "incompleted", "review", "Standard", "Berlin", "12"})
    void whatSaysNothingOrDifferentThingsIsNoState(String value) {
        assertThat(Vocabulary.state(value)).isEqualTo(Optional.empty());
    }

    @Test
    void guestsAreNobodyAndTotalsAreNoCustomers() {
        assertThat(List.of(
                        "Guest",
                        "guest customer",
                        "GAST",
                        "Invité",
                        "Walk-In",
                        "público general",
                        "散客",
                        "Гость",
                        "ゲスト"))
                .allMatch(Vocabulary::isGuest);
        assertThat(List.of("0", "Gaston", "Guest House Ltd", "")).noneMatch(Vocabulary::isGuest);
        assertThat(List.of(
                        "Total",
                        "TOTAL:",
                        "Grand total: 1,234.50 €",
                        "Summe",
                        "Gesamtergebnis",
                        "Total (40)",
                        "Итого:",
                        "合計",
                        "合计",
                        "총계"))
                .allMatch(Vocabulary::isTotal);
        assertThat(List.of("Total Energies", "", "12", "Sumner")).noneMatch(Vocabulary::isTotal);
    }

    @ParameterizedTest
    @CsvSource({
        "lineTotal, Line Total, NAME",
        "lineTotal, Positionssumme, NAME",
        "orderTotal, Order Total, NAME",
        "orderTotal, total pedido, NAME",
        "discount, Remise, NAME",
        "status, Financial Status, NAME",
        "currency, Währung, NAME",
        "cost, unit_cost, NAME",
        "tax, TVA, NAME",
        "shipping, Versandkosten, NAME",
        "status, Zahlungs-Status 2, PART",
        "discount, Discount given, PART"
    })
    void columnsBesideTheGoodsHaveNames(String role, String header, Level level) {
        assertThat(Vocabulary.names(role, level, header)).isTrue();
    }

    @Test
    void whatTheShopPaidIsNoPrice() {
        assertThat(Level.values()).noneMatch(level -> Vocabulary.names(Field.UNIT_PRICE, level, "unit_cost"));
    }

    @Test
    void aRoleThatThereIsNotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.names("profit", Level.NAME, "Profit"))
                .withMessageContaining("profit");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        for (String word : List.of("Käufer", "État", "Ünal İpek", "Đơn hàng", "ガス", "주문번호", "Łódź", "طلب")) {
            assertThat(Vocabulary.normal(Normalizer.normalize(word, Normalizer.Form.NFD)))
                    .isEqualTo(Vocabulary.normal(Normalizer.normalize(word, Normalizer.Form.NFC)))
                    .isNotEmpty();
        }
        assertThat(Vocabulary.normal("订单编号 ")).isEqualTo("订单编号");
        assertThat(Vocabulary.normal("НОМЕР заказа")).isEqualTo("номерзаказа");
    }
}
