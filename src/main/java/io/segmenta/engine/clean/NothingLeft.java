package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/** The sentence for a dataset of which no row can be used. */
final class NothingLeft {
    private NothingLeft() {}

    static String message(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, QualityReport report, LocalDate today) {
        if (report.rowsRead() == 0) {
            return "The file has headers but no rows. Export it again with its transactions.";
        }
        Map.Entry<DropReason, QualityReport.Dropped> worst = report.dropped().entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().rows()))
                .orElseThrow();
        String example = Rejects.sample(store, mapping, rules, 1, today, Progress.SILENT).stream()
                .filter(reject -> reject.reason() == worst.getKey())
                .map(reject -> " " + reject.words() + ".")
                .findFirst()
                .orElse("");
        return "None of the " + report.rowsRead() + " rows can be used; "
                + worst.getValue().rows() + " of them " + why(worst.getKey(), mapping) + example;
    }

    private static String why(DropReason reason, ColumnMapping mapping) {
        return switch (reason) {
            case CURRENCY ->
                "are in another currency by the column " + header(mapping, Field.CURRENCY)
                        + ". Choose one of those that are there, or give its rate.";
            case UNREADABLE ->
                "have no readable date or amount. Check which column is chosen for each, and the order of day and month ("
                        + mapping.dateOrder().label() + ").";
            case OUTSIDE_PERIOD ->
                "are outside the chosen period by the column " + header(mapping, Field.TIMESTAMP)
                        + ". Choose a longer one.";
            case FILTERED ->
                "are not of the customers, products or countries that were chosen. Choose more, or take the filter back.";
            case STATE ->
                "are orders that were not completed, by the column " + header(mapping, Field.STATUS)
                        + ". Let more of its states count.";
            case OVERLAP ->
                "repeat an order that stands above them. Switch the rule \"" + reason.label() + "\" off to keep them.";
            case DUPLICATE -> "repeat an earlier row. Switch the rule \"" + reason.label() + "\" off to keep them.";
            case MISSING_CUSTOMER ->
                "have no customer in the column " + header(mapping, Field.CUSTOMER_ID)
                        + ". Choose the column that tells customers apart.";
            case MISSING_DESCRIPTION ->
                "have no description in the column " + header(mapping, Field.DESCRIPTION) + ". Switch the rule \""
                        + reason.label() + "\" off or choose another column.";
            case RETURN ->
                "are returns: their quantity is negative or their invoice in the column "
                        + header(mapping, Field.INVOICE_ID) + " starts with C. Switch the rule \"" + reason.label()
                        + "\" off if that is how your shop numbers its sales.";
            case ZERO_QUANTITY ->
                "have the quantity 0 in the column " + header(mapping, Field.QUANTITY)
                        + ". Choose the column that says how many were sold.";
            case NEGATIVE_PRICE ->
                "have a negative price in the column " + header(mapping, Field.UNIT_PRICE)
                        + ". Choose the column that holds the price of one.";
        };
    }

    private static String header(ColumnMapping mapping, Field field) {
        return "\"" + mapping.header(field).orElse(field.label()) + "\"";
    }
}
