package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.Preview;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The choices of the step. Tells every change as a draft and gives the complete one, or says beside each field what is missing. */
final class ColumnsForm extends Div {
    private static final int PREVIEW_ROWS = 20;
    private static final Suggestion MISSING = new Suggestion(Certainty.MISSING, List.of());

    private final FileColumns file;
    private final MappingProposal proposal;
    private final transient Function<String, DateColumn> dateColumns;
    private final transient Consumer<Draft> changed;
    private final List<FieldRow> rows = new ArrayList<>();
    private final Paragraph verdict = new Paragraph();
    private final Paragraph ignored = new Paragraph();
    private final DateOrderChooser dates;
    private final CurrencyBox currency;
    private final ReadingCard said;
    private final Preview preview;
    private Draft draft;

    /** @param dateColumns tells of a column how its dates are written */
    ColumnsForm(
            FileColumns file,
            MappingProposal proposal,
            Reading reading,
            Function<String, DateColumn> dateColumns,
            Draft entered,
            Consumer<Draft> changed) {
        this.file = file;
        this.proposal = proposal;
        this.dateColumns = dateColumns;
        this.changed = changed;
        this.draft = entered.headers().isEmpty() ? proposed(entered) : entered;
        Formats formats = Formats.current();
        this.dates = new DateOrderChooser(formats, this::changed);
        this.currency = new CurrencyBox(
                draft.currency()
                        .orElseGet(() -> CurrencyGuess.of(reading.currencies(), proposal.system(), formats.locale())),
                this::changed);
        this.said = new ReadingCard(reading, draft, this::answer);
        List<List<String>> first =
                file.rows().subList(0, Math.min(PREVIEW_ROWS, file.rows().size()));
        this.preview = new Preview(file.headers(), first);
        for (Field field : Field.values()) {
            rows.add(
                    new FieldRow(field, suggestion(field), file, draft.headers().get(field), () -> choose(field)));
        }
        showDates(draft.dateOrder().orElse(null));
        describe();
        verdict.addClassName("lead");
        ignored.addClassName("ignored");
        Div fields = new Div(rows.toArray(FieldRow[]::new));
        fields.addClassName("field-rows");
        addClassName("columns-form");
        add(
                said,
                new Card(getTranslation("columns.fields"), verdict, fields, ignored),
                new Card(getTranslation("columns.reading"), dates, currency),
                Card.of(
                        getTranslation("columns.preview"),
                        getTranslation("columns.preview.lead", first.size()),
                        preview));
    }

    /** Empty where something is missing; what, stands beside it then. */
    Optional<Draft> complete() {
        Map<String, Field> used = new HashMap<>();
        Map<Field, String> headers = headers();
        List<FieldRow> refused = new ArrayList<>();
        for (FieldRow row : rows) {
            String why = refusal(row, headers.get(row.field()), used);
            row.refuse(why);
            if (why != null) {
                refused.add(row);
            }
        }
        boolean undecided = dates.order() == null;
        dates.refuse(undecided ? getTranslation("columns.dates.missing") : null);
        currency.setInvalid(currency.isEmpty());
        if (!refused.isEmpty()) {
            refused.getFirst().focus();
        }
        boolean asked = headers.containsKey(Field.CURRENCY) && said.refuse();
        return refused.isEmpty() && !undecided && !asked && !currency.isEmpty()
                ? Optional.of(draft())
                : Optional.empty();
    }

    private @Nullable String refusal(FieldRow row, @Nullable String header, Map<String, Field> used) {
        if (header == null) {
            return row.field().required()
                    ? getTranslation("columns.missing")
                    : row.field() == Field.MONEY.getFirst() && withoutMoney()
                            ? getTranslation("columns.missing.money")
                            : null;
        }
        Field other = used.putIfAbsent(header, row.field());
        return other == null ? null : getTranslation("columns.twice", header, other.label());
    }

    private void choose(Field field) {
        if (field == Field.TIMESTAMP) {
            showDates(null);
        }
        changed();
    }

    /** The amounts are shown in the currency that counts. */
    private void answer() {
        Currency counts = said.currency();
        if (counts != null) {
            currency.setValue(counts);
        }
        changed();
    }

    private void changed() {
        draft = draft();
        describe();
        changed.accept(draft);
    }

    /** As it is on screen. */
    private Draft draft() {
        Draft current = draft.withDateOrder(dates.order());
        Map<Field, String> headers = headers();
        for (Field field : Field.values()) {
            current = current.withHeader(field, headers.get(field));
        }
        Currency chosen = currency.getValue();
        return said.answered(chosen == null ? current : current.withCurrency(chosen));
    }

    private Map<Field, String> headers() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        rows.forEach(row -> Optional.ofNullable(row.column()).ifPresent(column -> headers.put(row.field(), column)));
        return headers;
    }

    private boolean withoutMoney() {
        return Field.MONEY.stream().noneMatch(headers()::containsKey);
    }

    /** What the mapper is sure enough of. */
    private Draft proposed(Draft empty) {
        Draft filled = empty.withDateOrder(proposal.dateOrder());
        for (Map.Entry<Field, Suggestion> entry : proposal.suggestions().entrySet()) {
            filled = filled.withHeader(entry.getKey(), entry.getValue().header().orElse(null));
        }
        return filled;
    }

    private void showDates(@Nullable DateOrder chosen) {
        String column = row(Field.TIMESTAMP).column();
        if (column == null) {
            dates.showNothing();
        } else {
            dates.show(column, dateColumns.apply(column), chosen);
        }
    }

    private void describe() {
        rows.forEach(FieldRow::describe);
        Map<String, Field> fields = new HashMap<>();
        headers().forEach((field, column) -> fields.put(column, field));
        preview.mark(fields);
        String unused =
                file.headers().stream().filter(h -> !fields.containsKey(h)).collect(Collectors.joining(", "));
        ignored.setText(unused.isEmpty() ? "" : getTranslation("columns.ignored", unused));
        verdict.setText(verdict());
    }

    private String verdict() {
        Map<Field, String> headers = headers();
        String open = rows.stream()
                .map(FieldRow::field)
                .filter(field -> (field.required() && !headers.containsKey(field))
                        || (field == Field.MONEY.getFirst() && withoutMoney()))
                .map(Field::label)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty() && file.nameless()) {
            return getTranslation("columns.open.nameless", open);
        }
        if (!headers.containsKey(Field.CUSTOMER_ID)
                && suggestion(Field.CUSTOMER_ID).certainty() == Certainty.MISSING) {
            return getTranslation("columns.no-customer");
        }
        if (!open.isEmpty()) {
            return getTranslation("columns.open", open);
        }
        if (dates.order() == null) {
            return getTranslation("columns.complete.dates");
        }
        if (suggests(Certainty.REMEMBERED)) {
            return getTranslation("columns.complete.remembered");
        }
        return proposal.system() == null
                ? getTranslation(suggests(Certainty.GUESSED) ? "columns.complete.guessed" : "columns.complete")
                : getTranslation("columns.complete.system", proposal.system());
    }

    private boolean suggests(Certainty certainty) {
        return proposal.suggestions().values().stream().anyMatch(s -> s.certainty() == certainty);
    }

    private Suggestion suggestion(Field field) {
        return proposal.suggestions().getOrDefault(field, MISSING);
    }

    private FieldRow row(Field field) {
        return rows.stream().filter(row -> row.field() == field).findFirst().orElseThrow();
    }
}
