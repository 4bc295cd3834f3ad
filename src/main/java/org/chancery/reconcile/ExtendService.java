package org.chancery.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.reconcile.Cards.Card;
import org.chancery.reconcile.Properties.Property;
import org.chancery.record.Survivors;

/** Values of properties of records: the data extension of the protocol, in four statements whatever their number. */
@ApplicationScoped
class ExtendService {
    /** All properties of all records asked for, in the order in which they are shown. */
    private static final String SQL = """
            with wanted as (select r.id, r.record_type from record r where r.id = any(:ids) and r.record_state = 'published')
            select id, property, text, reference from (
                select n.record_id as id, 'name' as property, n.value as text, cast(null as uuid) as reference, n.ordinal as place
                  from wanted w join name n on n.record_id = w.id
                union all
                select i.record_id, i.scheme, i.value, null, i.ordinal from wanted w join identifier i on i.record_id = w.id
                union all
                select w.id, v.property, v.text, v.reference, 0
                  from wanted w left join person p on p.id = w.id left join organization o on o.id = w.id left join state s on s.id = w.id
                  left join position q on q.id = w.id left join series g on g.id = w.id left join event e on e.id = w.id
                 cross join lateral (values
                    ('description', coalesce(p.description, o.description, q.description, g.description, e.summary), null),
                    ('birth-date', p.birth_edtf, null), ('death-date', p.death_edtf, null),
                    ('class', o.class, null), ('founded', o.founded_edtf, null), ('dissolved', o.dissolved_edtf, null), ('parent', null, o.parent_id),
                    ('capital', s.capital, null), ('un-status', s.un_status, null),
                    ('valid-from', coalesce(s.valid_from_edtf, q.valid_from_edtf), null), ('valid-to', coalesce(s.valid_to_edtf, q.valid_to_edtf), null),
                    ('actor', null, q.actor_id), ('state', null, coalesce(o.state_id, e.place_state_id)),
                    ('kind', e.kind, null), ('start', e.start_edtf, null), ('end-date', e.end_edtf, null), ('city', e.city, null),
                    ('venue', e.venue, null), ('status', e.status, null), ('part-of', null, e.part_of_id), ('series', null, e.series_id)
                 ) v (property, text, reference) where v.text is not null or v.reference is not null
                union all
                select w.id, v.property, null, v.reference, cast(row_number() over (order by c.start_key, c.id) as integer)
                  from wanted w join occupancy c on c.person_id = w.id and not c.designate join position q on q.id = c.position_id
                 cross join lateral (values ('office', q.id), ('actor', q.actor_id)) v (property, reference)
                union all
                select w.id, 'function', f.function, null, f.ordinal from wanted w
                  join (select c.person_id as id, c.position_id from occupancy c where not c.designate union select q.id, q.id from position q) h on h.id = w.id
                  join position_function f on f.position_id = h.position_id
                union all
                select w.id, 'participant', n.reported_name, n.actor_id, n.ordinal from wanted w join participation n on n.event_id = w.id
            ) found where property = any(:properties) order by id, property, place, text, reference""";

    private final EntityManager database;
    private final Survivors survivors;
    private final Cards cards;

    ExtendService(EntityManager database, Survivors survivors, Cards cards) {
        this.database = database;
        this.survivors = survivors;
        this.cards = cards;
    }

    /** A value as the protocol shows it: a text or a record. */
    record Value(String str, UUID id, String name) {
    }

    record Meta(String id, String name, Types.Type type) {
    }

    record Extension(List<Meta> meta, Map<String, Map<String, List<Value>>> rows) {
    }

    private record Found(UUID id, String property, String text, UUID reference) {
    }

    /** @param ids as given; what is the id of nothing has no values, that of a record which was merged has those of the survivor */
    @Transactional
    Extension extend(Collection<String> ids, List<Property> properties) {
        Map<String, Map<String, List<Value>>> rows = new LinkedHashMap<>();
        Map<UUID, UUID> merged = survivors.of(ids.stream().flatMap(id -> Query.id(id).stream()).toList());
        Map<UUID, List<String>> keys = new LinkedHashMap<>();
        for (String id : ids) {
            Map<String, List<Value>> row = new LinkedHashMap<>();
            properties.forEach(property -> row.put(property.id(), new ArrayList<>()));
            rows.put(id, row);
            Query.id(id).map(uuid -> merged.getOrDefault(uuid, uuid))
                    .ifPresent(uuid -> keys.computeIfAbsent(uuid, any -> new ArrayList<>()).add(id));
        }
        List<Found> found = find(keys.keySet(), properties);
        Map<UUID, Card> shown = cards.of(found.stream().map(Found::reference).toList());
        Set<List<Object>> seen = new LinkedHashSet<>();
        for (Found each : found) {
            Card card = each.reference() == null ? null : shown.get(each.reference());
            Value value = card == null ? new Value(each.text(), null, null) : new Value(null, card.id(), card.name());
            if (seen.add(List.of(each.id(), each.property(), value))) {
                keys.get(each.id()).forEach(key -> rows.get(key).get(each.property()).add(value));
            }
        }
        return new Extension(properties.stream().map(each -> new Meta(each.id(), each.name(), each.value() == null ? null : Types.of(each.value()))).toList(),
                rows);
    }

    private List<Found> find(Collection<UUID> ids, List<Property> properties) {
        List<?> rows = database.createNativeQuery(SQL, Tuple.class).setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("properties", properties.stream().map(Property::id).toArray(String[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row ->
                new Found(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, UUID.class))).toList();
    }
}
