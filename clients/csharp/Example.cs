// Does with the generated client what a partner does first.
using System.Net;
using Chancery.Client.Api;
using Chancery.Client.Client;
using Chancery.Client.Extensions;
using Chancery.Client.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var parisSummit = Guid.Parse("019b95c0-d000-7eb0-a9b6-29cd4e285ec5");
var noMeeting = Guid.Parse("00000000-0000-7000-8000-000000000000");

var url = Environment.GetEnvironmentVariable("CHANCERY_URL") ?? "http://localhost:8080/v1";
var services = new ServiceCollection();
services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
services.AddApi(options => options.AddApiHttpClients(http => http.BaseAddress = new Uri(url)));
using var provider = services.BuildServiceProvider();
var events = provider.GetRequiredService<IEventsApi>();
var meetings = provider.GetRequiredService<IMeetingsApi>();
var summits = provider.GetRequiredService<ISummitsApi>();

await PageAsync();
await ReadAsync();
var (id, etag) = await CreateAsync();
await ChangeAsync();
await ConflictAsync();
await ClearAsync();
await InvalidAsync();
await RemoveAsync();
await GoneAsync();
await MissingAsync();

async Task PageAsync()
{
    var ids = new HashSet<Guid>();
    var pages = 0;
    int? total;
    Option<string> cursor = default;
    string? next;
    do
    {
        var answer = await events.ListEventsAsync(limit: 20, includeTotal: true, cursor: cursor);
        var page = Taken(answer.Ok());
        page.Items.ForEach(item => ids.Add(item.Id));
        total = page.Total;
        next = page.NextCursor;
        if (next != null)
        {
            cursor = new Option<string>(next);
        }
        pages++;
    } while (next != null);
    Expect(pages > 1, "more than one page");
    Expect(ids.Count == total, "as many as counted");
    Passed("page", $"{ids.Count} events on {pages} pages");
}

async Task ReadAsync()
{
    var answer = await summits.GetSummitAsync(parisSummit, include: new List<string> { "participants", "children" }, lang: "en");
    var summit = Taken(answer.Ok());
    var starmer = Taken(summit.Participants).Single(participant => participant.Name.Value == "Keir Starmer");
    Expect(starmer.Capacity.Basis == CapacityBasis.Asserted, "asserted");
    Expect(starmer.Capacity.Standing == StandingKind.Leader, "a leader");
    Expect(starmer.Capacity.Functions.SequenceEqual(new[] { "head-of-government" }), "head of government");
    Expect(Taken(summit.Children).Any(child => child.RecordType == "declaration"), "a declaration was made there");
    Passed("read", $"{starmer.Name.Value} at the {summit.Name?.Value} as {string.Join(",", starmer.Capacity.Functions)}");
}

async Task<(Guid, string)> CreateAsync()
{
    var name = new NameInput(value: "Synthetic meeting of a client example", lang: "en", kind: "common");
    var guest = new ParticipantCreate(
        role: "guest",
        attendance: "invited",
        reportedName: "A. N. Example",
        reportedNameLang: "en",
        capacity: new CapacityInput(title: "rapporteur", titleLang: "en"));
    var answer = await meetings.CreateMeetingAsync(new MeetingCreate(
        kind: "other",
        status: "proposed",
        names: new List<NameInput> { name },
        summary: "Made by an example, and retracted by it.",
        start: new EventTimeInput(date: "2031-02-03", time: "10:00", zone: "Europe/Paris"),
        participants: new List<ParticipantCreate> { guest }));
    var meeting = Taken(answer.Created());
    Expect(meeting.RecordVersion == 1, "version 1");
    Expect(meeting.Start?.Utc == DateTimeOffset.Parse("2031-02-03T09:00:00Z"), "nine o'clock UTC");
    Expect(answer.Headers.Location?.OriginalString == $"/v1/meetings/{meeting.Id}", "its place");
    Passed("create", $"version {meeting.RecordVersion}");
    return (meeting.Id, Taken(answer.Headers.ETag?.Tag));
}

async Task ChangeAsync()
{
    var answer = await meetings.UpdateMeetingAsync(id, etag, new MeetingPatch(status: "announced"));
    var meeting = Taken(answer.Ok());
    Expect(meeting.Status == "announced", "announced");
    Passed("change", $"version {meeting.RecordVersion}");
}

async Task ConflictAsync()
{
    var answer = await meetings.UpdateMeetingAsync(id, etag, new MeetingPatch(status: "cancelled"));
    var problem = Taken(answer.PreconditionFailed());
    Expect(problem.Code == "precondition-failed", "precondition failed");
    Passed("conflict", $"{problem.Status} {problem.Code}");
}

async Task ClearAsync()
{
    // an Option that is set to null is sent as null; one that is left out is not sent
    var cleared = new Option<string?>(null);
    var patch = new MeetingPatch(summary: cleared, start: new EventTimePatch(time: cleared));
    var answer = await meetings.UpdateMeetingAsync(id, "\"2\"", patch);
    var meeting = Taken(answer.Ok());
    Expect(meeting.Summary == null, "no summary");
    Expect(meeting.Start?.Precision == "day", "no time");
    Expect(meeting.Status == "announced", "still announced");
    Expect(meeting.Name?.Value == "Synthetic meeting of a client example", "the name stays");
    Passed("null", $"version {meeting.RecordVersion} without summary and time");
}

async Task InvalidAsync()
{
    var answer = await meetings.CreateMeetingAsync(new MeetingCreate(kind: "picnic", status: "proposed"));
    var problem = Taken(answer.BadRequest());
    var wrong = problem.Errors[0];
    Expect(wrong.Pointer == "/kind", "the pointer");
    Expect(wrong.Code == "enum", "the code");
    Passed("invalid", $"{problem.Status} {wrong.Pointer} {wrong.Code}");
}

async Task RemoveAsync()
{
    var answer = await meetings.DeleteMeetingAsync(id, "\"3\"", "the example is over");
    Expect(answer.StatusCode == HttpStatusCode.NoContent, "no content");
    Passed("delete", "204");
}

async Task GoneAsync()
{
    var answer = await meetings.GetMeetingAsync(id);
    var problem = Taken(answer.Gone());
    Expect(problem.Tombstone?.Reason == "the example is over", "the reason");
    Passed("gone", $"{problem.Status} {problem.Tombstone?.Reason}");
}

async Task MissingAsync()
{
    var answer = await meetings.GetMeetingAsync(noMeeting);
    var problem = Taken(answer.NotFound());
    Expect(problem.Code == "not-found", "not found");
    Passed("missing", $"{problem.Status} {problem.Code}");
}

static T Taken<T>(T? value) where T : class => value ?? throw new InvalidOperationException("another answer");

static void Expect(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"not so: {what}");
    }
}

static void Passed(string step, string detail) => Console.WriteLine($"ok {step}: {detail}");
