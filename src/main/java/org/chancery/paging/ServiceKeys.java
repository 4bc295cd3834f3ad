package org.chancery.paging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;

/** Keys that the service made for itself at its first start; all instances on one database share them. */
@ApplicationScoped
class ServiceKeys {
    private static final int BYTES = 32;

    private final EntityManager database;
    private volatile byte[] cursorKey;

    ServiceKeys(EntityManager database) {
        this.database = database;
    }

    /** Signs cursors; read once. */
    byte[] cursorKey() {
        if (cursorKey == null) {
            cursorKey = QuarkusTransaction.requiringNew().call(this::load);
        }
        return cursorKey;
    }

    private byte[] load() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        database.createNativeQuery("""
                insert into service_key (name, value, created_at) values ('cursor', :value, now()) on conflict do nothing""")
                .setParameter("value", fresh).executeUpdate();
        return (byte[]) database.createNativeQuery("select value from service_key where name = 'cursor'", Object.class).getSingleResult();
    }
}
