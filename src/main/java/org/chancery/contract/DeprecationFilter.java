package org.chancery.contract;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells the client of a deprecated operation or parameter so, on every success, as the contract has it: {@code Deprecation}
 * (RFC 9745), {@code Sunset} (RFC 8594), and {@code Link} to what to read and to use instead (RFC 5829). Where several of a
 * request are deprecated, the earliest dates and all links.
 */
class DeprecationFilter {
    /** The fixed format of HTTP (RFC 9110), whose day has two digits. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final RequestParameters parameters;

    DeprecationFilter(RequestParameters parameters) {
        this.parameters = parameters;
    }

    @ServerResponseFilter
    void announce(ContainerResponseContext response) {
        List<Deprecation> deprecations = parameters.deprecations();
        if (deprecations.isEmpty() || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        deprecations.stream().map(Deprecation::since).min(Comparator.naturalOrder())
                .ifPresent(since -> headers.putSingle("Deprecation", "@" + since.getEpochSecond()));
        deprecations.stream().map(Deprecation::sunset).filter(Objects::nonNull).min(Comparator.<Instant>naturalOrder())
                .ifPresent(sunset -> headers.putSingle("Sunset", HTTP_DATE.format(sunset)));
        Set<String> links = new LinkedHashSet<>();
        for (Deprecation deprecation : deprecations) {
            links.add(link(deprecation.link(), "deprecation"));
            if (deprecation.sunset() != null) {
                links.add(link(deprecation.link(), "sunset"));
            }
            if (deprecation.successor() != null) {
                links.add(link(deprecation.successor(), "successor-version"));
            }
        }
        links.forEach(link -> headers.add(HttpHeaders.LINK, link));
    }

    private static String link(URI target, String relation) {
        return "<" + target + ">; rel=\"" + relation + "\"";
    }
}
