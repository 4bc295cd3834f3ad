package org.chancery.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.chancery.api.WebhooksApi;
import org.chancery.api.model.Webhook;
import org.chancery.api.model.WebhookCreate;
import org.chancery.api.model.WebhookDelivery;
import org.chancery.api.model.WebhookDeliveryPage;
import org.chancery.api.model.WebhookPage;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class WebhookResource implements WebhooksApi {
    private final WebhookService webhooks;

    WebhookResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public RestResponse<WebhookPage> listWebhooks(Integer limit, String cursor) {
        return webhooks.list();
    }

    @Override
    public RestResponse<Webhook> createWebhook(WebhookCreate document) {
        return webhooks.create(document);
    }

    @Override
    public RestResponse<Webhook> getWebhook(UUID id, String ifNoneMatch) {
        return webhooks.read(id, ifNoneMatch);
    }

    @Override
    public RestResponse<Webhook> updateWebhook(UUID id, String ifMatch, JsonNode patch) {
        return webhooks.patch(id, ifMatch, patch);
    }

    @Override
    public RestResponse<Void> deleteWebhook(UUID id, String ifMatch) {
        return webhooks.delete(id, ifMatch);
    }

    @Override
    public RestResponse<Webhook> createWebhookSecret(UUID id) {
        return webhooks.rotate(id);
    }

    @Override
    public RestResponse<WebhookDeliveryPage> listWebhookDeliveries(UUID id, List<String> state, Integer limit, String cursor) {
        return webhooks.deliveries(id);
    }

    @Override
    public RestResponse<WebhookDelivery> createWebhookDelivery(UUID id) {
        return webhooks.ping(id);
    }

    @Override
    public RestResponse<WebhookDelivery> getWebhookDelivery(UUID id, UUID deliveryId) {
        return webhooks.delivery(id, deliveryId);
    }

    @Override
    public RestResponse<WebhookDelivery> createWebhookDeliveryAttempt(UUID id, UUID deliveryId) {
        return webhooks.again(id, deliveryId);
    }
}
