package org.chancery.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.client.ApiClient;
import org.chancery.client.ApiException;
import org.chancery.client.ApiResponse;
import org.chancery.client.api.EventsApi;
import org.chancery.client.api.EventsApi.APIListEventsRequest;
import org.chancery.client.api.MeetingsApi;
import org.chancery.client.api.MeetingsApi.APICreateMeetingRequest;
import org.chancery.client.api.MeetingsApi.APIDeleteMeetingRequest;
import org.chancery.client.api.MeetingsApi.APIGetMeetingRequest;
import org.chancery.client.api.MeetingsApi.APIUpdateMeetingRequest;
import org.chancery.client.api.SummitsApi;
import org.chancery.client.api.SummitsApi.APIGetSummitRequest;
import org.chancery.client.model.Capacity;
import org.chancery.client.model.CapacityBasis;
import org.chancery.client.model.CapacityInput;
import org.chancery.client.model.EventPage;
import org.chancery.client.model.EventTimeInput;
import org.chancery.client.model.EventTimePatch;
import org.chancery.client.model.Meeting;
import org.chancery.client.model.MeetingCreate;
import org.chancery.client.model.MeetingPatch;
import org.chancery.client.model.NameInput;
import org.chancery.client.model.Participant;
import org.chancery.client.model.ParticipantCreate;
import org.chancery.client.model.Problem;
import org.chancery.client.model.ProblemError;
import org.chancery.client.model.StandingKind;
import org.chancery.client.model.Summit;

/** Does with the generated client what a partner does first. */
public final class Example {
    private static final UUID PARIS_SUMMIT = UUID.fromString("019b95c0-d000-7eb0-a9b6-29cd4e285ec5");
    private static final UUID NO_MEETING = UUID.fromString("00000000-0000-7000-8000-000000000000");

    private final ApiClient client = new ApiClient();
    private final EventsApi events;
    private final MeetingsApi meetings;
    private final SummitsApi summits;

    private Example(String url) {
        client.updateBaseUri(url);
        Optional.ofNullable(System.getenv("CHANCERY_API_KEY")).ifPresent(key -> client.setRequestInterceptor(request -> request.header("X-API-Key", key)));
        events = new EventsApi(client);
        meetings = new MeetingsApi(client);
        summits = new SummitsApi(client);
    }

    public static void main(String[] arguments) throws ApiException, JsonProcessingException {
        String url = Optional.ofNullable(System.getenv("CHANCERY_URL")).orElse("http://localhost:8080/v1");
        Example example = new Example(url);
        example.page();
        example.read();
        ApiResponse<Meeting> created = example.create();
        UUID id = created.getData().getId();
        String etag = header(created, "ETag");
        example.change(id, etag);
        example.conflict(id, etag);
        example.clear(id);
        example.invalid();
        example.remove(id);
        example.gone(id);
        example.missing();
    }

    private void page() throws ApiException {
        Set<UUID> ids = new HashSet<>();
        int pages = 0;
        EventPage page;
        String cursor = null;
        do {
            page = events.listEvents(APIListEventsRequest.newBuilder().limit(20).includeTotal(true).cursor(cursor).build());
            page.getItems().forEach(event -> ids.add(event.getId()));
            cursor = page.getNextCursor();
            pages++;
        } while (cursor != null);
        expect(pages > 1, "more than one page");
        equal(ids.size(), page.getTotal());
        ok("page", ids.size() + " events on " + pages + " pages");
    }

    private void read() throws ApiException {
        Summit summit = summits.getSummit(APIGetSummitRequest.newBuilder().id(PARIS_SUMMIT)
                .include(List.of("participants", "children")).lang("en").build());
        Participant starmer = summit.getParticipants().stream()
                .filter(participant -> participant.getName().getValue().equals("Keir Starmer")).findFirst().orElseThrow();
        Capacity capacity = starmer.getCapacity();
        equal(capacity.getBasis(), CapacityBasis.ASSERTED);
        equal(capacity.getStanding(), StandingKind.LEADER);
        equal(capacity.getFunctions(), List.of("head-of-government"));
        expect(summit.getChildren().stream().anyMatch(child -> child.getRecordType().equals("declaration")),
                "a declaration was made there");
        ok("read", starmer.getName().getValue() + " at the " + summit.getName().getValue() + " as "
                + String.join(",", capacity.getFunctions()));
    }

