package org.chancery.record;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.chancery.time.PartialDate;

/** A partial date in the database: as written, and the days it may mean. */
@Embeddable
public class DateColumns {
    private String edtf;
    private LocalDate earliest;
    private LocalDate latest;

    protected DateColumns() {
    }

    public DateColumns(PartialDate date) {
        edtf = date.edtf();
        earliest = date.earliest();
        latest = date.latest();
    }

    /** The text as it was written; of null none. */
    public static String edtf(DateColumns columns) {
        return columns == null ? null : columns.edtf;
    }

    public String edtf() {
        return edtf;
    }

    public LocalDate earliest() {
        return earliest;
    }

    public LocalDate latest() {
        return latest;
    }
}
