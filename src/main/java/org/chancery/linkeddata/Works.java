package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.chancery.record.RecordType;

/** Declarations and sources. */
final class Works {
    private static final Set<String> AUTHORS = Set.of("issuer", "speaker");

    static final String SIGNATURE = "chancery:signature";
    static final String COMMITMENT = "chancery:commitment";

    private Works() {
    }

    static Node declaration(JsonNode declaration, Scope scope) {
        String kind = declaration.path("kind").asText();
        Node node = Events.common(declaration, scope, kind.equals("social-media-post") ? "SocialMediaPosting" : "CreativeWork", "chancery:Declaration")
                .word("chancery:kind", "declaration-kind", declaration.path("kind")).word("chancery:textStatus", "text-status", declaration.path("textStatus"))
                .value("creativeWorkStatus", declaration.path("textStatus"))
                .node("locationCreated", Events.site(declaration.path("place"), scope))
                .node("chancery:series", scope.reference(declaration.path("seriesId"), declaration.at("/series/name")))
                .reverse("workFeatured", scope.reference(declaration.path("partOfId"), declaration.at("/partOf/name")));
        if (declaration.path("textStatus").asText().equals("draft") || !declaration.get("status").asText().equals("held")) {
            node.edtf("chancery:start", declaration.path("start"));
        } else {
            node.date("datePublished", "chancery:start", declaration.path("start"));
        }
        declaration.path("children").forEach(child -> node.node("chancery:contains", Things.of(child, scope)));
        declaration.path("excerpts").forEach(excerpt -> node.node("hasPart", new Node(null, "Quotation")
                .text("text", excerpt.get("text"), excerpt.get("lang").textValue()).value("chancery:original", excerpt.get("original"))));
        declaration.path("participants").forEach(participant -> {
            String term = term(participant);
            node.node(term, Events.participation(participant, term, scope));
        });
        declaration.path("signatures").forEach(signature -> node.node(SIGNATURE, signature(signature, scope)));
        declaration.path("commitments").forEach(commitment -> node.node(COMMITMENT, commitment(commitment, scope)));
        return node;
    }

    /** The term from a declaration to a participation. */
    static String term(JsonNode participant) {
        return Events.term(participant, AUTHORS.contains(participant.get("role").asText()) ? "author" : "chancery:participant");
    }

    static Node signature(JsonNode signature, Scope scope) {
        Node node = part(signature, RecordType.SIGNATURE, "chancery:Signature", scope);
        return Events.inName(node, signature, scope).word("chancery:action", "signature-action", signature.get("action"))
                .edtf("chancery:date", signature.path("date"))
                .node("chancery:signatory", scope.reference(signature.get("actorId"), signature.path("actorName")));
    }

    static Node commitment(JsonNode commitment, Scope scope) {
        return part(commitment, RecordType.COMMITMENT, "chancery:Commitment", scope)
                .text("description", commitment.get("text"), commitment.get("lang").textValue()).text("chancery:translation", commitment.path("translation"), "en")
                .node("chancery:obligor", party(commitment, "obligor", scope)).node("chancery:beneficiary", party(commitment, "beneficiary", scope))
                .edtf("chancery:due", commitment.path("due")).text("chancery:condition", commitment.path("condition"), "en")
                .word("chancery:commitmentStatus", "commitment-status", commitment.get("status"));
    }

    private static Node part(JsonNode part, RecordType type, String term, Scope scope) {
        return Agents.cite(new Node(scope.part(type, part.get("declarationId"), part.get("id")), term), part.get("id"), scope);
    }

    private static Node party(JsonNode commitment, String member, Scope scope) {
        Node known = scope.reference(commitment.path(member + "Id"), commitment.path(member + "Name"));
        return known == null ? Scope.reported(commitment.path(member + "Name")) : known;
    }

    static Node source(JsonNode source, Scope scope) {
        Node node = cited(source, scope).value("author", source.path("author")).value("identifier", source.path("reference"))
                .edtf("chancery:retrieved", source.path("retrievedDate")).value("chancery:note", source.path("note"));
        return source.has("origin") ? node.node("isBasedOn", cited(source.get("origin"), scope)) : node;
    }

    /** A source as far as whoever reads of a record wants to know it. */
    static Node cited(JsonNode source, Scope scope) {
        Node node = new Node(scope.record(source.get("id").textValue()), "CreativeWork").value("inLanguage", source.path("lang"))
                .date("datePublished", "chancery:published", source.path("publishedDate"));
        if (source.has("lang")) {
            node.text("name", source.path("title"), source.get("lang").textValue());
        } else {
            node.value("name", source.path("title"));
        }
        if (source.has("url")) {
            node.iri("url", source.get("url").textValue());
        }
        return source.has("publisher") ? node.node("publisher", new Node(null, "Organization").value("name", source.get("publisher"))) : node;
    }
}
