package org.chancery.linkeddata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.chancery.http.Renderer;

/** Writes records, lists and vocabularies as JSON-LD 1.1; what becomes of each member is said in the contract's LinkedData. */
@ApplicationScoped
class LinkedDataRenderer implements Renderer {
    private final Scopes scopes;
    private final Terms terms;
    private final ObjectMapper json;

    LinkedDataRenderer(Scopes scopes, Terms terms, ObjectMapper json) {
        this.scopes = scopes;
        this.terms = terms;
        this.json = json;
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public boolean nested() {
        return true;
    }

    @Override
    public String render(String schema, JsonNode answer, URI address) {
        try {
            return json.writeValueAsString(schema.equals("VocabularyPage") ? terms.document(answer.get("items")) : document(answer, address));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode document(JsonNode answer, URI address) {
        boolean list = answer.has("items");
        List<JsonNode> records = list ? StreamSupport.stream(answer.get("items").spliterator(), false).map(Things::shown).toList() : List.of(answer);
        Scope scope = scopes.of(records, address);
        ObjectNode document = json.createObjectNode();
        document.set("@context", terms.context());
        return document.setAll(list ? list(records, scope) : Things.of(answer, scope).json());
    }

    private static ObjectNode list(List<JsonNode> records, Scope scope) {
        ObjectNode list = new Node(null, "ItemList").json();
        list.putArray("itemListElement").addAll(records.stream().map(record -> Things.of(record, scope).json()).toList());
        return list;
    }
}
