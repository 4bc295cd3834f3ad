// Command example does with the generated client what a partner does first.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"

	chancery "chancery.example/clients/go"
)

const (
	parisSummit = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5"
	noMeeting   = "00000000-0000-7000-8000-000000000000"
)

type example struct {
	client *chancery.APIClient
	ctx    context.Context
}

func main() {
	log.SetFlags(0)
	configuration := chancery.NewConfiguration()
	configuration.Servers = chancery.ServerConfigurations{{URL: "http://localhost:8080/v1"}}
	if url := os.Getenv("CHANCERY_URL"); url != "" {
		configuration.Servers[0].URL = url
	}
	if key := os.Getenv("CHANCERY_API_KEY"); key != "" {
		configuration.AddDefaultHeader("X-API-Key", key)
	}
	e := example{client: chancery.NewAPIClient(configuration), ctx: context.Background()}
	e.page()
	e.read()
	id, etag := e.create()
	e.change(id, etag)
	e.conflict(id, etag)
	e.clear(id)
	e.invalid()
	e.remove(id)
	e.gone(id)
	e.missing()
}

func (e example) page() {
	ids := map[string]bool{}
	pages, total, cursor := 0, int32(0), ""
	for {
		request := e.client.EventsAPI.ListEvents(e.ctx).Limit(20).IncludeTotal(true)
		if cursor != "" {
			request = request.Cursor(cursor)
		}
		page, _, err := request.Execute()
		check(err)
		for _, event := range page.Items {
			ids[event.Id] = true
		}
		pages++
		total, cursor = page.GetTotal(), page.GetNextCursor()
		if cursor == "" {
			break
		}
	}
	expect("more than one page", pages > 1)
	equal("events", len(ids), int(total))
	ok("page", fmt.Sprintf("%d events on %d pages", len(ids), pages))
}

func (e example) read() {
	summit, _, err := e.client.SummitsAPI.GetSummit(e.ctx, parisSummit).Include([]string{"participants", "children"}).Lang("en").Execute()
	check(err)
	at := slices.IndexFunc(summit.Participants, func(p chancery.Participant) bool { return p.Name.Value == "Keir Starmer" })
	expect("Keir Starmer takes part", at >= 0)
	starmer := summit.Participants[at]
	equal("basis", starmer.Capacity.Basis, chancery.CAPACITYBASIS_ASSERTED)
	equal("standing", starmer.Capacity.GetStanding(), chancery.STANDINGKIND_LEADER)
	expect("head of government", slices.Equal(starmer.Capacity.Functions, []string{"head-of-government"}))
	declared := func(child chancery.EventSummary) bool { return child.RecordType == "declaration" }
	expect("a declaration was made there", slices.ContainsFunc(summit.Children, declared))
	ok("read", fmt.Sprintf("%s at the %s as %s", starmer.Name.Value, summit.Name.Value, starmer.Capacity.Functions[0]))
}

func (e example) create() (id, etag string) {
	name := chancery.NewNameInput("Synthetic meeting of a client example", "en", "common")
	start := chancery.NewEventTimeInput("2031-02-03")
	start.SetTime("10:00")
	start.SetZone("Europe/Paris")
	capacity := chancery.NewCapacityInput()
	capacity.SetTitle("rapporteur")
	capacity.SetTitleLang("en")
	guest := chancery.NewParticipantCreate("guest", "invited")
	guest.SetReportedName("A. N. Example")
	guest.SetReportedNameLang("en")
	guest.SetCapacity(*capacity)
	create := chancery.NewMeetingCreate("other", "proposed")
	create.SetNames([]chancery.NameInput{*name})
	create.SetSummary("Made by an example, and retracted by it.")
	create.SetStart(*start)
	create.SetParticipants([]chancery.ParticipantCreate{*guest})

	meeting, response, err := e.client.MeetingsAPI.CreateMeeting(e.ctx).MeetingCreate(*create).Execute()
	check(err)
	etag = response.Header.Get("ETag")
	expect("an entity tag", etag != "")
	equal("version", meeting.Version, 1)
	equal("start", meeting.Start.GetUtc().Format("15:04Z07:00"), "09:00Z")
	equal("location", response.Header.Get("Location"), "/v1/meetings/"+meeting.Id)
	ok("create", fmt.Sprintf("version %d", meeting.Version))
	return meeting.Id, etag
}

