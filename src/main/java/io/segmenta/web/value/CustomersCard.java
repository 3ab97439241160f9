package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.Paths;
import java.util.ArrayList;
import java.util.List;

/** Some customers by id, with figures of the list and what each may bring. */
final class CustomersCard extends Section {

    /** A customer and what the columns of the list say of them. */
    record Row(CustomerForecast customer, List<String> figures) {}

    /**
     * @param headings of the columns of the list
     * @param tested whether their intervals are of a person; those of earlier versions were of a mean and are not shown
     */
    CustomersCard(
            String title,
            String sentence,
            List<String> headings,
            List<Row> customers,
            boolean tested,
            FinishedRun run) {
        Formats formats = run.formats();
        addClassName("card");
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        add(new H2(title), lead);
        FiguresTable table = new FiguresTable(title).words(getTranslation("value.customer"));
        headings.forEach(table::numbers);
        table.numbers(getTranslation("value.worth"))
                .numbers(getTranslation("value.interval.person"))
                .stacked();
        for (Row row : customers) {
            CustomerForecast.Forecast forecast = row.customer().forecast();
            if (forecast != null) {
                Interval interval = forecast.interval();
                List<String> cells = new ArrayList<>(row.figures());
                cells.add(formats.wholeMoney(forecast.lifetimeValue()));
                cells.add(
                        interval == null || !tested
                                ? "\u2013"
                                : getTranslation(
                                        "value.range",
                                        formats.wholeMoney(interval.low()),
                                        formats.wholeMoney(interval.high())));
                table.row(Paths.customer(run.id(), row.customer().customerId()), cells.toArray(String[]::new));
            }
        }
        if (!customers.isEmpty()) {
            add(table);
        }
    }
}
