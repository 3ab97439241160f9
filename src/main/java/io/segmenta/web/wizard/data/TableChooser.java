package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.segmenta.engine.ingest.SourceCatalogue.Choice;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.table.TableLink;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.ReadingNotes;
import io.segmenta.web.wizard.Preview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file was read, and what else could be: other tables, joined or not, another encoding, a first row that names the columns or does
 * not; with the first rows as they are read.
 */
final class TableChooser extends Div {
    private static final int PREVIEW_ROWS = 5;
    private static final int NAMED_COLUMNS = 12;
    /** Counted exactly. */
    private static final int FEW_ROWS = 50;

    private final transient HeldUpload.Result result;
    private final transient Answer answer;
    private final Map<Choice, Checkbox> boxes = new LinkedHashMap<>();
    private final List<Choice> read;
    private final Checkbox named = new Checkbox();
    private final Checkbox joined = new Checkbox();
    private final Div rows = new Div();
    private final Button next;

    /** What the user does here. */
    interface Answer {
        /** Goes on with what was read. */
        void agree(Dataset dataset);

        void read(SourceOptions options);

        void giveUp();
    }

    TableChooser(String file, HeldUpload.Result result, Answer answer) {
        this.result = result;
        this.answer = answer;
        addClassNames("card", "table-chooser");
        List<Choice> tables = result.catalogue().tables();
        List<TableLink> joins = reading().map(SourceNotes::joins).orElse(List.of());
        this.read = tables.stream().filter(table -> isRead(table, joins)).toList();
        boolean several = tables.size() > 1;
        next = new Button("", click -> goOn());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        String kind = joins.isEmpty() ? several ? "" : ".one" : ".joined";
        Paragraph lead = new Paragraph(getTranslation("data.tables.lead" + kind, file, tables.size()));
        lead.addClassName("lead");
        Div list = new Div();
        list.addClassName("tables");
        for (Choice table : tables) {
            list.add(row(table));
        }
        Details choice = new Details(getTranslation("data.tables.which", read.size(), tables.size()), list);
        choice.setOpened(joins.isEmpty());
        choice.setVisible(several);
        Div actions = new Div(next, new Button(getTranslation("data.tables.give-up"), click -> answer.giveUp()));
        actions.addClassName("wizard-actions");
        Paragraph kept = new Paragraph(getTranslation("data.tables.kept"));
        kept.addClassName("quiet");
        add(new H2(getTranslation("data.tables" + kind)), lead);
        Dataset dataset = result.dataset();
        if (dataset != null) {
            add(new ReadingNotes(dataset));
        }
        add(choice, join(joins), encoding(), named(), rows, actions, kept);
        show();
    }

    private Optional<SourceNotes> reading() {
        return Optional.ofNullable(result.dataset()).map(Dataset::reading);
    }

    /** Those of the same columns are read together. */
    private boolean isRead(Choice table, List<TableLink> joins) {
        List<String> asked = result.options().tables();
        return asked.isEmpty()
                ? table.proposed()
                        || result.catalogue().tables().stream()
                                .filter(other -> joins.stream()
                                        .anyMatch(link -> link.to().equals(other.name())
                                                || link.from().equals(other.name())))
                                .anyMatch(other -> other.fits(table))
                : asked.contains(table.name());
    }

    private Checkbox join(List<TableLink> joins) {
        List<Choice> tables = result.catalogue().tables();
        joined.setLabel(getTranslation("data.tables.join"));
        joined.setHelperText(getTranslation("data.tables.join.help"));
        joined.setValue(!joins.isEmpty());
        joined.setVisible(tables.stream().anyMatch(table -> !table.fits(tables.getFirst())));
        joined.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                SourceOptions now = result.options();
                answer.read(new SourceOptions(List.of(), now.header(), now.encoding(), change.getValue()));
            }
        });
        return joined;
    }

    private Select<String> encoding() {
        Select<String> encoding = new Select<>();
        encoding.setLabel(getTranslation("data.tables.encoding"));
        encoding.setHelperText(getTranslation("data.tables.encoding.help"));
        encoding.setItems(SourceOptions.encodings());
        String decided =
                reading().map(SourceNotes::encoding).orElse(result.options().encoding());
        encoding.setVisible(decided != null);
        encoding.setValue(decided);
        encoding.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                SourceOptions now = result.options();
                answer.read(new SourceOptions(now.tables(), now.header(), change.getValue(), now.join()));
            }
        });
        return encoding;
    }

    private Checkbox named() {
        named.setLabel(getTranslation("data.tables.named"));
        named.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                SourceOptions now = result.options();
                // back to what the reader found by itself where that was changed before
                Boolean header = now.header() == null ? change.getValue() : null;
                answer.read(new SourceOptions(now.tables(), header, now.encoding(), now.join()));
            }
        });
        return named;
    }

    private Div row(Choice table) {
        Checkbox box = new Checkbox(table.name(), read.contains(table));
        boxes.put(table, box);
        box.addValueChangeListener(change -> {
            if (change.getValue() && !joined.getValue()) {
                boxes.forEach((other, itsBox) -> itsBox.setValue(itsBox.getValue() && other.fits(table)));
            }
            show();
        });
        Span facts = new Span(facts(table));
        facts.addClassName("quiet");
        Div row = new Div(box, facts);
        row.addClassName("table-row");
        if (read.contains(table) && result.options().tables().isEmpty()) {
            Span badge = new Span(getTranslation("data.tables.proposed"));
            badge.addClassNames("state-badge", "found");
            row.addComponentAtIndex(1, badge);
        }
        return row;
    }

    private void goOn() {
        Dataset dataset = result.dataset();
        if (dataset != null && isAsRead()) {
            answer.agree(dataset);
        } else {
            SourceOptions now = result.options();
            List<String> tables = isAsRead()
                    ? now.tables()
                    : ticked().stream().map(Choice::name).toList();
            answer.read(new SourceOptions(tables, now.header(), now.encoding(), joined.getValue() ? null : now.join()));
        }
    }

    private boolean isAsRead() {
        return ticked().equals(read);
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

    /** Of joined tables the one whose rows are counted, the first of others. */
    private Choice finest(List<Choice> ticked) {
        return reading().map(SourceNotes::joins).stream()
                .flatMap(List::stream)
                .limit(1)
                .flatMap(link -> ticked.stream().filter(table -> table.name().equals(link.from())))
                .findFirst()
                .orElse(ticked.getFirst());
    }

    private List<Choice> ticked() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void show() {
        List<Choice> ticked = ticked();
        next.setEnabled(!ticked.isEmpty());
        next.setText(
                getTranslation(result.dataset() != null && isAsRead() ? "data.tables.continue" : "data.tables.read"));
        rows.removeAll();
        if (!ticked.isEmpty()) {
            Choice first = finest(ticked);
            named.setValue(first.named());
            named.setHelperText(getTranslation(first.named() ? "data.tables.named.untick" : "data.tables.named.tick"));
            Preview preview = new Preview(
                    first.headers(),
                    first.firstRows()
                            .subList(0, Math.min(PREVIEW_ROWS, first.firstRows().size())));
            preview.mark(Map.of());
            preview.setAllRowsVisible(true);
            if (boxes.size() > 1) {
                rows.add(new H3(getTranslation("data.tables.rows", first.name())));
            }
            rows.add(preview);
        }
    }
}
