package org.chancery.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.chancery.time.EventTime;
import org.chancery.time.PartialDate;
import org.chancery.volume.Actors.Actor;
import org.chancery.volume.Offices.Office;
import org.chancery.volume.Offices.Term;
import org.chancery.volume.Sheets.Sheet;

/**
 * Who takes part, signs and owes. Most events have two or three participants, some sixty; a few states, and whoever holds their
 * highest offices, take part in very many, most persons in a handful.
 */
final class Parties {
    private static final Chance.Weighted SIZES = new Chance.Weighted("2*60 3*15 4*6 5*4 6*3 8*3 12*3 16*2 25*2 40*1 60*1");
    private static final Chance.Weighted OFFICES = new Chance.Weighted("0*32 1*24 2*22 3*7 4*2 5*2 6*3 7*2 8*2 9*2 10*2");
    private static final Chance.Weighted ROLES = new Chance.Weighted("principal*70 head-of-delegation*8 delegate*8 speaker*4 mediator*2 observer*3 guest*3 staff*2");
    private static final Chance.Weighted ATTENDED = new Chance.Weighted("attended*90 partially-attended*3 absent*3 declined*1 unknown*3");
    private static final Chance.Weighted EXPECTED = new Chance.Weighted("expected*40 invited*25 confirmed*30 declined*5");
    private static final Chance.Weighted MODES = new Chance.Weighted("in-person*75 video*5 represented*1 written*1 -*18");
    private static final Chance.Weighted ACTIONS = new Chance.Weighted("signed*70 endorsed*12 joined*8 initialled*4 ratified*3 reserved*2 withdrew*1");
    private static final Chance.Weighted STATUSES = new Chance.Weighted("pending*45 in-progress*15 fulfilled*25 partial*5 breached*3 superseded*2 unknown*5");
    private static final String CAPACITY = "capacity_basis, capacity_title, capacity_title_lang, capacity_title_asserted, capacity_occupancy_id,"
            + " capacity_occupancy_asserted, capacity_position_id, capacity_functions, capacity_standing";

    /** @param person the number of a person; -1 for a state or an organization. {@code actor.id()} is null for a name as reported */
    record Party(Actor actor, int person, UUID behalf, String behalfType) {
    }

    private final Ledger ledger;
    private final Chance chance;
    private final Actors actors;
    private final People people;
    private final Offices offices;
    private final Sheet participations;
    private final Sheet signatures;
    private final Sheet commitments;
    private final Chance.Skewed states;
    private final Chance.Skewed persons;
    private final Chance.Skewed organizations;

    Parties(Ledger ledger, Actors actors, People people, Offices offices) {
        this.ledger = ledger;
        this.actors = actors;
        this.people = people;
        this.offices = offices;
        chance = ledger.chance;
        states = new Chance.Skewed(actors.states.size(), 4);
        persons = new Chance.Skewed(people.people.size(), 4);
        organizations = new Chance.Skewed(actors.international.size(), 2);
        participations = ledger.sheets.sheet("participation", "id, event_id, actor_id, actor_type, reported_name, reported_name_lang, role, attendance, mode,"
                + " on_behalf_of_id, on_behalf_of_type, delegation_id, ordinal, " + CAPACITY);
        signatures = ledger.sheets.sheet("signature", "id, declaration_id, actor_id, actor_type, on_behalf_of_id, on_behalf_of_type, action, date*, " + CAPACITY);
        commitments = ledger.sheets.sheet("commitment", "id, declaration_id, obligor_id, obligor_type, obligor_reported_name, beneficiary_id, beneficiary_type,"
                + " text, lang, due*, status");
    }

    /** At least two, no actor twice. */
    List<Party> of(String type, String kind, LocalDate day, int host) {
        int size = Integer.parseInt(SIZES.one(chance));
        if ("bilateral".equals(kind) || "phone-call".equals(kind)) {
            size = Math.min(size, 4);
        } else if (type.equals("summit")) {
            size = Math.max(size, chance.between(5, 30));
        }
        Set<UUID> seen = new HashSet<>();
        List<Party> parties = new ArrayList<>();
        for (int tries = 0; parties.size() < size && tries < size * 4; tries++) {
            Party party = parties.isEmpty() && chance.percent(60) ? ofState(host, day) : anybody(day);
            if (party.actor().id() == null || seen.add(party.actor().id())) {
                parties.add(party);
            }
        }
        while (parties.size() < 2) {
            parties.add(reported());
        }
        return parties;
    }

    private Party anybody(LocalDate day) {
        int dice = chance.below(100);
        if (dice < 76) {
            return ofState(states.one(chance), day);
        }
        if (dice < 84) {
            int number = persons.one(chance);
            return new Party(people.people.get(number), number, null, null);
        }
        if (dice < 92) {
            return new Party(actors.states.get(states.one(chance)).actor(), -1, null, null);
        }
        if (dice < 97) {
            return new Party(actors.international.get(organizations.one(chance)), -1, null, null);
        }
        return reported();
    }

