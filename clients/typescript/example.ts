import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./client/v1.js";

type Problem = components["schemas"]["Problem"];

const PARIS_SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";
const NO_MEETING = "00000000-0000-7000-8000-000000000000";

const client = createClient<paths>({
  baseUrl: process.env["CHANCERY_URL"] ?? "http://localhost:8080/v1",
  headers: { "X-API-Key": process.env["CHANCERY_API_KEY"] },
  querySerializer: separated,
});

// openapi-fetch labels every body application/json; the contract takes patches as merge patches only
client.use({
  onRequest({ request }) {
    if (request.method === "PATCH") {
      request.headers.set("Content-Type", "application/merge-patch+json");
    }
    return request;
  },
});

/** The contract separates `include` and `sort` by commas and repeats other lists; openapi-fetch would repeat all. */
function separated(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = [value].flat().filter((one) => one !== undefined).map(String);
    const written = name === "include" || name === "sort" ? [values.join(",")] : values;
    written.forEach((one) => search.append(name, one));
  }
  return search.toString();
}

/** The data of an answer, or an exception that says what the service refused. */
function taken<T>(answer: { data?: T | undefined; error?: Problem | undefined }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.error?.code}: ${answer.error?.detail}`);
  }
  return answer.data;
}

/** What the service refused; an answer that is a success is a failure here. */
function refused(answer: { error?: Problem | undefined }): Problem {
  assert(answer.error, "should have been refused");
  return answer.error;
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
    const { items, nextCursor, total: counted } = taken(await client.GET("/events", {
      params: { query: { limit: 20, includeTotal: true, ...(cursor && { cursor }) } },
    }));
    items.forEach((event) => ids.add(event.id));
    total = counted;
    cursor = nextCursor;
    pages++;
  } while (cursor);
  assert(pages > 1);
  assert.equal(ids.size, total);
  ok("page", `${ids.size} events on ${pages} pages`);
}

async function read(): Promise<void> {
  const summit = taken(await client.GET("/summits/{id}", {
    params: { path: { id: PARIS_SUMMIT }, query: { include: ["participants", "children"], lang: "en" } },
  }));
  const starmer = summit.participants?.find((participant) => participant.name.value === "Keir Starmer");
  assert(starmer);
  assert.equal(starmer.capacity.basis, "asserted");
  assert.equal(starmer.capacity.standing, "leader");
  assert.deepEqual(starmer.capacity.functions, ["head-of-government"]);
  assert(summit.children?.some((child) => child.recordType === "declaration"));
  ok("read", `${starmer.name.value} at the ${summit.name?.value} as ${starmer.capacity.functions.join()}`);
}

async function create(): Promise<{ id: string; etag: string }> {
  const answer = await client.POST("/meetings", {
    body: {
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
  const meeting = taken(answer);
  const { headers } = answer.response;
  const etag = headers.get("ETag");
  assert(etag);
  assert.equal(meeting.version, 1);
  assert.equal(meeting.start?.utc, "2031-02-03T09:00:00Z");
  assert.equal(headers.get("Location"), `/v1/meetings/${meeting.id}`);
  ok("create", `version ${meeting.version}`);
  return { id: meeting.id, etag };
}

async function change(id: string, etag: string): Promise<void> {
  const meeting = taken(await client.PATCH("/meetings/{id}", {
    params: { path: { id }, header: { "If-Match": etag } },
    body: { status: "announced" },
  }));
  assert.equal(meeting.status, "announced");
  ok("change", `version ${meeting.version}`);
}

async function conflict(id: string, etag: string): Promise<void> {
  const problem = refused(await client.PATCH("/meetings/{id}", {
    params: { path: { id }, header: { "If-Match": etag } },
    body: { status: "cancelled" },
  }));
  assert.equal(problem.status, 412);
  assert.equal(problem.code, "precondition-failed");
  ok("conflict", `${problem.status} ${problem.code}`);
}

async function clear(id: string): Promise<void> {
  const meeting = taken(await client.PATCH("/meetings/{id}", {
    params: { path: { id }, header: { "If-Match": '"2"' } },
    body: { summary: null, start: { time: null } },
  }));
  assert.equal(meeting.summary, undefined);
  assert.equal(meeting.start?.precision, "day");
  assert.equal(meeting.status, "announced");
  assert.equal(meeting.name?.value, "Synthetic meeting of a client example");
  ok("null", `version ${meeting.version} without summary and time`);
}

async function invalid(): Promise<void> {
  const problem = refused(await client.POST("/meetings", { body: { kind: "picnic", status: "proposed" } }));
  assert.equal(problem.status, 400);
  assert.equal(problem.errors[0]?.pointer, "/kind");
  assert.equal(problem.errors[0].code, "enum");
  ok("invalid", `${problem.status} ${problem.errors[0].pointer} ${problem.errors[0].code}`);
}

async function remove(id: string): Promise<void> {
  const { error, response } = await client.DELETE("/meetings/{id}", {
    params: { path: { id }, header: { "If-Match": '"3"' }, query: { reason: "the example is over" } },
  });
  assert.equal(error, undefined);
  assert.equal(response.status, 204);
  ok("delete", `${response.status}`);
}

async function gone(id: string): Promise<void> {
  const problem = refused(await client.GET("/meetings/{id}", { params: { path: { id } } }));
  assert.equal(problem.status, 410);
  assert.equal(problem.tombstone?.reason, "the example is over");
  ok("gone", `${problem.status} ${problem.tombstone.reason}`);
}

async function missing(): Promise<void> {
  const problem = refused(await client.GET("/meetings/{id}", { params: { path: { id: NO_MEETING } } }));
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
