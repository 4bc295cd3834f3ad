package org.chancery.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.MergeReport;
import org.chancery.api.model.MergeRequest;
import org.chancery.api.model.MovedReferences;
import org.chancery.api.model.ProblemError;
import org.chancery.change.Differences;
import org.chancery.http.Answers;
import org.chancery.occupancy.Attestations;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.DatabaseRules;
import org.chancery.record.Draft;
import org.chancery.record.MergedRecords;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.Records;
import org.chancery.record.ServiceRegistry;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes two records of one thing one, in one transaction, while nobody else writes. */
@ApplicationScoped
class MergeService {
    private static final int SHOWN = 100;

    private final Records records;
    private final DatabaseRules rules;
    private final MergedRecords mergedRecords;
    private final ServiceRegistry services;
    private final References references;
    private final Conflicts conflicts;
    private final Merges merges;
    private final Attestations attestations;
    private final Answers answers;

    MergeService(Records records, DatabaseRules rules, MergedRecords mergedRecords, ServiceRegistry services, References references,
            Conflicts conflicts, Merges merges, Attestations attestations, Answers answers) {
        this.records = records;
        this.rules = rules;
        this.mergedRecords = mergedRecords;
        this.services = services;
        this.references = references;
        this.conflicts = conflicts;
        this.merges = merges;
        this.attestations = attestations;
        this.answers = answers;
    }

    /** @throws ProblemException 404, 409 with all conflicts, 410, 412, 422 */
    @Transactional
    RestResponse<MergeReport> merge(RecordType type, UUID gone, String ifMatch, MergeRequest request) {
        return answers.once(() -> unite(type, gone, ifMatch, request));
    }

    private RestResponse<MergeReport> unite(RecordType type, UUID gone, String ifMatch, MergeRequest request) {
        boolean dryRun = Boolean.TRUE.equals(request.getDryRun());
        UUID kept = request.getSurvivorId();
        if (!dryRun) {
            records.enterAlone();
        }
        RecordService<?, ?, ?> service = services.of(type);
        service.require(gone, ifMatch);
        int version = survivor(type, gone, request);
        ObjectNode before = service.document(kept);
        ObjectNode merged = MergedDocument.of(before, service.document(gone));
        List<Move> moves = references.to(type, gone);
        List<ProblemError> found = new ArrayList<>(conflicts.between(type, gone, kept));
        if (found.isEmpty()) {
            found.addAll(service.problems(merged));
        }
        if (!dryRun) {
            if (!found.isEmpty()) {
                throw ProblemException.conflict("They cannot be one record: " + found.size() + (found.size() == 1 ? " conflict" : " conflicts"), found);
            }
            merges.note(gone, kept, before, merged);
            references.move(moves, gone, kept);
            mergedRecords.absorb(service, gone, kept, merged);
            attest(type, List.of(kept));
            version++;
        }
        return answers.found(new MergeReport().dryRun(dryRun).recordType(type.word()).mergedId(gone).survivorId(kept).survivorVersion(version)
                .href(type.href(kept)).pointers(Differences.pointers(before, merged)).moved(counted(moves)).conflicts(found));
    }

    /** @return its version */
    private int survivor(RecordType type, UUID gone, MergeRequest request) {
        UUID kept = request.getSurvivorId();
        if (kept.equals(gone)) {
            throw ProblemException.violated(Errors.at("/survivorId", "own-survivor", "must be another record"));
        }
        Draft draft = new Draft();
        draft.refer("/survivorId", kept, id -> { }, type);
        records.verify(draft);
        int version = services.of(type).require(kept, "*");
        if (version != request.getSurvivorVersion()) {
            throw ProblemException.conflict("The survivor is at version " + version + ".",
                    List.of(Errors.at("/survivorVersion", "stale-version", "is not the version of the survivor").recordId(kept)));
        }
        return version;
    }

    private void attest(RecordType type, List<UUID> sources) {
        if (type == RecordType.SOURCE) {
            rules.guarded(() -> sources.forEach(attestations::source));
        }
    }

    private static List<MovedReferences> counted(List<Move> moves) {
        Map<List<String>, List<Move>> groups = moves.stream().collect(Collectors.groupingBy(
                move -> List.of(move.ownerType().word(), move.reference().place()), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> new MovedReferences().recordType(group.getKey().get(0)).pointer(group.getKey().get(1))
                .count(group.getValue().size()).recordIds(group.getValue().stream().map(Move::owner).distinct().limit(SHOWN).toList())).toList();
    }

    // ---------------------------------------------------------------- and apart again

    /** @param <V> what a client reads of the type */
    <V> RestResponse<V> unmerge(RecordType type, UUID gone, String ifMatch) {
        @SuppressWarnings("unchecked")
        RecordService<?, ?, V> service = (RecordService<?, ?, V>) services.of(type);
        return answers.once(() -> {
            separate(service, gone, ifMatch);
            return answers.changed(service, gone);
        });
    }

    /** @throws ProblemException 404, 409 with what stands in the way, 410, 412 */
    @Transactional
    void separate(RecordService<?, ?, ?> service, UUID gone, String ifMatch) {
        records.enterAlone();
        Merges.Merge merge = merges.of(service, gone, ifMatch);
        UUID kept = merge.kept();
        List<Merges.Later> after = merges.after(merge);
        ObjectNode now = service.document(kept);
        ObjectNode rest = MergedDocument.without(now, merge.before(), merge.merged(),
                after.stream().map(Merges.Later::document).toList());
        List<Move> moves = references.moved(service.type(), gone, kept);
        try {
            merges.returnCitations(gone, kept);
            mergedRecords.separate(service, gone, merge.number(), kept, now, rest);
            rules.guarded(() -> references.moveBack(moves, gone, kept));
        } catch (ProblemException e) {
            throw ProblemException.conflict("What the merged record needs is gone or taken.", e.errors());
        }
        merges.undo(gone, merge, after);
        attest(service.type(), List.of(kept, gone));
    }
}
