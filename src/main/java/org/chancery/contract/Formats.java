package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.problem.PercentEncoding;

/**
 * The formats of the contract, each exactly as the type that it is bound to reads it: what passes here
 * cannot fail there.
 */
final class Formats {
    /** Given to the schema Day when requests are validated, as its pattern lets 2026-02-30 pass. */
    static final String DAY = "x-day";

    /** Of texts in headers; counted in code points when decoded. */
    static final String PERCENT_ENCODED = "percent-encoded";
    static final int MAX_DECODED = 1000;

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private Formats() {
    }

    static List<Format> all() {
        return List.of(text("uuid", value -> UUID.matcher(value).matches()), text("date-time", Formats::isDateTime),
                text("uri", Formats::isUri),
                text(PERCENT_ENCODED, Formats::isPercentEncoded), text(DAY, Formats::isDay), new Int32());
    }

    /** RFC 3339, without leap seconds. */
    static boolean isDateTime(String value) {
        if (!DATE_TIME.matcher(value).matches()) {
            return false;
        }
        try {
            return OffsetDateTime.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A day that the proleptic Gregorian calendar has. */
    static boolean isDay(String value) {
        try {
            return LocalDate.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** RFC 3986, absolute; a URL of the web has a host. */
    private static boolean isUri(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return uri.isAbsolute() && (!web || uri.getHost() != null) && value.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Text that is not blank, in UTF-8, percent-encoded where it is not printable ASCII. */
    private static boolean isPercentEncoded(String value) {
        return PercentEncoding.header(value).filter(text -> !text.isBlank() && TextCheck.isText(text)
                && text.codePointCount(0, text.length()) <= MAX_DECODED).isPresent();
    }

    private static Format text(String name, Predicate<String> test) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return test.test(value);
            }
        };
    }

    private static final class Int32 implements Format {
        @Override
        public String getName() {
            return "int32";
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
            return !value.isIntegralNumber() || value.canConvertToInt();
        }
    }
}
