"""Does with the generated client what a partner does first."""

import os
from collections.abc import Callable
from uuid import UUID

from chancery_client import (
    ApiClient,
    ApiException,
    CapacityBasis,
    CapacityInput,
    Configuration,
    EventsApi,
    EventTimeInput,
    EventTimePatch,
    MeetingCreate,
    MeetingPatch,
    MeetingsApi,
    NameInput,
    ParticipantCreate,
    Problem,
    StandingKind,
    SummitsApi,
)

PARIS_SUMMIT = UUID("019b95c0-d000-7eb0-a9b6-29cd4e285ec5")
NO_MEETING = UUID("00000000-0000-7000-8000-000000000000")

configuration = Configuration(host=os.environ.get("CHANCERY_URL", "http://localhost:8080/v1"))
if "CHANCERY_API_KEY" in os.environ:
    configuration.api_key["apiKey"] = os.environ["CHANCERY_API_KEY"]
client = ApiClient(configuration)
events = EventsApi(client)
meetings = MeetingsApi(client)
summits = SummitsApi(client)


def refused(request: Callable[[], object]) -> Problem:
    """What the service refused; an answer that is a success is a failure here."""
    try:
        request()
    except ApiException as refusal:
        problem = Problem.from_json(refusal.body or "")
        assert problem
        return problem
    raise AssertionError("should have been refused")


def ok(step: str, detail: str) -> None:
    print(f"ok {step}: {detail}")


def page() -> None:
    ids: set[UUID] = set()
    pages = 0
    cursor: str | None = None
    while True:
        answer = events.list_events(limit=20, include_total=True, cursor=cursor)
        ids.update(event.id for event in answer.items)
        pages += 1
        cursor = answer.next_cursor
        if cursor is None:
            break
    assert pages > 1
    assert len(ids) == answer.total
    ok("page", f"{len(ids)} events on {pages} pages")


def read() -> None:
    summit = summits.get_summit(PARIS_SUMMIT, include=["participants", "children"], lang="en")
    assert summit.participants and summit.children and summit.name
    starmer = next(one for one in summit.participants if one.name.value == "Keir Starmer")
    assert starmer.capacity.basis is CapacityBasis.ASSERTED
    assert starmer.capacity.standing is StandingKind.LEADER
    assert starmer.capacity.functions == ["head-of-government"]
    assert any(child.record_type == "declaration" for child in summit.children)
    ok("read", f"{starmer.name.value} at the {summit.name.value} as {','.join(starmer.capacity.functions)}")


def create() -> tuple[UUID, str]:
    answer = meetings.create_meeting_with_http_info(
        MeetingCreate(
            kind="other",
            status="proposed",
            names=[NameInput(value="Synthetic meeting of a client example", lang="en", kind="common")],
            summary="Made by an example, and retracted by it.",
            start=EventTimeInput(date_="2031-02-03", time="10:00", zone="Europe/Paris"),
            participants=[
                ParticipantCreate(
                    reported_name="A. N. Example",
                    reported_name_lang="en",
                    role="guest",
                    attendance="invited",
                    capacity=CapacityInput(title="rapporteur", title_lang="en"),
                )
            ],
        )
    )
    meeting = answer.data
    assert answer.headers
    # proxies write them in lower case
    headers = {name.lower(): value for name, value in answer.headers.items()}
    assert meeting.version == 1
    assert meeting.start and meeting.start.utc
    assert meeting.start.utc.isoformat() == "2031-02-03T09:00:00+00:00"
    assert headers["location"] == f"/v1/meetings/{meeting.id}"
    ok("create", f"version {meeting.version}")
    return meeting.id, headers["etag"]


def change(id: UUID, etag: str) -> None:
    meeting = meetings.update_meeting(id, etag, MeetingPatch(status="announced"))
    assert meeting.status == "announced"
    ok("change", f"version {meeting.version}")


def conflict(id: UUID, etag: str) -> None:
    problem = refused(lambda: meetings.update_meeting(id, etag, MeetingPatch(status="cancelled")))
    assert problem.status == 412
    assert problem.code == "precondition-failed"
    ok("conflict", f"{problem.status} {problem.code}")


def clear(id: UUID) -> None:
    meeting = meetings.update_meeting(id, '"2"', MeetingPatch(summary=None, start=EventTimePatch(time=None)))
    assert meeting.summary is None
    assert meeting.start and meeting.start.precision == "day"
    assert meeting.status == "announced"
    assert meeting.name and meeting.name.value == "Synthetic meeting of a client example"
    ok("null", f"version {meeting.version} without summary and time")


def invalid() -> None:
    problem = refused(lambda: meetings.create_meeting(MeetingCreate(kind="picnic", status="proposed")))
    assert problem.status == 400
    wrong = problem.errors[0]
    assert wrong.pointer == "/kind"
    assert wrong.code == "enum"
    ok("invalid", f"{problem.status} {wrong.pointer} {wrong.code}")


def remove(id: UUID) -> None:
    answer = meetings.delete_meeting_with_http_info(id, '"3"', "the example is over")
    assert answer.status_code == 204
    ok("delete", f"{answer.status_code}")


def gone(id: UUID) -> None:
    problem = refused(lambda: meetings.get_meeting(id))
    assert problem.status == 410
    assert problem.tombstone and problem.tombstone.reason == "the example is over"
    ok("gone", f"{problem.status} {problem.tombstone.reason}")


def missing() -> None:
    problem = refused(lambda: meetings.get_meeting(NO_MEETING))
    assert problem.status == 404
    assert problem.code == "not-found"
    ok("missing", f"{problem.status} {problem.code}")


if __name__ == "__main__":
    page()
    read()
    created, tag = create()
    change(created, tag)
    conflict(created, tag)
    clear(created)
    invalid()
    remove(created)
    gone(created)
    missing()
