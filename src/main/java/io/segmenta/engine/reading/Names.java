package io.segmenta.engine.reading;

import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.columns.Vocabulary.Level;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.DerivedColumn.GuestsBy;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well the name of a column fits a role: 4 in the export of a known system, 3 where it is a name of the role, 2 a word for it, 1 where it
 * contains one, else 0.
 *
 * @param system the columns of the known system, none where it is not known
 * @param noSales states that are none in that system, in small letters
 * @param byValues what the columns of a file without names may be, none where they have names
 */
record Names(Map<Field, String> system, List<String> noSales, Map<Field, String> byValues) {
    static final int SYSTEM = 4;
    static final int NAME = 3;
    static final int WORD = 2;
    static final int PART = 1;

    static Names of(TransactionStore store, List<ColumnFacts> facts) {
        List<String> headers = store.headers();
        return new Names(
                carried(ColumnMapper.system(headers), headers),
                ColumnMapper.noSales(headers),
                MappingProposal.nameless(headers) ? new NamelessColumns(store, facts).roles() : Map.of());
    }

    /** Where a column of the system was carried down, that one is without gaps. */
    private static Map<Field, String> carried(Map<Field, String> system, List<String> headers) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        system.forEach((field, header) -> columns.put(
                field, headers.contains(header + CarriedDown.CARRIED) ? header + CarriedDown.CARRIED : header));
        return columns;
    }

    int level(Field field, String header) {
        if (header.equals(byValues.get(field))) {
            return WORD;
        }
        return header.equals(system.get(field)) ? SYSTEM : level(field.key(), header);
    }

    int level(String role, String name) {
        String header = own(name);
        return Vocabulary.names(role, Level.NAME, header)
                ? NAME
                : Vocabulary.names(role, Level.WORD, header)
                        ? WORD
                        : Vocabulary.names(role, Level.PART, header) ? PART : 0;
    }

    /** What was derived means what it was derived from. */
    static String own(String name) {
        int guests = name.indexOf(GuestsBy.BY);
        if (guests > 0) {
            return own(name.substring(0, guests));
        }
        return name.endsWith(CarriedDown.CARRIED)
                ? name.substring(0, name.length() - CarriedDown.CARRIED.length())
                : name;
    }

    static boolean says(String header, Pattern words) {
        return words.matcher(Vocabulary.folded(header)).find();
    }
}
