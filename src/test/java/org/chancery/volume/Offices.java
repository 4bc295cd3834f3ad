package org.chancery.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.NameInput;
import org.chancery.time.PartialDate;
import org.chancery.volume.Actors.Actor;
import org.chancery.volume.Sheets.Sheet;

/** Offices of states and organizations, and who held them when: terms that follow one another, no two of one person at a time. */
final class Offices {
    private static final Chance.Weighted SELECTIONS = new Chance.Weighted("elected*50 appointed*40 inherited*2 -*8");
    private static final Chance.Weighted REASONS = new Chance.Weighted("term-ended*60 resigned*20 dismissed*10 died*2 -*8");

    /**
     * @param state the number of its state; -1 for an office of an international organization
     * @param behalf in whose name its holder acts
     * @param leads whether its holder leads a state, a government or an international organization
     */
    record Office(UUID id, int state, UUID behalf, String behalfType, String title, List<String> functions, boolean leads, boolean single, List<Term> terms) {
    }

    /** Of a person in an office; the days as the database worked them out, both included, null for open. */
    static final class Term {
        final UUID id;
        final Office office;
        final int person;
        private LocalDate from;
        private LocalDate until;
        private LocalDate certainFrom;
        private LocalDate certainUntil;
        private boolean never = true;

        private Term(UUID id, Office office, int person) {
            this.id = id;
            this.office = office;
            this.person = person;
        }

        boolean possiblyIn(LocalDate first, LocalDate last) {
            return !never && (from == null || !last.isBefore(from)) && (until == null || !first.isAfter(until));
        }

        boolean certainlyIn(LocalDate first, LocalDate last) {
            return certainFrom != null && !first.isBefore(certainFrom) && !last.isAfter(certainUntil);
        }
    }

    private record Planned(Office office, LocalDate start, LocalDate end) {
    }

    private final Ledger ledger;
    private final Chance chance;
    private final Sheet positions;
    private final Sheet functions;
    private final Sheet occupancies;
    private final Map<UUID, Term> terms = new HashMap<>();
    final List<Office> offices = new ArrayList<>();
    /** Those of each state, the highest first. */
    final List<List<Office>> ofStates = new ArrayList<>();
    final List<List<Term>> ofPeople = new ArrayList<>();

    Offices(Ledger ledger) {
        this.ledger = ledger;
        chance = ledger.chance;
        positions = ledger.sheets.sheet("position", "id, actor_id, actor_type, description, seats, valid_from*, valid_to*");
        functions = ledger.sheets.sheet("position_function", "position_id, ordinal, function, valid_from*, valid_to*");
        occupancies = ledger.sheets.sheet("occupancy", "id, person_id, position_id, single_seat, start*, end*, scheduled_end*, ended, acting, designate,"
                + " selection, end_reason");
    }

    void write(Actors actors) {
        for (int i = 0; i < actors.states.size(); i++) {
            Actors.State state = actors.states.get(i);
            Actor self = state.actor();
            List<Actor> bodies = state.bodies();
            List<Office> theirs = new ArrayList<>();
            theirs.add(office(i, self, self, "President", "президент", 1, true, i % 9 == 0 ? new String[] {"head-of-state", "head-of-government"}
                    : new String[] {"head-of-state"}));
            theirs.add(office(i, self, bodies.get(0), "Prime Minister", "прем'єр-міністр", 1, true, "head-of-government"));
            theirs.add(office(i, self, bodies.get(2), "Foreign Minister", "міністр закордонних справ", 1, false, "foreign-minister", "minister"));
            theirs.add(office(i, self, bodies.get(3), "Defence Minister", "міністр оборони", 1, false, "defence-minister", "minister"));
            theirs.add(office(i, self, bodies.get(4), "Minister of Economy", "міністр економіки", 1, false, "minister"));
            theirs.add(office(i, self, bodies.get(5), "Chief of Defence", "головнокомандувач", 1, false, "chief-of-defence"));
            theirs.add(office(i, self, bodies.get(1), "National Security Adviser", "радник", 1, false, "national-security-adviser", "adviser"));
            theirs.add(office(i, self, bodies.get(1), "Chief of Staff", "керівник офісу", 1, false, "chief-of-staff"));
            theirs.add(office(i, self, bodies.get(0), "Spokesperson", "речник", 1, false, "spokesperson"));
            theirs.add(office(i, self, self, "Special Envoy", "спеціальний представник", null, false, "special-envoy"));
            theirs.add(office(i, self, self, "Ambassador", "посол", null, false, "ambassador"));
            theirs.add(office(i, self, self, "Member of Parliament", "депутат", 50, false, "legislator"));
            ofStates.add(theirs);
        }
        for (Actor organization : actors.international) {
            office(-1, organization, organization, "Secretary General", "генеральний секретар", 1, true, "head-of-organization");
            office(-1, organization, organization, "Spokesperson", "речник", 1, false, "spokesperson");
        }
    }

