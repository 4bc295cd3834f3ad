package org.chancery.export;

import java.util.Arrays;
import java.util.Locale;

/** Reads the header Accept-Encoding (RFC 9110, 12.5.3). */
final class AcceptEncoding {
    private AcceptEncoding() {
    }

    /** Whether gzip is named, or everything is, and not with the weight 0. */
    static boolean allowsGzip(String header) {
        return header != null && Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).map(String::trim)
                .filter(each -> each.matches("(x-)?gzip\\b.*")).findFirst()
                .or(() -> Arrays.stream(header.split(",")).map(String::trim).filter(each -> each.startsWith("*")).findFirst())
                .filter(each -> !each.matches(".*;\\s*q\\s*=\\s*0(\\.0{0,3})?\\s*")).isPresent();
    }
}
