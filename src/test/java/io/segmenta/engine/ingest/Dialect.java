package io.segmenta.engine.ingest;

import io.segmenta.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shop as some system somewhere would write it.
 *
 * @param headers of customer, order, product, date, quantity, unit price, total; empty where the system has no such column
 * @param constants further columns of the system, which hold the same in every row, by their headers
 */
record Dialect(
        List<String> headers,
        Map<String, String> constants,
        Grain grain,
        Numbers numbers,
        Dates dates,
        char delimiter,
        Encoding encoding) {
    enum Grain {
        LINES_WITH_PRICE,
        LINES_WITH_PRICE_AND_TOTAL,
        LINES_WITH_TOTAL,
        LINES_WITH_TOTAL_OF_ORDER,
        ORDERS,
        PAYMENTS;

        /** Whether a system with these columns writes so. */
        boolean isOf(List<String> headers) {
            boolean lines = !headers.get(QUANTITY).isEmpty();
            boolean price = !headers.get(PRICE).isEmpty();
            boolean total = !headers.get(TOTAL).isEmpty();
            return switch (this) {
                case LINES_WITH_PRICE -> lines && price;
                case LINES_WITH_PRICE_AND_TOTAL, LINES_WITH_TOTAL_OF_ORDER -> lines && price && total;
                case LINES_WITH_TOTAL -> lines && total;
                // of a system that writes lines an order without any is none of its own
                case ORDERS -> total && lines == price;
                case PAYMENTS -> total && lines && price;
            };
        }
    }

    private static final int QUANTITY = 4;
    private static final int PRICE = 5;
    private static final int TOTAL = 6;

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
                case WINDOWS_1252 -> text.getBytes(WINDOWS);
            };
        }
    }

    /** Behind the columns of a system those that are the same in every row. */
    private static final List<String> SYSTEMS = List.of(
            "Email,Name,Lineitem sku,Created at,Lineitem quantity,Lineitem price,|Financial Status=paid|Fulfillment Status=fulfilled",
            "Email (Billing),Order Number,SKU,Order Date,Quantity,Item Cost,|Order Status=Completed",
            "buyer-email,order-id,sku,purchase-date,quantity-purchased,,item-price|order-status=Shipped",
            "Buyer,Order ID,Listing ID,Sale Date,Quantity,Price,|Currency=EUR|Order Shipping=0",
            "Customer Email,ID,,Purchase Date,,,Grand Total (Base)|Purchase Point=Main Website|Bill-to Name=Somebody|Status=Complete",
            "customer_email,increment_id,,created_at,,,base_grand_total|base_currency_code=EUR|status=complete",
            "email,reference,product_reference,date_add,product_quantity,unit_price_tax_incl,|state_name=Payment accepted",
            "email,order_id,,date_added,,,total|order_status_id=5|date_modified=2023-12-31|currency_code=EUR",
            "CustomerID,OrderID,ProductID,OrderDate,Quantity,UnitPrice,|RequiredDate=2023-12-31|Freight=3|ShipVia=1",
            "Customer ID,Order ID,Product ID,Order Date,Quantity,,Sales|Row ID=1|Ship Mode=First Class|Sub-Category=Paper",
            "Username (Buyer),Order ID,Product Name,Order Creation Date,Quantity,Deal Price,|Order Status=Completed",
            "Comprador,# de venta,# de publicación,Fecha de venta,Unidades,,Ingresos por productos (MXN)|Estado=Entregado",
            "Username (Pembeli),No. Pesanan,Nama Produk,Waktu Pesanan Dibuat,Jumlah,Harga Setelah Diskon,|Status Pesanan=Selesai",
            "买家会员名,订单编号,,订单创建时间,,,买家实际支付金额|订单状态=交易成功");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

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

    static Dialect drawn(Cases drawn) {
        List<String> all = drawn.one(true, false) ? LANGUAGES : SYSTEMS;
        List<String> columns = List.of(all.get(drawn.between(0, all.size() - 1)).split("\\|"));
        List<String> headers = List.of(columns.getFirst().split(",", -1));
        Map<String, String> constants = new LinkedHashMap<>();
        columns.stream()
                .skip(1)
                .map(column -> column.split("="))
                .forEach(column -> constants.put(column[0], column[1]));
        return new Dialect(
                headers,
                constants,
                drawn.one(Stream.of(Grain.values())
                        .filter(grain -> grain.isOf(headers))
                        .toArray(Grain[]::new)),
                drawn.one(Numbers.values()),
                drawn.one(Dates.values()),
                drawn.one(',', ';', '\t'),
                WINDOWS.newEncoder().canEncode(String.join("", columns))
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
        List<String> names =
                switch (grain) {
                    case LINES_WITH_PRICE -> headers.subList(0, 6);
                    case LINES_WITH_PRICE_AND_TOTAL -> headers;
                    case LINES_WITH_TOTAL, LINES_WITH_TOTAL_OF_ORDER -> without(headers, 5);
                    case ORDERS -> List.of(headers.get(0), headers.get(1), headers.get(3), headers.get(6));
                    case PAYMENTS -> List.of(headers.get(0), headers.get(3), headers.get(6));
                };
        text.append(row(names, constants.keySet()));
        for (Order order : orders) {
            String when = dates.format.format(order.when());
            String total = numbers.write(order.cents());
            if (grain == Grain.ORDERS) {
                text.append(row(List.of(order.customer(), order.number(), when, total), constants.values()));
            } else if (grain == Grain.PAYMENTS) {
                text.append(row(List.of(order.customer(), when, total), constants.values()));
            } else {
                order.lines().forEach(line -> text.append(row(line(order, line, when, total), constants.values())));
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

    private String row(Collection<String> cells, Collection<String> further) {
        return Stream.concat(cells.stream(), further.stream())
                        .map(cell -> cell.indexOf(delimiter) >= 0 ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(String.valueOf(delimiter)))
                + "\r\n";
    }
}
