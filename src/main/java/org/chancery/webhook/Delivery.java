package org.chancery.webhook;

import java.util.List;
import java.util.UUID;

/**
 * An event that is due.
 *
 * @param secrets by which it is signed, the newest first
 * @param attempt counted from 1; whoever finishes another one finishes nothing
 */
record Delivery(UUID id, UUID webhookId, String url, List<byte[]> secrets, String body, int attempt) {
}
