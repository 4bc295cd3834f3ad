package org.chancery.volume;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.NameInput;
import org.chancery.text.Folding;
import org.chancery.time.DayPart;
import org.chancery.time.EventTime;
import org.chancery.time.PartialDate;
import org.chancery.time.Precision;
import org.chancery.volume.Actors.Actor;
import org.chancery.volume.Sheets.Sheet;

/** Meetings, summits with their parts, and declarations over decades: more of them lately, most between few. */
final class Happenings {
    private static final Chance.Weighted TYPES = new Chance.Weighted("meeting*70 summit*6 declaration*24");
    private static final Chance.Weighted MEETINGS = new Chance.Weighted("bilateral*40 multilateral*12 negotiation-round*6 working-meal*4 phone-call*15"
            + " video-call*5 military-talks*2 visit*9 press-conference*5 other*2");
    private static final Chance.Weighted PARTS = new Chance.Weighted("session*60 bilateral*15 press-conference*15 working-meal*10");
    private static final Chance.Weighted DECLARATIONS = new Chance.Weighted("joint-declaration*10 communique*10 statement*35 speech*15 interview*8"
            + " social-media-post*10 press-release*8 announcement*4");
    private static final Chance.Weighted PAST = new Chance.Weighted("held*90 cancelled*3 not-held*1 postponed*2 unknown*1 announced*2 confirmed*1");
    private static final Chance.Weighted AHEAD = new Chance.Weighted("announced*40 confirmed*30 proposed*15 rumoured*8 cancelled*5 postponed*2");
    private static final Chance.Weighted TEXTS = new Chance.Weighted("adopted*50 signed*25 draft*10 in-force*5 superseded*2 withdrawn*1 -*7");
    private static final Chance.Weighted RELATIONS = new Chance.Weighted("prepares*30 follows*30 implements*20 responds-to*15 reschedules*5");
    private static final List<String> ZONES = List.of("Europe/Paris", "Europe/Kyiv", "America/New_York", "Asia/Tokyo", "Africa/Nairobi", "UTC");
    private static final int RECENT = 400;

    private final Ledger ledger;
    private final Chance chance;
    private final Actors actors;
    private final Parties parties;
    private final Sheet series;
    private final Sheet events;
    private final Sheet meetings;
    private final Sheet summits;
    private final Sheet declarations;
    private final Sheet excerpts;
    private final Sheet relations;
    private final Sheet revisions;
    private final Chance.Skewed hosts;
    private final List<UUID> allSeries = new ArrayList<>();
    private final List<UUID> recent = new ArrayList<>();

    Happenings(Ledger ledger, Actors actors, People people, Offices offices) {
        this.ledger = ledger;
        this.actors = actors;
        chance = ledger.chance;
        hosts = new Chance.Skewed(actors.states.size(), 4);
        String time = "start*, start_time, start_day_part, start_zone, end*, end_time, end_day_part, end_zone";
        series = ledger.sheets.sheet("series", "id, description, organization_id");
        events = ledger.sheets.sheet("event", "id, event_type, kind, summary, " + time + ", day_sequence, order_key, begins_at, ends_at, venue, city, city_folded,"
                + " place_state_id, online, status, visibility, part_of_id, series_id, ordinal, schedule_sequence");
        meetings = ledger.sheets.sheet("meeting", "id");
        summits = ledger.sheets.sheet("summit", "id, host_id, host_type, organizer_id, organizer_type, countries_reported, represented_by_leaders");
        declarations = ledger.sheets.sheet("declaration", "id, text_status");
        excerpts = ledger.sheets.sheet("excerpt", "declaration_id, ordinal, lang, text, original");
        relations = ledger.sheets.sheet("event_relation", "event_id, ordinal, relation, target_id");
        revisions = ledger.sheets.sheet("schedule_revision", "event_id, sequence, " + time + ", replaced_at, reason");
        parties = new Parties(ledger, actors, people, offices);
    }