    private Office office(int state, Actor behalf, Actor of, String title, String ukrainian, Integer seats, boolean leads, String... words) {
        String whole = title + " of " + of.english();
        List<NameInput> names = new ArrayList<>(List.of(Ledger.shown(whole, "en"), Ledger.shown(ukrainian + " " + of.ukrainian(), "uk")));
        UUID id = ledger.record("position", names);
        positions.row(id, of.id(), of.type(), null, seats, null, null);
        for (int i = 0; i < words.length; i++) {
            functions.row(id, i, words[i], null, null);
        }
        Office office = new Office(id, state, behalf.id(), behalf.type(), whole, List.of(words), leads, Integer.valueOf(1).equals(seats), new ArrayList<>());
        offices.add(office);
        return office;
    }

    /** @param people their ids; each serves the state whose number is theirs modulo the number of states */
    void fill(List<UUID> people) {
        LocalDate[] free = new LocalDate[people.size()];
        Arrays.fill(free, LocalDate.MIN);
        people.forEach(person -> ofPeople.add(new ArrayList<>()));
        for (Planned planned : plan()) {
            boolean reported = reported(planned);
            PartialDate start = reported && chance.percent(1) ? null : ledger.date(planned.start());
            LocalDate earliest = start == null ? planned.start() : start.earliest();
            int person = somebody(planned.office().state(), free, earliest);
            if (person >= 0) {
                LocalDate end = planned.end();
                // one that has an end that nobody reported: the successor tells that there is one
                PartialDate known = end == null || reported && chance.percent(3) ? null : ledger.date(end);
                free[person] = end == null ? LocalDate.MAX : (known == null ? end.plusYears(1) : known.latest()).plusDays(1);
                occupancy(planned, people.get(person), person, start, known);
            }
        }
    }

    /** What began before there were sources, or after the last ones, has the dates that it has. */
    private static boolean reported(Planned planned) {
        return !planned.start().isBefore(Ledger.SINCE) && planned.start().isBefore(Ledger.TODAY.minusDays(60));
    }

    /** Terms of all offices, those first that begin first. */
    private List<Planned> plan() {
        List<Planned> plan = new ArrayList<>();
        for (Office office : offices) {
            for (int seat = office.single() ? 1 : 2; seat > 0; seat--) {
                LocalDate start = Ledger.SINCE.minusDays(chance.below(1500));
                while (start.isBefore(Ledger.TODAY)) {
                    LocalDate end = start.plusDays(chance.between(600, 2200));
                    plan.add(new Planned(office, start, end.isBefore(Ledger.TODAY) ? end : null));
                    // some seats stay empty for a while
                    start = chance.percent(80) ? end : end.plusDays(chance.below(200));
                }
            }
        }
        plan.sort(Comparator.comparing(Planned::start));
        return plan;
    }

    /** Somebody of that state who is free; -1 where there is none. */
    private int somebody(int state, LocalDate[] free, LocalDate day) {
        for (int i = 0; i < 12; i++) {
            int person = chance.below(free.length);
            if (state >= 0) {
                person = Math.min(person - person % ofStates.size() + state, free.length - 1);
            }
            if (!free[person].isAfter(day)) {
                return person;
            }
        }
        return -1;
    }

    private void occupancy(Planned planned, UUID person, int number, PartialDate start, PartialDate end) {
        Office office = planned.office();
        UUID id = ledger.record("occupancy");
        PartialDate scheduled = planned.end() == null && chance.percent(50) ? PartialDate.parse(String.valueOf(planned.start().getYear() + 6)) : null;
        occupancies.row(id, person, office.id(), office.single(), start, end, scheduled, end != null, chance.percent(2),
                planned.end() != null && chance.percent(1), SELECTIONS.one(chance), end == null ? null : REASONS.one(chance));
        if (start == null || reported(planned) && chance.percent(60)) {
            ledger.cite(id, 0, "", planned.start().plusDays(20));
        }
        Term term = new Term(id, office, number);
        terms.put(id, term);
        office.terms().add(term);
        ofPeople.get(number).add(term);
    }

    /** Reads when each office was possibly held, as the database worked it out. */
    void readPeriods(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select id, lower(possible_period), upper(possible_period) - 1, lower(certain_period), upper(certain_period) - 1"
                        + " from occupancy where not designate and not isempty(possible_period)")) {
            while (rows.next()) {
                Term term = terms.get(rows.getObject(1, UUID.class));
                if (term != null) {
                    term.from = rows.getObject(2, LocalDate.class);
                    term.until = rows.getObject(3, LocalDate.class);
                    term.certainFrom = rows.getObject(4, LocalDate.class);
                    term.certainUntil = rows.getObject(5, LocalDate.class);
                    term.never = false;
                }
            }
        }
    }
}
