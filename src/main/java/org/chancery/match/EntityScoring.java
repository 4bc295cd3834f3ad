package org.chancery.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.EntityDescription.Office;
import org.chancery.match.EntityFacts.Facts;
import org.chancery.match.EntityFacts.Held;
import org.chancery.match.NamesFound.Named;
import org.chancery.record.RecordType;
import org.chancery.time.PartialDate;

/**
 * What speaks for and against a description meaning an entity. Weights, for and against: full name 0.95 (of a person 0.9; a
 * single word 0.75, as relatives share it); birth date 0.8, 0.9; death date 0.7, 0.9; other dates 0.5, 0.6; class 0.2, 0.4; state
 * 0.3, 0.6; capital 0.4, 0; office by id 0.6, by title 0.5, by function and actor 0.6, by one of them 0.3, and never against: the
 * registry need not know all offices.
 */
final class EntityScoring {
    private static final double NAME = 0.95;
    private static final double NAME_OF_PERSON = 0.9;
    private static final double SINGLE_WORD = 0.75;

    private record Weight(double agrees, double contradicts) {
    }

    private static final Map<Feature, Weight> WEIGHTS = Map.of(
            Feature.BIRTH_DATE, new Weight(0.8, 0.9), Feature.DEATH_DATE, new Weight(0.7, 0.9),
            Feature.FOUNDED, new Weight(0.5, 0.6), Feature.DISSOLVED, new Weight(0.5, 0.6),
            Feature.VALID_FROM, new Weight(0.5, 0.6), Feature.VALID_TO, new Weight(0.5, 0.6),
            Feature.CLASS, new Weight(0.2, 0.4), Feature.STATE, new Weight(0.3, 0.6), Feature.CAPITAL, new Weight(0.4, 0));

    private static final double OFFICE_ID = 0.6;
    private static final double OFFICE_TITLE = 0.5;
    private static final double FUNCTION_OF_ACTOR = 0.6;
    private static final double FUNCTION_OR_ACTOR = 0.3;
    /** The office was held, but not then. */
    private static final double OTHER_TIME = 0.3;

    private EntityScoring() {
    }

    /** @param named null where no name was found */
    static void name(Score score, Named named, RecordType type) {
        if (named != null) {
            boolean single = type == RecordType.PERSON && named.given().strip().split("\\s+").length == 1;
            score.agree(Feature.NAME, single ? SINGLE_WORD : type == RecordType.PERSON ? NAME_OF_PERSON : NAME, named.strength(), named.given(),
                    named.found());
        }
    }

    static void facts(Score score, EntityDescription description, Facts facts) {
        description.dates().forEach((feature, given) -> {
            PartialDate found = facts.dates().get(feature);
            if (found != null) {
                date(score, feature, given, found);
            }
        });
        description.words().forEach((feature, given) -> {
            String found = facts.words().get(feature);
            if (found != null) {
                word(score, feature, given, found);
            }
        });
    }

    private static void date(Score score, Feature feature, PartialDate given, PartialDate found) {
        Weight weight = WEIGHTS.get(feature);
        Days these = Days.of(given);
        Days those = Days.of(found);
        if (these.gap(those) == 0) {
            score.agree(feature, weight.agrees(), these.closeness(those), given.edtf(), found.edtf());
        } else {
            score.contradict(feature, weight.contradicts(), these.certainty(those), given.edtf(), found.edtf());
        }
    }

    private static void word(Score score, Feature feature, Set<String> given, String found) {
        Weight weight = WEIGHTS.get(feature);
        boolean agrees = given.contains(found);
        double counts = agrees ? weight.agrees() : weight.contradicts();
        if (feature == Feature.STATE) {
            score.compare(agrees, feature, counts, 1, null, UUID.fromString(found));
        } else if (agrees) {
            score.agree(feature, counts, 1, found, found);
        } else {
            score.contradict(feature, counts, 1, String.join(", ", given), found);
        }
    }

    /** @param titled offices that the title may mean; null where it is not given */
    static void office(Score score, Office office, Map<UUID, Named> titled, List<Held> held) {
        double best = 0;
        double weight = 0;
        Held reason = null;
        for (Held each : held) {
            double counts = weight(office, titled, each);
            double strength = (titled == null ? 1 : titled.containsKey(each.positionId()) ? titled.get(each.positionId()).strength() : 0)
                    * (office.date() == null || Days.of(office.date()).gap(each.days()) == 0 ? 1 : OTHER_TIME);
            if (counts * strength > weight * best) {
                weight = counts;
                best = strength;
                reason = each;
            }
        }
        if (reason != null) {
            score.compare(true, Feature.OFFICE, weight, best, given(office), reason.positionId());
        }
    }

    private static double weight(Office office, Map<UUID, Named> titled, Held held) {
        boolean contradicts = office.positionId() != null && !office.positionId().equals(held.positionId())
                || office.function() != null && !held.functions().contains(office.function())
                || office.ofActorId() != null && !office.ofActorId().equals(held.actorId())
                || titled != null && !titled.containsKey(held.positionId());
        if (contradicts) {
            return 0;
        }
        return office.positionId() != null ? OFFICE_ID
                : office.function() != null && office.ofActorId() != null ? FUNCTION_OF_ACTOR
                : titled != null ? OFFICE_TITLE : office.function() != null || office.ofActorId() != null ? FUNCTION_OR_ACTOR : 0;
    }

    private static String given(Office office) {
        return office.title() != null ? office.title() : office.function();
    }
}
