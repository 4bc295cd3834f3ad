package org.chancery.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.api.model.VocabularyLabel;
import org.chancery.api.model.VocabularyTerm;
import org.chancery.record.RecordType;
import org.chancery.vocabulary.Vocabularies;

/** The properties of the reconciliation service: identifiers by scheme, and what records say. */
@ApplicationScoped
class Properties {
    private static final String DATE = "EDTF (ISO 8601-2)";

    private final Map<String, Property> all = new LinkedHashMap<>();

    /**
     * A property.
     *
     * @param types the record types that have it
     * @param value the type of record that its values are; null where they are texts or of several types
     */
    record Property(String id, String name, String description, @JsonIgnore Set<RecordType> types, @JsonIgnore RecordType value) {
    }

    Properties(Vocabularies vocabularies) {
        Set<RecordType> events = Set.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
        for (VocabularyTerm scheme : vocabularies.get("identifier-scheme").getTerms()) {
            add(scheme.getCode(), scheme.getLabels().stream().filter(label -> label.getLang().equals("en")).map(VocabularyLabel::getValue)
                    .findFirst().orElse(scheme.getCode()), "Identifier", Types.records(), null);
        }
        add("name", "name", "All names, in all languages", Types.records(), null);
        add("description", "description", null, Types.records(), null);
        add("birth-date", "date of birth", DATE, Set.of(RecordType.PERSON), null);
        add("death-date", "date of death", DATE, Set.of(RecordType.PERSON), null);
        add("office", "office held", null, Set.of(RecordType.PERSON), RecordType.POSITION);
        add("function", "function of the office", "Vocabulary position-function", Set.of(RecordType.PERSON, RecordType.POSITION), null);
        add("actor", "state or organization whose office it is", null, Set.of(RecordType.PERSON, RecordType.POSITION), null);
        add("class", "class of organization", "Vocabulary organization-class", Set.of(RecordType.ORGANIZATION), null);
        add("founded", "date of founding", DATE, Set.of(RecordType.ORGANIZATION), null);
        add("dissolved", "date of dissolution", DATE, Set.of(RecordType.ORGANIZATION), null);
        add("parent", "parent organization", null, Set.of(RecordType.ORGANIZATION), RecordType.ORGANIZATION);
        add("capital", "capital", null, Set.of(RecordType.STATE), null);
        add("un-status", "status in the United Nations", "Vocabulary un-status", Set.of(RecordType.STATE), null);
        add("valid-from", "beginning", DATE, Set.of(RecordType.STATE, RecordType.POSITION), null);
        add("valid-to", "end", DATE, Set.of(RecordType.STATE, RecordType.POSITION), null);
        add("state", "state", "Where an event takes place, or to which an organization belongs",
                Set.of(RecordType.ORGANIZATION, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION), RecordType.STATE);
        add("kind", "kind", "Vocabularies meeting-kind and declaration-kind", Set.of(RecordType.MEETING, RecordType.DECLARATION), null);
        add("start", "start", DATE, events, null);
        add("end-date", "end", DATE, events, null);
        add("city", "city", null, events, null);
        add("venue", "venue", null, events, null);
        add("status", "status", "Vocabulary event-status", events, null);
        add("participant", "participant", null, events, null);
        add("part-of", "event that contains it", null, events, null);
        add("series", "series", null, events, RecordType.SERIES);
    }

    private void add(String id, String name, String description, Set<RecordType> types, RecordType value) {
        all.put(id, new Property(id, name, description, types, value));
    }

    /** Null where there is none. */
    Property get(String id) {
        return all.get(id);
    }

    /** Those that any of these types has. */
    List<Property> of(Collection<RecordType> types) {
        List<Property> found = new ArrayList<>();
        all.values().stream().filter(property -> property.types().stream().anyMatch(types::contains)).forEach(found::add);
        return found;
    }

    boolean isScheme(String id) {
        return all.containsKey(id) && "Identifier".equals(all.get(id).description());
    }
}
