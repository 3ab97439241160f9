package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.ingest.MappingProposal;
import io.segmenta.ingest.MappingProposal.Certainty;
import io.segmenta.ingest.MappingProposal.Suggestion;
import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.Preview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The choices of the step. Tells every change as a draft and gives the complete one, or says beside each field what is missing. */
final class ColumnsForm extends Div {
    private static final int PREVIEW_ROWS = 20;
    private static final Suggestion MISSING = new Suggestion(Certainty.MISSING, List.of());

    private final List<String> headers;
    private final MappingProposal proposal;
    private final List<List<String>> sample;
    private final transient Consumer<Draft> changed;
    private final List<FieldRow> rows = new ArrayList<>();
    private final Paragraph verdict = new Paragraph();
    private final Paragraph ignored = new Paragraph();
    private final DateOrderChooser dates;
    private final ComboBox<Currency> currency = new ComboBox<>();
    private final Preview preview;
    private Draft draft;

    ColumnsForm(
            List<String> headers,
            MappingProposal proposal,
            List<List<String>> sample,
            Draft entered,
            Consumer<Draft> changed) {
        this.headers = headers;
        this.proposal = proposal;
        this.sample = sample;
        this.changed = changed;
        this.draft = entered.headers().isEmpty() ? proposed(entered) : entered;
        this.dates = new DateOrderChooser(Formats.current(), this::changed);
        this.preview = new Preview(headers, firstRows(sample));
        for (Field field : Field.values()) {
            rows.add(new FieldRow(
                    field,
                    proposal.suggestions().getOrDefault(field, MISSING),
                    headers,
                    draft.headers().get(field),
                    this::examples,
                    () -> choose(field)));
        }
        prepareCurrency();
        showDates(draft.dateOrder().orElse(null));
        describe();
        verdict.addClassName("lead");
        ignored.addClassName("ignored");
        Div fields = new Div(rows.toArray(FieldRow[]::new));
        fields.addClassName("field-rows");
        addClassName("columns-form");
        add(
                new Card(getTranslation("columns.fields"), verdict, fields, ignored),
                new Card(getTranslation("columns.reading"), dates, currency),
                Card.of(
                        getTranslation("columns.preview"),
                        getTranslation("columns.preview.lead", firstRows(sample).size()),
                        preview));
    }

    /** Empty where something is missing; what, stands beside it then. */
    Optional<Draft> complete() {
        Map<String, Field> used = new HashMap<>();
        List<FieldRow> refused = new ArrayList<>();
        for (FieldRow row : rows) {
            String why = refusal(row, used);
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
        return refused.isEmpty() && !undecided && !currency.isEmpty() ? Optional.of(draft()) : Optional.empty();
    }

    private @Nullable String refusal(FieldRow row, Map<String, Field> used) {
        String header = row.header();
        if (header == null) {
            return row.field().required() ? getTranslation("columns.missing") : null;
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

    private void changed() {
        draft = draft();
        describe();
        changed.accept(draft);
    }

    /** As it is on screen. */
    private Draft draft() {
        Draft current = draft.withDateOrder(dates.order());
        for (FieldRow row : rows) {
            current = current.withHeader(row.field(), row.header());
        }
        Currency chosen = currency.getValue();
        return chosen == null ? current : current.withCurrency(chosen.getCurrencyCode());
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
        String header = row(Field.TIMESTAMP).header();
        boolean proposed = header != null
                && proposal.suggestions()
                        .getOrDefault(Field.TIMESTAMP, MISSING)
                        .candidates()
                        .contains(header);
        dates.show(
                proposed ? proposal.dateOrder() : null,
                chosen,
                header == null ? List.of() : values(header).toList());
    }

    private void prepareCurrency() {
        Formats formats = Formats.current();
        currency.setLabel(getTranslation("columns.currency"));
        currency.setHelperText(getTranslation("columns.currency.help"));
        currency.setErrorMessage(getTranslation("columns.currency.missing"));
        currency.setManualValidation(true);
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList());
        currency.setItemLabelGenerator(c -> c.getCurrencyCode() + " · " + c.getDisplayName(formats.locale()));
        currency.setValue(Currency.getInstance(
                draft.currency().orElseGet(() -> CurrencyGuess.of(proposal.system(), formats.locale()))));
        currency.addValueChangeListener(change -> changed());
    }

    private void describe() {
        Map<String, Field> fields = new HashMap<>();
        rows.forEach(row -> Optional.ofNullable(row.header()).ifPresent(header -> fields.put(header, row.field())));
        preview.mark(fields);
        String unused = headers.stream().filter(h -> !fields.containsKey(h)).collect(Collectors.joining(", "));
        ignored.setText(unused.isEmpty() ? "" : getTranslation("columns.ignored", unused));
        verdict.setText(verdict());
    }

    private String verdict() {
        if (row(Field.CUSTOMER_ID).header() == null
                && proposal.suggestions()
                                .getOrDefault(Field.CUSTOMER_ID, MISSING)
                                .certainty()
                        == Certainty.MISSING) {
            return getTranslation("columns.no-customer");
        }
        String open = rows.stream()
                .filter(row -> row.field().required() && row.header() == null)
                .map(row -> row.field().label())
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            return getTranslation("columns.open", open);
        }
        if (proposal.suggestions().values().stream().anyMatch(s -> s.certainty() == Certainty.REMEMBERED)) {
            return getTranslation("columns.complete.remembered");
        }
        return proposal.system() == null
                ? getTranslation("columns.complete")
                : getTranslation("columns.complete.system", proposal.system());
    }

    private static List<List<String>> firstRows(List<List<String>> sample) {
        return sample.subList(0, Math.min(PREVIEW_ROWS, sample.size()));
    }

    private FieldRow row(Field field) {
        return rows.stream().filter(row -> row.field() == field).findFirst().orElseThrow();
    }

    private String examples(String header) {
        List<String> some = values(header).distinct().limit(3).toList();
        return some.isEmpty()
                ? getTranslation("columns.empty")
                : getTranslation("columns.examples", String.join(" · ", some));
    }

    private Stream<String> values(String header) {
        int column = headers.indexOf(header);
        return sample.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .filter(v -> !v.isBlank());
    }
}
