package io.segmenta.engine.ingest.excel;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.ingest.table.PlainNumber;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @Test
    void serial_dates_of_old_macs() {
        assertThat(CellText.date(39051.3513888889, true)).isEqualTo("2010-12-01 08:26:00");
    }

    @ParameterizedTest
    @CsvSource({
        "40513.35138888889,2010-12-01 08:26:00",
        "0.75,18:00:00",
        "1,1900-01-01 00:00:00",
        "59,1900-02-28 00:00:00",
        "61,1900-03-01 00:00:00",
        "45657.999994,2024-12-31 23:59:59"
    })
    void serial_dates(double serial, String text) {
        assertThat(CellText.date(serial, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "17850.0,17850",
        "2.5499999999999998,2.55",
        "1E-2,0.01",
        "1.5E+3,1500",
        "-0,0",
        "12345678901234567,12345678901234568",
        "536365,536365",
        "NaN,NaN",
        "abc,abc"
    })
    void numbers_in_the_shortest_notation(String raw, String text) {
        assertThat(PlainNumber.of(raw)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd h:mm:ss",
                "dd/mm/yy",
                "[h]:mm",
                "mm:ss.0",
                "[$-409]d-mmm-yy;@",
                "d. mmmm yyyy",
                "h:mm AM/PM",
                "General",
                "0.00",
                "#,##0",
                "0.00E+00",
                "0%",
                "\"days\" 0",
                "[Red]0.00",
                "#,##0 [$kr-41D]",
                "_-* #,##0.00_-",
                "0 \\d",
                "@",
                "[$€-2] #,##0.00"
            })
    void date_formats_are_those_that_poi_takes_for_dates(String code) {
        assertThat(DateStyles.isDate(200, code)).isEqualTo(DateUtil.isADateFormat(200, code));
    }

    @Test
    void built_in_date_formats_are_those_of_poi_and_those_of_east_asia() {
        for (int id = 0; id < 164; id++) {
            // ECMA-376 part 1, 18.8.30: dates in Chinese, Japanese, Korean and Thai workbooks
            boolean eastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            assertThat(DateStyles.isDate(id, null))
                    .as("format %d", id)
                    .isEqualTo(eastAsian || DateUtil.isInternalDateFormat(id));
        }
    }
}