    /** @param whole what it is a part of; null for none */
    private record Plan(String type, LocalDate day, int host, UUID whole, UUID series) {
    }

    void write(int count) {
        for (int i = 0; i < Math.max(10, count / 1000); i++) {
            Actor organization = chance.of(actors.international);
            UUID id = ledger.record("series", List.of(Ledger.shown("Summits of " + organization.english() + " " + i, "en"),
                    Ledger.shown("саміти " + organization.ukrainian() + " " + i, "uk")));
            series.row(id, null, chance.percent(90) ? organization.id() : null);
            allSeries.add(id);
        }
        for (int made = 0; made < count;) {
            Plan plan = new Plan(TYPES.one(chance), day(), hosts.one(chance), null, chance.percent(8) ? chance.of(allSeries) : null);
            UUID id = event(plan);
            made++;
            int parts = plan.type().equals("summit") ? chance.below(6) : 0;
            for (; parts > 0 && made < count; parts--, made++) {
                event(new Plan(parts == 1 ? "declaration" : "meeting", plan.day(), plan.host(), id, null));
            }
            ledger.sheets.flushIfFull();
        }
    }

    /** From the first day to some months ahead, each year some more; on few Sundays. */
    private LocalDate day() {
        if (chance.percent(2)) {
            return Ledger.TODAY.plusDays(chance.below(300));
        }
        int days = (int) (Ledger.TODAY.toEpochDay() - Ledger.SINCE.toEpochDay());
        LocalDate day = Ledger.SINCE.plusDays(Math.max(chance.below(days), chance.below(days)));
        return day.getDayOfWeek() == DayOfWeek.SUNDAY && chance.percent(80) ? day.plusDays(1) : day;
    }

    private UUID event(Plan plan) {
        EventTime start = chance.percent(99) ? start(plan) : null;
        EventTime end = start != null && start.date().isCertainDay() && chance.percent(plan.type().equals("summit") ? 30 : 4)
                ? new EventTime(PartialDate.ofDay(plan.day().plusDays(chance.below(3))), null, null, start.zone()) : null;
        String status = (plan.day().isBefore(Ledger.TODAY) ? PAST : AHEAD).one(chance);
        String kind = switch (plan.type()) {
            case "summit" -> null;
            case "meeting" -> (plan.whole() == null ? MEETINGS : PARTS).one(chance);
            default -> DECLARATIONS.one(chance);
        };
        List<Parties.Party> present = parties.of(plan.type(), kind, plan.day(), plan.host());
        Actors.State host = actors.states.get(plan.host());
        boolean online = "video-call".equals(kind) || "phone-call".equals(kind);
        Word city = online || chance.percent(10) ? null : host.cities().get(Math.min(chance.below(host.cities().size()), chance.below(host.cities().size())));
        UUID id = ledger.record(plan.type(), names(plan.type(), kind, present, city));
        int daySequence = plan.whole() == null ? -1 : chance.below(20);
        boolean moved = start != null && chance.percent(2);
        events.row(id, plan.type(), kind, chance.percent(30) ? "They spoke of " + chance.of(present).actor().word().latin() + "." : null,
                date(start), value(start, 0), value(start, 1), value(start, 2), date(end), value(end, 0), value(end, 1), value(end, 2),
                daySequence < 0 ? null : daySequence, EventTime.orderKey(start, Math.max(daySequence, 0)), start == null ? null : start.begins(),
                EventTime.over(start, end), city != null && chance.percent(40) ? city.latin() + " Palace" : null, city == null ? null : city.latin(),
                city == null ? null : Folding.fold(city.latin()), online ? null : host.actor().id(), online, status,
                chance.percent(10) ? "closed" : chance.percent(50) ? "public" : null, plan.whole(), plan.series(),
                plan.series() == null ? null : chance.between(1, 60), moved ? 1 : 0);
        special(plan, id, host.actor(), start, end, present);
        if (moved) {
            revisions.row(id, 1, PartialDate.ofDay(plan.day().minusDays(chance.between(1, 40))), null, null, null, null, null, null, null,
                    plan.day().isBefore(Ledger.TODAY) ? plan.day() : Ledger.TODAY, "agenda");
        }
        if (!recent.isEmpty() && chance.percent(2)) {
            relations.row(id, 0, RELATIONS.one(chance), chance.of(recent));
        }
        if (recent.size() < RECENT) {
            recent.add(id);
        } else {
            recent.set(chance.below(RECENT), id);
        }
        for (int i = chance.percent(70) ? chance.between(1, 2) : 0; i > 0; i--) {
            ledger.cite(id, i - 1, chance.percent(70) ? "" : "/status", plan.day());
        }
        parties.write(id, plan.type(), start, end, status, present);
        return id;
    }

