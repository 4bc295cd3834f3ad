package org.chancery.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import org.chancery.api.model.Meeting;
import org.chancery.api.model.MeetingCreate;
import org.chancery.event.EventService;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** A meeting has nothing that other events do not have. */
@Singleton
public class MeetingService extends EventService<MeetingEntity, MeetingCreate, Meeting> {
    MeetingService() {
        super(RecordType.MEETING, MeetingEntity.class, MeetingCreate.class, Meeting.class, Meeting::getVersion);
    }

    @Override
    protected MeetingEntity blank() {
        return new MeetingEntity();
    }

    @Override
    protected void special(MeetingCreate document, MeetingEntity row, Draft draft) {
        // nothing
    }

    @Override
    protected void special(MeetingEntity row, MeetingCreate document) {
        // nothing
    }

    @Override
    protected void special(List<MeetingEntity> rows, List<Meeting> shown, Labels.Labelled labelled) {
        // nothing
    }
}
