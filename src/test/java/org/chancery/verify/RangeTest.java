package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.verify.ContractDocument.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ends of a range are included, and a range that ends before it begins is refused. */
@QuarkusTest
class RangeTest {

    static Stream<Operation> reads() {
        return ContractDocument.operations().stream().filter(operation -> operation.method().equals("GET") && !ends(operation).isEmpty());
    }

    /** The ends of ranges whose beginnings are parameters too. */
    private static List<Parameter> ends(Operation operation) {
        return operation.in("query").stream().filter(parameter -> parameter.name().endsWith("To") && operation.query(from(parameter)).isPresent())
                .toList();
    }

    private static String from(Parameter end) {
        return end.name().replaceFirst("To$", "From");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void range_shouldNotEndBeforeItBegins(Operation operation) {
        Call valid = World.valid(operation);
        for (Parameter end : ends(operation)) {
            boolean instants = end.schema().path("format").asText().equals("date-time");
            String earlier = instants ? "2026-01-06T12:00:00+02:00" : "2026-01-06";
            String later = instants ? "2026-01-06T11:00:00Z" : "2026-01-07";

            Call.Answer reversed = valid.at(valid.path()).query(from(end), later).query(end.name(), earlier).send().with(400);

            assertThat(reversed.json().at("/errors/0/parameter").textValue()).isEqualTo(end.name());
            assertThat(reversed.json().at("/errors/0/code").textValue()).isEqualTo("before-from");
            valid.at(valid.path()).query(from(end), earlier).query(end.name(), earlier).send().with(200);
        }
    }
}
