package io.segmenta.engine.ingest;

import io.segmenta.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A shop as some system somewhere would write it.
 *
 * @param headers of customer, order, product, date, quantity, unit price, total
 */
record Dialect(List<String> headers, Grain grain, Numbers numbers, Dates dates, char delimiter, Encoding encoding) {
    enum Grain {
        LINES_WITH_PRICE,
        LINES_WITH_PRICE_AND_TOTAL,
        LINES_WITH_TOTAL,
        LINES_WITH_TOTAL_OF_ORDER,
        ORDERS,
        PAYMENTS
    }

    enum Numbers {
        PLAIN,
        COMMA,
        GROUPED,
        GROUPED_COMMA,
        SWISS,
        EURO;

        String write(long cents) {
            String grouped = String.format(Locale.ROOT, "%,d", cents / 100);
            String decimals = String.format(Locale.ROOT, "%02d", cents % 100);
            return switch (this) {
                case PLAIN -> cents / 100 + "." + decimals;
                case COMMA -> cents / 100 + "," + decimals;
                case GROUPED -> grouped + "." + decimals;
                case GROUPED_COMMA -> grouped.replace(',', '.') + "," + decimals;
                case SWISS -> grouped.replace(',', '\'') + "." + decimals;
                case EURO -> grouped.replace(',', '.') + "," + decimals + " €";
            };
        }
    }

    enum Dates {
        ISO("yyyy-MM-dd HH:mm:ss"),
        ISO_T("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        DAY_FIRST("dd/MM/yyyy HH:mm"),
        MONTH_FIRST("M/d/yyyy H:mm"),
        POINTS("dd.MM.yyyy HH:mm"),
        SHORT_YEAR("dd/MM/yy HH:mm");

        private final DateTimeFormatter format;

        Dates(String format) {
            this.format = DateTimeFormatter.ofPattern(format, Locale.ROOT);
        }
    }

    enum Encoding {
        UTF_8,
        UTF_8_MARKED,
        UTF_16_MARKED,
        WINDOWS_1252;

        byte[] bytes(String text) {
            return switch (this) {
                case UTF_8 -> text.getBytes(StandardCharsets.UTF_8);
                case UTF_8_MARKED -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case UTF_16_MARKED -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                case WINDOWS_1252 -> text.getBytes(Charset.forName("windows-1252"));
            };
        }
    }

    /** The first {@link #WESTERN} of them can be written in Windows-1252. */
    private static final List<String> LANGUAGES = List.of(
            "Customer ID,Order ID,Product,Order Date,Quantity,Unit Price,Total",
            "customer_email,order_number,sku,created_at,qty,price,amount",
            "Kundennummer,Bestellnummer,Artikel,Bestelldatum,Menge,Einzelpreis,Gesamtpreis",
            "Numéro client,Numéro de commande,Produit,Date de commande,Quantité,Prix unitaire,Montant total",
            "ID cliente,Número de pedido,Producto,Fecha de pedido,Cantidad,Precio unitario,Importe total",
            "Código do cliente,Número do pedido,Produto,Data do pedido,Quantidade,Preço unitário,Valor total",
            "Codice cliente,Numero ordine,Prodotto,Data ordine,Quantità,Prezzo unitario,Importo totale",
            "Klantnummer,Bestelnummer,Product,Besteldatum,Aantal,Stukprijs,Totaalbedrag",
            "Numer klienta,Numer zamówienia,Produkt,Data zamówienia,Ilość,Cena jednostkowa,Wartość",
            "Müşteri No,Sipariş No,Ürün,Sipariş Tarihi,Adet,Birim Fiyat,Toplam Tutar",
            "Код клиента,Номер заказа,Товар,Дата заказа,Количество,Цена,Сумма",
            "顧客ID,注文番号,商品名,注文日,数量,単価,合計金額",
            "客户编号,订单号,商品,下单时间,数量,单价,总金额");

    private static final int WESTERN = 8;

    static Dialect drawn(Cases drawn) {
        int language = drawn.between(0, LANGUAGES.size() - 1);
        Numbers numbers = drawn.one(Numbers.values());
        boolean western = language < WESTERN;
        return new Dialect(
                List.of(LANGUAGES.get(language).split(",")),
                drawn.one(Grain.values()),
                numbers,
                drawn.one(Dates.values()),
                drawn.one(',', ';', '\t'),
                western
                        ? drawn.one(Encoding.values())
                        : drawn.one(Encoding.UTF_8, Encoding.UTF_8_MARKED, Encoding.UTF_16_MARKED));
    }

    /** @param cents of the row */
    record Line(String product, int quantity, long cents) {}

    record Order(String customer, String number, LocalDateTime when, List<Line> lines) {
        long cents() {
            return lines.stream()
                    .mapToLong(line -> line.quantity() * line.cents())
                    .sum();
        }
    }

    /** Orders of a small shop over a year; each at a minute of its own. */
    static List<Order> shop(Random random) {
        List<Order> orders = new ArrayList<>();
        int customers = 8 + random.nextInt(8);
        int count = 30 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            List<Line> lines = new ArrayList<>();
            int products = 1 + random.nextInt(3);
            for (int p = 0; p < products; p++) {
                int product = random.nextInt(9) * 3 + p;
                lines.add(new Line("P" + product, 1 + random.nextInt(4), 1_99 + 137_31L * product));
            }
            orders.add(new Order(
                    "c" + (100 + random.nextInt(customers)) + "@example.com",
                    "N" + (5000 + i),
                    LocalDateTime.of(2023, 1, 1, 9, 0).plusDays(i * 7L).plusMinutes(i),
                    List.copyOf(lines)));
        }
        return orders;
    }

    byte[] write(List<Order> orders) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        text.append(row(
                switch (grain) {
                    case LINES_WITH_PRICE -> headers.subList(0, 6);
                    case LINES_WITH_PRICE_AND_TOTAL -> headers;
                    case LINES_WITH_TOTAL, LINES_WITH_TOTAL_OF_ORDER -> without(headers, 5);
                    case ORDERS -> List.of(headers.get(0), headers.get(1), headers.get(3), headers.get(6));
                    case PAYMENTS -> List.of(headers.get(0), headers.get(3), headers.get(6));
                }));
        for (Order order : orders) {
            String when = dates.format.format(order.when());
            String total = numbers.write(order.cents());
            if (grain == Grain.ORDERS) {
                text.append(row(List.of(order.customer(), order.number(), when, total)));
            } else if (grain == Grain.PAYMENTS) {
                text.append(row(List.of(order.customer(), when, total)));
            } else {
                order.lines().forEach(line -> text.append(row(line(order, line, when, total))));
            }
        }
        rows.writeBytes(encoding.bytes(text.toString()));
        return rows.toByteArray();
    }

    private List<String> line(Order order, Line line, String when, String total) {
        List<String> cells = new ArrayList<>(
                List.of(order.customer(), order.number(), line.product(), when, String.valueOf(line.quantity())));
        if (grain == Grain.LINES_WITH_PRICE || grain == Grain.LINES_WITH_PRICE_AND_TOTAL) {
            cells.add(numbers.write(line.cents()));
        }
        if (grain != Grain.LINES_WITH_PRICE) {
            cells.add(grain == Grain.LINES_WITH_TOTAL_OF_ORDER ? total : numbers.write(line.quantity() * line.cents()));
        }
        return cells;
    }

    private static List<String> without(List<String> all, int position) {
        List<String> fewer = new ArrayList<>(all);
        fewer.remove(position);
        return fewer;
    }

    private String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.indexOf(delimiter) >= 0 ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(String.valueOf(delimiter)))
                + "\r\n";
    }
}
