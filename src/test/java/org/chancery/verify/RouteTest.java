package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.contract.ContractProbeResource;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;

/** The running application has a route for each operation of its contracts, and none that a client could use beside them. */
@QuarkusTest
class RouteTest {
    /** Resources that are no part of a contract, and why. */
    private static final Map<String, String> RESOURCES = Map.of(
            "GET /docs", "leads to the reference page, whose files lie below it",
            "GET /openapi/v1.yaml", "the contract itself",
            "GET /openapi/v1.json", "the contract itself",
            "GET /openapi/reconcile.yaml", "the contract of the reconciliation service",
            "GET /openapi/reconcile.json", "the contract of the reconciliation service");
    /** Where Vert.x routes begin that are no resources, and why. */
    private static final Map<String, String> HANDLERS = Map.of(
            "/v1/", "answers OPTIONS and 405 by the contract, and hands on all else",
            "/docs", "the reference page",
            "/q/", "for operators: health, metrics, and what the framework serves of the contract");

    @Inject
    Router router;

    @Test
    void resources_shouldBeTheOperationsOfTheContracts() throws IOException {
        SortedSet<String> known = operations("v1");
        known.addAll(operations("reconcile"));
        known.addAll(RESOURCES.keySet());
        SortedSet<String> resources = resources(false);
        // a resource's answer written otherwise, which has no resource of its own: AlternatesTest asks for each
        Predicate<String> written = path -> path.endsWith(".csv") || path.endsWith(".jsonld");
        known.removeIf(written);
        resources.removeIf(written);

        assertThat(resources).isEqualTo(known);
    }

    @Test
    void strayResource_shouldBeSeen() {
        assertThat(resources(true)).contains("GET /probe/failure", "DELETE /probe/sources/{}");
    }

    @Test
    void handlers_shouldServeNothingElse() {
        assertThat(strayHandlers()).as("handlers of no known purpose").isEmpty();
    }

    @Test
    void strayHandler_shouldBeSeen() {
        Route stray = router.get("/stray").handler(RoutingContext::next);
        try {
            assertThat(strayHandlers()).containsExactly("/stray");
        } finally {
            stray.remove();
        }
    }

    /** Those without a path filter, or hand on to the resources. */
    private SortedSet<String> strayHandlers() {
        return router.getRoutes().stream().map(Route::getPath).filter(path -> path != null && !path.equals("/"))
                .filter(path -> HANDLERS.keySet().stream().noneMatch(path::startsWith)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What JAX-RS routes, without the names of path parameters.
     *
     * @param probes whether to give the resource of the tests, which is a stray one, or all but that
     */
    private static SortedSet<String> resources(boolean probes) {
        SortedSet<String> found = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources("", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        if (resource.getResourceClass().getSimpleName().equals(ContractProbeResource.class.getSimpleName()) == probes) {
                            found.add(method + " " + unnamed(path));
                        }
                    }
                });
        return found;
    }

    private static SortedSet<String> operations(String contract) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        try (InputStream in = RouteTest.class.getResourceAsStream("/contract/" + contract + ".json")) {
            JsonNode document = ContractDocument.JSON.readTree(in);
            String root = document.at("/servers/0/url").textValue().replaceFirst("/$", "");
            document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(member -> member.getValue().has("operationId"))
                    .forEach(member -> found.add(member.getKey().toUpperCase(Locale.ROOT) + " " + unnamed(root + path.getKey()))));
        }
        return found;
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
