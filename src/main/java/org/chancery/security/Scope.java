package org.chancery.security;

import java.util.Collection;
import java.util.Set;

/** What a credential allows: the words are those of {@code x-scopes} in the contract, of API keys, and of the roles in tokens. */
public final class Scope {
    /** Creates, changes and retracts records. */
    public static final String WRITE = "registry:write";
    /** Administers the service, and writes. */
    public static final String ADMIN = "registry:admin";
    /** All that there are. */
    public static final Set<String> ALL = Set.of(WRITE, ADMIN);

    private Scope() {
    }

    /** Whether who has these scopes may do what needs those. */
    static boolean allow(Collection<String> held, Collection<String> needed) {
        return held.containsAll(needed) || held.contains(ADMIN) && ALL.containsAll(needed);
    }
}
