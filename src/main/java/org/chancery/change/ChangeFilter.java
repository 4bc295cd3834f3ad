package org.chancery.change;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.chancery.api.model.Change;

/**
 * Which changes somebody follows.
 *
 * @param types words of record types; empty for all
 * @param records ids; empty for all
 */
public record ChangeFilter(Set<String> types, Set<UUID> records) {
    static final ChangeFilter ALL = new ChangeFilter(Set.of(), Set.of());

    public static ChangeFilter of(Collection<String> types, Collection<UUID> records) {
        return new ChangeFilter(Set.copyOf(types), Set.copyOf(records));
    }

    boolean matches(Change change) {
        return (types.isEmpty() || types.contains(change.getRecordType())) && (records.isEmpty() || records.contains(change.getRecordId()));
    }
}