    private void special(Plan plan, UUID id, Actor host, EventTime start, EventTime end, List<Parties.Party> present) {
        switch (plan.type()) {
            case "meeting" -> meetings.row(id);
            case "summit" -> {
                Actor organizer = chance.percent(60) ? chance.of(actors.international) : null;
                summits.row(id, host.id(), host.type(), organizer == null ? null : organizer.id(), organizer == null ? null : organizer.type(),
                        chance.percent(40) ? present.size() + 10 : null, chance.percent(20) ? present.size() : null);
            }
            default -> {
                String text = TEXTS.one(chance);
                declarations.row(id, text);
                if (chance.percent(40)) {
                    excerpts.row(id, 0, "en", "We, at " + host.english() + ", declare " + Word.of(5, true, chance).latin() + ".", true);
                }
                parties.declare(id, text, plan.day(), start, end, present);
            }
        }
    }

    private EventTime start(Plan plan) {
        PartialDate date = plan.whole() != null || chance.percent(50) ? PartialDate.ofDay(plan.day()) : ledger.date(plan.day());
        boolean timed = date.precision() == Precision.DAY && chance.percent(35);
        ZoneId zone = timed || chance.percent(30) ? ZoneId.of(ZONES.get(plan.host() % ZONES.size())) : null;
        return new EventTime(date, timed ? LocalTime.of(chance.between(7, 21), chance.below(4) * 15) : null,
                !timed && date.precision() == Precision.DAY && chance.percent(15) ? chance.of(List.of(DayPart.values())) : null, zone);
    }

    private static PartialDate date(EventTime time) {
        return time == null ? null : time.date();
    }

    private static Object value(EventTime time, int column) {
        return time == null ? null : switch (column) {
            case 0 -> time.time();
            case 1 -> time.dayPart() == null ? null : time.dayPart().word();
            default -> time.zone() == null ? null : time.zone().getId();
        };
    }

    private List<NameInput> names(String type, String kind, List<Parties.Party> present, Word city) {
        String what = type.equals("summit") ? "Summit" : kind.replace('-', ' ');
        Actor first = present.get(0).actor();
        Actor second = present.get(1).actor();
        String english = Character.toUpperCase(what.charAt(0)) + what.substring(1) + " of " + first.english() + " and " + second.english();
        List<NameInput> names = new ArrayList<>();
        names.add(Ledger.shown(city == null ? english : english + " in " + city.latin(), "en"));
        if (chance.percent(35)) {
            names.add(Ledger.shown("Зустріч: " + first.ukrainian() + ", " + second.ukrainian() + (city == null ? "" : ", " + city.cyrillic()), "uk"));
        }
        if (chance.percent(6)) {
            names.add(Ledger.shown(first.word().greek() + " – " + second.word().greek(), "el"));
        }
        if (chance.percent(6)) {
            names.add(Ledger.shown(first.word().arabic() + " – " + second.word().arabic(), "ar"));
        }
        return names;
    }
}
