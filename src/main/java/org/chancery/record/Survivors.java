package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.contract.MergedIds;

/** Into which records others were merged. */
@ApplicationScoped
public class Survivors implements MergedIds {
    private static final String SQL = """
            with recursive chain (id, survivor_id) as (
                select merged_id, survivor_id from merge where merged_id = any(:ids)
                union all
                select c.id, m.survivor_id from chain c join merge m on m.merged_id = c.survivor_id)
            select c.id, c.survivor_id from chain c where not exists (select 1 from merge m where m.merged_id = c.survivor_id)""";

    private final EntityManager database;

    Survivors(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<UUID, UUID> of(Collection<UUID> ids) {
        Map<UUID, UUID> survivors = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createNativeQuery(SQL, Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)).getResultList()
                    .forEach(row -> survivors.put(((Tuple) row).get(0, UUID.class), ((Tuple) row).get(1, UUID.class)));
        }
        return survivors;
    }

    /** A document of the past as it would be written now: what it refers to and was merged since is the survivor. */
    public ObjectNode followed(ObjectNode document) {
        Set<UUID> referred = new LinkedHashSet<>();
        rewrite(document, false, id -> {
            referred.add(id);
            return id;
        });
        Map<UUID, UUID> survivors = of(referred);
        return survivors.isEmpty() ? document : (ObjectNode) rewrite(document, false, id -> survivors.getOrDefault(id, id));
    }

    /** @param reference whether a text here is a reference: members that hold them end in Id or Ids */
    private static JsonNode rewrite(JsonNode node, boolean reference, Function<UUID, UUID> change) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), rewrite(member.getValue(), member.getKey().matches(".*Ids?"), change)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(each -> copy.add(rewrite(each, reference, change)));
            return copy;
        }
        return reference && node.isTextual() ? TextNode.valueOf(change.apply(UUID.fromString(node.textValue())).toString()) : node;
    }
}
