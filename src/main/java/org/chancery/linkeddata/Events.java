package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.chancery.record.RecordType;

/** Meetings, summits, their series, and who took part. */
final class Events {
    private static final Set<String> ONLINE_KINDS = Set.of("phone-call", "video-call");
    private static final Set<String> ONLINE_MODES = Set.of("phone", "video");

    private Events() {
    }

    static Node event(JsonNode event, Scope scope) {
        String type = event.get("recordType").asText();
        Node node = common(event, scope, "Event", type.equals("summit") ? "chancery:Summit" : "chancery:Meeting")
                .word("chancery:kind", "meeting-kind", event.path("kind"))
                .date("startDate", "chancery:start", event.path("start")).date("endDate", "chancery:end", event.path("end"))
                .node("superEvent", scope.reference(event.path("partOfId"), event.at("/partOf/name")))
                .node("superEvent", scope.reference(event.path("seriesId"), event.at("/series/name")))
                .node("organizer", scope.reference(event.path("organizerId"), event.path("organizerName")))
                .node("chancery:host", scope.reference(event.path("hostId"), event.path("hostName")))
                .value("chancery:countriesReported", event.path("countriesReported"))
                .value("chancery:representedByLeaders", event.path("representedByLeaders"));
        String status = status(event);
        if (status != null) {
            node.iri("eventStatus", "https://schema.org/" + status);
        }
        event.path("scheduleRevisions").forEach(revision -> node.date("previousStartDate", "chancery:previousStart", revision.path("start")));
        locate(node, event, scope);
        event.path("participants").forEach(participant -> {
            String term = term(participant);
            node.node(term, participation(participant, term, scope));
        });
        event.path("children").forEach(child -> node.node(isDeclaration(child) ? "workFeatured" : "subEvent", Things.of(child, scope)));
        return node;
    }

    /** What events and declarations share. */
    static Node common(JsonNode event, Scope scope, String... types) {
        Node node = Agents.record(event, scope, types).text("description", event.path("summary"), "en")
                .word("chancery:status", "event-status", event.get("status")).word("chancery:visibility", "visibility", event.path("visibility"))
                .word("chancery:dayPart", "day-part", event.at("/start/dayPart"))
                .value("chancery:ordinal", event.path("ordinal"));
        for (JsonNode relation : event.path("relations")) {
            String term = "chancery:" + camel(relation.get("relation").asText());
            Node other = Things.of(relation.get("event"), scope);
            if (relation.get("direction").asText().equals("outgoing")) {
                node.node(term, other);
            } else {
                node.reverse(term, other);
            }
        }
        return node;
    }

    static boolean isDeclaration(JsonNode event) {
        return event.get("recordType").asText().equals("declaration");
    }

    private static String camel(String word) {
        int dash = word.indexOf('-');
        return dash < 0 ? word : word.substring(0, dash) + Character.toUpperCase(word.charAt(dash + 1)) + word.substring(dash + 2);
    }

    private static String status(JsonNode event) {
        return switch (event.get("status").asText()) {
            case "announced", "confirmed", "in-progress", "held" -> event.path("scheduleSequence").asInt() > 0 ? "EventRescheduled" : "EventScheduled";
            case "postponed" -> "EventPostponed";
            case "cancelled", "not-held" -> "EventCancelled";
            default -> null;
        };
    }

    private static void locate(Node node, JsonNode event, Scope scope) {
        JsonNode place = event.path("place");
        Node site = site(place, scope);
        boolean online = place.path("online").asBoolean() || ONLINE_KINDS.contains(event.path("kind").asText())
                || StreamSupport.stream(event.path("participants").spliterator(), false).anyMatch(each -> ONLINE_MODES.contains(each.path("mode").asText()));
        node.node("location", site);
        if (online) {
            node.node("location", new Node(null, "VirtualLocation"));
        }
        if (online || site != null) {
            node.iri("eventAttendanceMode", "https://schema.org/"
                    + (!online ? "Offline" : site == null ? "Online" : "Mixed") + "EventAttendanceMode");
        }
    }

    /** The place on earth, if there is one. */
    static Node site(JsonNode place, Scope scope) {
        if (!place.has("venue") && !place.has("city") && !place.has("stateId")) {
            return null;
        }
        Node address = new Node(null, "PostalAddress").value("addressLocality", place.path("city"))
                .node("addressCountry", scope.reference(place.path("stateId"), place.path("stateName")));
        return new Node(null, "Place").value("name", place.path("venue")).node("address", address);
    }

    /** Somebody with whom somebody met. */
    static Node met(Node node, JsonNode counterpart, Scope scope) {
        node.value("chancery:encounters", counterpart.get("count"));
        if (counterpart.has("first")) {
            node.node("chancery:firstEncounter", Things.of(counterpart.get("first"), scope))
                    .node("chancery:lastEncounter", Things.of(counterpart.get("last"), scope));
        }
        return node;
    }

    /** A participation that is shown alone. */
    static Node participant(JsonNode participant, Scope scope) {
        JsonNode event = participant.get("eventId");
        String term = scope.types().get(event.textValue()) == RecordType.DECLARATION ? Works.term(participant) : term(participant);
        return participation(participant, term, scope).reverse(term, scope.reference(event));
    }

    /** The term from a meeting or summit to a participation. */
    private static String term(JsonNode participant) {
        return term(participant, "speaker".equals(participant.get("role").asText()) ? "performer" : "attendee");
    }

    /** The term from an event or declaration to a participation. */
    static String term(JsonNode participant, String whenAttended) {
        return switch (participant.get("attendance").asText()) {
            case "attended", "partially-attended" -> whenAttended;
            case "absent", "declined" -> "chancery:absent";
            default -> "chancery:expected";
        };
    }

    static Node participation(JsonNode participant, String term, Scope scope) {
        Node actor = scope.reference(participant.path("actorId"), participant.get("name"));
        String url = scope.part(RecordType.PARTICIPATION, participant.get("eventId"), participant.get("id"));
        return inName(Agents.cite(new Node(url, "Role"), participant.get("id"), scope), participant, scope).word("chancery:role", "participation-role", participant.get("role"))
                .word("chancery:attendance", "attendance", participant.get("attendance")).word("chancery:mode", "participation-mode", participant.path("mode"))
                .node("chancery:delegation", scope.reference(participant.path("delegationId"), participant.path("delegationName")))
                .node(term, actor == null ? Scope.reported(participant.get("name")) : actor);
    }

    /** In whose name, and in which capacity, somebody took part or signed. */
    static Node inName(Node node, JsonNode part, Scope scope) {
        JsonNode capacity = part.path("capacity");
        node.text("roleName", capacity.path("title"), capacity.path("titleLang").asText())
                .node("chancery:inNameOf", scope.reference(part.path("onBehalfOfId"), part.path("onBehalfOfName")));
        if (capacity.has("occupancyId")) {
            node.iri("chancery:capacity", scope.record(capacity.get("occupancyId").textValue()));
        }
        return node;
    }

    static Node series(JsonNode series, Scope scope) {
        return Agents.record(series, scope, "EventSeries")
                .node("organizer", scope.reference(series.path("organizationId"), series.path("organizationName")));
    }
}
