package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The contract that was released last, and that of this build. */
final class Documents {
    static final Path RELEASED = Path.of("openapi/released/v1.yaml");
    static final YAMLMapper YAML = new YAMLMapper();

    private Documents() {
    }

    static ObjectNode released() {
        try {
            return (ObjectNode) YAML.readTree(RELEASED.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return its bytes as served */
    static String built() {
        try (InputStream in = Documents.class.getResourceAsStream("/contract/v1.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These paths of the released contract with all that they refer to: small enough to compare many times. */
    static ObjectNode released(String... paths) {
        ObjectNode part = released();
        ((ObjectNode) part.get("paths")).retain(paths);
        Set<String> used = new HashSet<>();
        collect(part.get("paths"), part, used);
        // by their names, not by references
        part.at("/components/securitySchemes").fieldNames().forEachRemaining(used::add);
        part.get("components").forEach(section -> ((ObjectNode) section).retain(used));
        return part;
    }

    private static void collect(JsonNode node, JsonNode document, Set<String> used) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/components/") && used.add(reference.replaceFirst(".*/", ""))) {
            collect(document.at(reference.substring(1)), document, used);
        }
        node.forEach(child -> collect(child, document, used));
    }
}
