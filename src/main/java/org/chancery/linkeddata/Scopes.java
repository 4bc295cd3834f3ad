package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Reads what records are that others name by their ids alone, and what is cited; a fixed number of statements. */
@ApplicationScoped
class Scopes {
    private final EntityManager database;
    private final ServiceRegistry services;
    private final ObjectMapper json;

    Scopes(EntityManager database, ServiceRegistry services, ObjectMapper json) {
        this.database = database;
        this.services = services;
        this.json = json;
    }

    /** @param records as they are shown in JSON */
    @Transactional
    Scope of(List<JsonNode> records, URI address) {
        Map<String, List<JsonNode>> sources = sources(records.stream().map(Scopes::citing).toList());
        Set<UUID> named = new HashSet<>();
        records.forEach(record -> collect(record, named));
        sources.values().forEach(cited -> cited.forEach(source -> collect(source, named)));
        Map<String, RecordType> types = rows("select id, record_type from record where id = any(:ids)", named).stream()
                .collect(Collectors.toMap(row -> row.get(0).toString(), row -> RecordType.of(row.get(1, String.class))));
        return new Scope(address, types, sources);
    }

    /** A holder of an office is shown by what sources say of the holding. */
    private static UUID citing(JsonNode record) {
        return UUID.fromString(record.get(record.has("id") ? "id" : "occupancyId").textValue());
    }

    private static void collect(JsonNode node, Set<UUID> ids) {
        node.properties().forEach(member -> {
            if (member.getKey().equals("id") || member.getKey().endsWith("Id")) {
                ids.add(UUID.fromString(member.getValue().textValue()));
            } else if (member.getKey().endsWith("Ids")) {
                member.getValue().forEach(id -> ids.add(UUID.fromString(id.textValue())));
            }
        });
        node.forEach(child -> collect(child, ids));
    }

    private Map<String, List<JsonNode>> sources(Collection<UUID> records) {
        List<Tuple> cited = rows("select distinct record_id, source_id from citation where record_id = any(:ids) order by 1, 2", records);
        if (cited.isEmpty()) {
            return Map.of();
        }
        Map<String, JsonNode> sources = new HashMap<>();
        for (Object source : services.of(RecordType.SOURCE).shown(cited.stream().map(row -> row.get(1, UUID.class)).distinct().toList())) {
            JsonNode shown = json.valueToTree(source);
            sources.put(shown.get("id").textValue(), shown);
        }
        Map<String, List<JsonNode>> byRecord = new HashMap<>();
        cited.forEach(row -> byRecord.computeIfAbsent(row.get(0).toString(), any -> new ArrayList<>()).add(sources.get(row.get(1).toString())));
        return byRecord;
    }

    private List<Tuple> rows(String sql, Collection<UUID> ids) {
        return database.createNativeQuery(sql, Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
    }
}
