package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chancery.api.model.ProblemError;
import org.chancery.api.model.Tombstone;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What is done to a record of any type: look-up, lock, tombstone, revision. */
@ApplicationScoped
public class Records {
    private static final int SHOWN_REFERENCES = 20;
    /** Any number that no other advisory lock has. */
    private static final long WRITERS = 0x77726974657273L;
    private static final String PATIENCE = "10s";

    /** Rules that the database keeps, as the client hears of them. */
    private record Rule(boolean conflict, String pointer, String code, String detail) {
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("identifier_taken", new Rule(true, "/identifiers", "identifier-taken", "belongs to another record")),
            Map.entry("source_url_taken", new Rule(true, "/url", "url-taken", "belongs to another source")),
            Map.entry("source_not_its_own_origin", new Rule(false, "/originId", "own-origin", "must be another source")),
            Map.entry("source_identified", new Rule(false, "/url", "required", "a source needs a url, a reference or a title")),
            Map.entry("person_born_before_death", new Rule(false, "/deathDate", "end-before-start", "must not be before the birth")),
            Map.entry("state_valid_in_order", new Rule(false, "/validTo", "end-before-start", "must not be before validFrom")),
            Map.entry("position_valid_in_order", new Rule(false, "/validTo", "end-before-start", "must not be before validFrom")),
            Map.entry("function_valid_in_order", new Rule(false, "/functions", "end-before-start", "validTo must not be before validFrom")),
            Map.entry("organization_founded_before_dissolved", new Rule(false, "/dissolved", "end-before-start", "must not be before founded")),
            Map.entry("organization_not_its_own_parent", new Rule(false, "/parentId", "own-parent", "must be another organization")),
            Map.entry("succession_once", new Rule(false, "/predecessorIds", "duplicate", "is given twice")),
            Map.entry("succession_not_of_itself", new Rule(false, "/predecessorIds", "own-predecessor", "must be another record")),
            Map.entry("occupancy_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("occupancy_seat_taken", new Rule(true, "/positionId", "seat-taken",
                    "the single seat has another certain holder in that time")),
            Map.entry("membership_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("membership_not_in_itself", new Rule(false, "/memberId", "own-member", "must not be the organization itself")),
            Map.entry("event_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("event_end_needs_start", new Rule(false, "/start", "required", "is required with an end")),
            Map.entry("event_part_of_cycle", new Rule(false, "/partOfId", "part-of-cycle", "must not be the event itself or a part of it")),
            Map.entry("event_relation_once", new Rule(false, "/relations", "duplicate", "is given twice")),
            Map.entry("event_relation_not_to_itself", new Rule(false, "/relations", "own-relation", "must be another event")),
            Map.entry("summit_counts_in_order", new Rule(false, "/representedByLeaders", "more-than-all",
                    "must not be more than countriesReported")),
            Map.entry("participation_taken", new Rule(true, "/actorId", "participation-taken", "takes part in this role already")),
            Map.entry("signature_taken", new Rule(true, "/actorId", "signature-taken", "has done this on that date already")));

    private final EntityManager database;
    private final Moment moment;
    private final Survivors survivors;
    private final ChangeComment comments;

    Records(EntityManager database, Moment moment, Survivors survivors, ChangeComment comments) {
        this.database = database;
        this.moment = moment;
        this.survivors = survivors;
        this.comments = comments;
    }

    EntityManager database() {
        return database;
    }

    /** The instant of the transaction. */
    public Instant now() {
        return moment.instant();
    }

    /**
     * Begins a write, before anything else is locked. Writes go on side by side; while two records become one, or apart again, nobody
     * else writes, as that touches more rows than could be locked in any order.
     */
    public void enter() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock_shared(:lock)").setParameter("lock", WRITERS).getResultList();
        moment.instant();
    }

