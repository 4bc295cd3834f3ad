package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes revisions, each with the author and the comment of the request. */
@ApplicationScoped
public class RevisionLog {
    private final EntityManager database;
    private final ChangeComment comments;

    RevisionLog(EntityManager database, ChangeComment comments) {
        this.database = database;
        this.comments = comments;
    }

    /**
     * A revision to be left.
     *
     * @param with the other record of the same write: that whose retraction takes this one along, or of a merge; null for none
     */
    public record Entry(UUID recordId, int number, Instant at, String operation, JsonNode before, JsonNode after, String comment,
            UUID parentId, UUID with) {
        Entry(RegistryRecord record, String operation, JsonNode before, JsonNode after, String comment, UUID with) {
            this(record.id(), record.version(), record.updatedAt(), operation, before, after, comment, record.parentId(), with);
        }
    }

    /** Leaves revisions, all in one statement. */
    public void write(Entry... entries) {
        database.createNativeQuery("""
                with written as (
                    insert into revision (record_id, number, at, author, operation, before, after, comment, parent_id, with_id)
                    select e.id, e.number, e.at, :author, e.operation, cast(e.before as jsonb), cast(e.after as jsonb), e.comment, e.parent, e.with_id
                      from unnest(:ids, :numbers, :times, :operations, :befores, :afters, :comments, :parents, :withs)
                           e (id, number, at, operation, before, after, comment, parent, with_id)
                    returning record_id, number)
                insert into change_outbox (record_id, number) select record_id, number from written""")
                .setParameter("author", Author.current())
                .setParameter("ids", column(entries, Entry::recordId, UUID[]::new)).setParameter("numbers", column(entries, Entry::number, Integer[]::new))
                .setParameter("times", column(entries, Entry::at, Instant[]::new))
                .setParameter("operations", column(entries, Entry::operation, String[]::new))
                .setParameter("befores", column(entries, entry -> text(entry.before()), String[]::new))
                .setParameter("afters", column(entries, entry -> text(entry.after()), String[]::new))
                .setParameter("comments", column(entries, entry -> comments.current().orElse(entry.comment()), String[]::new))
                .setParameter("parents", column(entries, Entry::parentId, UUID[]::new)).setParameter("withs", column(entries, Entry::with, UUID[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(Entry[] entries, Function<Entry, T> member, IntFunction<T[]> array) {
        return Arrays.stream(entries).map(member).toArray(array);
    }

    private static String text(JsonNode node) {
        return node == null ? null : node.toString();
    }
}
