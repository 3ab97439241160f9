package io.segmenta.engine.sample;

import io.segmenta.engine.sample.LineWriter.Article;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Invents the transactions of a shop for home and garden, in the project's own format, in the order of time: customers that come, buy at
 * their own pace and leave; an autumn peak and quiet Sundays; and what real exports have too: returns, rows that stand twice, guests
 * without a number, missing descriptions, free lines, corrections at negative prices.
 *
 * <p>Rows are streamed; memory is a few dozen bytes a customer. The same settings give the same bytes on every machine.
 */
public final class SampleGenerator {
    /** Demand by month, January first. */
    private static final double[] SEASON = {0.75, 0.75, 0.85, 0.9, 1.0, 0.9, 0.8, 0.85, 1.15, 1.4, 1.8, 1.35};

    private static final double PEAK = 1.8;
    private static final double SUNDAY = 0.4;
    private static final double PRICE_RISE_A_YEAR = 0.04;
    private static final double GUEST_SHARE = 0.06;
    private static final double RETURN_SHARE = 0.02;
    private static final double DUPLICATE_SHARE = 0.008;
    private static final double NO_DESCRIPTION_SHARE = 0.003;
    private static final double FREE_SHARE = 0.002;
    private static final double CORRECTION_SHARE = 0.0004;
    private static final double ZERO_SHARE = 0.0004;
    private static final double BULK_SHARE = 0.0015;

    private static final int FIRST_CUSTOMER = 10_001;
    private static final int FIRST_INVOICE = 500_001;
    private static final byte[] NOTHING = {};
    private static final Article CORRECTION = new Article(ascii("ADJUST"), ascii("Correction of accounts"));
    private static final Article GIFT_CARD = new Article(ascii("29999G"), ascii("Gift Card"));

    private final SampleSettings settings;
    private final Draw draw;
    private final Population population;
    private final Catalogue catalogue = new Catalogue();
    private final LineWriter writer;
    /** The customers of a day as a linked list: who is first on a day, who is next after a customer; -1 ends it. */
    private final int[] first;

    private final int[] next;
    private final List<List<Return>> returns = new ArrayList<>();
    /** Customers by the day of the order that a campaign made them place. */
    private final Map<Integer, List<Integer>> planted = new HashMap<>();

    private int invoice = FIRST_INVOICE;

    private record Return(int customer, int product, int quantity, int cents) {}

    private SampleGenerator(SampleSettings settings, OutputStream out) {
        this.settings = settings;
        this.draw = new Draw(settings.seed().derive("purchases").random());
        this.population = new Population(
                settings.customers(),
                new Draw(settings.seed().derive("customers").random()));
        this.writer = new LineWriter(out);
        this.first = new int[settings.days()];
        this.next = new int[settings.customers()];
        Arrays.fill(first, -1);
        for (int day = 0; day < settings.days(); day++) {
            returns.add(List.of());
        }
    }

    /**
     * Writes the sample as CSV in UTF-8 with a header; the stream stays open.
     *
     * @return data rows written
     */
    public static long write(SampleSettings settings, OutputStream out) throws IOException {
        SampleGenerator generator = new SampleGenerator(settings, out);
        generator.run();
        return generator.writer.rows();
    }

    private void run() throws IOException {
        for (int customer = 0; customer < population.size(); customer++) {
            // a third of the customers knew the shop before its records begin
            boolean regular = draw.chance(1.0 / 3);
            schedule(
                    customer,
                    seasonable(regular ? draw.below(Math.min(90, settings.days())) : draw.below(settings.days())));
        }
        plant();
        for (int day = 0; day < settings.days(); day++) {
            LocalDate date = settings.from().plusDays(day);
            writer.day(date);
            day(day, date);
        }
        writer.flush();
    }

    /** With draws of its own, so that everything else stays as it is without the campaign. */
    private void plant() {
        PlantedCampaign campaign = settings.campaign();
        if (campaign == null) {
            return;
        }
        Draw own = new Draw(settings.seed().derive("campaign").random());
        int begin = (int) ChronoUnit.DAYS.between(settings.from(), campaign.from());
        for (int customer = 0; customer < population.size(); customer++) {
            boolean orders = own.chance(campaign.response());
            int day = begin + own.below(PlantedCampaign.DAYS);
            if (orders && campaign.treated().contains(String.valueOf(FIRST_CUSTOMER + customer))) {
                planted.computeIfAbsent(day, any -> new ArrayList<>()).add(customer);
            }
        }
    }

    private void plantedOrders(int day, int cents) throws IOException {
        for (int customer : planted.getOrDefault(day, List.of())) {
            byte[] country = population.country(customer);
            writer.line(FIRST_CUSTOMER + customer, invoice++, false, GIFT_CARD, 20 * 60 + 30, 1, cents, country, 1);
        }
    }

