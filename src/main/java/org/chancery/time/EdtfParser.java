package org.chancery.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of EDTF that {@link PartialDate} names. On each side of an interval: nothing means unknown, {@code ..}
 * means open (ISO 8601-2:2019, extended interval, level 1). Unspecified digits are replaced from the right only.
 */
final class EdtfParser {

    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01]|XX)";
    private static final String DATE =
            "([0-9]{4}(-XX(-XX)?|-" + MONTH + "(-" + DAY + ")?)?|[0-9]{3}X|[0-9]{2}XX)[?~%]?";

    /** At least one side must be a date, so the lone {@code /} and the likes of {@code ../..} do not match. */
    static final String PATTERN = "^(" + DATE + "(/(" + DATE + "|\\.\\.)?)?|(\\.\\.)?/" + DATE + ")$";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    /** Of one side known to match: year, month, day and qualifier as groups, the last three perhaps empty. */
    private static final Pattern PARTS = Pattern.compile("([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([?~%]?)");

    private static final String X = "XX";

    private EdtfParser() {
    }

    static PartialDate parse(String edtf) {
        // matches(), not find(): with find() the dollar sign would let a final line feed pass
        if (edtf == null || !WHOLE.matcher(edtf).matches()) {
            throw new InvalidDateException("A date must be EDTF (ISO 8601-2) such as 2026, 2026-01, 2026-01-06, "
                    + "2026-01-06?, 2026-01-XX, 202X, 2026-01-05/2026-01-07, ../2026 or 2026/.. "
                    + "with months 01 to 12 and days 01 to 31.");
        }
        int slash = edtf.indexOf('/');
        return slash < 0 ? single(edtf) : interval(edtf, edtf.substring(0, slash), edtf.substring(slash + 1));
    }

    private static PartialDate interval(String edtf, String from, String to) {
        PartialDate start = side(from);
        PartialDate end = side(to);
        if (start != null && end != null && !start.mayPrecedeOrEqual(end)) {
            throw new InvalidDateException("The interval ends before it starts.");
        }
        return new PartialDate(edtf,
                start == null ? null : start.earliest(),
                end == null ? null : end.latest(),
                Precision.INTERVAL,
                start != null && start.uncertain() || end != null && end.uncertain(),
                start != null && start.approximate() || end != null && end.approximate());
    }

    private static PartialDate side(String text) {
        return text.isEmpty() || text.equals("..") ? null : single(text);
    }

    private static PartialDate single(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("The two patterns disagree about " + text);
        }
        String year = parts.group(1);
        String month = known(parts.group(2));
        String day = known(parts.group(3));
        boolean uncertain = !parts.group(4).isEmpty() && !parts.group(4).equals("~");
        boolean approximate = !parts.group(4).isEmpty() && !parts.group(4).equals("?");

        int firstYear = Integer.parseInt(year.replace('X', '0'));
        int lastYear = Integer.parseInt(year.replace('X', '9'));
        LocalDate earliest;
        LocalDate latest;
        Precision precision;
        if (month == null) {
            earliest = LocalDate.of(firstYear, 1, 1);
            latest = LocalDate.of(lastYear, 12, 31);
            precision = switch (lastYear - firstYear) {
                case 0 -> Precision.YEAR;
                case 9 -> Precision.DECADE;
                default -> Precision.CENTURY;
            };
        } else if (day == null) {
            YearMonth whole = YearMonth.of(firstYear, Integer.parseInt(month));
            earliest = whole.atDay(1);
            latest = whole.atEndOfMonth();
            precision = Precision.MONTH;
        } else {
            earliest = existing(YearMonth.of(firstYear, Integer.parseInt(month)), Integer.parseInt(day));
            latest = earliest;
            precision = Precision.DAY;
        }
        return new PartialDate(text, earliest, latest, precision, uncertain, approximate);
    }

    private static String known(String digits) {
        return X.equals(digits) ? null : digits;
    }

    private static LocalDate existing(YearMonth month, int day) {
        if (!month.isValidDay(day)) {
            throw new InvalidDateException(
                    "There is no day " + day + " in " + month + ", which has " + month.lengthOfMonth() + " days.");
        }
        return month.atDay(day);
    }
}
