package org.chancery.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The columns of each list by its schema, as the contract names them. */
final class Tables {
    private static final Map<String, Table> TABLES = Map.ofEntries(
            Map.entry("PersonPage", new Table().plain("id").name("name").plain("description").dates("birthDate", "deathDate")
                    .at("standing", "/standing/kind").at("standingAsOf", "/standing/asOf").joined("offices", "/standing/offices",
                            office -> office.at("/positionName/value").asText()).identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry("StatePage", new Table().plain("id").name("name").plain("unStatus", "capital", "region").dates("validFrom", "validTo")
                    .identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry("OrganizationPage", new Table().plain("id").name("name").plain("class", "description", "parentId", "stateId")
                    .dates("founded", "dissolved").identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry("PositionPage", new Table().plain("id").name("name").plain("description", "actorId").name("actorName").plain("seats")
                    .joined("functions", "/functions", term -> term.path("function").asText()).dates("validFrom", "validTo").identifiers()
                    .plain("version", "createdAt", "updatedAt")),
            Map.entry("OccupancyPage", new Table().plain("id", "personId").name("personName").plain("positionId").name("positionName")
                    .plain("actorId").name("actorName").dates("start", "end", "scheduledEnd").plain("ended", "acting", "designate", "selection",
                            "endReason", "attestedFrom", "attestedTo", "certainty", "version", "createdAt", "updatedAt")),
            Map.entry("MembershipPage", new Table().plain("id", "memberId", "memberType").name("memberName").plain("organizationId")
                    .name("organizationName").plain("role", "status").dates("start", "end").plain("ended", "attestedFrom", "attestedTo", "certainty",
                            "version", "createdAt", "updatedAt")),
            Map.entry("MeetingPage", record(event(new Table().plain("id", "kind")))),
            Map.entry("SummitPage", record(event(new Table().plain("id")).plain("hostId").name("hostName").plain("organizerId")
                    .name("organizerName").plain("countriesReported", "representedByLeaders", "countriesRecorded", "leadersRecorded"))),
            Map.entry("DeclarationPage", record(event(new Table().plain("id", "kind")).plain("textStatus"))),
            Map.entry("SeriesPage", new Table().plain("id").name("name").plain("description", "organizationId").name("organizationName")
                    .identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry("SourcePage", new Table().plain("id", "url", "reference", "title", "publisher", "author", "lang")
                    .dates("publishedDate", "retrievedDate").plain("originId", "note", "version", "createdAt", "updatedAt")),
            Map.entry("EventPage", event(new Table().plain("id", "recordType", "kind")).plain("partOfId", "seriesId", "participantCount", "summary",
                    "version", "updatedAt", "href")),
            Map.entry("OfficeHolderPage", new Table().plain("personId").name("personName").plain("occupancyId", "positionId").name("positionName")
                    .joined("functions", "/functions", JsonNode::asText).dates("since").plain("acting", "certainty")),
            Map.entry("ParticipantPage", capacity(new Table().plain("id", "eventId").name("name").plain("actorId", "actorType", "reportedName",
                    "reportedNameLang", "role", "attendance", "mode", "onBehalfOfId").name("onBehalfOfName").plain("delegationId")
                    .name("delegationName").plain("ordinal"))),
            Map.entry("SignaturePage", capacity(new Table().plain("id", "declarationId", "actorId").name("actorName").plain("onBehalfOfId")
                    .name("onBehalfOfName").plain("action").dates("date"))),
            Map.entry("CommitmentPage", new Table().plain("id", "declarationId", "obligorId").name("obligorName").plain("obligorReportedName",
                    "beneficiaryId").name("beneficiaryName").plain("beneficiaryReportedName", "text", "lang", "translation").dates("due")
                    .plain("condition", "status", "version", "createdAt", "updatedAt")),
            Map.entry("EncounterPage", new Table().plain("id", "met", "inPerson").at("recordType", "/event/recordType").at("kind", "/event/kind")
                    .at("name", "/event/name/value").at("nameLang", "/event/name/lang").at("status", "/event/status").at("start", "/event/start/edtf")
                    .at("startTime", "/event/start/time").at("startZone", "/event/start/zone").at("venue", "/event/place/venue")
                    .at("city", "/event/place/city").joined("actorCapacities", "/actorParticipants", Tables::title)
                    .joined("withCapacities", "/withParticipants", Tables::title).at("partOfId", "/event/partOfId").at("href", "/event/href")),
            Map.entry("CounterpartPage", new Table().plain("id", "recordType", "kind").name("name").plain("count").at("first", "/first/start/edtf")
                    .at("firstId", "/first/id").at("last", "/last/start/edtf").at("lastId", "/last/id").plain("href")),
            Map.entry("TimelinePage", new Table().plain("id", "entry").dates("at").at("atTime", "/at/time").at("atZone", "/at/zone")
                    .at("recordType", "/event/recordType").at("kind", "/event/kind").at("eventName", "/event/name/value")
                    .at("eventNameLang", "/event/name/lang").at("status", "/event/status").at("positionId", "/occupancy/positionId")
                    .at("positionName", "/occupancy/positionName/value").at("positionNameLang", "/occupancy/positionName/lang")
                    .at("actorId", "/occupancy/actorId").at("actorName", "/occupancy/actorName/value").at("actorNameLang", "/occupancy/actorName/lang")
                    .at("href", "/event/href")),
            Map.entry("EventCountPage", new Table().plain("key").name("name").plain("count", "href")),
            Map.entry("EvidencePage", new Table().plain("field", "independentOrigins").joined("sourceIds", "/citations",
                    citation -> citation.path("sourceId").asText()).joined("quotes", "/citations", citation -> citation.path("quote").asText())),
            Map.entry("RevisionPage", new Table().plain("number", "at", "author", "operation", "comment", "withId").joined("pointers", "/pointers", JsonNode::asText)
                    .plain("href")),
            Map.entry("ChangePage", new Table().plain("recordId", "recordType", "parentId", "version", "at", "author", "operation", "comment", "withId")
                    .joined("pointers", "/pointers", JsonNode::asText).plain("href", "cursor")),
            Map.entry("SearchPage", new Table().plain("id", "recordType", "kind").name("name").plain("description").at("matchedName", "/match/value")
                    .at("matchedLang", "/match/lang").at("matchedKind", "/match/kind").at("how", "/match/how").at("score", "/match/score")
                    .at("standing", "/standing/kind").dates("start").at("startTime", "/start/time").at("city", "/place/city").plain("status", "href")),
            Map.entry("EntityPage", new Table().plain("id", "recordType", "kind").name("name").plain("description", "version", "updatedAt", "href")));

    private Tables() {
    }

    /** @param schema name of the list's schema */
    static Table of(String schema) {
        return TABLES.get(schema);
    }

    private static Table event(Table table) {
        return table.name("name").plain("status", "phase", "needsConfirmation").time("start").time("end").place().plain("visibility");
    }

    private static Table record(Table table) {
        return table.plain("partOfId", "seriesId", "ordinal", "scheduleSequence", "participantCount", "summary").identifiers()
                .plain("version", "createdAt", "updatedAt");
    }

    private static Table capacity(Table table) {
        return table.at("capacityBasis", "/capacity/basis").at("capacityTitle", "/capacity/title").at("capacityTitleLang", "/capacity/titleLang")
                .at("capacityOccupancyId", "/capacity/occupancyId").joined("capacityFunctions", "/capacity/functions", JsonNode::asText)
                .at("capacityStanding", "/capacity/standing").plain("version", "createdAt", "updatedAt");
    }

    private static String title(JsonNode participant) {
        return participant.at("/capacity/title").asText();
    }
}
