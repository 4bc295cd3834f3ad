package org.chancery.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Column;
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
    /** Never set again: an update that names a key column locks the row against those who refer to it. */
    @Column(updatable = false)
    public String eventType;
    public String kind;
    public String summary;
    @Embedded
    @EmbeddedColumnNaming("start_%s")
    public EventTimeColumns start;
    @Embedded
    @EmbeddedColumnNaming("end_%s")
    public EventTimeColumns end;
    public Integer daySequence;
    public long orderKey;
    public Instant beginsAt;
    public Instant endsAt;
    public String venue;
    public String city;
    public String cityFolded;
    public UUID placeStateId;
    public boolean online;
    public String status;
    public String visibility;
    public UUID partOfId;
    public UUID seriesId;
    public Integer ordinal;
    public int scheduleSequence;
    @ElementCollection
    @CollectionTable(name = "event_relation", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "ordinal")
    public List<RelationValue> relations = new ArrayList<>();
    @Formula("(select count(*) from participation n where n.event_id = id)")
    public int participantCount;
    /** Participants in the document of a new event. */
    @Transient
    public List<ParticipationService.Pending> participants = List.of();

    protected EventEntity() {
        eventType = recordType().word();
    }
}
