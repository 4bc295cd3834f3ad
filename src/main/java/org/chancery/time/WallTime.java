package org.chancery.time;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the members of an {@link EventTime} and says of each what is wrong with it. */
final class WallTime {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

    private WallTime() {
    }

    static PartialDate parseDate(String text) {
        try {
            return PartialDate.parse(text);
        } catch (InvalidDateException e) {
            throw new InvalidDateException("date", e.getMessage());
        }
    }

    static LocalTime parseTime(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new InvalidDateException("time", "A time must be HH:mm from 00:00 to 23:59.");
        }
        return LocalTime.parse(text);
    }

    static ZoneId parseZone(String id) {
        if (!isRegion(id)) {
            throw notARegion();
        }
        return ZoneId.of(id);
    }

    static void requireRegion(ZoneId zone) {
        if (zone != null && !isRegion(zone.getId())) {
            throw notARegion();
        }
    }

    /**
     * Java also knows short ids (EST, CET), fixed offsets under Etc (with the sign reversed) and SystemV rules. None of
     * them is a place, so none says which clock people there looked at.
     */
    private static boolean isRegion(String id) {
        return id.equals("UTC")
                || id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/") && REGIONS.contains(id);
    }

    private static InvalidDateException notARegion() {
        return new InvalidDateException("zone",
                "zone must be UTC or a region of the IANA time zone database, such as Europe/Kyiv; no offset.");
    }
}
