package org.chancery.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/**
 * Rows that are looked at together: what each is, whether it is there already, whether what it refers to is there. What is created on the way is
 * known to the rows behind it.
 */
final class Chunk {
    private final Job job;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Names.Known> known;
    private final List<Result> results = new ArrayList<>();
    private final List<ImportRows.Waiting> waiting = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> claims = new ArrayList<>();
    private final List<Integer> claimants = new ArrayList<>();
    private int position;

    /** A line, and what it says; {@code row} is null where {@code problem} is not. */
    record Entry(int number, Row row, ProblemException problem) {
        static Entry of(ImportRows.Line line) {
            if (line.wrong() != null) {
                return new Entry(line.number(), null, ProblemException.invalid(Errors.at("", line.wrong(), LineReader.sentence(line.wrong()))));
            }
            try {
                return new Entry(line.number(), Row.read(line.content()), null);
            } catch (ProblemException e) {
                return new Entry(line.number(), null, e);
            }
        }
    }

    Chunk(Job job, List<ImportRows.Line> lines, Names registry) {
        this.job = job;
        this.position = job.position();
        Set<String> asked = new LinkedHashSet<>();
        for (ImportRows.Line line : lines) {
            Entry entry = Entry.of(line);
            entries.add(entry);
            if (entry.row() != null) {
                entry.row().references().forEach(placed -> asked.add(placed.reference().name()));
                asked.addAll(entry.row().names());
                entry.row().url().map(Names::url).ifPresent(asked::add);
            }
        }
        known = new HashMap<>(registry.of(job, asked));
    }

    List<Entry> entries() {
        return entries;
    }

    /** Sees whether the row has to be created; if not, notes what becomes of it. */
    boolean isNew(Entry entry) {
        position = Math.max(position, entry.number());
        if (entry.row() == null) {
            refuse(entry, entry.problem());
            return false;
        }
        Row row = entry.row();
        Names.Known named = row.key() == null ? null : known.get(Row.name(row.key()));
        if (named != null && (named.number() > 0 || job.id().equals(named.job()))) {
            refuse(entry, ProblemException.conflict(Errors.at("/key", "key-taken", "belongs to another row of the file")));
        } else if (named != null && !named.published()) {
            refuse(entry, ProblemException.conflict(Errors.at("/key", "reference-retracted", "the record of this key was retracted")
                    .recordId(named.id())));
        } else if (named != null && !named.type().equals(row.type().word())) {
            refuse(entry, ProblemException.conflict(Errors.at("/recordType", "reference-type", "the key belongs to a " + named.type())
                    .recordId(named.id())));
        } else if (named != null) {
            exists(entry, named.id());
        } else if (job.useExisting() && owners(row).size() == 1) {
            exists(entry, owners(row).iterator().next());
        } else if (twin(row).isPresent()) {
            Names.Known twin = twin(row).get();
            if (job.useExisting()) {
                results.add(Result.valid(entry.number(), row));
                introduce(entry, null, twin.number());
            } else {
                refuse(entry, ProblemException.conflict(Errors.at("/record/identifiers", "identifier-taken",
                        "belongs to the record of line " + twin.number())));
            }
        } else {
            Optional<Row.Placed> missing = row.references().stream().filter(placed -> !known.containsKey(placed.reference().name())).findFirst();
            missing.ifPresent(placed -> waiting.add(new ImportRows.Waiting(entry.number(), placed.reference().name(), placed.pointer())));
            return missing.isEmpty();
        }
        return false;
    }

    /** Records of its type that have its identifiers or its URL. */
    private Set<UUID> owners(Row row) {
        Set<UUID> owners = new TreeSet<>();
        List<String> asked = new ArrayList<>(row.identifiers());
        row.url().map(Names::url).ifPresent(asked::add);
        asked.forEach(name -> Optional.ofNullable(known.get(name)).filter(each -> each.id() != null && each.type().equals(row.type().word()))
                .ifPresent(each -> owners.add(each.id())));
        return owners;
    }

    /** In a trial, an earlier row of its type that has one of its identifiers, and no record. */
    private Optional<Names.Known> twin(Row row) {
        return row.identifiers().stream().map(known::get).filter(each -> each != null && each.id() == null && each.type().equals(row.type().word())).findFirst();
    }

    /** @throws ProblemException 422 where it is not there */
    UUID known(Reference reference) {
        Names.Known found = named(reference);
        if (found == null) {
            throw ProblemException.violated(Errors.at("", "reference-not-found", "there is no record and no row that is one: " + reference.name()));
        }
        return found.id();
    }

    Names.Known named(Reference reference) {
        return known.get(reference.name());
    }

    void refuse(Entry entry, ProblemException problem) {
        position = Math.max(position, entry.number());
        results.add(Result.refused(entry.number(), entry.row(), problem));
    }

    void exists(Entry entry, UUID id) {
        results.add(Result.existing(entry.number(), entry.row(), id));
        introduce(entry, id, entry.number());
    }

    void created(Entry entry, UUID id) {
        results.add(Result.created(entry.number(), entry.row(), id));
        introduce(entry, id, entry.number());
    }

    /** Could be created. */
    void valid(Entry entry) {
        results.add(Result.valid(entry.number(), entry.row()));
        introduce(entry, null, entry.number());
    }

    /** @param number of the row that is the record */
    private void introduce(Entry entry, UUID id, int number) {
        for (String name : entry.row().names()) {
            known.putIfAbsent(name, new Names.Known(id, entry.row().type().word(), true, job.id(), number));
            names.add(name);
            claims.add(name);
            claimants.add(number);
        }
    }

    List<Result> results() {
        return results;
    }

    /** Writes down what became of the rows. */
    void save(ImportJobs jobs, ImportRows rows, ImportResults saved) {
        saved.save(job, results);
        if (job.isTrial() && !claims.isEmpty()) {
            saved.claim(job.id(), claims, claimants);
        }
        rows.settle(job.id(), results.stream().map(Result::number).toList(), waiting, List.copyOf(names));
        jobs.advance(job, position, results);
    }
}
