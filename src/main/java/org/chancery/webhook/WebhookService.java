package org.chancery.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.Webhook;
import org.chancery.api.model.WebhookCreate;
import org.chancery.api.model.WebhookDelivery;
import org.chancery.api.model.WebhookDeliveryPage;
import org.chancery.api.model.WebhookPage;
import org.chancery.change.ChangeCursors;
import org.chancery.change.ChangeReader;
import org.chancery.contract.DocumentReader;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.Dates;
import org.chancery.record.Ids;
import org.chancery.record.MergePatch;
import org.chancery.record.Versions;
import org.jboss.resteasy.reactive.RestResponse;

/** Webhooks as their administrators see them. */
@ApplicationScoped
class WebhookService {
    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final WebhookQueue queue;
    private final WebhookClient client;
    private final WebhookSettings settings;
    private final ChangeReader changes;
    private final ChangeCursors cursors;
    private final FieldPages pages;
    private final RequestParameters parameters;
    private final DocumentReader documents;
    private final Answers answers;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookService(WebhookRows rows, DeliveryRows deliveries, WebhookQueue queue, WebhookClient client, WebhookSettings settings, ChangeReader changes,
            ChangeCursors cursors, FieldPages pages, RequestParameters parameters, DocumentReader documents, Answers answers, ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.queue = queue;
        this.client = client;
        this.settings = settings;
        this.changes = changes;
        this.cursors = cursors;
        this.pages = pages;
        this.parameters = parameters;
        this.documents = documents;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    RestResponse<WebhookPage> list() {
        Page<Webhook> page = pages.rows("webhooks", (after, limit) -> rows.after(after == null ? null : UUID.fromString(after), limit),
                row -> row.id().toString()).map(found -> found.stream().map(this::view).toList());
        return answers.page(new WebhookPage().items(page.items()).nextCursor(page.next()), page);
    }

    @Transactional
    RestResponse<Webhook> create(WebhookCreate document) {
        return answers.once(() -> created(document));
    }

    private RestResponse<Webhook> created(WebhookCreate document) {
        check(document.getUrl());
        Instant now = clock.instant();
        byte[] secret = Secrets.fresh();
        boolean enabled = !Boolean.FALSE.equals(document.getEnabled());
        WebhookRow row = new WebhookRow(Ids.next(), 1, now, now, document.getUrl().toString(), document.getDescription(), types(document),
                enabled ? null : "requested", enabled ? null : now, null, changes.advance(), null);
        rows.insert(row, secret);
        return answers.created(view(row).secret(Secrets.text(secret)), row.version(), "/v1/webhooks/" + row.id());
    }

    @Transactional
    RestResponse<Webhook> read(UUID id, String ifNoneMatch) {
        return answers.read(view(existing(id)), Webhook::getVersion, ifNoneMatch);
    }

    @Transactional
    RestResponse<Webhook> patch(UUID id, String ifMatch, JsonNode patch) {
        WebhookRow row = locked(id, ifMatch);
        ObjectNode before = json.valueToTree(document(row));
        ObjectNode after = MergePatch.apply(before, patch);
        if (!after.equals(before)) {
            WebhookCreate document = documents.read(after, WebhookCreate.class);
            check(document.getUrl());
            boolean enabled = !Boolean.FALSE.equals(document.getEnabled());
            Instant now = clock.instant();
            row = new WebhookRow(id, row.version() + 1, row.createdAt(), now, document.getUrl().toString(), document.getDescription(), types(document),
                    enabled ? null : row.enabled() ? "requested" : row.disabledReason(), enabled ? null : row.enabled() ? now : row.disabledAt(),
                    row.previousUntil(), row.position(), enabled ? null : row.failingSince());
            rows.update(row);
        }
        return answers.changed(view(row), row.version());
    }

    @Transactional
    RestResponse<Void> delete(UUID id, String ifMatch) {
        locked(id, ifMatch);
        rows.delete(id);
        return RestResponse.noContent();
    }

    @Transactional
    RestResponse<Webhook> rotate(UUID id) {
        return answers.once(() -> rotated(id));
    }

    private RestResponse<Webhook> rotated(UUID id) {
        rows.lock(id).orElseThrow(WebhookService::missing);
        byte[] secret = Secrets.fresh();
        Instant now = clock.instant();
        rows.rotate(id, secret, now, now.plus(settings.overlap()));
        WebhookRow row = existing(id);
        return answers.changed(view(row).secret(Secrets.text(secret)), row.version());
    }

    @Transactional
    RestResponse<WebhookDeliveryPage> deliveries(UUID id) {
        existing(id);
        Page<WebhookDelivery> page = pages.rows("deliveries" + id + parameters.filters(), (after, limit) ->
                deliveries.before(id, after == null ? null : UUID.fromString(after), parameters.all("state"), limit), row -> row.getId().toString());
        return answers.page(new WebhookDeliveryPage().items(page.items()).nextCursor(page.next()), page);
    }

    @Transactional
    RestResponse<WebhookDelivery> delivery(UUID id, UUID deliveryId) {
        return answers.found(existing(id, deliveryId));
    }

    @Transactional
    RestResponse<WebhookDelivery> ping(UUID id) {
        return answers.once(() -> {
            existing(id);
            UUID deliveryId = queue.ping(id);
            return answers.created(existing(id, deliveryId), "/v1/webhooks/" + id + "/deliveries/" + deliveryId);
        });
    }

    @Transactional
    RestResponse<WebhookDelivery> again(UUID id, UUID deliveryId) {
        return answers.once(() -> {
            existing(id, deliveryId);
            queue.again(deliveryId);
            return answers.found(existing(id, deliveryId));
        });
    }

    private WebhookDelivery existing(UUID id, UUID deliveryId) {
        return deliveries.find(id, deliveryId).orElseThrow(() -> ProblemException.notFound("The webhook has no delivery with this id."));
    }

    private WebhookRow existing(UUID id) {
        return rows.find(id).orElseThrow(WebhookService::missing);
    }

    private WebhookRow locked(UUID id, String ifMatch) {
        WebhookRow row = rows.lock(id).orElseThrow(WebhookService::missing);
        Versions.require(ifMatch, row.version());
        return row;
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no webhook with this id.");
    }

    private void check(URI url) {
        String refusal = client.receivers().refusal(url);
        if (refusal != null) {
            throw ProblemException.violated(Errors.at("/url", "url", refusal));
        }
    }

    private static List<String> types(WebhookCreate document) {
        return document.getRecordTypes() == null ? List.of() : document.getRecordTypes().stream().distinct().toList();
    }

    private static WebhookCreate document(WebhookRow row) {
        return new WebhookCreate().url(URI.create(row.url())).description(row.description()).recordTypes(row.recordTypes()).enabled(row.enabled());
    }

    private Webhook view(WebhookRow row) {
        return new Webhook().id(row.id()).version(row.version()).createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .url(URI.create(row.url())).description(row.description()).recordTypes(row.recordTypes()).enabled(row.enabled())
                .disabledReason(row.disabledReason()).disabledAt(Dates.time(row.disabledAt())).failingAt(Dates.time(row.failingSince()))
                .cursor(cursors.at(row.position())).previousSecretUntil(Dates.time(row.previousUntil()));
    }
}
