package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.numeric.Quantiles;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.rhythm.State;
import java.util.Arrays;

/** What may be said of a customer, true or false of each of them; names of segments are made of such sentences. */
public enum Claim {
    OVERDUE,
    GONE_QUIET,
    NEW,
    ORDERED_ONCE,
    CAME_BACK,
    ORDER_OFTEN,
    ORDER_SELDOM,
    SPENT_MUCH,
    SPENT_MOST,
    SPENT_LITTLE,
    SMALL_ORDERS;

    private static final String FEW = ", which at most half of all customers did";

    /** @param spent in currency */
    record Customer(State state, double orders, double spent) {}

    /** What customers are compared with: all that were clustered. */
    record Shop(double medianOrders, double meanOrders, double medianSpent, double meanSpent, double medianPerOrder) {
        static Shop of(CustomerFeatures features, int[] rows) {
            double[] orders = Cluster.pick(features.column(Feature.FREQUENCY), rows);
            double[] spent = Cluster.pick(features.column(Feature.MONETARY), rows);
            double[] perOrder = new double[rows.length];
            Arrays.setAll(perOrder, i -> spent[i] / orders[i]);
            return new Shop(median(orders), mean(orders), median(spent), mean(spent), median(perOrder));
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElseThrow();
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return Quantiles.median(sorted);
        }
    }

    boolean holds(Customer customer, Shop shop) {
        return switch (this) {
            case OVERDUE -> customer.state().isOverdue();
            case GONE_QUIET -> customer.state() == State.GONE_QUIET;
            case NEW -> customer.state() == State.NEW;
            case ORDERED_ONCE -> customer.orders() == 1;
            case CAME_BACK -> customer.orders() > 1;
            case ORDER_OFTEN -> customer.orders() > shop.medianOrders();
            case ORDER_SELDOM -> customer.orders() < shop.meanOrders();
            case SPENT_MUCH -> customer.spent() > shop.medianSpent();
            case SPENT_MOST -> customer.spent() > shop.meanSpent();
            case SPENT_LITTLE -> customer.spent() < shop.meanSpent();
            case SMALL_ORDERS -> customer.spent() / customer.orders() < shop.medianPerOrder();
        };
    }

    /** What follows on "96 % of them". */
    String sentence(Shop shop) {
        return switch (this) {
            case OVERDUE -> "are overdue: silent for longer than customers of their rhythm pause";
            case GONE_QUIET -> "have gone quiet";
            case NEW -> "bought for the first time in the last " + Standings.NEW_DAYS + " days";
            case ORDERED_ONCE -> "ordered once";
            case CAME_BACK -> "came back for another order";
            case ORDER_OFTEN -> "ordered more than " + times(shop.medianOrders()) + FEW;
            case ORDER_SELDOM ->
                "ordered less often than the average customer, who ordered " + times(shop.meanOrders());
            case SPENT_MUCH -> "spent more than " + money(shop.medianSpent()) + FEW;
            case SPENT_MOST -> "spent more than the average customer, who spent " + money(shop.meanSpent());
            case SPENT_LITTLE -> "spent less than the average customer, who spent " + money(shop.meanSpent());
            case SMALL_ORDERS -> "spent less than " + money(shop.medianPerOrder()) + " an order" + FEW;
        };
    }

    private static String times(double count) {
        return count == 1 ? "once" : Wording.number(count, 1) + " times";
    }

    private static String money(double amount) {
        return Wording.number(amount, amount < 10 ? 2 : 0);
    }
}
