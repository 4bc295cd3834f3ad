package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;

/** Persons, states and organizations, and what every record has. */
final class Agents {
    /** Forms of a name that nobody is called by. */
    private static final Set<String> NO_NAMES = Set.of("inflected");

    private Agents() {
    }

    static Node person(JsonNode person, Scope scope) {
        Node node = record(person, scope, "Person").date("birthDate", "chancery:birth", person.path("birthDate"))
                .date("deathDate", "chancery:death", person.path("deathDate"));
        JsonNode standing = person.path("standing");
        if (standing.isObject()) {
            node.node("chancery:standing", new Node(null, "chancery:Standing").word("chancery:standingKind", "standing-kind", standing.get("kind"))
                    .value("chancery:asOf", standing.get("asOf")));
        }
        person.path("occupancies").forEach(occupancy -> node.node(Offices.held(occupancy), Offices.ofHolder(occupancy, scope)));
        person.path("memberships").forEach(membership -> node.node(Offices.belongs(membership), Offices.ofMember(membership, scope)));
        return node;
    }

    static Node state(JsonNode state, Scope scope) {
        Node node = record(state, scope, "Country").text("chancery:capital", state.path("capital"), "en").word("chancery:unStatus", "un-status", state.path("unStatus"))
                .edtf("chancery:validFrom", state.path("validFrom")).edtf("chancery:validTo", state.path("validTo"));
        if (state.has("region")) {
            node.node("containedInPlace", new Node(null, "Place").node("identifier", new Node(null, "PropertyValue").value("value", state.get("region"))
                    .value("propertyID", TextNode.valueOf("un-m49"))));
        }
        return led(node, state, scope);
    }

    static Node organization(JsonNode organization, Scope scope) {
        Node node = record(organization, scope, type(organization.path("class").asText(organization.path("kind").asText())))
                .word("chancery:class", "organization-class", organization.path("class"))
                .date("foundingDate", "chancery:founded", organization.path("founded"))
                .date("dissolutionDate", "chancery:dissolved", organization.path("dissolved"))
                .node("parentOrganization", scope.reference(organization.path("parentId"), organization.at("/parent/name")))
                .node("chancery:ofState", scope.reference(organization.path("stateId"), organization.at("/state/name")));
        organization.path("members").forEach(membership -> node.node(Offices.has(membership), Offices.ofOrganization(membership, scope)));
        return led(node, organization, scope);
    }

    private static String type(String organizationClass) {
        return switch (organizationClass) {
            case "ministry", "government-body", "armed-forces" -> "GovernmentOrganization";
            case "ngo" -> "NGO";
            case "party" -> "PoliticalParty";
            case "media" -> "NewsMediaOrganization";
            default -> "Organization";
        };
    }

    private static Node led(Node node, JsonNode actor, Scope scope) {
        actor.path("predecessorIds").forEach(id -> node.node("chancery:predecessor", scope.reference(id)));
        actor.path("successorIds").forEach(id -> node.node("chancery:successor", scope.reference(id)));
        actor.path("leaders").forEach(holder -> node.node("chancery:leader", Offices.holder(holder, scope)));
        return node;
    }

    /** What every record has: its URL, its names, its identifiers elsewhere, its sources. */
    static Node record(JsonNode record, Scope scope, String... types) {
        Node node = new Node(scope.record(record.get("id").textValue()), types).name("name", record.path("name"));
        String shown = record.at("/name/value").asText();
        for (JsonNode name : record.path("names")) {
            boolean isShown = name.get("value").asText().equals(shown) && name.get("lang").equals(record.at("/name/lang"));
            if (!isShown && !NO_NAMES.contains(name.get("kind").asText())) {
                node.name(name.get("display").booleanValue() ? "name" : "alternateName", name);
            }
        }
        node.text("disambiguatingDescription", record.path("description"), "en");
        for (JsonNode identifier : record.path("identifiers")) {
            node.node("identifier", new Node(null, "PropertyValue").value("propertyID", identifier.get("scheme")).value("value", identifier.get("value")));
            if (identifier.has("url")) {
                node.iri("sameAs", identifier.get("url").textValue());
            }
        }
        return cite(node, record.get("id"), scope);
    }

    static Node cite(Node node, JsonNode citing, Scope scope) {
        scope.sources().getOrDefault(citing.textValue(), List.of())
                .forEach(source -> node.node("subjectOf", Works.cited(source, scope)));
        return node;
    }
}
