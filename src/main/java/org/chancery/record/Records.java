package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.api.model.Tombstone;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/** What is done to a record of any type: look-up, lock, tombstone. */
@ApplicationScoped
public class Records {
    private static final int SHOWN_REFERENCES = 20;
    /** Any number that no other advisory lock has. */
    private static final long WRITERS = 0x77726974657273L;
    private static final String PATIENCE = "10s";

    private final EntityManager database;
    private final Moment moment;
    private final Survivors survivors;

    Records(EntityManager database, Moment moment, Survivors survivors) {
        this.database = database;
        this.moment = moment;
        this.survivors = survivors;
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
