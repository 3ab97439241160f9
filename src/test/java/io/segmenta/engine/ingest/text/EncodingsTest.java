package io.segmenta.engine.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252  | Müller;Straße 5;Köln
            windows-1252  | Café crème;Élodie Lefèvre;Garçon
            windows-1252  | Muñoz;España;“José” – 8½
            windows-1252  | São João;Ação;Conceição
            IBM850        | Müller;Straße 5;Köln
            IBM850        | Café crème;Élodie Lefèvre;Garçon
            IBM850        | Muñoz;España;José
            IBM437        | Müller;Straße 5;Köln
            x-MacRoman    | Müller;Straße 5;Köln
            x-MacRoman    | Café crème;Élodie Lefèvre;Garçon
            x-MacRoman    | Muñoz;España;José
            windows-1250  | Łódź;Żółć;Świątek;Grażyna
            ISO-8859-2    | Łódź;Żółć;Świątek;Grażyna
            windows-1250  | Čapek;Řehoř;Příliš žluťoučký kůň
            ISO-8859-2    | Čapek;Řehoř;Příliš žluťoučký kůň
            windows-1250  | Őrség;Fűtő;Szőke
            windows-1254  | Şahin;Çağla İyık;İpek Öz;Işık
            windows-1251  | Иванов;Заказ;Сумма;Москва
            KOI8-R        | Иванов;Заказ;Сумма;Москва
            windows-1253  | Παπαδόπουλος;Αθήνα;Τιμή
            windows-1256  | محمد;أحمد;السعر
            GBK           | 订单编号;买家;北京市;张伟;数量
            Big5          | 訂單編號;買家;臺北市;數量;價格
            windows-31j   | 注文番号;顧客名;東京都;カタログ;りんご
            x-windows-949 | 주문번호;고객;서울특별시;수량;가격
            """)
    void namesAreReadAsTheyWereWritten(String charset, String names) {
        String text = "id;name\n1;" + names.strip() + "\n2;plain\n";
        byte[] bytes = text.getBytes(Charset.forName(charset.strip()));

        Encodings.Found found = Encodings.of(bytes);

        assertThat(new String(bytes, found.charset())).isEqualTo(text);
    }

    @Test
    void aFileGluedTogetherFromUtf8AndWindows1252IsLeftToTheLenientReader() {
        ByteArrayOutputStream glued = new ByteArrayOutputStream();
        glued.writeBytes("Müller;Jürgen;Böll;Köln\n".getBytes(StandardCharsets.UTF_8));
        glued.writeBytes("Weiß\n".getBytes(Charset.forName("windows-1252")));

        assertThat(Encodings.of(glued.toByteArray()).isWindows1252()).isTrue();
    }

    @Test
    void withoutAnyEvidenceItIsWindows1252() {
        byte[] bytes = "a;\u00A7\u00A7\u00B6\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Encodings.of(bytes).isWindows1252()).isTrue();
    }
}
