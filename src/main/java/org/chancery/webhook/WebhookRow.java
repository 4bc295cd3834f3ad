package org.chancery.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as it is kept.
 *
 * @param disabledReason null while it is enabled
 * @param previousUntil until when the secret before this one signs too; null where none does
 * @param position the place in the log of changes up to which deliveries were made
 * @param failingSince null unless the last attempts failed
 */
record WebhookRow(UUID id, int version, Instant createdAt, Instant updatedAt, String url, String description, List<String> recordTypes,
        String disabledReason, Instant disabledAt, Instant previousUntil, long position, Instant failingSince) {

    boolean enabled() {
        return disabledReason == null;
    }
}
