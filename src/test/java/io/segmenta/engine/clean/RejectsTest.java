package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsTest {
    private static final String[] ROWS = {
        "17850|536365|85123A|2010-12-01|6|2.55|HEART|UK",
        "17850|536365|85123A|2010-12-01|6|2.55|HEART|UK",
        "17850|536366|85123A|yesterday|6|2.55|HEART|UK",
        "17850|536366|85123A|2010-12-01|six|2.55|HEART|UK",
        "17850|536366|85123A|2010-12-01|6||HEART|UK",
        "17850||85123A|2010-12-01|6|1|HEART|UK",
        "|536367|85123A|2010-12-01|6|2.55|WHITE, \"BIG\"|UK",
        "17850|536368|85123A|2010-12-01|6|2.55||UK",
        "17850|536369|85123A|2010-12-01|-6|2.55|HEART|UK",
        "17850|C36369|85123A|2010-12-01|-6|2.55|=HYPERLINK(1)|UK",
        "17850|536370|85123A|2010-12-01|0|2.55|HEART|UK",
        "17850|536371|85123A|2010-12-01|6|-2.55|-1+cmd|UK"
    };

    @TempDir
    Path folder;

    @Test
    void everyReasonInWords() {
        try (Rows rows = new Rows(folder, ROWS)) {
            assertThat(Rejects.sample(
                            rows.store,
                            Rows.mapping(DateOrder.YEAR_FIRST),
                            CleaningRules.defaults(),
                            5,
                            Rows.TODAY,
                            Progress.SILENT))
                    .extracting(Reject::words)
                    .containsExactly(
                            "Row 3, column date: expected a date as year-month-day, found 'yesterday'",
                            "Row 4, column quantity: expected a number, found 'six'",
                            "Row 5, column price: expected a number, found nothing",
                            "Row 2: equal to an earlier row in every column",
                            "Row 7, column customer: expected a customer, found nothing",
                            "Row 8, column description: expected a description, found nothing",
                            "Row 9, column quantity: '-6' is below 0, a return",
                            "Row 10, column invoice: 'C36369' starts with C, a return",
                            "Row 11, column quantity: the quantity is 0",
                            "Row 12, column price: the price '-2.55' is below 0");
        }
    }

    @Test
    void samplesAreTheFirstOfTheirReason() {
        try (Rows rows = new Rows(folder, ROWS)) {
            assertThat(Rejects.sample(
                            rows.store,
                            Rows.mapping(DateOrder.YEAR_FIRST),
                            CleaningRules.defaults(),
                            1,
                            Rows.TODAY,
                            Progress.SILENT))
                    .extracting(Reject::row)
                    .containsExactly(3L, 2L, 7L, 8L, 9L, 11L, 12L);
        }
    }

    @Test
    void nothingDroppedGivesNoSample() {
        try (Rows rows = new Rows(folder, ROWS[0])) {
            assertThat(Rejects.sample(
                            rows.store,
                            Rows.mapping(DateOrder.YEAR_FIRST),
                            CleaningRules.defaults(),
                            5,
                            Rows.TODAY,
                            Progress.SILENT))
                    .isEmpty();
        }
    }

    @Test
    void asCsv() {
        try (Rows rows = new Rows(folder, ROWS)) {
            StringBuilder csv = new StringBuilder();
            Rejects.write(
                    rows.store,
                    Rows.mapping(DateOrder.YEAR_FIRST),
                    CleaningRules.defaults(),
                    Rows.TODAY,
                    csv,
                    Progress.SILENT);
            assertThat(csv.toString().split("\r\n"))
                    .hasSize(11)
                    .startsWith(
                            "row,reason,explanation,customer,invoice,product,date,quantity,price,description,country",
                            "2,Exact duplicate,Row 2: equal to an earlier row in every column,17850,536365,85123A,2010-12-01,6,2.55,HEART,UK")
                    .contains(
                            "7,No customer,\"Row 7, column customer: expected a customer, found nothing\",,536367,85123A,2010-12-01,6,2.55,\"WHITE, \"\"BIG\"\"\",UK",
                            "9,Return,\"Row 9, column quantity: '-6' is below 0, a return\",17850,536369,85123A,2010-12-01,-6,2.55,HEART,UK",
                            "10,Return,\"Row 10, column invoice: 'C36369' starts with C, a return\",17850,C36369,85123A,2010-12-01,-6,2.55,'=HYPERLINK(1),UK",
                            "12,Negative price,\"Row 12, column price: the price '-2.55' is below 0\",17850,536371,85123A,2010-12-01,6,-2.55,'-1+cmd,UK");
        }
    }
}
