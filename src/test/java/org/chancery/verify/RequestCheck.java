package org.chancery.verify;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds every request that the service accepts against the contract, by another validator than the service's own: what a test
 * gets through is what the contract lets clients send, in its parameters, its headers and its body.
 */
final class RequestCheck {
    private RequestCheck() {
    }

    /**
     * One request as it goes over the wire.
     *
     * @param path without the query
     * @param query percent-encoded; null where there is none
     * @param body null where there is none
     */
    record Sent(String method, String path, String query, Map<String, List<String>> headers, String body) {
        @Override
        public String toString() {
            return method + " " + path + (query == null ? "" : "?" + query);
        }
    }

    /** @throws AssertionError if the service accepted what the contract does not allow; what is no operation passes */
    static void check(Sent request, int status) {
        boolean accepted = status >= 200 && status < 300 || status == 304;
        if (accepted && ContractDocument.operation(request.method(), request.path()).isPresent()) {
            ValidationReport report = ResponseCheck.VALIDATOR.validateRequest(read(request));
            ResponseCheck.refuse(request + " was accepted with " + status, report);
        }
    }

    private static SimpleRequest read(Sent request) {
        SimpleRequest.Builder builder = new SimpleRequest.Builder(request.method(), request.path());
        parameters(request.query()).forEach(builder::withQueryParam);
        request.headers().forEach((name, values) -> {
            // whether the answer is acceptable is for the answer to show
            if (!name.equalsIgnoreCase("Accept")) {
                builder.withHeader(name, values);
            }
        });
        return (request.body() == null || request.body().isEmpty() ? builder : builder.withBody(request.body())).build();
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.computeIfAbsent(decode(parts[0]), any -> new ArrayList<>()).add(parts.length == 1 ? "" : decode(parts[1]));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