    private ApiResponse<Meeting> create() throws ApiException {
        MeetingCreate create = new MeetingCreate().kind("other").status("proposed")
                .addNamesItem(new NameInput().value("Synthetic meeting of a client example").lang("en").kind("common"))
                .summary("Made by an example, and retracted by it.")
                .start(new EventTimeInput().date("2031-02-03").time("10:00").zone("Europe/Paris"))
                .addParticipantsItem(new ParticipantCreate().reportedName("A. N. Example").reportedNameLang("en")
                        .role("guest").attendance("invited")
                        .capacity(new CapacityInput().title("rapporteur").titleLang("en")));
        ApiResponse<Meeting> answer = meetings.createMeetingWithHttpInfo(
                APICreateMeetingRequest.newBuilder().meetingCreate(create).build());
        Meeting meeting = answer.getData();
        equal(meeting.getVersion(), 1);
        equal(meeting.getStart().getUtc().toInstant(), Instant.parse("2031-02-03T09:00:00Z"));
        equal(header(answer, "Location"), "/v1/meetings/" + meeting.getId());
        ok("create", "version " + meeting.getVersion());
        return answer;
    }

    private void change(UUID id, String etag) throws ApiException {
        Meeting meeting = update(id, etag, new MeetingPatch().status("announced"));
        equal(meeting.getStatus(), "announced");
        ok("change", "version " + meeting.getVersion());
    }

    private void conflict(UUID id, String etag) throws JsonProcessingException {
        Problem problem = refused(() -> update(id, etag, new MeetingPatch().status("cancelled")));
        equal(problem.getStatus(), 412);
        equal(problem.getCode(), "precondition-failed");
        ok("conflict", problem.getStatus() + " " + problem.getCode());
    }

    private void clear(UUID id) throws ApiException {
        Meeting meeting = update(id, "\"2\"", new MeetingPatch().summary(null).start(new EventTimePatch().time(null)));
        equal(meeting.getSummary(), null);
        equal(meeting.getStart().getPrecision(), "day");
        equal(meeting.getStatus(), "announced");
        equal(meeting.getName().getValue(), "Synthetic meeting of a client example");
        ok("null", "version " + meeting.getVersion() + " without summary and time");
    }

    private void invalid() throws JsonProcessingException {
        MeetingCreate create = new MeetingCreate().kind("picnic").status("proposed");
        Problem problem = refused(() -> meetings.createMeeting(APICreateMeetingRequest.newBuilder().meetingCreate(create).build()));
        equal(problem.getStatus(), 400);
        ProblemError wrong = problem.getErrors().get(0);
        equal(wrong.getPointer(), "/kind");
        equal(wrong.getCode(), "enum");
        ok("invalid", problem.getStatus() + " " + wrong.getPointer() + " " + wrong.getCode());
    }

    private void remove(UUID id) throws ApiException {
        ApiResponse<Void> answer = meetings.deleteMeetingWithHttpInfo(APIDeleteMeetingRequest.newBuilder()
                .id(id).ifMatch("\"3\"").reason("the example is over").build());
        equal(answer.getStatusCode(), 204);
        ok("delete", "" + answer.getStatusCode());
    }

    private void gone(UUID id) throws JsonProcessingException {
        Problem problem = refused(() -> meetings.getMeeting(APIGetMeetingRequest.newBuilder().id(id).build()));
        equal(problem.getStatus(), 410);
        equal(problem.getTombstone().getReason(), "the example is over");
        ok("gone", problem.getStatus() + " " + problem.getTombstone().getReason());
    }

    private void missing() throws JsonProcessingException {
        Problem problem = refused(() -> meetings.getMeeting(APIGetMeetingRequest.newBuilder().id(NO_MEETING).build()));
        equal(problem.getStatus(), 404);
        equal(problem.getCode(), "not-found");
        ok("missing", problem.getStatus() + " " + problem.getCode());
    }

    private Meeting update(UUID id, String etag, MeetingPatch patch) throws ApiException {
        return meetings.updateMeeting(APIUpdateMeetingRequest.newBuilder().id(id).ifMatch(etag).meetingPatch(patch).build());
    }

    private interface Request {
        Object send() throws ApiException;
    }

    /** What the service refused; an answer that is a success is a failure here. */
    private Problem refused(Request request) throws JsonProcessingException {
        try {
            request.send();
        } catch (ApiException refusal) {
            return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        }
        throw new IllegalStateException("should have been refused");
    }

    private static String header(ApiResponse<?> answer, String name) {
        return answer.getHeaders().entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0)).findFirst().orElseThrow();
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    private static void equal(Object actual, Object expected) {
        expect(Objects.equals(actual, expected), actual + " = " + expected);
    }

    private static void ok(String step, String detail) {
        System.out.println("ok " + step + ": " + detail);
    }
}
