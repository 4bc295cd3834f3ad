package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.contract.Contract;
import org.chancery.contract.Contract.Operation;
import org.chancery.contract.Contract.Parameter;
import org.chancery.entity.EntityService;
import org.chancery.event.TimelineService;
import org.chancery.paging.Listing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a list understands is what the contract says that it does: no parameter is accepted and then passed over. */
@QuarkusTest
class ListingContractTest {
    /** Shared by all lists, handled outside of what differs between them. */
    private static final Set<String> PAGING = Set.of("limit", "cursor", "sort", "includeTotal", "include", "lang", "asKnownAt");
    /** What other records imply of one, with more or less than a listing: ParameterWalkTest walks their parameters. */
    private static final Pattern IMPLIED =
            Pattern.compile(".*/\\{[a-zA-Z]+}/(leaders|officials|members|counterparts|timeline|revisions|deliveries)(\\.(csv|jsonld))?"
                    + "|/v1/(search|suggest|encounters|events/summary|changes|imports|webhooks|api-keys)(\\.(csv|jsonld))?|.*\\.(ics|atom)");
    private static final Map<String, RecordType> TYPES = Map.ofEntries(
            Map.entry("people", RecordType.PERSON), Map.entry("leaders", RecordType.PERSON), Map.entry("officials", RecordType.PERSON),
            Map.entry("states", RecordType.STATE), Map.entry("organizations", RecordType.ORGANIZATION),
            Map.entry("positions", RecordType.POSITION), Map.entry("occupancies", RecordType.OCCUPANCY),
            Map.entry("memberships", RecordType.MEMBERSHIP), Map.entry("meetings", RecordType.MEETING),
            Map.entry("summits", RecordType.SUMMIT), Map.entry("declarations", RecordType.DECLARATION),
            Map.entry("series", RecordType.SERIES), Map.entry("sources", RecordType.SOURCE),
            Map.entry("participants", RecordType.PARTICIPATION), Map.entry("signatures", RecordType.SIGNATURE),
            Map.entry("commitments", RecordType.COMMITMENT));

    @Inject
    ServiceRegistry services;
    @Inject
    TimelineService timeline;
    @Inject
    EntityService entities;

    static Stream<String> lists() {
        return new Contract().operations().stream().filter(operation -> operation.method().equals("GET") && has(operation, "limit"))
                .filter(operation -> !IMPLIED.matcher(operation.path()).matches())
                .map(Operation::id);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_shouldUnderstandTheContractsParameters(String id) throws ReflectiveOperationException {
        Operation operation = new Contract().operation(id).orElseThrow();
        Set<String> documented = queries(operation).map(Parameter::name).filter(name -> !PAGING.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        // in another format a list has the same filters
        String noun = operation.path().substring(operation.path().lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (noun.equals("evidence")) {
            assertThat(documented).isEmpty();
            return;
        }
        Listing listing = listing(noun);
        Set<String> understood = new TreeSet<>(listing.parameters());
        if (noun.equals("leaders") || noun.equals("officials")) {
            // the path says it
            understood.remove("standing");
        }

        assertThat(understood).isEqualTo(documented);
        assertThat(listing.sortKeys()).containsExactlyInAnyOrderElementsOf(sortKeys(operation));
    }

    private static Set<String> sortKeys(Operation operation) {
        Parameter sort = queries(operation).filter(parameter -> parameter.name().equals("sort")).findFirst().orElseThrow();
        return StreamSupport.stream(sort.schema().at("/items/enum").spliterator(), false).map(word -> word.textValue().replaceFirst("^-", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<Parameter> queries(Operation operation) {
        return operation.parameters().stream().filter(parameter -> parameter.in().equals("query"));
    }

    private static boolean has(Operation operation, String parameter) {
        return queries(operation).anyMatch(each -> each.name().equals(parameter));
    }

    private Listing listing(String noun) throws ReflectiveOperationException {
        return switch (noun) {
            case "events" -> listingOf(timeline);
            case "entities" -> listingOf(entities);
            default -> services.of(TYPES.get(noun)).listing();
        };
    }

    private static Listing listingOf(Object service) throws ReflectiveOperationException {
        Object bean = ClientProxy.unwrap(service);
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Listing.class) {
                    field.setAccessible(true);
                    return (Listing) field.get(bean);
                }
            }
        }
        throw new AssertionError("no listing in " + bean.getClass());
    }
}
