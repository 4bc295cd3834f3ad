package org.chancery.event;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.chancery.api.model.EventTimeInput;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.time.DayPart;
import org.chancery.time.EventTime;
import org.chancery.time.InvalidDateException;
import org.chancery.time.PartialDate;

/** Start or end of an event in the database: a partial local date, and wall time and zone where they are known. */
@Embeddable
public class EventTimeColumns {
    private String edtf;
    private LocalDate earliest;
    private LocalDate latest;
    private LocalTime time;
    private String dayPart;
    private String zone;

    protected EventTimeColumns() {
    }

    private EventTimeColumns(EventTime value) {
        edtf = value.date().edtf();
        earliest = value.date().earliest();
        latest = value.date().latest();
        time = value.time();
        dayPart = value.dayPart() == null ? null : value.dayPart().word();
        zone = value.zone() == null ? null : value.zone().getId();
    }

    /** Rows that SQL reads itself bring the text alone. */
    static EventTime value(String edtf, LocalTime time, String dayPart, String zone) {
        return edtf == null ? null : new EventTime(PartialDate.parse(edtf), time, dayPart == null ? null : DayPart.parse(dayPart),
                zone == null ? null : ZoneId.of(zone));
    }

    static EventTimeColumns read(EventTimeInput input, String pointer, Draft draft) {
        if (input == null) {
            return null;
        }
        try {
            return new EventTimeColumns(EventTime.parse(input.getDate(), input.getTime(), input.getDayPart(), input.getZone()));
        } catch (InvalidDateException e) {
            draft.malformed(pointer + "/" + (e.member() == null ? "date" : e.member()), "date", e.getMessage());
            return null;
        }
    }

    static EventTime value(EventTimeColumns columns) {
        return columns == null ? null : value(columns.edtf, columns.time, columns.dayPart, columns.zone);
    }

    static EventTimeInput input(EventTimeColumns columns) {
        return columns == null ? null : new EventTimeInput().date(columns.edtf).time(Objects.toString(columns.time, null))
                .dayPart(columns.dayPart).zone(columns.zone);
    }

    static org.chancery.api.model.EventTime view(EventTime value) {
        if (value == null) {
            return null;
        }
        PartialDate date = value.date();
        return new org.chancery.api.model.EventTime().edtf(date.edtf()).earliest(Dates.day(date.earliest())).latest(Dates.day(date.latest()))
                .precision(value.precision().word()).uncertain(date.uncertain()).approximate(date.approximate())
                .dayPart(value.dayPart() == null ? null : value.dayPart().word()).time(Objects.toString(value.time(), null))
                .zone(value.zone() == null ? null : value.zone().getId()).utc(Dates.time(value.utc()));
    }

    LocalDate earliest() {
        return earliest;
    }

    LocalDate latest() {
        return latest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventTimeColumns that && Objects.equals(value(this), value(that));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(edtf);
    }
}
