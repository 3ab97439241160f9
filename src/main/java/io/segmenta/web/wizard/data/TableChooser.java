package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceCatalogue.Choice;
import io.segmenta.web.component.Formats;
import io.segmenta.web.wizard.Preview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tables of a file are read, and whether their first row names the columns; with the first rows as they would be read. */
final class TableChooser extends Div {
    private static final int PREVIEW_ROWS = 5;
    private static final int NAMED_COLUMNS = 12;
    /** Counted exactly. */
    private static final int FEW_ROWS = 50;

    private final Map<Choice, Checkbox> boxes = new LinkedHashMap<>();
    private final Checkbox named = new Checkbox();
    private final Div rows = new Div();
    private final Button read;

    /** What the user does here. */
    interface Answer {
        /** @param tables in the order of the file; empty where they are the proposed ones */
        void read(List<String> tables);

        void firstRow(boolean namesColumns);

        void giveUp();
    }

    TableChooser(String file, SourceCatalogue catalogue, Answer answer) {
        addClassNames("card", "table-chooser");
        List<Choice> tables = catalogue.tables();
        boolean several = tables.size() > 1;
        read = new Button(getTranslation("data.tables.read"), click -> answer.read(chosen(tables)));
        read.addThemeVariants(ButtonVariant.PRIMARY);
        named.setLabel(getTranslation("data.tables.named"));
        named.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                answer.firstRow(change.getValue());
            }
        });
        Paragraph lead = new Paragraph(
                several
                        ? getTranslation("data.tables.lead", file, tables.size())
                        : getTranslation("data.tables.lead.one", file));
        lead.addClassName("lead");
        Div list = new Div();
        list.addClassName("tables");
        list.setVisible(several);
        for (Choice table : tables) {
            list.add(row(table));
        }
        Div actions = new Div(read, new Button(getTranslation("data.tables.give-up"), click -> answer.giveUp()));
        actions.addClassName("wizard-actions");
        Paragraph kept = new Paragraph(getTranslation("data.tables.kept"));
        kept.addClassName("quiet");
        add(
                new H2(getTranslation(several ? "data.tables" : "data.tables.one")),
                lead,
                list,
                named,
                rows,
                actions,
                kept);
        show();
    }

    private Div row(Choice table) {
        Checkbox box = new Checkbox(table.name(), table.proposed());
        boxes.put(table, box);
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                boxes.forEach((other, itsBox) -> itsBox.setValue(itsBox.getValue() && other.fits(table)));
            }
            show();
        });
        Span facts = new Span(facts(table));
        facts.addClassName("quiet");
        Div row = new Div(box, facts);
        row.addClassName("table-row");
        if (table.proposed()) {
            Span badge = new Span(getTranslation("data.tables.proposed"));
            badge.addClassNames("state-badge", "found");
            row.addComponentAtIndex(1, badge);
        }
        return row;
    }

    private String facts(Choice table) {
        Formats formats = Formats.current();
        List<String> headers = table.headers();
        String columns = String.join(", ", headers.subList(0, Math.min(NAMED_COLUMNS, headers.size())));
        String all = headers.size() > NAMED_COLUMNS ? columns + ", …" : columns;
        if (table.rows().isEmpty()) {
            return getTranslation("data.tables.facts.unknown", headers.size(), all);
        }
        long rows = table.rows().getAsLong();
        return getTranslation(
                rows < FEW_ROWS ? "data.tables.facts.few" : "data.tables.facts",
                formats.count(rows),
                headers.size(),
                all);
    }

    private List<Choice> ticked() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> chosen(List<Choice> tables) {
        List<Choice> ticked = ticked();
        return ticked.equals(tables.stream().filter(Choice::proposed).toList())
                ? List.of()
                : ticked.stream().map(Choice::name).toList();
    }

    private void show() {
        List<Choice> ticked = ticked();
        read.setEnabled(!ticked.isEmpty());
        rows.removeAll();
        if (!ticked.isEmpty()) {
            Choice first = ticked.getFirst();
            named.setValue(first.named());
            named.setHelperText(getTranslation(first.named() ? "data.tables.named.untick" : "data.tables.named.tick"));
            Preview preview = new Preview(
                    first.headers(),
                    first.firstRows()
                            .subList(0, Math.min(PREVIEW_ROWS, first.firstRows().size())));
            preview.mark(Map.of());
            preview.setAllRowsVisible(true);
            rows.add(preview);
        }
    }
}