func (e example) change(id, etag string) {
	patch := chancery.NewMeetingPatch()
	patch.SetStatus("announced")
	meeting, _, err := e.client.MeetingsAPI.UpdateMeeting(e.ctx, id).IfMatch(etag).MeetingPatch(*patch).Execute()
	check(err)
	equal("status", meeting.Status, "announced")
	ok("change", fmt.Sprintf("version %d", meeting.Version))
}

func (e example) conflict(id, etag string) {
	patch := chancery.NewMeetingPatch()
	patch.SetStatus("cancelled")
	_, _, err := e.client.MeetingsAPI.UpdateMeeting(e.ctx, id).IfMatch(etag).MeetingPatch(*patch).Execute()
	problem := refused(err)
	equal("status", problem.Status, http.StatusPreconditionFailed)
	equal("code", problem.Code, "precondition-failed")
	ok("conflict", fmt.Sprintf("%d %s", problem.Status, problem.Code))
}

func (e example) clear(id string) {
	start := chancery.NewEventTimePatch()
	start.SetTimeNil()
	patch := chancery.NewMeetingPatch()
	patch.SetSummaryNil()
	patch.SetStart(*start)
	meeting, _, err := e.client.MeetingsAPI.UpdateMeeting(e.ctx, id).IfMatch(`"2"`).MeetingPatch(*patch).Execute()
	check(err)
	expect("no summary", !meeting.HasSummary())
	equal("precision", meeting.Start.Precision, "day")
	equal("status", meeting.Status, "announced")
	equal("name", meeting.Name.Value, "Synthetic meeting of a client example")
	ok("null", fmt.Sprintf("version %d without summary and time", meeting.Version))
}

func (e example) invalid() {
	_, _, err := e.client.MeetingsAPI.CreateMeeting(e.ctx).MeetingCreate(*chancery.NewMeetingCreate("picnic", "proposed")).Execute()
	problem := refused(err)
	equal("status", problem.Status, http.StatusBadRequest)
	equal("errors", len(problem.Errors), 1)
	wrong := problem.Errors[0]
	equal("pointer", wrong.GetPointer(), "/kind")
	equal("code", wrong.Code, "enum")
	ok("invalid", fmt.Sprintf("%d %s %s", problem.Status, wrong.GetPointer(), wrong.Code))
}

func (e example) remove(id string) {
	response, err := e.client.MeetingsAPI.DeleteMeeting(e.ctx, id).IfMatch(`"3"`).Reason("the example is over").Execute()
	check(err)
	equal("status", response.StatusCode, http.StatusNoContent)
	ok("delete", fmt.Sprintf("%d", response.StatusCode))
}

func (e example) gone(id string) {
	_, _, err := e.client.MeetingsAPI.GetMeeting(e.ctx, id).Execute()
	problem := refused(err)
	equal("status", problem.Status, http.StatusGone)
	equal("reason", problem.Tombstone.Reason, "the example is over")
	ok("gone", fmt.Sprintf("%d %s", problem.Status, problem.Tombstone.Reason))
}

func (e example) missing() {
	_, _, err := e.client.MeetingsAPI.GetMeeting(e.ctx, noMeeting).Execute()
	problem := refused(err)
	equal("status", problem.Status, http.StatusNotFound)
	equal("code", problem.Code, "not-found")
	ok("missing", fmt.Sprintf("%d %s", problem.Status, problem.Code))
}

// refused returns what the service refused; an answer that is a success is a failure here.
func refused(err error) chancery.Problem {
	var refusal *chancery.GenericOpenAPIError
	expect("refused", errors.As(err, &refusal))
	var problem chancery.Problem
	check(json.Unmarshal(refusal.Body(), &problem))
	return problem
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func expect(what string, holds bool) {
	if !holds {
		log.Fatal("not so: " + what)
	}
}

func equal[T comparable](what string, actual, expected T) {
	if actual != expected {
		log.Fatalf("%s: %v instead of %v", what, actual, expected)
	}
}

func ok(step, detail string) {
	fmt.Println("ok " + step + ": " + detail)
}
