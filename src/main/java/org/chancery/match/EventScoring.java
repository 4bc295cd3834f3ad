package org.chancery.match;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.EventDescription.Participant;
import org.chancery.match.EventFacts.Facts;
import org.chancery.match.EventFacts.Participation;
import org.chancery.match.NamesFound.Named;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;
import org.chancery.time.EventTime;

/**
 * What speaks for and against a description meaning an event. One event is reported under different titles, in several
 * languages, with partial dates and various spellings, so several weak signs count together. Weights: title 0.8; date 0.5, one
 * day off with strength 0.6, further off against with 0.6, more than a week with 0.9; each shared participant up to 0.35, each
 * that the event does not have against with 0.1; city 0.25; venue 0.2; state 0.2, another one against with 0.6; kind 0.15, against
 * 0.25; time within half an hour 0.2, three hours off against with 0.4; part of the day 0.1; record type 0.05, against 0.15, and 0.8
 * between a declaration and a meeting.
 */
final class EventScoring {
    private static final double TITLE = 0.8;
    private static final double DATE = 0.5;
    private static final double NEXT_DAY = 0.6;
    private static final double OTHER_DAY = 0.6;
    private static final double OTHER_WEEK = 0.9;
    private static final int WEEK = 7;
    private static final double PARTICIPANT = 0.35;
    private static final double MISSING = 0.1;
    /** Of a state for those who took part in its name. */
    private static final double IN_ITS_NAME = 0.7;
    private static final double CITY = 0.25;
    private static final double VENUE = 0.2;
    private static final double STATE = 0.2;
    private static final double OTHER_STATE = 0.6;
    private static final double KIND = 0.15;
    private static final double OTHER_KIND = 0.25;
    private static final double TIME = 0.2;
    private static final double OTHER_TIME = 0.4;
    private static final Duration SAME_TIME = Duration.ofMinutes(30);
    private static final Duration ANOTHER_TIME = Duration.ofHours(3);
    private static final double DAY_PART = 0.1;
    private static final double TYPE = 0.05;
    private static final double OTHER_TYPE = 0.15;
    private static final double NO_MEETING = 0.8;

    private EventScoring() {
    }

    static void title(Score score, Named named) {
        if (named != null) {
            score.agree(Feature.NAME, TITLE, named.strength(), named.given(), named.found());
        }
    }

    static void facts(Score score, EventDescription given, Facts found) {
        type(score, given.types(), found.type());
        if (given.kind() != null && found.kind() != null && given.types().contains(found.type())) {
            if (given.kind().equals(found.kind())) {
                score.agree(Feature.KIND, KIND, 1, given.kind(), found.kind());
            } else {
                score.contradict(Feature.KIND, OTHER_KIND, 1, given.kind(), found.kind());
            }
        }
        if (given.start() != null && found.days() != null) {
            date(score, given.start(), found);
            time(score, given.start(), found);
        }
        same(score, Feature.CITY, CITY, given.city(), found.city());
        same(score, Feature.VENUE, VENUE, given.venue(), found.venue());
        if (!given.stateIds().isEmpty() && found.stateId() != null) {
            boolean agrees = given.stateIds().contains(found.stateId());
            score.compare(agrees, Feature.STATE, agrees ? STATE : OTHER_STATE, 1, null, found.stateId());
        }
    }

    /** Where the source's word for it is not the registry's, a meeting may be called a summit. */
    private static void type(Score score, Set<RecordType> given, RecordType found) {
        if (given.size() == 1) {
            String word = given.iterator().next().word();
            if (given.contains(found)) {
                score.agree(Feature.RECORD_TYPE, TYPE, 1, word, found.word());
            } else {
                boolean declaration = found == RecordType.DECLARATION || given.contains(RecordType.DECLARATION);
                score.contradict(Feature.RECORD_TYPE, declaration ? NO_MEETING : OTHER_TYPE, 1, word, found.word());
            }
        }
    }

    private static void date(Score score, EventTime given, Facts found) {
        Days these = Days.of(given.date());
        String edtf = found.start().edtf();
        long gap = these.gap(found.days());
        if (gap <= 1) {
            score.agree(Feature.DATE, DATE, these.closeness(found.days()) * (gap == 0 ? 1 : NEXT_DAY), given.date().edtf(), edtf);
        } else {
            score.contradict(Feature.DATE, gap <= WEEK ? OTHER_DAY : OTHER_WEEK, these.certainty(found.days()), given.date().edtf(), edtf);
        }
    }

    /** Local times, as the sources give them. */
    private static void time(Score score, EventTime given, Facts found) {
        if (given.time() != null && found.time() != null) {
            Duration apart = Duration.between(given.time(), found.time()).abs();
            if (apart.compareTo(SAME_TIME) <= 0) {
                score.agree(Feature.TIME, TIME, 1, given.time().toString(), found.time().toString());
            } else if (apart.compareTo(ANOTHER_TIME) >= 0) {
                score.contradict(Feature.TIME, OTHER_TIME, 1, given.time().toString(), found.time().toString());
            }
        } else if (given.dayPart() != null && given.dayPart().word().equals(found.dayPart())) {
            score.agree(Feature.TIME, DAY_PART, 1, found.dayPart(), found.dayPart());
        }
    }

    /** Towns and houses have as many spellings as languages, so another one says nothing. */
    private static void same(Score score, Feature feature, double weight, String given, String found) {
        if (given != null && found != null && Folding.fold(given).equals(Folding.fold(found))) {
            score.agree(feature, weight, 1, given, found);
        }
    }

    private record Presence(Participant given, double strength, Participation found) {
    }

    /**
     * @param resolved for each participant given, the actors that it may mean; empty where none was found
     */
    static void participants(Score score, List<Participant> given, List<Map<UUID, Named>> resolved, List<Participation> found) {
        List<Presence> present = new ArrayList<>();
        List<Participant> missing = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Presence presence = presence(given.get(i), resolved.get(i), found);
            if (presence.found() != null) {
                present.add(presence);
            } else if (!resolved.get(i).isEmpty()) {
                missing.add(given.get(i));
            }
        }
        Set<Participation> shared = new HashSet<>(present.stream().map(Presence::found).toList());
        double specific = 0.5 + 0.5 * shared.size() / Math.max(1, Set.copyOf(found).size());
        for (Presence each : present) {
            score.compare(true, Feature.PARTICIPANT, PARTICIPANT, each.strength() * specific, each.given().name(), each.found().actorId());
        }
        if (!found.isEmpty()) {
            missing.forEach(each -> score.contradict(Feature.PARTICIPANT, MISSING, 1, each.name(), null));
        }
    }

    private static Presence presence(Participant given, Map<UUID, Named> actors, List<Participation> found) {
        Presence best = new Presence(given, 0, null);
        String folded = given.name() == null ? null : Folding.fold(given.name());
        for (Participation each : found) {
            double strength = strength(each.actorId(), actors);
            strength = Math.max(strength, IN_ITS_NAME * strength(each.onBehalfOfId(), actors));
            strength = Math.max(strength, folded != null && folded.equals(each.folded()) ? 1 : 0);
            if (strength > best.strength()) {
                best = new Presence(given, strength, each);
            }
        }
        return best;
    }

    private static double strength(UUID id, Map<UUID, Named> actors) {
        return id != null && actors.containsKey(id) ? actors.get(id).strength() : 0;
    }
}
