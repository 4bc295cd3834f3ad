package org.chancery.linkeddata;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The words of the service's own: its terms ({@code linked-data.yaml}), and its vocabularies as SKOS. */
@ApplicationScoped
class Terms {
    private final File file;

    /** @param classes and properties: label by language, and {@code comment} in English */
    private record File(ObjectNode context, ObjectNode vocabularyContext, Map<String, Map<String, String>> classes,
            Map<String, Map<String, String>> properties) {
    }

    Terms() {
        try (InputStream in = Terms.class.getResourceAsStream("/linked-data.yaml")) {
            file = new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The context of every record and list. */
    ObjectNode context() {
        return file.context();
    }

    /** @param vocabularies as they are shown in JSON */
    ObjectNode document(Iterable<JsonNode> vocabularies) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("@context", file.vocabularyContext());
        ArrayNode graph = document.putArray("@graph");
        file.classes().forEach((name, texts) -> graph.add(term("rdfs:Class", name, texts)));
        file.properties().forEach((name, texts) -> graph.add(term("rdf:Property", name, texts)));
        for (JsonNode vocabulary : vocabularies) {
            String id = vocabulary.get("id").textValue();
            graph.add(new Node(Node.scheme(id), "skos:ConceptScheme").json());
            for (JsonNode term : vocabulary.get("terms")) {
                Node concept = new Node(Node.concept(id, term.get("code").textValue()), "skos:Concept").iri("skos:inScheme", Node.scheme(id))
                        .value("skos:notation", term.get("code"));
                term.get("labels").forEach(label -> concept.text("skos:prefLabel", label.get("value"), label.get("lang").textValue()));
                graph.add(concept.json());
            }
        }
        return document;
    }

    private static ObjectNode term(String type, String name, Map<String, String> texts) {
        Node node = new Node("chancery:" + name, type);
        texts.forEach((lang, text) -> {
            boolean comment = lang.equals("comment");
            node.text(comment ? "rdfs:comment" : "rdfs:label", TextNode.valueOf(text), comment ? "en" : lang);
        });
        return node.json();
    }
}
