package org.chancery.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.NameInput;
import org.chancery.time.PartialDate;
import org.chancery.volume.Sheets.Sheet;

/** States with their cities and bodies, and organizations of states. */
final class Actors {
    private static final Chance.Weighted STATUSES = new Chance.Weighted("member*92 observer*3 non-member*3 -*2");
    private static final List<String> REGIONS = List.of("002", "019", "142", "150", "009");
    private static final Map<String, String> BODIES = Map.of("government-body", "Government", "ministry", "Ministry", "armed-forces", "Armed Forces",
            "party", "Party", "media", "News", "company", "Works", "ngo", "Union");

    /** Somebody who can take part. */
    record Actor(UUID id, String type, Word word, String english, String ukrainian) {
    }

    /** @param bodies of its government, in the order in which they are made: two offices, three ministries, the forces */
    record State(Actor actor, List<Word> cities, List<Actor> bodies, List<Actor> others) {
    }

    private final Ledger ledger;
    private final Chance chance;
    private final Sheet stateRows;
    private final Sheet organizationRows;
    private final Sheet successions;
    final List<State> states = new ArrayList<>();
    /** Those of states, the largest first. */
    final List<Actor> international = new ArrayList<>();

    Actors(Ledger ledger) {
        this.ledger = ledger;
        chance = ledger.chance;
        stateRows = ledger.sheets.sheet("state", "id, un_status, capital, region, valid_from*, valid_to*");
        organizationRows = ledger.sheets.sheet("organization", "id, class, description, parent_id, state_id, founded*, dissolved*");
        successions = ledger.sheets.sheet("succession", "successor_id, record_type, ordinal, predecessor_id");
    }

    void write(int count) {
        for (int i = 0; i < count; i++) {
            states.add(state(i));
        }
        for (int i = 0; i < Math.max(4, count / 4); i++) {
            String sort = i % 10 == 7 ? "supranational" : i % 10 == 8 ? "coalition" : "igo";
            Word word = Word.of(3, false, chance);
            international.add(organization(sort, word, word.latin() + (sort.equals("coalition") ? " Coalition" : " Organization"),
                    (sort.equals("coalition") ? "коаліція " : "організація ") + word.cyrillic(),
                    i > 5 && chance.percent(20) ? chance.of(international).id() : null, null));
        }
        for (int i = 1; i < international.size(); i += 12) {
            successions.row(international.get(i).id(), "organization", 0, international.get(i - 1).id());
        }
    }

    private State state(int number) {
        Word word = Word.of(chance.between(2, 4), false, chance);
        List<NameInput> names = new ArrayList<>(List.of(Ledger.shown(word.latin(), "en"), Ledger.name("Republic of " + word.latin(), "en", "official"),
                Ledger.shown(word.cyrillic(), "uk"), Ledger.name("Республіка " + word.cyrillic(), "uk", "official"), Ledger.shown(word.greek(), "el"),
                Ledger.shown(word.arabic(), "ar"), Ledger.shown(word.respelt(), "fr"), Ledger.name(word.inflected("и"), "uk", "inflected")));
        if (chance.percent(10)) {
            names.add(Ledger.name(Word.of(3, false, chance).latin(), "en", "former"));
        }
        UUID id = ledger.record("state", names);
        // of the codes that ISO 3166-1 leaves to users and never gives to a country
        ledger.identify(id, "iso3166-1-alpha3", "X" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26));
        List<Word> cities = new ArrayList<>();
        for (int i = chance.between(2, 8); i > 0; i--) {
            cities.add(Word.of(chance.between(2, 3), chance.percent(50), chance));
        }
        boolean gone = number % 40 == 39;
        stateRows.row(id, STATUSES.one(chance), cities.get(0).latin(), chance.of(REGIONS), ledger.date(LocalDate.of(chance.between(1800, 1989), 5, 17)),
                gone ? PartialDate.ofDay(LocalDate.of(2004, 7, 1)) : null);
        if (number % 40 == 0 && number > 0) {
            successions.row(id, "state", 0, states.get(number - 1).actor().id());
        }
        Actor actor = new Actor(id, "state", word, word.latin(), word.cyrillic());
        List<Actor> bodies = new ArrayList<>();
        for (String sort : List.of("government-body", "government-body", "ministry", "ministry", "ministry", "armed-forces")) {
            bodies.add(body(sort, actor, bodies.isEmpty() ? null : bodies.get(0).id()));
        }
        List<Actor> others = new ArrayList<>();
        for (String sort : List.of("party", "party", "media", "company", "ngo")) {
            others.add(body(sort, actor, null));
        }
        return new State(actor, cities, bodies, others);
    }

    private Actor body(String sort, Actor state, UUID parent) {
        Word word = Word.of(2, true, chance);
        return organization(sort, word, word.latin() + " " + BODIES.get(sort) + " of " + state.english(), word.cyrillic() + " " + state.ukrainian(), parent,
                state.id());
    }

    private Actor organization(String sort, Word word, String english, String ukrainian, UUID parent, UUID state) {
        List<NameInput> names = new ArrayList<>(List.of(Ledger.shown(english, "en"), Ledger.shown(ukrainian, "uk")));
        if (state == null) {
            names.add(Ledger.name(word.latin().substring(0, 3).toUpperCase(Locale.ROOT) + "O", "en", "acronym"));
            names.add(Ledger.shown(word.greek(), "el"));
            names.add(Ledger.shown(word.arabic(), "ar"));
        }
        UUID id = ledger.record("organization", names);
        LocalDate founded = LocalDate.of(chance.between(1920, 1995), chance.between(1, 12), chance.between(1, 28));
        organizationRows.row(id, sort, null, parent, state, chance.percent(70) ? ledger.date(founded) : null,
                chance.percent(3) ? ledger.date(founded.plusYears(chance.between(40, 80)).isAfter(Ledger.TODAY) ? Ledger.TODAY
                        : founded.plusYears(30)) : null);
        return new Actor(id, "organization", word, english, ukrainian);
    }
}
