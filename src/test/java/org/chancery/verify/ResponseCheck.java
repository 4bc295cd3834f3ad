package org.chancery.verify;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds every answer that any test gets against the contract, and notes which operations and statuses were seen. Outside the
 * contract's operations only what holds everywhere is asked: a problem document for whatever is no success.
 */
final class ResponseCheck {
    private static final String PROBLEM = "application/problem+json";
    static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(ContractDocument.closed())
                    .withLevelResolver(LevelResolver.create().withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR).build())
                    .build();
    /** Said of a request before anybody asks for which operation it is. */
    private static final Set<Integer> BEFORE_OPERATIONS = Set.of(414, 431);
    static final Map<String, List<String>> LIMITS =
            Map.of("RateLimit-Policy", List.of("\"anonymous\";q=600;w=60"), "RateLimit", List.of("\"anonymous\";r=599;t=1"));
    private static final Set<Exercise> SEEN = Collections.synchronizedSet(new TreeSet<>());

    private ResponseCheck() {
    }

    /** An operation and a status. */
    record Exercise(String operation, int status) implements Comparable<Exercise> {
        @Override
        public int compareTo(Exercise other) {
            int order = operation.compareTo(other.operation);
            return order != 0 ? order : Integer.compare(status, other.status);
        }

        @Override
        public String toString() {
            return operation + " " + status;
        }
    }

    static void forget() {
        SEEN.clear();
    }

    /** What was seen since then. */
    static SortedSet<Exercise> seen() {
        synchronized (SEEN) {
            return new TreeSet<>(SEEN);
        }
    }

    /**
     * @param path without the query
     * @param headers by name, as sent
     * @throws AssertionError that says what is wrong with the answer
     */
    static void check(String method, String path, int status, Map<String, List<String>> headers, String contentType, String body) {
        String request = method + " " + path + " answered " + status + " " + body;
        checkEverywhere(request, method, path, status, contentType, body);
        // where Accept chose another format, the answer is that of another operation
        String answered = headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Content-Location")).findFirst()
                .map(header -> header.getValue().get(0).split("\\?")[0]).orElse(path);
        Optional<ContractDocument.Operation> operation = ContractDocument.operation(method, answered);
        if (operation.isPresent() && !BEFORE_OPERATIONS.contains(status)) {
            refuse(request, VALIDATOR.validateResponse(answered, Request.Method.valueOf(method), response(status, headers, contentType, body)));
            SEEN.add(new Exercise(operation.get().id(), status));
        } else if (isProblem(status) && !body.isEmpty()) {
            refuse(request, VALIDATOR.validateResponse("/v1/people", Request.Method.GET, response(400, limited(headers), contentType, body)));
        }
    }

    private static void checkEverywhere(String request, String method, String path, int status, String contentType, String body) {
        if (isProblem(status)) {
            if (!PROBLEM.equals(contentType)) {
                throw new AssertionError("not a problem document but " + contentType + ": " + request);
            }
            if (!method.equals("HEAD") && json(request, body).path("status").asInt() != status) {
                throw new AssertionError("the problem document has another status: " + request);
            }
        }
        if ((status == 204 || status == 304) && !body.isEmpty()) {
            throw new AssertionError("there must be no body: " + request);
        }
        if (path.startsWith("/v1/") && contentType != null && contentType.contains("json") && !body.isEmpty()) {
            (contentType.contains("ndjson") ? body.lines() : Stream.of(body)).filter(text -> hasNull(json(request, text))).forEach(text -> {
                throw new AssertionError("there must be no null: " + request);
            });
        }
    }

    /** Where no operation is, nobody counts. */
    private static Map<String, List<String>> limited(Map<String, List<String>> headers) {
        Map<String, List<String>> whole = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        whole.putAll(LIMITS);
        whole.putAll(headers);
        return whole;
    }

    private static boolean isProblem(int status) {
        return status < 200 || status > 399;
    }

    private static SimpleResponse response(int status, Map<String, List<String>> headers, String contentType, String body) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                response.withHeader(name, values);
            }
        });
        if (contentType != null) {
            response.withContentType(contentType);
        }
        // no lines are an answer too, which the validator takes for none
        String lines = body.isEmpty() && contentType != null && contentType.startsWith("application/x-ndjson") ? "\n" : body;
        return lines.isEmpty() ? response.build() : response.withBody(lines).build();
    }

    static void refuse(String request, ValidationReport report) {
        if (report.hasErrors()) {
            throw new AssertionError("against the contract: " + report.getMessages().stream()
                    .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                    .map(message -> message.getKey() + " " + message.getMessage() + " " + message.getAdditionalInfo())
                    .collect(Collectors.joining("\n")) + "\n" + request);
        }
    }

    private static JsonNode json(String request, String body) {
        try {
            return ContractDocument.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + request, e);
        }
    }

    private static boolean hasNull(JsonNode node) {
        if (node.isNull()) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasNull(child)) {
                return true;
            }
        }
        return false;
    }
}
