package io.segmenta.web.playbook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;

/** What to do with one segment, with its real figures; or with a persona that no segment of the run has. */
final class PlayCard extends Article {
    private final transient Formats formats;

    PlayCard(Segment segment, Play play, Formats formats, Runnable edit) {
        this(new PersonaBadge(segment), play, formats, edit);
        addComponentAtIndex(1, paragraph(figures(segment), "figures"));
    }

    /** Without a segment. */
    PlayCard(Play play, Formats formats, Runnable edit) {
        this(new PersonaBadge(play.persona()), play, formats, edit);
        addComponentAtIndex(
                1, paragraph(getTranslation("playbook.nobody", play.persona().label()), "quiet"));
    }

    private PlayCard(PersonaBadge badge, Play play, Formats formats, Runnable edit) {
        this.formats = formats;
        addClassNames("card", "play-card", PersonaColor.of(play.persona()).className());
        Button change = new Button(getTranslation("playbook.edit"), click -> edit.run());
        change.setAriaLabel(getTranslation("playbook.edit.of", play.persona().label()));
        Div head = new Div(new H2(badge), change);
        head.addClassName("play-head");
        OrderedList actions = new OrderedList();
        actions.addClassName("play-actions");
        play.actions().forEach(action -> actions.add(new ListItem(action)));
        Div words = new Div(new H3(getTranslation("playbook.actions")), actions);
        Div body = new Div(words, facts(play));
        body.addClassName("play-body");
        add(head, paragraph(play.strategy(), "strategy"), body);
    }

    private static Paragraph paragraph(String text, String className) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName(className);
        return paragraph;
    }

    private String figures(Segment segment) {
        return getTranslation(
                "playbook.figures",
                segment.customers(),
                formats.wholeMoney(segment.mean(Feature.MONETARY)),
                formats.decimal(segment.mean(Feature.FREQUENCY), 1),
                Math.round(segment.mean(Feature.RECENCY)),
                formats.percent(segment.revenueShare(), 0));
    }

    private Component facts(Play play) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("play-facts");
        fact(facts, "playbook.priority", new Span(play.priority().label()));
        fact(facts, "playbook.discount", new Span(play.discount().isBlank() ? "\u2013" : play.discount()));
        fact(
                facts,
                "playbook.budget",
                new Span(getTranslation(
                        "playbook.budget.range", formats.share(play.budgetFrom()), formats.share(play.budgetTo()))));
        fact(facts, "playbook.roi", new Span(play.roiClass().label()));
        fact(facts, "playbook.engagement", gauge(play.engagement()));
        return facts;
    }

    private void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    /** @param engagement 0–100 */
    private Component gauge(int engagement) {
        Div bar = new Div();
        bar.addClassName("share-bar");
        bar.getStyle().set("--share", engagement + "%");
        bar.getElement().setAttribute("role", "meter");
        bar.getElement().setAttribute("aria-label", getTranslation("playbook.engagement"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement().setAttribute("aria-valuenow", String.valueOf(engagement));
        Div gauge = new Div(bar, new Span(getTranslation("playbook.engagement.of", engagement)));
        gauge.addClassName("gauge");
        return gauge;
    }
}