    /**
     * Waits until no other write is under way, and keeps others waiting until this transaction ends.
     *
     * @throws ProblemException 409 if that takes too long
     */
    public void enterAlone() {
        database.createNativeQuery("select set_config('lock_timeout', :patience, true)").setParameter("patience", PATIENCE).getResultList();
        try {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)").setParameter("lock", WRITERS).getResultList();
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw ProblemException.conflict("Other writes are under way that do not end. Try again later.",
                    List.of(Errors.at("", "busy", "waits for other writes")));
        }
        database.createNativeQuery("set local lock_timeout to default").executeUpdate();
        moment.instant();
    }

    /** Types of published records; what is not there has none. */
    private Map<UUID, RecordType> types(UUID[] ids, String lock) {
        Map<UUID, RecordType> types = new HashMap<>();
        if (ids.length > 0) {
            database.createNativeQuery("select id, record_type from record where id = any(:ids) and record_state = 'published'" + lock, Tuple.class)
                    .setParameter("ids", ids).getResultList()
                    .forEach(row -> types.put(((Tuple) row).get(0, UUID.class), RecordType.of(((Tuple) row).get(1, String.class))));
        }
        return types;
    }

    /**
     * Looks up what a request refers to that writes nothing, and refuses all that is wrong with it.
     *
     * @throws ProblemException 400 or 422 with all errors
     */
    public void verify(Draft draft) {
        settle(draft, "");
    }

    /** Looks up all that a draft refers to and keeps it from being retracted. @throws ProblemException 400, 422 with all that is wrong */
    void settle(Draft draft) {
        settle(draft, " for key share");
    }

    private void settle(Draft draft, String lock) {
        UUID[] ids = Draft.array(draft.references().stream().map(Draft.Reference::id).toList());
        Map<UUID, RecordType> types = types(ids, lock);
        draft.settle(types, types.size() == ids.length ? Map.of() : survivors.of(Arrays.asList(ids)));
    }

    /** @return always an exception to throw: 410 with the tombstone of a retracted record, 308 for a merged one, else 404 */
    ProblemException missing(UUID id, RecordType... types) {
        List<String> words = Arrays.stream(types).map(RecordType::word).toList();
        return ((List<?>) database.createNativeQuery("""
                select record_type, updated_at, retraction_reason from record
                 where id = :id and record_type = any(:types) and record_state <> 'published'""", Tuple.class)
                .setParameter("id", id).setParameter("types", words.toArray(String[]::new)).getResultList()).stream()
                .map(Tuple.class::cast).findFirst()
                .map(row -> row.get(2) == null ? ProblemException.merged(id, survivors.of(List.of(id)).get(id))
                        : ProblemException.gone(new Tombstone().id(id).recordType(row.get(0, String.class))
                                .retractedAt(Dates.time(row.get(1, Instant.class))).reason(row.get(2, String.class))))
                .orElseGet(() -> ProblemException.notFound("There is no " + String.join(" or ", words) + " with this id."));
    }

    /** Waits for other writers of this record. Its row is read after that, so what follows sees the last version, and comes after it. */
    void lock(UUID id, boolean toRetract) {
        database.createNativeQuery("select updated_at from record where id = :id for " + (toRetract ? "update" : "no key update"), Instant.class)
                .setParameter("id", id).getResultList().forEach(changed -> moment.notBefore((Instant) changed));
    }

    /** Does the work and writes what is pending; a rule that the database keeps becomes the client's problem. */
    public void guarded(Runnable work) {
        try {
            work.run();
            database.flush();
        } catch (ConstraintViolationException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(ConstraintViolationException e) {
        Rule rule = RULES.get(constraint(e));
        if (rule == null) {
            return e;
        }
        ProblemError error = Errors.at(rule.pointer(), rule.code(), rule.detail());
        return rule.conflict() ? ProblemException.conflict("1 conflict", List.of(error)) : ProblemException.violated(error);
    }

    /** Hibernate does not tell the name of an exclusion constraint, the server does. */
    private static String constraint(ConstraintViolationException e) {
        ServerErrorMessage message = e.getSQLException() instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        return message == null || message.getConstraint() == null ? "" : message.getConstraint();
    }

    /**
     * Refuses what another record has already, and names that record. The constraint in the database stays the judge where
     * two writers come at once.
     *
     * @param sql gives the id of the other record, if there is one
     */
    void refuseTaken(String constraint, String sql, Map<String, Object> parameters) {
        Query query = database.createNativeQuery(sql + " limit 1", UUID.class);
        parameters.forEach(query::setParameter);
        List<?> others = query.getResultList();
        if (!others.isEmpty()) {
            Rule rule = RULES.get(constraint);
            throw ProblemException.conflict("1 conflict", List.of(Errors.at(rule.pointer(), rule.code(), rule.detail()).recordId((UUID) others.get(0))));
        }
    }

    /** Published records that refer to this one, apart from those that go with it: why it cannot be retracted. */
    void refuseIfReferenced(UUID id) {
        List<?> rows = database.createNativeQuery("""
                select distinct r.id, r.record_type from record_reference f join record r on r.id = f.from_id
                 where f.to_id = :id and not f.owned and r.id <> :id
                   and not exists (select 1 from record_reference o where o.from_id = f.from_id and o.to_id = :id and o.owned)
                 order by r.id limit :limit""", Tuple.class)
                .setParameter("id", id).setParameter("limit", SHOWN_REFERENCES).getResultList();
        if (!rows.isEmpty()) {
            throw ProblemException.conflict("Other records refer to it.", rows.stream().map(Tuple.class::cast)
                    .map(row -> Errors.at("", "still-referenced", "a " + row.get(1, String.class) + " refers to it")
                            .recordId(row.get(0, UUID.class))).toList());
        }
    }

    /** Records that have no meaning without this one. */
    Map<UUID, RecordType> owned(UUID id) {
        Map<UUID, RecordType> owned = new LinkedHashMap<>();
        ((List<?>) database.createNativeQuery("""
                select r.id, r.record_type from record_reference f join record r on r.id = f.from_id
                 where f.to_id = :id and f.owned order by r.id""", Tuple.class).setParameter("id", id).getResultList())
                .stream().map(Tuple.class::cast).forEach(row -> owned.put(row.get(0, UUID.class), RecordType.of(row.get(1, String.class))));
        return owned;
    }

    /** Takes away all but the row that keeps the id, the reason and the history. @param reason null for a record that was merged */
    void erase(RegistryRecord record, String reason, Instant now) {
        UUID id = record.id();
        record.identify(List.of());
        record.rename(List.of(), "");
        record.change(now);
        database.flush();
        database.detach(record);
        database.createNativeQuery("delete from succession where successor_id = :id").setParameter("id", id).executeUpdate();
        for (String table : record.recordType().tables()) {
            database.createNativeQuery("delete from " + table + " where id = :id").setParameter("id", id).executeUpdate();
        }
        database.createNativeQuery("update record set record_state = :state, retraction_reason = :reason where id = :id")
                .setParameter("state", reason == null ? "merged" : "retracted").setParameter("reason", reason).setParameter("id", id).executeUpdate();
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
    public void revise(Entry... entries) {
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

    /** The record that has this identifier. */
    Optional<UUID> identified(String scheme, String value) {
        return database.createNativeQuery("select record_id from identifier where scheme = :scheme and value = :value", UUID.class)
                .setParameter("scheme", scheme).setParameter("value", value).getResultList().stream().map(UUID.class::cast).findFirst();
    }

    /** Patterns of the schemes of identifiers. */
    public Map<String, String> schemes() {
        Map<String, String> patterns = new HashMap<>();
        ((List<?>) database.createNativeQuery("select scheme, pattern from identifier_scheme", Tuple.class).getResultList())
                .stream().map(Tuple.class::cast).forEach(row -> patterns.put(row.get(0, String.class), row.get(1, String.class)));
        return patterns;
    }
}
