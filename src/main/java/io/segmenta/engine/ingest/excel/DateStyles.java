package io.segmenta.engine.ingest.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show a number as a date (ECMA-376 part 1, 18.8). */
final class DateStyles {
    private static final long FORMAT = XmlScanner.key("numFmt");
    private static final long CELL_FORMATS = XmlScanner.key("cellXfs");
    private static final long CELL_FORMAT = XmlScanner.key("xf");
    private static final long FORMAT_ID = XmlScanner.key("numFmtId");
    private static final long CODE = XmlScanner.key("formatCode");

    /** What a format code says literally: quoted and escaped text, padding, colours, currencies; but not elapsed time such as [h]. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hms]+])[^]]*]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    private final BitSet dates = new BitSet();

    private DateStyles() {}

    static DateStyles none() {
        return new DateStyles();
    }

    static DateStyles read(InputStream in) throws IOException {
        DateStyles styles = new DateStyles();
        Map<Integer, String> codes = new HashMap<>();
        boolean cellFormats = false;
        int style = 0;
        XmlScanner xml = new XmlScanner(in);
        while (xml.next()) {
            if (xml.name() == CELL_FORMATS) {
                cellFormats = !xml.ends();
            } else if (xml.begins() && (xml.name() == FORMAT || (xml.name() == CELL_FORMAT && cellFormats))) {
                boolean definition = xml.name() == FORMAT;
                int id = 0;
                String code = "";
                while (xml.nextAttribute()) {
                    if (xml.attribute() == FORMAT_ID) {
                        id = xml.number();
                    } else if (xml.attribute() == CODE) {
                        code = xml.value();
                    }
                }
                if (definition) {
                    codes.put(id, code);
                } else {
                    styles.dates.set(style++, isDate(id, codes.get(id)));
                }
            }
        }
        return styles;
    }

    /**
     * @param id of the number format; below 164 the built-in ones
     * @param code of a format of one's own
     */
    static boolean isDate(int id, @Nullable String code) {
        if (code != null) {
            return DATE.matcher(LITERAL.matcher(code.split(";", 2)[0]).replaceAll(""))
                    .find();
        }
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    boolean isDate(int style) {
        return dates.get(style);
    }
}
