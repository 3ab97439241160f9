package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What exports call the fields, in English, German, French and Spanish. Case, accents, blanks and signs make no difference. */
public final class Vocabulary {
    /** From certain to vague. */
    enum Level {
        /** the header is a name of the field */
        NAME,
        /** the header is a word that often stands for the field, but not only for it */
        WORD,
        /** the header contains such a word */
        PART
    }

    private static final Map<Field, Set<String>> NAMES = new EnumMap<>(Field.class);
    private static final Map<Field, Set<String>> WORDS = new EnumMap<>(Field.class);
    private static final Map<Field, List<String>> PARTS = new EnumMap<>(Field.class);
    /** A header with one of these is a sum, a name or a state, whatever else it says. */
    private static final List<String> MISLEADING = List.of(
            "total",
            "summe",
            "gesamt",
            "montant",
            "importe",
            "tax",
            "steuer",
            "discount",
            "rabatt",
            "shipping",
            "versand",
            "status",
            "name",
            "currency",
            "waehrung",
            "type",
            "note",
            "phone",
            "address",
            "city",
            "zip",
            "fee",
            "refund",
            "due",
            "paid",
            "update");

    static {
        field(Field.CUSTOMER_ID, """
                customer id, customer no, customer nr, customer number, customer code, customer key, customer unique id, cust id, cust no, \
                customer ref, customer reference, customer uuid, client id, client no, client number, client code, user id, member id, buyer id, shopper id, account id, account number, \
                Kunden-ID, Kundennummer, Kunden-Nr, KundenNr, KdNr, Kdnr., Kunden Nummer, Debitor, Debitorennummer, Käufer-ID, \
                ID client, numéro client, n° client, no client, code client, identifiant client, référence client, id acheteur, \
                ID de cliente, id cliente, código de cliente, código cliente, número de cliente, nº cliente, num cliente, cod cliente""", """
                customer, client, buyer, user, member, shopper, account, customer email, email, e-mail, email address, buyer email, \
                billing email, email (billing), customer name, client name, Kunde, Käufer, Kunden E-Mail, acheteur, courriel, \
                cliente, comprador, correo electrónico, correo""", "customer, kunde, client, buyer, acheteur, comprador, member");
        field(
                Field.INVOICE_ID,
                """
                invoice id, invoice no, invoice nr, invoice number, invoice, order id, order no, order nr, order number, transaction id, \
                transaction no, transaction number, order ref, order reference, order uuid, sale id, sale no, sale number, purchase id, \
                receipt id, receipt no, receipt number, sales order, sales order number, document no, \
                Rechnungsnummer, Rechnungs-Nr, RechnungsNr, Rechnung, Rechnungs-ID, Bestellnummer, Bestell-Nr, BestellNr, Bestell-ID, Auftragsnummer, \
                Auftrags-Nr, Belegnummer, Beleg-Nr, Bon-Nr, Transaktions-ID, \
                numéro de facture, n° facture, n° de facture, no facture, facture, id facture, numéro de commande, n° commande, n° de commande, \
                id commande, référence commande, id de transaction, \
                número de factura, nº factura, nº de factura, num factura, factura, id factura, número de pedido, nº pedido, nº de pedido, \
                id pedido, id de pedido, pedido, id de transacción""",
                "order, transaction, receipt, basket, bill, Bestellung, Auftrag, Beleg, commande, ticket, transacción",
                "invoice, order, rechnung, bestell, facture, commande, factura, pedido, transaction, receipt");
        field(
                Field.PRODUCT_ID,
                """
                product id, product no, product number, product code, product sku, stock code, sku, item sku, item id, item no, item number, \
                item code, item ref, product ref, product reference, product uuid, article id, article no, article number, article code, lineitem sku, variant sku, ean, upc, asin, material number, \
                Produkt-ID, Produktnummer, Produkt-Nr, Artikelnummer, Artikel-Nr, ArtikelNr, Art.-Nr., Artikel-ID, ArtNr, \
                ID produit, code produit, référence produit, réf produit, référence article, code article, n° article, réf, référence, \
                ID de producto, id producto, código de producto, código producto, código de artículo, código artículo, referencia, ref producto""",
                "product, item, article, stock, Produkt, Artikel, produit, producto, artículo, lineitem name",
                "product, sku, stock, artikel, produkt, produit, producto, articulo, article, item");
        field(
                Field.TIMESTAMP,
                """
                invoice date, invoice datetime, order date, order datetime, order time, purchase date, purchase time, purchased at, purchased on, ordered at, ordered on, order at, sold at, sold on, invoiced at, invoiced on, \
                order placed at, placed at, bought at, transaction date, \
                transaction time, transaction datetime, date of purchase, order purchase timestamp, sale date, sales date, date created, created at, \
                created (utc), order created at, timestamp, date time, receipt date, \
                Rechnungsdatum, Bestelldatum, Auftragsdatum, Kaufdatum, Belegdatum, Verkaufsdatum, Transaktionsdatum, Buchungsdatum, Datum/Uhrzeit, \
                Datum und Uhrzeit, Datum + Zeit, Zeitstempel, \
                date de facture, date facture, date de facturation, date de commande, date commande, date d'achat, date achat, date de vente, \
                date et heure, date + heure, horodatage, \
                fecha de factura, fecha factura, fecha de pedido, fecha pedido, fecha de compra, fecha compra, fecha de venta, fecha y hora, fecha + hora""",
                "date, day, time, created, Datum, Tag, Zeitpunkt, jour, fecha, día",
                "date, datum, fecha, timestamp, created");
        field(
                Field.QUANTITY,
                """
                quantity, qty, quantities, quantity purchased, quantity ordered, quantity sold, qty sold, qty ordered, item quantity, lineitem quantity, units, units sold, \
                order quantity, number of items, Menge, Anzahl, Stückzahl, Bestellmenge, Stück, quantité, qté, quantité commandée, nombre d'articles, \
                cantidad, cant, cantidad pedida, unidades""",
                "count, pieces, pcs, items, number, nombre, número, amount of items",
                "quantity, qty, menge, anzahl, quantite, cantidad, units");
        field(Field.UNIT_PRICE, """
                unit price, price, price per unit, price each, item price, item cost, lineitem price, product price, selling price, sale price, \
                sales price, unit cost, Einzelpreis, Stückpreis, Preis, Preis pro Stück, Verkaufspreis, E-Preis, Artikelpreis, \
                prix unitaire, prix, PU, prix à l'unité, prix de vente, prix unitaire HT, prix unitaire TTC, \
                precio unitario, precio, precio por unidad, precio de venta, precio unidad""", "rate, cost, value, Wert, tarif, coût, valor", "price, preis, prix, precio");
        field(
                Field.DESCRIPTION,
                """
                description, product name, product description, item name, item description, lineitem name, product title, item title, \
                Beschreibung, Produktbeschreibung, Produktname, Artikelbezeichnung, Artikelbeschreibung, Artikelname, Bezeichnung, \
                désignation, libellé, nom du produit, description du produit, libellé produit, libellé article, \
                descripción, nombre del producto, descripción del producto, nombre producto, descripción producto""",
                "title, name, Titel, nom, nombre, titre, título",
                "description, beschreibung, bezeichnung, descripcion, designation");
        field(
                Field.COUNTRY,
                """
                country, billing country, shipping country, ship country, customer country, country code, country name, billing country code, \
                Land, Länderkennzeichen, Rechnungsland, Lieferland, Kundenland, Ländercode, pays, pays de facturation, pays de livraison, code pays, \
                país, país de facturación, país de envío, código de país""",
                "region, market, Region, Markt, nation, région, marché, región, mercado",
                "country, land, pays, pais");
    }

    private Vocabulary() {}

    private static void field(Field field, String names, String words, String parts) {
        NAMES.put(field, list(names).collect(Collectors.toUnmodifiableSet()));
        WORDS.put(field, list(words).collect(Collectors.toUnmodifiableSet()));
        PARTS.put(field, list(parts).toList());
    }

    private static Stream<String> list(String names) {
        return Stream.of(names.split(",")).map(Vocabulary::normal).distinct();
    }

    /** Lower case letters and digits, nothing else. */
    public static String normal(String header) {
        String folded = header.replace("ß", "ss").replace("°", "o").replace("º", "o");
        return Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static boolean names(Field field, Level level, String header) {
        String normal = normal(header);
        return switch (level) {
            case NAME -> NAMES.getOrDefault(field, Set.of()).contains(normal);
            case WORD -> WORDS.getOrDefault(field, Set.of()).contains(normal);
            case PART ->
                PARTS.getOrDefault(field, List.of()).stream().anyMatch(normal::contains)
                        && MISLEADING.stream().noneMatch(normal::contains);
        };
    }
}
