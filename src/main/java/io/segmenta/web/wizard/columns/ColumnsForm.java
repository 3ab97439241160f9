package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Question;
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

/** Which column is which field. Tells every change as a draft, and what is still open. */
public final class ColumnsForm extends Div {
    private static final int PREVIEW_ROWS = 20;
    private static final Suggestion MISSING = new Suggestion(Certainty.MISSING, List.of());

    private final FileColumns file;
    private final MappingProposal proposal;
    private final transient Function<String, DateColumn> dateColumns;
    private final transient Consumer<Draft> changed;
    private final List<FieldRow> rows = new ArrayList<>();
    private final Paragraph ignored = new Paragraph();
    private final DateOrderChooser dates;
    private final CurrencyBox currency;
    private final CurrencyQuestion asked;
    private final NumbersQuestion numbers;
    private final Card questions = new Card(getTranslation("columns.questions"));
    private final Preview preview;
    private final ColumnsVerdict words;
    private Draft draft;

    /**
     * @param sample first rows of the file
     * @param dateColumns tells of a column how its dates are written
     * @param changed is told each change
     */
    public ColumnsForm(
            List<String> headers,
            List<List<String>> sample,
            MappingProposal proposal,
            Reading reading,
            Function<String, DateColumn> dateColumns,
            Draft entered,
            Consumer<Draft> changed) {
        this.file = new FileColumns(headers, sample);
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
        this.words = new ColumnsVerdict(file, proposal);
        this.asked = new CurrencyQuestion(reading, draft, this::answer);
        this.numbers = new NumbersQuestion(reading, draft, this::changed);
        List<List<String>> first = sample.subList(0, Math.min(PREVIEW_ROWS, sample.size()));
        this.preview = new Preview(headers, first);
        for (Field field : Field.values()) {
            rows.add(
                    new FieldRow(field, suggestion(field), file, draft.headers().get(field), () -> choose(field)));
        }
        showDates(draft.dateOrder().orElse(null));
        Div fields = new Div(rows.toArray(FieldRow[]::new));
        fields.addClassName("field-rows");
        ignored.addClassName("ignored");
        addClassName("columns-form");
        add(fields, ignored, currency, new H3(getTranslation("columns.preview")), preview);
        ask(reading);
        draft = draft();
        describe();
    }

    /** What the file leaves open is asked where it is seen first, and stays there to be changed. */
    private void ask(Reading reading) {
        boolean undecided = dates.order() == null && row(Field.TIMESTAMP).column() != null;
        if (undecided) {
            questions.add(dates);
        } else {
            addComponentAtIndex(indexOf(currency), dates);
        }
        reading.questions().stream().map(Question::words).map(Paragraph::new).forEach(questions::add);
        questions.add(asked, numbers);
        questions.addClassName("questions");
        questions.setVisible(
                undecided || asked.isVisible() || !reading.questions().isEmpty());
    }

    /** What only the owner of the file knows; hidden where that is nothing. */
    public Component questions() {
        return questions;
    }

    /** How the columns are known, or what is missing among them. */
    public Component words() {
        return words;
    }

    /** As it is on screen. */
    public Draft current() {
        return draft;
    }

    /** Goes on with rules that were chosen elsewhere. */
    public void adopt(Draft chosen) {
        draft = chosen;
    }

    /** Whether each column that is used was found, so that nobody has to look. */
    public boolean isCertain() {
        return open().isEmpty()
                && !questions.isVisible()
                && rows.stream().filter(row -> row.column() != null).allMatch(FieldRow::isFound);
    }

    /** What is missing, in a sentence, where something is. */
    public Optional<String> open() {
        return draft.mapping().isPresent() && !asked.isOpen(draft) && !numbers.isOpen() && !currency.isEmpty()
                ? Optional.empty()
                : Optional.of(words.getText());
    }

    /** Whether what is open is asked on top already. */
    public boolean isAskedOnTop() {
        return (dates.order() == null && questions.getChildren().anyMatch(dates::equals))
                || asked.isOpen(draft)
                || numbers.isOpen();
    }

    /** Says beside each choice what is missing, and leads to the first of them. */
    public void refuse() {
        Map<String, Field> used = new HashMap<>();
        Map<Field, String> headers = headers();
        List<Runnable> refused = new ArrayList<>();
        for (FieldRow row : rows) {
            String why = refusal(row, headers.get(row.field()), used);
            row.refuse(why);
            if (why != null) {
                refused.add(row::focus);
            }
        }
        if (dates.refuse(dates.order() == null ? getTranslation("columns.dates.missing") : null)) {
            refused.add(dates::focus);
        }
        currency.setInvalid(currency.isEmpty());
        if (currency.isEmpty()) {
            refused.add(currency::focus);
        }
        asked.refuse(asked.isOpen(draft));
        if (asked.isOpen(draft)) {
            refused.add(asked::lead);
        }
        numbers.refuse(numbers.isOpen());
        if (numbers.isOpen()) {
            refused.add(numbers::lead);
        }
        if (!refused.isEmpty()) {
            refused.getFirst().run();
        }
    }

    /** Leads to the choice of a column, or of the currency that counts. */
    public void focus(Field field) {
        if (field == Field.CURRENCY && asked.isVisible()) {
            asked.lead();
        } else if (field == Field.CURRENCY && row(field).column() == null) {
            currency.scrollIntoView();
            currency.focus();
        } else {
            row(field).scrollIntoView();
            row(field).focus();
        }
    }

    private @Nullable String refusal(FieldRow row, @Nullable String header, Map<String, Field> used) {
        if (header == null) {
            return row.field().required()
                    ? getTranslation("columns.missing")
                    : row.field() == Field.MONEY.getFirst()
                                    && Field.MONEY.stream().noneMatch(headers()::containsKey)
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
        Currency counts = asked.currency();
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
        Draft current = draft.withDateOrder(dates.order()).withDecimals(numbers.answer());
        Map<Field, String> headers = headers();
        for (Field field : Field.values()) {
            current = current.withHeader(field, headers.get(field));
        }
        Currency chosen = currency.getValue();
        return asked.answered(chosen == null ? current : current.withCurrency(chosen));
    }

    private Map<Field, String> headers() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        rows.forEach(row -> Optional.ofNullable(row.column()).ifPresent(column -> headers.put(row.field(), column)));
        return headers;
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
        words.show(headers(), dates.order() == null, asked.isOpen(draft));
        ignored.setText(unused.isEmpty() ? "" : getTranslation("columns.ignored", unused));
    }

    private Suggestion suggestion(Field field) {
        return proposal.suggestions().getOrDefault(field, MISSING);
    }

    private FieldRow row(Field field) {
        return rows.stream().filter(row -> row.field() == field).findFirst().orElseThrow();
    }
}
