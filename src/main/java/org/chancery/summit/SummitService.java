package org.chancery.summit;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.api.model.Summit;
import org.chancery.api.model.SummitCreate;
import org.chancery.event.EventService;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Summits: what they have beside other events, host and organizer with them. */
@Singleton
public class SummitService extends EventService<SummitEntity, SummitCreate, Summit> {
    SummitService() {
        super(RecordType.SUMMIT, SummitEntity.class, SummitCreate.class, Summit.class, Summit::getVersion);
    }

    @Override
    protected SummitEntity blank() {
        return new SummitEntity();
    }

    @Override
    protected void special(SummitCreate document, SummitEntity row, Draft draft) {
        row.countriesReported = document.getCountriesReported();
        row.representedByLeaders = document.getRepresentedByLeaders();
        if (row.countriesReported != null && row.representedByLeaders != null && row.representedByLeaders > row.countriesReported) {
            draft.violated("/representedByLeaders", "more-than-all", "must not be more than countriesReported");
        }
        draft.refer("/hostId", document.getHostId(), (id, type) -> {
            row.hostId = id;
            row.hostType = type == null ? null : type.word();
        }, RecordType.STATE, RecordType.ORGANIZATION);
        draft.refer("/organizerId", document.getOrganizerId(), (id, type) -> {
            row.organizerId = id;
            row.organizerType = type == null ? null : type.word();
        }, RecordType.STATE, RecordType.ORGANIZATION);
    }

    @Override
    protected void special(SummitEntity row, SummitCreate document) {
        document.hostId(row.hostId).organizerId(row.organizerId).countriesReported(row.countriesReported)
                .representedByLeaders(row.representedByLeaders);
    }

    @Override
    protected Collection<UUID> named(SummitEntity row) {
        return Stream.of(row.hostId, row.organizerId).filter(Objects::nonNull).toList();
    }

    @Override
    protected void special(List<SummitEntity> rows, List<Summit> shown, Labels.Labelled labelled) {
        for (int i = 0; i < rows.size(); i++) {
            SummitEntity row = rows.get(i);
            shown.get(i).hostId(row.hostId).hostName(labelled.show(row.hostId)).organizerId(row.organizerId)
                    .organizerName(labelled.show(row.organizerId)).countriesReported(row.countriesReported)
                    .representedByLeaders(row.representedByLeaders).countriesRecorded(row.countriesRecorded).leadersRecorded(row.leadersRecorded);
        }
    }
}
