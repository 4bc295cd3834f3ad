package org.chancery.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EventRelationInput;
import org.chancery.api.model.EventTimeInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.ParticipantCreate;
import org.chancery.api.model.PlaceInput;

/**
 * The members that the documents of all three types of event share under the same names. The generated classes have no
 * common type (the contract's schemas are flat on purpose), so the shared members pass through their JSON.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record EventDocument(List<NameInput> names, List<IdentifierInput> identifiers, String kind, String summary, EventTimeInput start,
        EventTimeInput end, Integer daySequence, PlaceInput place, String status, String visibility, UUID partOfId, UUID seriesId,
        Integer ordinal, List<EventRelationInput> relations, List<ParticipantCreate> participants, List<CitationInput> citations) {
}
