package org.chancery.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** The manifest of the service, version 0.2 of the protocol. */
record Manifest(List<String> versions, String name, String identifierSpace, String schemaSpace, Collection<Types.Type> defaultTypes,
        String documentation, String serviceVersion, int batchSize, View view, Preview preview, Suggest suggest, Extend extend) {
    private static final int BATCH = 50;
    private static final String TEMPLATE = "{{id}}";

    record View(String url) {
    }

    record Preview(String url, int width, int height) {
    }

    record Place(@JsonProperty("service_url") String serviceUrl, @JsonProperty("service_path") String servicePath) {
    }

    record Suggest(Place entity, Place property, Place type) {
    }

    record Extend(@JsonProperty("propose_properties") Place proposeProperties) {
    }

    /** @param base where the service is reached, with a slash at the end */
    static Manifest at(URI base, String version) {
        String root = base + "reconcile";
        return new Manifest(List.of("0.2"), "Chancery", root + "/entity/", base + "openapi/reconcile.yaml", Types.ofRecords(), base + "docs", version, BATCH,
                new View(root + "/entity/" + TEMPLATE), new Preview(root + "/preview/" + TEMPLATE, PreviewPage.WIDTH, PreviewPage.HEIGHT),
                new Suggest(new Place(root, "/suggest/entity"), new Place(root, "/suggest/property"), new Place(root, "/suggest/type")),
                new Extend(new Place(root, "/properties")));
    }
}
