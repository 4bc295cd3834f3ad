import assert from "node:assert/strict";
import {
  CapacityBasis, Configuration, EventsApi, GetSummitIncludeEnum, MeetingsApi, ProblemFromJSON, ResponseError, StandingKind, SummitsApi,
  type Problem,
} from "./client/index.js";

const PARIS_SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";
const NO_MEETING = "00000000-0000-7000-8000-000000000000";

const configuration = new Configuration({
  basePath: process.env["CHANCERY_URL"] ?? "http://localhost:8080/v1",
  apiKey: process.env["CHANCERY_API_KEY"] ?? "",
});
const events = new EventsApi(configuration);
const meetings = new MeetingsApi(configuration);
const summits = new SummitsApi(configuration);

/** What the service refused; an answer that is a success is a failure here. */
async function refused(answer: Promise<unknown>): Promise<Problem> {
  const error = await answer.then(() => undefined, (reason: unknown) => reason);
  assert(error instanceof ResponseError, "should have been refused");
  return ProblemFromJSON(await error.response.json());
}

function ok(step: string, detail: string): void {
  console.log(`ok ${step}: ${detail}`);
}

async function page(): Promise<void> {
  const ids = new Set<string>();
  let pages = 0;
  let total: number | undefined;
  let cursor: string | undefined;
  do {
    const page = await events.listEvents({ limit: 20, includeTotal: true, cursor });
    page.items.forEach((event) => ids.add(event.id));
    total = page.total;
    cursor = page.nextCursor;
    pages++;
  } while (cursor);
  assert(pages > 1);
  assert.equal(ids.size, total);
  ok("page", `${ids.size} events on ${pages} pages`);
}

async function read(): Promise<void> {
  const summit = await summits.getSummit({
    id: PARIS_SUMMIT,
    include: [GetSummitIncludeEnum.Participants, GetSummitIncludeEnum.Children],
    lang: "en",
  });
  const starmer = summit.participants?.find((participant) => participant.name.value === "Keir Starmer");
  assert(starmer);
  assert.equal(starmer.capacity.basis, CapacityBasis.Asserted);
  assert.equal(starmer.capacity.standing, StandingKind.Leader);
  assert.deepEqual(starmer.capacity.functions, ["head-of-government"]);
  assert(summit.children?.some((child) => child.recordType === "declaration"));
  ok("read", `${starmer.name.value} at the ${summit.name?.value} as ${starmer.capacity.functions.join()}`);
}

async function create(): Promise<{ id: string; etag: string }> {
  const answer = await meetings.createMeetingRaw({
    meetingCreate: {
      kind: "other",
      status: "proposed",
      names: [{ value: "Synthetic meeting of a client example", lang: "en", kind: "common" }],
      summary: "Made by an example, and retracted by it.",
      start: { date: "2031-02-03", time: "10:00", zone: "Europe/Paris" },
      participants: [{
        reportedName: "A. N. Example",
        reportedNameLang: "en",
        role: "guest",
        attendance: "invited",
        capacity: { title: "rapporteur", titleLang: "en" },
      }],
    },
  });
  const meeting = await answer.value();
  const { headers } = answer.raw;
  const etag = headers.get("ETag");
  assert(etag);
  assert.equal(meeting.version, 1);
  assert.equal(meeting.start?.utc?.toISOString(), "2031-02-03T09:00:00.000Z");
  assert.equal(headers.get("Location"), `/v1/meetings/${meeting.id}`);
  ok("create", `version ${meeting.version}`);
  return { id: meeting.id, etag };
}

async function change(id: string, etag: string): Promise<void> {
  const meeting = await meetings.updateMeeting({ id, ifMatch: etag, meetingPatch: { status: "announced" } });
  assert.equal(meeting.status, "announced");
  ok("change", `version ${meeting.version}`);
}

async function conflict(id: string, etag: string): Promise<void> {
  const problem = await refused(meetings.updateMeeting({ id, ifMatch: etag, meetingPatch: { status: "cancelled" } }));
  assert.equal(problem.status, 412);
  assert.equal(problem.code, "precondition-failed");
  ok("conflict", `${problem.status} ${problem.code}`);
}

async function clear(id: string): Promise<void> {
  const meeting = await meetings.updateMeeting({
    id,
    ifMatch: '"2"',
    meetingPatch: { summary: null, start: { time: null } },
  });
  assert.equal(meeting.summary, undefined);
  assert.equal(meeting.start?.precision, "day");
  assert.equal(meeting.status, "announced");
  assert.equal(meeting.name?.value, "Synthetic meeting of a client example");
  ok("null", `version ${meeting.version} without summary and time`);
}

async function invalid(): Promise<void> {
  const problem = await refused(meetings.createMeeting({ meetingCreate: { kind: "picnic", status: "proposed" } }));
  assert.equal(problem.status, 400);
  assert.equal(problem.errors[0]?.pointer, "/kind");
  assert.equal(problem.errors[0].code, "enum");
  ok("invalid", `${problem.status} ${problem.errors[0].pointer} ${problem.errors[0].code}`);
}

async function remove(id: string): Promise<void> {
  const { raw } = await meetings.deleteMeetingRaw({ id, ifMatch: '"3"', reason: "the example is over" });
  assert.equal(raw.status, 204);
  ok("delete", `${raw.status}`);
}

async function gone(id: string): Promise<void> {
  const problem = await refused(meetings.getMeeting({ id }));
  assert.equal(problem.status, 410);
  assert.equal(problem.tombstone?.reason, "the example is over");
  ok("gone", `${problem.status} ${problem.tombstone.reason}`);
}

async function missing(): Promise<void> {
  const problem = await refused(meetings.getMeeting({ id: NO_MEETING }));
  assert.equal(problem.status, 404);
  assert.equal(problem.code, "not-found");
  ok("missing", `${problem.status} ${problem.code}`);
}

await page();
await read();
const { id, etag } = await create();
await change(id, etag);
await conflict(id, etag);
await clear(id);
await invalid();
await remove(id);
await gone(id);
await missing();
