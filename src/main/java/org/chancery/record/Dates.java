package org.chancery.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chancery.time.PartialDate;

/** Dates as the contract shows them. */
public final class Dates {
    private Dates() {
    }

    public static org.chancery.api.model.PartialDate view(DateColumns columns) {
        return view(DateColumns.edtf(columns));
    }

    public static org.chancery.api.model.PartialDate view(String edtf) {
        if (edtf == null) {
            return null;
        }
        PartialDate date = PartialDate.parse(edtf);
        return new org.chancery.api.model.PartialDate().edtf(edtf).earliest(day(date.earliest())).latest(day(date.latest()))
                .precision(date.precision().word()).uncertain(date.uncertain()).approximate(date.approximate());
    }

    /** ISO 8601 year-month-day. */
    public static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
