package org.chancery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.chancery.contract.Representation;
import org.chancery.paging.Page;
import org.chancery.record.RecordService;
import org.chancery.record.Versions;
import org.chancery.text.Languages;
import org.jboss.resteasy.reactive.RestResponse;

/** What resources answer: status, entity tag, language, location, next page. */
@RequestScoped
public class Answers {
    /** RFC 4918. */
    private static final int MULTI_STATUS = 207;

    private final ObjectMapper json;
    private final Languages languages;
    private final UriInfo uri;
    private final Representation representation;
    private final Idempotency idempotency;

    Answers(ObjectMapper json, Languages languages, UriInfo uri, Representation representation, Idempotency idempotency) {
        this.idempotency = idempotency;
        this.json = json;
        this.languages = languages;
        this.uri = uri;
        this.representation = representation;
    }

    /** 200. */
    public <V> RestResponse<V> found(V view) {
        return worded(RestResponse.ResponseBuilder.ok(view)).build();
    }

    /** 200, or 304 where the client has this representation. */
    public <V> RestResponse<V> read(RecordService<?, ?, V> service, UUID id, String ifNoneMatch) {
        return read(service.get(id), service::version, ifNoneMatch);
    }

    /** 200, or 304 where the client has this representation. */
    public <V> RestResponse<V> read(V view, ToIntFunction<V> version, String ifNoneMatch) {
        String tag = tag(view, version.applyAsInt(view));
        if (ifNoneMatch != null && Versions.listed(ifNoneMatch, tag)) {
            return unchanged(tag);
        }
        return tagged(RestResponse.ResponseBuilder.ok(view), tag);
    }

    /** 200 with the record as it is after the change. */
    public <V> RestResponse<V> change(RecordService<?, ?, V> service, UUID id, String ifMatch, JsonNode patch) {
        service.patch(id, ifMatch, patch);
        return changed(service, id);
    }

    /** 200 with the record as it is now. */
    public <V> RestResponse<V> changed(RecordService<?, ?, V> service, UUID id) {
        V view = service.reread(id);
        return changed(view, service.version(view));
    }

    /** 200 with what is at this version now. */
    public <V> RestResponse<V> changed(V view, int version) {
        return tagged(RestResponse.ResponseBuilder.ok(view), tag(view, version));
    }

    /** 201 with the new record. */
    public <D, V> RestResponse<V> create(RecordService<?, D, V> service, D document) {
        return once(() -> {
            UUID id = service.create(document);
            return created(service, id, service.type().href(id));
        });
    }

    /** What the work answers, or what it answered to this request before ({@code Idempotency-Key}). Each POST that writes goes through here. */
    public <V> RestResponse<V> once(Supplier<RestResponse<V>> work) {
        return idempotency.once(work);
    }

    /**
     * The same for a body that was streamed.
     *
     * @param digest of the body
     */
    public <V> RestResponse<V> once(byte[] digest, Supplier<RestResponse<V>> work) {
        return idempotency.once(digest, work);
    }

    /** 202 with what is to be done, and where one can see how far it is. */
    public <V> RestResponse<V> accepted(V view, int version, String href) {
        return tagged(RestResponse.ResponseBuilder.<V>create(RestResponse.Status.ACCEPTED).entity(view).header(HttpHeaders.LOCATION, URI.create(href)),
                tag(view, version));
    }

    /** 201 with the new record and its place. */
    public <V> RestResponse<V> created(RecordService<?, ?, V> service, UUID id, String href) {
        V view = service.reread(id);
        return created(view, service.version(view), href);
    }

    /** 201 with what is new, its version and its place. */
    public <V> RestResponse<V> created(V view, int version, String href) {
        return tagged(at(view, href), tag(view, version));
    }

    /** 201 with what is new and has no versions, and its place. */
    public <V> RestResponse<V> created(V view, String href) {
        return worded(at(view, href)).build();
    }

    private static <V> RestResponse.ResponseBuilder<V> at(V view, String href) {
        return RestResponse.ResponseBuilder.<V>create(RestResponse.Status.CREATED).entity(view).header(HttpHeaders.LOCATION, URI.create(href));
    }

    /** 207 with what became of each of several. */
    public <V> RestResponse<V> each(V report) {
        return worded(RestResponse.ResponseBuilder.<V>create(MULTI_STATUS).entity(report)).build();
    }

    /** 204. */
    public RestResponse<Void> retract(RecordService<?, ?, ?> service, UUID id, String ifMatch, String reason) {
        service.retract(id, ifMatch, reason);
        return RestResponse.noContent();
    }

    /** 200 with a page, and a link to the next one. */
    public <P> RestResponse<P> page(P view, Page<?> page) {
        return worded(linked(RestResponse.ResponseBuilder.ok(view), page)).build();
    }

    /** 200 with a page in another format, or 304 where the client has this content. */
    public RestResponse<String> content(String content, Page<?> page, String ifNoneMatch) {
        String tag = Versions.tag(content);
        if (ifNoneMatch != null && Versions.listed(ifNoneMatch, tag)) {
            return unchanged(tag);
        }
        return tagged(linked(RestResponse.ResponseBuilder.ok(content), page), tag);
    }

    private <V> RestResponse.ResponseBuilder<V> linked(RestResponse.ResponseBuilder<V> answer, Page<?> page) {
        URI next = next(page);
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }

    /** Where the page after this one is; null at the end. */
    public URI next(Page<?> page) {
        if (page.next() == null) {
            return null;
        }
        UriBuilder here = uri.getRequestUriBuilder();
        representation.path().ifPresent(here::replacePath);
        return here.replaceQueryParam("cursor", page.next()).build();
    }

    private static <V> RestResponse<V> unchanged(String tag) {
        return RestResponse.ResponseBuilder.<V>create(RestResponse.Status.NOT_MODIFIED).header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }

    private <V> RestResponse<V> tagged(RestResponse.ResponseBuilder<V> answer, String tag) {
        return worded(answer.header(HttpHeaders.ETAG, tag)).build();
    }

    private <V> RestResponse.ResponseBuilder<V> worded(RestResponse.ResponseBuilder<V> answer) {
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return languages.used().isEmpty() ? answer : answer.header(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", languages.used()));
    }

    private String tag(Object view, int version) {
        try {
            return Versions.tag(version, json.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
