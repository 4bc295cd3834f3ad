package org.chancery.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.PercentEncoding;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.problem.RequestGate;
import org.chancery.reconcile.Cards.Card;
import org.chancery.reconcile.Properties.Property;
import org.chancery.record.RecordType;

/**
 * The registry as a reconciliation service, version 0.2 of the W3C Entity Reconciliation Community Group, for OpenRefine and its like.
 * The shapes are the protocol's, so they have a contract of their own ({@code openapi/reconcile.yaml}).
 */
@Path("/reconcile")
@Produces({"application/json", "application/javascript"})
class ReconcileResource {
    private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]{0,99}");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SINGLE = "q";
    private static final int MOST_SKIPPED = 10_000;
    private static final int MOST_PROPERTIES = 1000;

    private final ReconcileService queries;
    private final ExtendService extensions;
    private final SuggestService suggestions;
    private final Properties properties;
    private final Cards cards;
    private final Requests requests;
    private final ObjectMapper json;
    private final UriInfo uri;

    ReconcileResource(ReconcileService queries, ExtendService extensions, SuggestService suggestions, Properties properties, Cards cards,
            Requests requests, ObjectMapper json, UriInfo uri) {
        this.queries = queries;
        this.extensions = extensions;
        this.suggestions = suggestions;
        this.properties = properties;
        this.cards = cards;
        this.requests = requests;
        this.json = json;
        this.uri = uri;
    }

    @GET
    public Response ask(@QueryParam("queries") String batch, @QueryParam("query") String query, @QueryParam("extend") String extend,
            @QueryParam("callback") String callback) {
        return answer(batch, query, extend, callback);
    }

    @POST
    @Consumes(FORM)
    public Response send(byte[] form, @QueryParam("callback") String callback) {
        if (form.length > RequestGate.MAX_BODY) {
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, "At most 1 MiB.");
        }
        String body = new String(form, StandardCharsets.ISO_8859_1);
        List<ProblemError> errors = PercentEncoding.errors(body);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        PercentEncoding.pairs(body).forEach(pair -> fields.put(pair.name(), pair.value()));
        if (!fields.containsKey("queries") && !fields.containsKey("query") && !fields.containsKey("extend")) {
            throw ProblemException.invalid(Errors.parameter("queries", "required", "is required, or extend"));
        }
        return answer(fields.get("queries"), fields.get("query"), fields.get("extend"), callback);
    }

    private Response answer(String batch, String query, String extend, String callback) {
        if (batch != null) {
            return written(queries.answer(batch(requests.read("queries", "QueryBatch", batch))), callback);
        }
        if (query != null) {
            return written(queries.answer(single(query)).get(SINGLE), callback);
        }
        if (extend != null) {
            JsonNode wanted = requests.read("extend", "ExtendQuery", extend);
            return written(extensions.extend(texts(wanted.get("ids")), wanted(wanted.get("properties"))), callback);
        }
        return written(queries.manifest(uri.getBaseUri()), callback);
    }

    private static Map<String, Query> batch(JsonNode document) {
        Map<String, Query> batch = new LinkedHashMap<>();
        List<ProblemError> errors = new ArrayList<>();
        document.properties().forEach(each -> {
            batch.put(each.getKey(), Query.of(each.getValue()));
            if (isEmpty(each.getValue())) {
                errors.add(Errors.at(Errors.pointer("", each.getKey()), "required", "needs a query or properties").parameter("queries"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return batch;
    }

    private Map<String, Query> single(String text) {
        JsonNode query = text.strip().startsWith("{") ? requests.read("query", "Query", text) : json.createObjectNode().put("query", text);
        if (isEmpty(query)) {
            throw ProblemException.invalid(Errors.parameter("query", "required", "needs a query or properties"));
        }
        return Map.of(SINGLE, Query.of(query));
    }

    private static boolean isEmpty(JsonNode query) {
        return !query.has("query") && query.path("properties").isEmpty();
    }

    private List<Property> wanted(JsonNode given) {
        List<Property> wanted = new ArrayList<>();
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Property property = properties.get(given.get(i).get("id").textValue());
            if (property == null) {
                errors.add(Errors.at("/properties/" + i + "/id", "unknown-property", "is not a property of this service").parameter("extend"));
            } else if (!wanted.contains(property)) {
                wanted.add(property);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return wanted;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    @GET
    @Path("/suggest/entity")
    public Response suggestEntity(@QueryParam("prefix") String prefix, @QueryParam("cursor") String cursor, @QueryParam("type") String type,
            @QueryParam("callback") String callback) {
        return written(suggestions.entities(prefix(prefix), skip(cursor), types(type)), callback);
    }

    @GET
    @Path("/suggest/type")
    public Response suggestType(@QueryParam("prefix") String prefix, @QueryParam("cursor") String cursor, @QueryParam("callback") String callback) {
        return written(suggestions.types(prefix(prefix), skip(cursor)), callback);
    }

    @GET
    @Path("/suggest/property")
    public Response suggestProperty(@QueryParam("prefix") String prefix, @QueryParam("cursor") String cursor, @QueryParam("type") String type,
            @QueryParam("callback") String callback) {
        return written(suggestions.properties(prefix(prefix), skip(cursor), types(type)), callback);
    }

    @GET
    @Path("/properties")
    public Response proposeProperties(@QueryParam("type") String type, @QueryParam("limit") String limit, @QueryParam("callback") String callback) {
        return written(suggestions.propose(type, limit == null ? null : number("limit", limit, 1, MOST_PROPERTIES), types(type)), callback);
    }

    @GET
    @Path("/preview/{id}")
    @Produces("text/html")
    public Response preview(@PathParam("id") String id) {
        Card card = card(id);
        String page = PreviewPage.write(card, extensions.extend(List.of(card.id().toString()),
                properties.of(Set.of(card.type())).stream().filter(property -> !property.id().equals("description")).toList()));
        return Response.ok(page, "text/html;charset=UTF-8").header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    @GET
    @Path("/entity/{id}")
    public Response view(@PathParam("id") String id) {
        Card card = card(id);
        return Response.seeOther(URI.create(card.type().href(card.id()))).build();
    }

    private Card card(String id) {
        UUID wanted = Query.id(id).orElseThrow(() -> ProblemException.notFound("This is no id of a record."));
        Card card = cards.at(wanted);
        if (card == null || Types.of(card.type()) == null) {
            throw ProblemException.notFound("There is no record with this id.");
        }
        return card;
    }

    private static String prefix(String given) {
        return given == null ? "" : given.length() > 200 ? given.substring(0, 200) : given;
    }

    private static int skip(String cursor) {
        return cursor == null || cursor.isEmpty() ? 0 : number("cursor", cursor, 0, MOST_SKIPPED);
    }

    private static int number(String parameter, String text, int least, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw ProblemException.invalid(Errors.parameter(parameter, "number", "must be a whole number from " + least + " to " + most));
        }
        return number;
    }

    /** Of a type that there is not, nothing is suggested. */
    private static Set<RecordType> types(String type) {
        return type == null || type.isEmpty() ? Types.records() : Types.meant(type);
    }

    /** JSON, or a call of the client's function with it (JSONP). */
    private Response written(Object answer, String callback) {
        if (callback != null && !CALLBACK.matcher(callback).matches()) {
            throw ProblemException.invalid(Errors.parameter("callback", "pattern", "must be the name of a function"));
        }
        try {
            String text = json.writeValueAsString(answer);
            return callback == null ? Response.ok(text, "application/json").build()
                    // U+2028 and U+2029 end lines in older JavaScript; the comment keeps the answer from being taken for another format
                    : Response.ok("/**/" + callback + "(" + text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + ");",
                            "application/javascript;charset=UTF-8").build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
