package org.chancery.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.participation.ParticipationService;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;

/** What meetings, summits and declarations share. */
@Entity
@Table(name = "event")
public abstract class EventEntity extends RegistryRecord {
    String eventType;
    String kind;
    String summary;
    @Embedded
    @EmbeddedColumnNaming("start_%s")
    EventTimeColumns start;
    @Embedded
    @EmbeddedColumnNaming("end_%s")
    EventTimeColumns end;
    Integer daySequence;
    long orderKey;
    Instant beginsAt;
    Instant endsAt;
    String venue;
    String city;
    String cityFolded;
    UUID placeStateId;
    boolean online;
    String status;
    String visibility;
    UUID partOfId;
    UUID seriesId;
    Integer ordinal;
    int scheduleSequence;
    @ElementCollection
    @CollectionTable(name = "event_relation", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "ordinal")
    List<RelationValue> relations = new ArrayList<>();
    @Formula("(select count(*) from participation n where n.event_id = id)")
    int participantCount;
    /** Participants in the document of a new event. */
    @Transient
    List<ParticipationService.Pending> participants = List.of();

    protected EventEntity() {
        eventType = recordType().word();
    }
}