    private void day(int day, LocalDate date) throws IOException {
        int[] customers = customers(day);
        int[] minutes = new int[customers.length];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 8 * 60 + draw.below(360) + draw.below(360);
        }
        Arrays.sort(minutes);
        double years = day / 365.0;
        for (int i = 0; i < customers.length; i++) {
            order(customers[i], day, minutes[i], 1 + PRICE_RISE_A_YEAR * (int) years);
            plan(customers[i], day);
        }
        for (Return back : returns.get(day)) {
            byte[] country = population.country(back.customer);
            writer.line(
                    FIRST_CUSTOMER + back.customer,
                    invoice++,
                    true,
                    article(back.product),
                    18 * 60 + draw.below(120),
                    -back.quantity,
                    back.cents,
                    country,
                    1);
        }
        returns.set(day, List.of());
        PlantedCampaign campaign = settings.campaign();
        if (campaign != null) {
            plantedOrders(day, campaign.cents());
        }
        if (date.getDayOfMonth() == 1 && draw.chance(0.5)) {
            writer.line(
                    0,
                    invoice++,
                    false,
                    CORRECTION,
                    20 * 60,
                    1,
                    -100 * (1 + draw.below(500)),
                    ascii("United Kingdom"),
                    1);
        }
    }

    private int[] customers(int day) {
        int count = 0;
        for (int customer = first[day]; customer >= 0; customer = next[customer]) {
            count++;
        }
        int[] customers = new int[count];
        for (int customer = first[day]; customer >= 0; customer = next[customer]) {
            customers[--count] = customer;
        }
        return customers;
    }

    private void order(int customer, int day, int minute, double priceLevel) throws IOException {
        int number = draw.chance(GUEST_SHARE) ? 0 : FIRST_CUSTOMER + customer;
        byte[] country = population.country(customer);
        int lines = population.lines(customer, draw);
        int previous = -1;
        for (int i = 0; i < lines; i++) {
            int product = catalogue.choose(draw, population.favourite(customer));
            if (product == previous) {
                continue;
            }
            previous = product;
            int quantity = population.quantity(customer, draw) * (draw.chance(BULK_SHARE) ? 20 : 1);
            int cents = (int) StrictMath.round(catalogue.cents(product) * priceLevel);
            if (quantity >= 12) {
                cents = cents * 9 / 10;
            }
            odd(number, customer, day, minute, product, quantity, cents, country);
        }
        invoice++;
    }

    private void odd(
            int number, int customer, int day, int minute, int product, int quantity, int cents, byte[] country)
            throws IOException {
        Article article = article(product);
        double u = draw.uniform();
        if (u < NO_DESCRIPTION_SHARE) {
            writer.line(number, invoice, false, new Article(article.id(), NOTHING), minute, quantity, 0, country, 1);
        } else if (u < NO_DESCRIPTION_SHARE + FREE_SHARE) {
            writer.line(number, invoice, false, article, minute, 1, 0, country, 1);
        } else if (u < NO_DESCRIPTION_SHARE + FREE_SHARE + CORRECTION_SHARE) {
            writer.line(number, invoice, false, CORRECTION, minute, 1, -cents, country, 1);
        } else if (u < NO_DESCRIPTION_SHARE + FREE_SHARE + CORRECTION_SHARE + ZERO_SHARE) {
            writer.line(number, invoice, false, article, minute, 0, cents, country, 1);
        } else {
            writer.line(
                    number,
                    invoice,
                    false,
                    article,
                    minute,
                    quantity,
                    cents,
                    country,
                    draw.chance(DUPLICATE_SHARE) ? 2 : 1);
            if (number > 0 && draw.chance(RETURN_SHARE)) {
                giveBack(day + 2 + draw.below(25), new Return(customer, product, 1 + draw.below(quantity), cents));
            }
        }
    }

    private Article article(int product) {
        return new Article(catalogue.id(product), catalogue.name(product));
    }

    private void giveBack(int day, Return back) {
        if (day < settings.days()) {
            if (returns.get(day).isEmpty()) {
                returns.set(day, new ArrayList<>());
            }
            returns.get(day).add(back);
        }
    }

    /** After an order the customer leaves, or comes again after a time that is exponential at the customer's own rate. */
    private void plan(int customer, int day) {
        if (!population.leaves(customer, draw)) {
            double gap = draw.exponential() / population.dailyRate(customer);
            if (gap < settings.days()) {
                schedule(customer, seasonable(day + 1 + (int) gap));
            }
        }
    }

    /** The first day from this one on that the season and the weekday let through. */
    private int seasonable(int from) {
        int day = from;
        while (day < settings.days() && !draw.chance(demand(settings.from().plusDays(day)))) {
            day += 1 + draw.below(14);
        }
        return day;
    }

    private static double demand(LocalDate date) {
        return SEASON[date.getMonthValue() - 1] / PEAK * (date.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : 1);
    }

    private void schedule(int customer, int day) {
        if (day < settings.days()) {
            next[customer] = first[day];
            first[day] = customer;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