    private Party reported() {
        Word word = Word.of(3, true, chance);
        return new Party(new Actor(null, null, word, "an envoy of " + word.latin(), "посланець " + word.cyrillic()), -1, null, null);
    }

    /** Who held a high office of that state then; where the office was vacant, the state itself. */
    private Party ofState(int state, LocalDate day) {
        Office office = offices.ofStates.get(state).get(Integer.parseInt(OFFICES.one(chance)));
        for (Term term : office.terms()) {
            if (term.possiblyIn(day, day) && (office.single() || chance.percent(30))) {
                Actor self = people.people.get(term.person);
                return chance.percent(85) ? new Party(self, term.person, office.behalf(), office.behalfType()) : new Party(self, term.person, null, null);
            }
        }
        return new Party(actors.states.get(state).actor(), -1, null, null);
    }

    void write(UUID event, String type, EventTime start, EventTime end, String status, List<Party> parties) {
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            Actor actor = party.actor();
            UUID id = ledger.record("participation");
            String role = type.equals("declaration") ? i < 2 ? "issuer" : "signatory" : i == 0 && chance.percent(40) ? "host" : ROLES.one(chance);
            Object[] capacity = capacity(party, first(start), last(start, end));
            participations.row(id, event, actor.id(), actor.type(), actor.id() == null ? actor.english() : null, actor.id() == null ? "en" : null, role,
                    (status.equals("held") ? ATTENDED : EXPECTED).one(chance), MODES.one(chance), party.behalf(), party.behalfType(), null, i,
                    capacity[0], capacity[1], capacity[2], false, capacity[3], false, capacity[4], capacity[5], capacity[6]);
        }
    }

    private static LocalDate first(EventTime start) {
        return start == null ? null : start.date().earliest();
    }

    private static LocalDate last(EventTime start, EventTime end) {
        return end != null ? end.date().latest() : start == null ? null : start.date().latest();
    }

    /** Basis, title, its language, occupancy, position, functions, standing; as the service freezes them. */
    private Object[] capacity(Party party, LocalDate first, LocalDate last) {
        Object[] none = {"none", null, null, null, null, "{}", null};
        if (party.person() < 0 || first == null || last == null) {
            return none;
        }
        List<Term> held = offices.ofPeople.get(party.person()).stream().filter(term -> term.possiblyIn(first, last)).toList();
        none[6] = held.isEmpty() ? "none" : held.stream().anyMatch(term -> term.office.leads()) ? "leader" : "official";
        List<Term> fitting = narrow(narrow(held, term -> term.office.behalf().equals(party.behalf())), term -> term.certainlyIn(first, last));
        if (fitting.size() != 1) {
            none[0] = fitting.isEmpty() ? "none" : "ambiguous";
            return none;
        }
        Office office = fitting.get(0).office;
        return new Object[] {"inferred", office.title(), "en", fitting.get(0).id, office.id(), "{" + String.join(",", office.functions()) + "}", none[6]};
    }

    private static List<Term> narrow(List<Term> held, Predicate<Term> better) {
        List<Term> chosen = held.size() < 2 ? held : held.stream().filter(better).toList();
        return chosen.isEmpty() ? held : chosen;
    }

    /** Signatures and commitments of a declaration. */
    void declare(UUID declaration, String text, LocalDate day, EventTime start, EventTime end, List<Party> present) {
        if ("signed".equals(text) || "in-force".equals(text)) {
            for (Party party : present) {
                if (party.actor().id() != null) {
                    PartialDate date = chance.percent(80) ? PartialDate.ofDay(day) : null;
                    Object[] capacity = date == null ? capacity(party, first(start), last(start, end)) : capacity(party, day, day);
                    signatures.row(ledger.record("signature"), declaration, party.actor().id(), party.actor().type(), party.behalf(), party.behalfType(),
                            ACTIONS.one(chance), date, capacity[0], capacity[1], capacity[2], false, capacity[3], false, capacity[4], capacity[5], capacity[6]);
                }
            }
        }
        for (int i = chance.percent(12) ? chance.between(1, 4) : 0; i > 0; i--) {
            Actor obligor = chance.of(present).actor();
            Actor beneficiary = chance.of(present).actor();
            commitments.row(ledger.record("commitment"), declaration, obligor.id(), obligor.type(), obligor.id() == null ? obligor.english() : null,
                    beneficiary.id(), beneficiary.type(), "To deliver " + Word.of(3, false, chance).latin() + ".", "en",
                    chance.percent(70) ? ledger.date(day.plusDays(chance.between(30, 1500))) : null, STATUSES.one(chance));
        }
    }
}
