package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The parameters of the current request, after they were found valid: the conversions cannot fail. Names are
 * those of the contract; one that the request leaves out has the contract's default, if there is one.
 */
@RequestScoped
public class RequestParameters {
    /** They say how much of the answer is wanted, not which rows in which order. */
    private static final Set<String> NO_FILTERS = Set.of("cursor", "limit", "includeTotal", "include", "lang");

    private final MergedIds mergedIds;
    private Map<UUID, UUID> merged;
    private Contract.Operation resource;
    private Contract.Operation operation;
    private Map<String, List<String>> query = Map.of();
    private Map<String, String> headers = Map.of();
    private byte[] body = {};

    RequestParameters(MergedIds mergedIds) {
        this.mergedIds = mergedIds;
    }

    /**
     * @param answering the operation that answers
     * @param current the one whose parameters the request has: another one where the answer is written in another format
     * @param sent the body
     */
    void accept(Contract.Operation answering, Contract.Operation current, ParameterReader.Parameters read, byte[] sent) {
        body = sent;
        resource = answering;
        operation = current;
        query = Map.copyOf(read.query());
        headers = Map.copyOf(read.headers());
    }

    /** As if the request asked for all that the resource can include. */
    void includeAll() {
        resource.in("query").stream().filter(parameter -> parameter.name().equals("include")).findFirst().ifPresent(include -> {
            Map<String, List<String>> more = new HashMap<>(query);
            more.put("include", StreamSupport.stream(include.schema().at("/items/enum").spliterator(), false).map(JsonNode::textValue).toList());
            query = more;
        });
    }

    /** The operationId of what answers; empty for a request outside the contract. */
    public String operationId() {
        return resource == null ? "" : resource.id();
    }

    /** Whether the request itself has this query parameter. */
    public boolean has(String name) {
        return query.containsKey(name);
    }

    /** All values of a query parameter in the order given, comma-separated lists split; empty if it has none. */
    public List<String> all(String name) {
        return query.getOrDefault(name, defaultOf(name).map(List::of).orElse(List.of()));
    }

    /** The only value of a single-valued query parameter. */
    public Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a query parameter of format uuid; in place of a record that was merged, its survivor. */
    public List<UUID> uuids(String name) {
        if (merged == null) {
            merged = mergedIds.of(operation.in("query").stream().filter(parameter -> "uuid".equals(parameter.format()))
                    .flatMap(parameter -> givenUuids(parameter.name()).stream()).distinct().toList());
        }
        return givenUuids(name).stream().map(id -> merged.getOrDefault(id, id)).toList();
    }

    /** The same as given. */
    public List<UUID> givenUuids(String name) {
        return all(name).stream().map(UUID::fromString).toList();
    }

    /** The value of a query parameter of schema Day. */
    public Optional<LocalDate> day(String name) {
        return one(name).map(LocalDate::parse);
    }

    /** The value of a query parameter of format date-time. */
    public Optional<Instant> instant(String name) {
        return one(name).map(value -> OffsetDateTime.parse(value).toInstant());
    }

    /** The value of a query parameter of format int32. */
    public Optional<Integer> integer(String name) {
        return one(name).map(Integer::valueOf);
    }

    /** The value of a boolean query parameter. */
    public Optional<Boolean> flag(String name) {
        return one(name).map(Boolean::valueOf);
    }

    /** The header Accept-Language as sent (RFC 9110), several joined by commas. */
    public Optional<String> acceptLanguage() {
        return header("Accept-Language");
    }

    /** A header that the contract declares for this operation. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as sent; empty where there is none. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * All query parameters given that decide which rows come in which order, to bind a cursor to: all but
     * cursor, limit, includeTotal, include and lang. Values keep their order, as that of {@code sort} matters.
     */
    public SortedMap<String, List<String>> filters() {
        SortedMap<String, List<String>> filters = new TreeMap<>(query);
        filters.keySet().removeAll(NO_FILTERS);
        return filters;
    }

    /** Of the operation and of each parameter that the request has; none for a request that was not found valid. */
    List<Deprecation> deprecations() {
        if (operation == null) {
            return List.of();
        }
        Stream<Deprecation> used = operation.parameters().stream().filter(parameter -> query.containsKey(parameter.name())
                && parameter.in().equals("query") || headers.containsKey(parameter.name()) && parameter.in().equals("header"))
                .map(Contract.Parameter::deprecation);
        return Stream.concat(Stream.ofNullable(operation.deprecation()), used.filter(Objects::nonNull)).toList();
    }

    private Optional<String> defaultOf(String name) {
        return operation == null ? Optional.empty() : operation.in("query").stream()
                .filter(parameter -> parameter.name().equals(name)).findFirst()
                .flatMap(Contract.Parameter::defaultValue);
    }
}
