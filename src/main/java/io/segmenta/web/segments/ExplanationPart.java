package io.segmenta.web.segments;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.segment.Rule;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.QualityBadge;
import java.util.Locale;

/** The rule that describes a segment, as words and as SQL, and how surely the segment would be found again. */
final class ExplanationPart extends Div {

    ExplanationPart(Explanation explanation, Formats formats) {
        addClassName("explanation");
        explanation
                .holds()
                .forEach(held -> add(new Paragraph(
                        getTranslation("segments.holds", formats.percent(held.share(), 0), held.sentence()))));
        rule(explanation.rule(), formats);
        QualityBadge badge = new QualityBadge(explanation.grade());
        Paragraph meaning = new Paragraph(getTranslation(
                "segments.confidence." + explanation.grade().name().toLowerCase(Locale.ROOT),
                formats.percent(explanation.jaccard(), 0)));
        add(new H3(getTranslation("segments.confidence")), badge, meaning);
    }

    private void rule(Rule rule, Formats formats) {
        add(new H3(getTranslation("segments.rule")));
        if (rule.conditions().isEmpty()) {
            add(new Paragraph(getTranslation("segments.rule.none")));
            return;
        }
        String text = rule.text();
        Paragraph words = new Paragraph(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".");
        Paragraph reach = new Paragraph(getTranslation(
                "segments.rule.reach", formats.percent(rule.coverage(), 0), formats.percent(rule.precision(), 0)));
        reach.addClassName("quiet");
        Code sql = new Code("WHERE " + rule.sql());
        sql.addClassName("sql");
        Details details = new Details(getTranslation("segments.rule.sql"), sql);
        add(words, reach, details);
    }
}
