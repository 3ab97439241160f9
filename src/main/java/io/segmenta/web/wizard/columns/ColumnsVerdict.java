package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.Field;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the columns are known, or what is missing among them. */
final class ColumnsVerdict extends Paragraph {
    private final FileColumns file;
    private final MappingProposal proposal;

    ColumnsVerdict(FileColumns file, MappingProposal proposal) {
        this.file = file;
        this.proposal = proposal;
        addClassName("lead");
    }

    /** @param headers that are chosen */
    void show(Map<Field, String> headers, boolean datesOpen, boolean currencyOpen) {
        setText(words(headers, datesOpen, currencyOpen));
    }

    private String words(Map<Field, String> headers, boolean datesOpen, boolean currencyOpen) {
        boolean withoutMoney = Field.MONEY.stream().noneMatch(headers::containsKey);
        String open = Stream.of(Field.values())
                .filter(field -> (field.required() && !headers.containsKey(field))
                        || (field == Field.MONEY.getFirst() && withoutMoney))
                .map(Field::label)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty() && file.nameless()) {
            return getTranslation("columns.open.nameless", open);
        }
        if (!headers.containsKey(Field.CUSTOMER_ID) && isUnknown(Field.CUSTOMER_ID)) {
            return getTranslation("columns.no-customer");
        }
        if (open.equals(Field.TIMESTAMP.label()) && isUnknown(Field.TIMESTAMP)) {
            return getTranslation("columns.no-date");
        }
        if (open.equals(Field.MONEY.getFirst().label()) && Field.MONEY.stream().allMatch(this::isUnknown)) {
            return getTranslation("columns.no-money");
        }
        if (!open.isEmpty()) {
            return getTranslation("columns.open", open);
        }
        Optional<String> twice = headers.values().stream()
                .filter(header -> Collections.frequency(headers.values(), header) > 1)
                .findFirst();
        if (twice.isPresent()) {
            return getTranslation("columns.open.twice", twice.get());
        }
        if (datesOpen) {
            return getTranslation("columns.complete.dates");
        }
        return currencyOpen ? getTranslation("columns.currencies.missing") : complete();
    }

    private String complete() {
        if (suggests(Certainty.REMEMBERED)) {
            return getTranslation("columns.complete.remembered");
        }
        return proposal.system() == null
                ? getTranslation(suggests(Certainty.GUESSED) ? "columns.complete.guessed" : "columns.complete")
                : getTranslation("columns.complete.system", proposal.system());
    }

    private boolean isUnknown(Field field) {
        Suggestion suggestion = proposal.suggestions().get(field);
        return suggestion == null || suggestion.certainty() == Certainty.MISSING;
    }

    private boolean suggests(Certainty certainty) {
        return proposal.suggestions().values().stream().anyMatch(s -> s.certainty() == certainty);
    }
}
