package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.List;
import java.util.function.Function;

/** Some customers by id, with one figure more and what each may bring. */
final class CustomersCard extends Section {

    /**
     * @param figure what the middle column says
     * @param tested whether their intervals are of a person; those of earlier versions were of a mean and are not shown
     */
    CustomersCard(
            String title,
            String sentence,
            String heading,
            List<CustomerForecast> customers,
            Function<CustomerForecast.Forecast, String> figure,
            boolean tested,
            Formats formats) {
        addClassName("card");
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        add(new H2(title), lead);
        FiguresTable table = new FiguresTable(title)
                .words(getTranslation("value.customer"))
                .numbers(heading)
                .numbers(getTranslation("value.worth"))
                .numbers(getTranslation("value.interval.person"))
                .stacked();
        for (CustomerForecast customer : customers) {
            CustomerForecast.Forecast forecast = customer.forecast();
            if (forecast != null) {
                Interval interval = forecast.interval();
                table.row(
                        customer.customerId(),
                        figure.apply(forecast),
                        formats.wholeMoney(forecast.lifetimeValue()),
                        interval == null || !tested
                                ? "\u2013"
                                : getTranslation(
                                        "value.range",
                                        formats.wholeMoney(interval.low()),
                                        formats.wholeMoney(interval.high())));
            }
        }
        if (!customers.isEmpty()) {
            add(table);
        }
    }
}
