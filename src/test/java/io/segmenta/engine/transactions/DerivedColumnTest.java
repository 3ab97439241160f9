package io.segmenta.engine.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.transactions.DerivedColumn.BothOf;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.DerivedColumn.FirstOf;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.OneProduct;
import io.segmenta.engine.transactions.DerivedColumn.OrderPerDay;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import io.segmenta.engine.transactions.DerivedColumn.RowNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedColumnTest {
    private static final List<String> HEADERS =
            List.of("Name", "Email", "Date", "Time", "a or b", "c ÷ d and day of e");

    @TempDir
    Path folder;

    static Stream<DerivedColumn> each() {
        return Stream.of(
                new CarriedDown("Email", "Email"),
                new BothOf("Date", "Time"),
                new FirstOf("a or b", "Name"),
                new PiecePrice("c ÷ d and day of e", "Date"),
                new PiecePrice("Date", "1 per row"),
                new OrderPerDay("c ÷ d and day of e", "Date"),
                new RowNumber(),
                new OnePiece(),
                new OneProduct());
    }

    @ParameterizedTest
    @MethodSource("each")
    void isFoundByItsNameAndByWhatIsKept(DerivedColumn column) {
        assertThat(new ColumnName(column.name(), HEADERS).derived()).contains(column);
        assertThat(DerivedColumn.of(column.kind(), column.parts())).isEqualTo(column);
    }

    @ParameterizedTest
    @MethodSource("each")
    void isKeptInTheStore(DerivedColumn column) {
        Path file = folder.resolve("rows.duckdb");
        try (TransactionStore store = TransactionStore.open(file, new StoreLimits(64, 1))) {
            store.create(HEADERS);
            store.derive(List.of(column), new DerivedColumn.Columns() {
                @Override
                public String text(String name) {
                    return name.equals("1 per row") ? "'1'" : store.column(name);
                }

                @Override
                public String number(String name) {
                    return "try_cast(" + text(name) + " AS DOUBLE)";
                }
            });
        }
        try (TransactionStore store = TransactionStore.open(file, new StoreLimits(64, 1))) {
            assertThat(store.headers()).endsWith(column.name());
            assertThat(store.derived(column.name())).contains(column);
            assertThat(store.derived("Email")).isEmpty();
        }
    }

    @Test
    void whatNoPartIsThereForIsNoDerivedColumn() {
        assertThat(new ColumnName("Cash or card", HEADERS).derived()).isEmpty();
        assertThat(new ColumnName("Net + tax", HEADERS).derived()).isEmpty();
        assertThat(new ColumnName("Phone, carried down", HEADERS).derived()).isEmpty();
    }

    @Test
    void aNameOfEarlierVersionsSaysWhatItIsMadeOfAlsoWhereThatIsMissing() {
        assertThat(new ColumnName("one order per X and day of Y", HEADERS).derived())
                .contains(new OrderPerDay("X", "Y"));
        assertThat(new ColumnName("total ÷ quantity", HEADERS).derived()).contains(new PiecePrice("total", "quantity"));
    }
}
