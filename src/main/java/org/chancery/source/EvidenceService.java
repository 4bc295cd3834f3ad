package org.chancery.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.Citation;
import org.chancery.api.model.EvidencePage;
import org.chancery.api.model.FieldEvidence;
import org.chancery.api.model.Source;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.record.Dates;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Who says so: the citations of a record and of what belongs to it, field by field, with the number of independent origins
 * behind each. A source that repeats another one, through any number of steps, has that one's origin.
 */
@ApplicationScoped
class EvidenceService {
    private static final String CITED = """
            with recursive part (id, prefix) as (
                select cast(:id as uuid), ''
                union all select id, '/participants/' || id from participation where event_id = :id
                union all select id, '/signatures/' || id from signature where declaration_id = :id
                union all select id, '/commitments/' || id from commitment where declaration_id = :id),
            cited as (select c.*, p.prefix || c.field as pointer from citation c join part p on p.id = c.record_id)""";

    private static final String FIELDS = CITED + """
             select distinct pointer collate "C" from cited
              where cast(:after as text) is null or pointer collate "C" > :after order by 1 limit :limit""";

    private static final String CITATIONS = CITED + """
            , origin (citation_id, source_id, next, depth) as (
                select c.id, coalesce(c.origin_id, c.source_id), s.origin_id, 0
                  from cited c join source s on s.id = coalesce(c.origin_id, c.source_id) where c.pointer = any(:fields)
                union all
                select o.citation_id, s.id, s.origin_id, o.depth + 1 from origin o join source s on s.id = o.next where o.depth < 20)
            select c.pointer, c.id, c.record_id, c.source_id, c.stance, c.quote, c.quote_lang, c.translation, c.attests_on_edtf,
                   c.confidence, c.origin_id,
                   (select o.source_id from origin o where o.citation_id = c.id order by o.depth desc limit 1)
              from cited c where c.pointer = any(:fields) order by c.pointer collate "C", c.record_id, c.ordinal""";

    private final EntityManager database;
    private final ServiceRegistry services;
    private final SourceService sources;
    private final FieldPages pages;
    private final Answers answers;

    EvidenceService(EntityManager database, ServiceRegistry services, SourceService sources, FieldPages pages, Answers answers) {
        this.database = database;
        this.services = services;
        this.sources = sources;
        this.pages = pages;
        this.answers = answers;
    }

    @Transactional
    RestResponse<EvidencePage> answer(RecordType type, UUID id) {
        services.of(type).find(id);
        Page<FieldEvidence> page = pages.page(type.word() + id, (after, limit) -> fields(id, after, limit)).map(fields -> evidence(id, fields));
        return answers.page(new EvidencePage().items(page.items()).nextCursor(page.next()), page);
    }

    private List<String> fields(UUID id, String after, int limit) {
        List<?> fields = database.createNativeQuery(FIELDS, String.class).setParameter("id", id).setParameter("after", after)
                .setParameter("limit", limit).getResultList();
        return fields.stream().map(String.class::cast).toList();
    }

    private List<FieldEvidence> evidence(UUID id, List<String> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<Tuple> rows = ((List<?>) database.createNativeQuery(CITATIONS, Tuple.class).setParameter("id", id)
                .setParameter("fields", fields.toArray(String[]::new)).getResultList()).stream().map(Tuple.class::cast).toList();
        Map<UUID, Source> cited = sources.of(rows.stream().map(row -> row.get(3, UUID.class)).toList());
        Map<String, List<Tuple>> byField = new LinkedHashMap<>();
        rows.forEach(row -> byField.computeIfAbsent(row.get(0, String.class), field -> new ArrayList<>()).add(row));
        return byField.entrySet().stream().map(field -> new FieldEvidence().field(field.getKey())
                .independentOrigins((int) field.getValue().stream().filter(row -> row.get(4, String.class).equals("supports"))
                        .map(row -> row.get(11, UUID.class)).distinct().count())
                .citations(field.getValue().stream().map(row -> citation(row, cited)).toList())).toList();
    }

    private static Citation citation(Tuple row, Map<UUID, Source> cited) {
        return new Citation().id(row.get(1, UUID.class)).recordId(row.get(2, UUID.class)).sourceId(row.get(3, UUID.class))
                .source(cited.get(row.get(3, UUID.class))).stance(row.get(4, String.class)).quote(row.get(5, String.class))
                .quoteLang(row.get(6, String.class)).translation(row.get(7, String.class)).attestsOn(Dates.view(row.get(8, String.class)))
                .confidence(row.get(9, String.class)).originId(row.get(10, UUID.class));
    }
}
