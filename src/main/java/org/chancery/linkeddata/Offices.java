package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Offices, who holds them, and who belongs to what. Both are roles with a beginning and an end: the term that leads to a role
 * leads on from it to the other side.
 */
final class Offices {
    static final String[] POSITION = {"Occupation", "org:Post"};

    private Offices() {
    }

    static Node position(JsonNode position, Scope scope) {
        Node node = Agents.record(position, scope, POSITION)
                .node("org:postIn", scope.reference(position.path("actorId"), position.path("actorName"))).value("chancery:seats", position.path("seats"))
                .edtf("chancery:validFrom", position.path("validFrom")).edtf("chancery:validTo", position.path("validTo"));
        for (JsonNode term : position.path("functions")) {
            if (term.has("validFrom") || term.has("validTo")) {
                node.node("chancery:functionTerm", new Node(null, "chancery:FunctionTerm").word("chancery:function", "position-function", term.get("function"))
                        .edtf("chancery:validFrom", term.path("validFrom")).edtf("chancery:validTo", term.path("validTo")));
            } else {
                node.word("chancery:function", "position-function", term.get("function"));
            }
        }
        position.path("holders").forEach(holder -> node.node("org:heldBy", holder(holder, scope)));
        return node;
    }

    /** The term from a person to the holding of an office. */
    static String held(JsonNode occupancy) {
        return occupancy.get("designate").booleanValue() ? "chancery:designatedTo" : "hasOccupation";
    }

    static Node occupancy(JsonNode occupancy, Scope scope) {
        return ofHolder(occupancy, scope).reverse(held(occupancy), scope.reference(occupancy.get("personId"), occupancy.path("personName")));
    }

    /** The holding, for the person who holds. */
    static Node ofHolder(JsonNode occupancy, Scope scope) {
        Node position = scope.reference(occupancy.get("positionId"), occupancy.path("positionName"))
                .node("org:postIn", scope.reference(occupancy.get("actorId"), occupancy.path("actorName")));
        return Agents.record(occupancy, scope, "Role").name("roleName", occupancy.path("positionName"))
                .date("startDate", "chancery:start", occupancy.path("start")).date("endDate", "chancery:end", occupancy.path("end"))
                .edtf("chancery:scheduledEnd", occupancy.path("scheduledEnd")).value("chancery:ended", occupancy.get("ended"))
                .value("chancery:acting", occupancy.get("acting")).word("chancery:selection", "selection", occupancy.path("selection"))
                .word("chancery:endReason", "end-reason", occupancy.path("endReason")).node(held(occupancy), position);
    }

    /** A person, for the state, organization or office. */
    static Node holder(JsonNode holder, Scope scope) {
        JsonNode id = holder.get("occupancyId");
        Node role = Agents.cite(new Node(scope.record(id.textValue()), "Role"), id, scope).name("roleName", holder.path("positionName"))
                .date("startDate", "chancery:start", holder.path("since")).value("chancery:acting", holder.get("acting"))
                .node("hasOccupation", scope.reference(holder.get("positionId"), holder.path("positionName")));
        return scope.reference(holder.get("personId"), holder.path("personName")).node("hasOccupation", role);
    }

    /** The term from a member to its membership. */
    static String belongs(JsonNode membership) {
        return switch (membership.get("status").asText()) {
            case "observer" -> "chancery:observerOf";
            case "candidate" -> "chancery:candidateFor";
            default -> "memberOf";
        };
    }

    /** The term from an organization to a membership in it. */
    static String has(JsonNode membership) {
        return switch (membership.get("status").asText()) {
            case "observer" -> "chancery:observer";
            case "candidate" -> "chancery:candidate";
            default -> "member";
        };
    }

    static Node membership(JsonNode membership, Scope scope) {
        return ofMember(membership, scope).reverse(belongs(membership), member(membership, scope));
    }

    static Node ofMember(JsonNode membership, Scope scope) {
        return belonging(membership, scope).node(belongs(membership),
                scope.reference(membership.get("organizationId"), membership.path("organizationName")));
    }

    static Node ofOrganization(JsonNode membership, Scope scope) {
        return belonging(membership, scope).node(has(membership), member(membership, scope));
    }

    private static Node member(JsonNode membership, Scope scope) {
        return scope.reference(membership.get("memberId"), membership.path("memberName"));
    }

    private static Node belonging(JsonNode membership, Scope scope) {
        return Agents.record(membership, scope, "OrganizationRole").value("roleName", membership.path("role"))
                .word("chancery:membershipStatus", "membership-status", membership.get("status")).value("chancery:ended", membership.get("ended"))
                .date("startDate", "chancery:start", membership.path("start")).date("endDate", "chancery:end", membership.path("end"));
    }
}
