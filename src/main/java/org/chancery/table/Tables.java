package org.chancery.table;

import java.util.EnumMap;
import java.util.Map;
import org.chancery.record.RecordType;

/** The columns of each list, as the contract names them. */
final class Tables {
    static final Table EVENTS = event(new Table().plain("id", "recordType", "kind")).plain("partOfId", "seriesId", "participantCount", "summary",
            "version", "updatedAt", "href");
    static final Table ENTITIES = new Table().plain("id", "recordType", "kind").name("name").plain("description", "version", "updatedAt", "href");

    private static final Map<RecordType, Table> RECORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(RecordType.PERSON, new Table().plain("id").name("name").plain("description").dates("birthDate", "deathDate")
                    .at("standing", "/standing/kind").at("standingAsOf", "/standing/asOf").joined("offices", "/standing/offices",
                            office -> office.at("/positionName/value").asText()).identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry(RecordType.STATE, new Table().plain("id").name("name").plain("unStatus", "capital", "region").dates("validFrom", "validTo")
                    .identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry(RecordType.ORGANIZATION, new Table().plain("id").name("name").plain("class", "description", "parentId", "stateId")
                    .dates("founded", "dissolved").identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry(RecordType.POSITION, new Table().plain("id").name("name").plain("description", "actorId").name("actorName").plain("seats")
                    .joined("functions", "/functions", term -> term.path("function").asText()).dates("validFrom", "validTo").identifiers()
                    .plain("version", "createdAt", "updatedAt")),
            Map.entry(RecordType.OCCUPANCY, new Table().plain("id", "personId").name("personName").plain("positionId").name("positionName")
                    .plain("actorId").name("actorName").dates("start", "end", "scheduledEnd").plain("ended", "acting", "designate", "selection",
                            "endReason", "attestedFrom", "attestedTo", "certainty", "version", "createdAt", "updatedAt")),
            Map.entry(RecordType.MEMBERSHIP, new Table().plain("id", "memberId", "memberType").name("memberName").plain("organizationId")
                    .name("organizationName").plain("role", "status").dates("start", "end").plain("ended", "attestedFrom", "attestedTo", "certainty",
                            "version", "createdAt", "updatedAt")),
            Map.entry(RecordType.MEETING, record(event(new Table().plain("id", "kind")))),
            Map.entry(RecordType.SUMMIT, record(event(new Table().plain("id")).plain("hostId").name("hostName").plain("organizerId")
                    .name("organizerName").plain("countriesReported", "representedByLeaders", "countriesRecorded", "leadersRecorded"))),
            Map.entry(RecordType.DECLARATION, record(event(new Table().plain("id", "kind")).plain("textStatus"))),
            Map.entry(RecordType.SERIES, new Table().plain("id").name("name").plain("description", "organizationId").name("organizationName")
                    .identifiers().plain("version", "createdAt", "updatedAt")),
            Map.entry(RecordType.SOURCE, new Table().plain("id", "url", "reference", "title", "publisher", "author", "lang")
                    .dates("publishedDate", "retrievedDate").plain("originId", "note", "version", "createdAt", "updatedAt"))));

    private Tables() {
    }

    static Table of(RecordType type) {
        return RECORDS.get(type);
    }

    private static Table event(Table table) {
        return table.name("name").plain("status", "phase", "needsConfirmation").time("start").time("end").place().plain("visibility");
    }

    private static Table record(Table table) {
        return table.plain("partOfId", "seriesId", "ordinal", "scheduleSequence", "participantCount", "summary").identifiers()
                .plain("version", "createdAt", "updatedAt");
    }
}
