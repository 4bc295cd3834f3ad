package org.chancery.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.NameInput;
import org.chancery.time.PartialDate;
import org.chancery.volume.Actors.Actor;
import org.chancery.volume.Sheets.Sheet;

/** Persons under many spellings, among them namesakes and near namesakes, and what states and persons belong to. */
final class People {
    private static final Chance.Weighted STATUSES = new Chance.Weighted("full*85 observer*6 associate*5 suspended*1 candidate*3");

    private final Ledger ledger;
    private final Chance chance;
    private final Sheet persons;
    private final Sheet memberships;
    final List<Actor> people = new ArrayList<>();

    People(Ledger ledger) {
        this.ledger = ledger;
        chance = ledger.chance;
        persons = ledger.sheets.sheet("person", "id, description, birth*, death*");
        memberships = ledger.sheets.sheet("membership", "id, member_id, member_type, organization_id, role, status, start*, end*, ended");
    }

    void write(int count) {
        List<Word> given = words(Math.max(40, count / 30), 2);
        List<Word> families = words(Math.max(60, count / 2), 3);
        // one family in twenty is another one with one more letter
        for (int i = 20; i < families.size(); i += 20) {
            families.set(i, families.get(i - 1).near(chance));
        }
        Chance.Skewed popular = new Chance.Skewed(given.size(), 1);
        for (int i = 0; i < count; i++) {
            people.add(person(given.get(popular.one(chance)), chance.of(families)));
            ledger.sheets.flushIfFull();
        }
    }

    private List<Word> words(int count, int syllables) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(Word.of(chance.between(syllables, syllables + 1), chance.percent(60), chance));
        }
        return words;
    }

    private Actor person(Word given, Word family) {
        String english = given.latin() + " " + family.latin();
        String ukrainian = given.cyrillic() + " " + family.cyrillic();
        List<NameInput> names = new ArrayList<>(List.of(Ledger.shown(english, "en"), Ledger.shown(ukrainian, "uk")));
        if (chance.percent(60)) {
            names.add(Ledger.name(given.inflected("а") + " " + family.inflected("а"), "uk", "inflected"));
            names.add(Ledger.name(given.inflected("ом") + " " + family.inflected("ом"), "uk", "inflected"));
        }
        if (chance.percent(30)) {
            names.add(Ledger.shown(given.greek() + " " + family.greek(), "el"));
        }
        if (chance.percent(30)) {
            names.add(Ledger.shown(given.arabic() + " " + family.arabic(), "ar"));
        }
        if (chance.percent(40)) {
            names.add(Ledger.name(given.respelt() + " " + family.respelt(), "fr", "transliteration"));
        }
        if (chance.percent(5)) {
            names.add(Ledger.name(given.latin() + " " + Word.of(2, false, chance).latin() + " " + family.latin(), "en", "official"));
        }
        if (chance.percent(8)) {
            names.add(Ledger.name(family.latin(), "en", "alias"));
        }
        UUID id = ledger.record("person", names);
        LocalDate birth = LocalDate.of(chance.between(1920, 1985), chance.between(1, 12), chance.between(1, 28));
        persons.row(id, chance.percent(30) ? "Official of " + family.latin() : null, chance.percent(70) ? ledger.date(birth) : null,
                birth.getYear() < 1935 ? PartialDate.parse(String.valueOf(birth.getYear() + 88)) : null);
        return new Actor(id, "person", family, english, ukrainian);
    }

    /** States in the organizations of states, persons in the parties of their states. */
    void join(Actors actors) {
        for (int i = 0; i < actors.international.size(); i++) {
            for (Actors.State state : actors.states) {
                if (chance.below(i + 3) < 2) {
                    membership(state.actor(), actors.international.get(i), null, chance.between(0, 9000));
                }
            }
        }
        for (int i = 0; i < people.size(); i++) {
            if (chance.percent(60)) {
                List<Actor> others = actors.states.get(i % actors.states.size()).others();
                membership(people.get(i), others.get(chance.below(2)), chance.percent(30) ? "deputy chair" : null, chance.between(0, 12_000));
            }
        }
    }

    private void membership(Actor member, Actor organization, String role, int day) {
        LocalDate start = Ledger.SINCE.plusDays(day);
        LocalDate end = start.plusDays(chance.between(400, 5000));
        boolean ended = chance.percent(25) && end.isBefore(Ledger.TODAY);
        UUID id = ledger.record("membership");
        memberships.row(id, member.id(), member.type(), organization.id(), role, STATUSES.one(chance), chance.percent(95) ? ledger.date(start) : null,
                ended ? ledger.date(end) : null, ended);
        if (chance.percent(40)) {
            ledger.cite(id, 0, "", start);
        }
        ledger.sheets.flushIfFull();
    }
}
