package io.segmenta.engine.reading;

import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amounts such as 1.000, where nothing in the file tells whether the point stands before decimals or between thousands. */
record NumbersInDoubt(TransactionStore store) {
    /** Asks only where a column that counts is in doubt. */
    Optional<Question> ask(MoneyColumns money, NumberFormat likelier) {
        List<String> columns =
                money.columns().values().stream().map(ColumnFacts::column).toList();
        if (!NumberFormat.of(store, List.of(), columns).ambiguous()) {
            return Optional.empty();
        }
        List<String> examples = new ArrayList<>();
        for (String column : columns) {
            store.query(
                    "SELECT min(trim(" + column + ")) FROM source WHERE regexp_matches(" + column
                            + ", '^\\D*[1-9]\\d{0,2}\\.\\d{3}\\D*$')",
                    row -> Optional.ofNullable(row.text(0)).ifPresent(examples::add));
        }
        String example = examples.isEmpty() ? "1.000" : examples.getFirst();
        String mark = likelier.decimals().label();
        return Optional.of(new Question(
                Question.Topic.NUMBERS,
                "Numbers such as \"" + example
                        + "\" may have decimals behind the point or thousands before it, and nothing"
                        + " in the file tells. In the likelier case " + example + " is "
                        + (likelier.decimalComma() ? example.replace(".", "") : "a number with three decimals")
                        + ".",
                "--numbers " + mark,
                mark));
    }
}
