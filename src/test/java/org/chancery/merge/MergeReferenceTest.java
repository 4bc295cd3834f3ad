package org.chancery.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** No reference between records is forgotten when records are merged. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeReferenceTest {
    /** Columns that name the record which the row is a part of, or whose history it is: the parts go and come back with their record. */
    private static final Set<String> PARTS = Set.of("name.record_id", "name_key.record_id", "identifier.record_id", "citation.record_id",
            "revision.record_id", "excerpt.declaration_id", "schedule_revision.event_id",
            "event_relation.event_id", "succession.successor_id", "merge.merged_id", "merge.survivor_id");
    /** Offices and their holdings are not merged. */
    private static final Set<String> NOT_MERGED = Set.of("position", "occupancy");

    @Inject
    EntityManager database;

    private Set<String> columns() {
        List<?> found = database.createNativeQuery("""
                select t.relname || '.' || a.attname || ' ' || o.relname
                  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                  join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid join pg_namespace n on n.oid = c.connamespace
                 where c.contype = 'f' and n.nspname = 'public' and o.relname = any(:tables)""", String.class)
                .setParameter("tables", new String[] {"record", "person", "state", "organization", "series", "source", "event", "meeting", "summit",
                    "declaration", "position", "occupancy"}).getResultList();
        return found.stream().map(String.class::cast)
                .filter(column -> !column.contains(".id ") && !NOT_MERGED.contains(column.split(" ")[1]))
                .map(column -> column.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyForeignKey_shouldBeMoved_orBeAPartOfItsRecord() {
        Set<String> known = Reference.ALL.stream().map(Reference::name).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(PARTS);

        assertThat(columns()).isEqualTo(known);
    }

    @Test
    void view_shouldHaveTheSameReferences() {
        String view = (String) database.createNativeQuery("select pg_get_viewdef('record_reference')", String.class).getSingleResult();
        Set<String> inView = Arrays.stream(view.split("UNION ALL")).map(part -> part.replaceAll("[\\s\"]+", " ").replace(" .", "."))
                .map(part -> part.replaceFirst(".*SELECT (\\w+)\\.\\w+(?: AS \\w+)?, (?:\\w+\\.)?(\\w+).*", "$1.$2")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Reference.ALL.stream().map(Reference::name).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Set.of("occupancy.position_id", "participation.capacity_position_id", "signature.capacity_position_id"));

        assertThat(inView).isEqualTo(known);
    }
}
