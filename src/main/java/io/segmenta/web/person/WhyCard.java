package io.segmenta.web.person;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.segment.Condition;
import io.segmenta.engine.segment.Rule;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.Locale;
import java.util.Map;

/** Why a customer is in their segment: its rule, with their numbers. */
final class WhyCard extends Section {
    private final transient Formats formats;

    WhyCard(Segment segment, Rule rule, Map<Feature, Double> traits, Formats formats) {
        this.formats = formats;
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation(
                rule.conditions().isEmpty() ? "person.why.none" : "person.why.sentence",
                segment.name(),
                formats.percent(rule.precision(), 0)));
        lead.addClassName("lead");
        add(new H2(getTranslation("person.why", segment.name())), lead);
        if (!rule.conditions().isEmpty()) {
            FiguresTable table = new FiguresTable(getTranslation("person.why", segment.name()))
                    .words(getTranslation("person.why.asks"))
                    .numbers(getTranslation("person.why.theirs"))
                    .words(getTranslation("person.why.holds"));
            rule.conditions().forEach(condition -> row(table, condition, traits));
            add(table);
        }
    }

    private void row(FiguresTable table, Condition condition, Map<Feature, Double> traits) {
        Double value = traits.get(condition.feature());
        String asks = condition.text();
        table.row(
                asks.substring(0, 1).toUpperCase(Locale.ROOT) + asks.substring(1),
                value == null ? "\u2013" : write(condition.feature(), value),
                value == null ? "\u2013" : getTranslation(condition.holds(value) ? "person.yes" : "person.no"));
    }

    private String write(Feature feature, double value) {
        return switch (feature.unit()) {
            case "money" -> formats.money(value);
            case "share" -> formats.percent(value, 0);
            case "items" -> formats.decimal(value, 1);
            default -> formats.count(Math.round(value));
        };
    }
}
