package org.chancery.imports;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/**
 * An import and how far it is.
 *
 * @param dataset null where keys mean something in the file only
 * @param position the last row that was taken up in the order of the file
 */
record Job(UUID id, int version, String state, boolean dryRun, boolean atomic, boolean useExisting, String dataset, String author, String comment,
        Instant createdAt, Instant startedAt, Instant finishedAt, int total, Counts counts, int position) {

    static final String COLUMNS = "j.id, j.version, j.state, j.dry_run, j.atomic, j.use_existing, j.dataset, j.author, j.comment, j.created_at, j.started_at,"
            + " j.finished_at, j.total_rows, j.created_rows, j.existing_rows, j.valid_rows, j.refused_rows, j.position";

    /** How many rows became what. */
    record Counts(int created, int existing, int valid, int refused) {
        int processed() {
            return created + existing + valid + refused;
        }
    }

    static Job of(Tuple row) {
        return new Job(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, String.class), row.get(3, Boolean.class), row.get(4, Boolean.class),
                row.get(5, Boolean.class), row.get(6, String.class), row.get(7, String.class), row.get(8, String.class), row.get(9, Instant.class),
                row.get(10, Instant.class), row.get(11, Instant.class), row.get(12, Integer.class),
                new Counts(row.get(13, Integer.class), row.get(14, Integer.class), row.get(15, Integer.class), row.get(16, Integer.class)),
                row.get(17, Integer.class));
    }

    /** Whether its rows are but tried: a dry run, and the first half of an atomic import. */
    boolean isTrial() {
        return dryRun || atomic;
    }

    /** Itself, when what was tried is written. */
    Job writing() {
        return new Job(id, version, state, false, false, useExisting, dataset, author, comment, createdAt, startedAt, finishedAt, total, counts, position);
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** Where its keys mean something. */
    String keys() {
        return dataset == null ? id.toString() : dataset;
    }

    String href() {
        return "/v1/imports/" + id;
    }
}
