package org.chancery.merge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.record.RecordType;
import org.chancery.record.Records;
import org.chancery.record.RevisionLog;
import org.chancery.record.ServiceRegistry;

/** Turns what refers to one record to another one, each column in one statement, and leaves a revision of each record that changes. */
@ApplicationScoped
class References {
    /** Records whose documents are in memory at once. */
    private static final int BATCH = 5000;
    private static final Map<String, Reference> BY_NAME = Reference.ALL.stream()
            .collect(Collectors.toMap(Reference::name, Function.identity()));

    private final EntityManager database;
    private final Records records;
    private final RevisionLog log;
    private final ServiceRegistry services;
    private final ObjectMapper json;

    References(EntityManager database, Records records, RevisionLog log, ServiceRegistry services, ObjectMapper json) {
        this.database = database;
        this.records = records;
        this.log = log;
        this.services = services;
        this.json = json;
    }

    /** What refers to the record, in one statement. */
    List<Move> to(RecordType type, UUID id) {
        return moves(database.createNativeQuery(all(type, Reference::rows), Tuple.class).setParameter("id", id));
    }

    /** What referred to the merged record and still refers to the survivor, in one statement. */
    List<Move> moved(RecordType type, UUID gone, UUID kept) {
        return moves(database.createNativeQuery(all(type, Reference::movedRows), Tuple.class).setParameter("id", kept).setParameter("gone", gone));
    }

    private static String all(RecordType type, Function<Reference, String> rows) {
        return Reference.to(type).stream().map(rows).collect(Collectors.joining(" union all ", "", " order by 1, 2, 4"));
    }

    private static List<Move> moves(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).map(row -> new Move(BY_NAME.get(row.get(0, String.class)),
                row.get(1, UUID.class), RecordType.of(row.get(2, String.class)), row.get(3, Integer.class))).toList();
    }

    /** Makes what refers to the one record refer to the other one. */
    void move(List<Move> moves, UUID gone, UUID kept) {
        touched(moves).forEach(reference -> database.createNativeQuery(reference.move()).setParameter("gone", gone).setParameter("kept", kept)
                .executeUpdate());
        revise(moves, gone, kept, gone);
    }

    /** Makes what referred to the merged record refer to it again. */
    void moveBack(List<Move> moves, UUID gone, UUID kept) {
        touched(moves).forEach(reference -> database.createNativeQuery(reference.moveBack()).setParameter("gone", gone).setParameter("id", kept)
                .executeUpdate());
        revise(moves, kept, gone, gone);
    }

    private static List<Reference> touched(List<Move> moves) {
        return moves.stream().map(Move::reference).distinct().toList();
    }

    /** The last revision of a record, and its new version. */
    private record Last(UUID id, RecordType type, int version, Instant at, UUID parent, String after) {
    }

    private void revise(List<Move> moves, UUID from, UUID to, UUID merged) {
        Map<UUID, List<Move>> byOwner = moves.stream().collect(Collectors.groupingBy(Move::owner, LinkedHashMap::new, Collectors.toList()));
        List<UUID> owners = List.copyOf(byOwner.keySet());
        for (int i = 0; i < owners.size(); i += BATCH) {
            revise(owners.subList(i, Math.min(i + BATCH, owners.size())), byOwner, from, to, merged);
        }
    }

    private void revise(List<UUID> owners, Map<UUID, List<Move>> byOwner, UUID from, UUID to, UUID merged) {
        List<RevisionLog.Entry> entries = new ArrayList<>();
        for (Last last : advance(owners.toArray(UUID[]::new))) {
            List<Move> own = byOwner.get(last.id());
            ObjectNode before = last.after() == null ? with(services.of(last.type()).document(last.id()), own, from) : read(last.after());
            entries.add(new RevisionLog.Entry(last.id(), last.version(), last.at(), "updated", before, with(before, own, to), null,
                    from.equals(last.parent()) ? to : last.parent(), merged));
        }
        log.write(entries.toArray(RevisionLog.Entry[]::new));
    }

    private List<Last> advance(UUID[] ids) {
        return ((List<?>) database.createNativeQuery("""
                with changed as (
                    update record set version = version + 1, updated_at = greatest(updated_at, :now) where id = any(:ids)
                    returning id, record_type, version, updated_at)
                select c.id, c.record_type, c.version, c.updated_at, v.parent_id, cast(v.after as text)
                  from changed c left join revision v on v.record_id = c.id and v.number = c.version - 1 order by c.id""", Tuple.class)
                .setParameter("ids", ids).setParameter("now", records.now()).getResultList()).stream().map(Tuple.class::cast)
                .map(row -> new Last(row.get(0, UUID.class), RecordType.of(row.get(1, String.class)), row.get(2, Integer.class),
                        row.get(3, Instant.class), row.get(4, UUID.class), row.get(5, String.class))).toList();
    }

    /** The document with these references to this record. */
    private static ObjectNode with(ObjectNode document, List<Move> moves, UUID id) {
        ObjectNode copy = document.deepCopy();
        for (Move move : moves) {
            String place = move.reference().pointer(move.place());
            if (place != null) {
                JsonPointer pointer = JsonPointer.compile(place);
                JsonNode parent = copy.at(pointer.head());
                if (parent instanceof ObjectNode object) {
                    object.put(pointer.last().getMatchingProperty(), id.toString());
                } else if (parent instanceof ArrayNode array) {
                    array.set(pointer.last().getMatchingIndex(), TextNode.valueOf(id.toString()));
                }
            }
        }
        return copy;
    }

    private ObjectNode read(String document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
