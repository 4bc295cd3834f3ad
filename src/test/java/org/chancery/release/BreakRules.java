package org.chancery.release;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.release.Change.Kind;

/**
 * Which changes break a client: one that sends what is changed (a request), one that reads it (a response), or one that was
 * generated from the contract, which has names and types of it. What no rule names breaks both.
 */
final class BreakRules {
    enum Direction { REQUEST, RESPONSE }

    private record Rule(Set<Kind> inRequests, Set<Kind> inResponses) {
    }

    private static final String ANY = "added removed raised lowered changed";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            //   what                     breaks in requests         breaks in responses
            rule("servers/*",             "removed",                 "removed"),
            rule("paths/*",               "removed",                 "removed"),
            rule("get",                   "removed",                 "removed"),
            rule("post",                  "removed",                 "removed"),
            rule("put",                   "removed",                 "removed"),
            rule("patch",                 "removed",                 "removed"),
            rule("delete",                "removed",                 "removed"),
            rule("security/*",            "removed",                 "removed"),
            rule("securitySchemes/*",     "removed",                 "removed"),
            rule("parameters/*",          "removed",                 "removed"),
            rule("requestBody",           "removed",                 "removed"),
            rule("responses/success",     "added removed",           "added removed"),
            rule("responses/error",       "removed",                 "removed"),
            rule("headers/*",             "removed",                 "removed"),
            rule("content/*",             "removed",                 "added removed"),
            rule("schemas/*",             "removed",                 "removed"),
            rule("properties/*",          "removed",                 "removed"),
            // a flag of parameters, bodies and headers; names of members in schemas
            rule("required",              "added",                   "removed"),
            rule("required/*",            "added",                   "removed"),
            // a constant that is gone does not compile; a closed set that grows is not closed
            rule("enum/*",                "removed",                 "added removed"),
            rule("x-extensible-enum",     "added",                   "removed"),
            rule("x-extensible-enum/*",   "removed",                 "removed"),
            rule("pattern",               "added changed",           "removed changed"),
            rule("maxLength",             "added lowered",           "removed raised"),
            rule("maxItems",              "added lowered",           "removed raised"),
            rule("maxProperties",         "added lowered",           "removed raised"),
            rule("maximum",               "added lowered",           "removed raised"),
            rule("exclusiveMaximum",      "added",                   "removed"),
            rule("minLength",             "added raised",            "removed lowered"),
            rule("minItems",              "added raised",            "removed lowered"),
            rule("minProperties",         "added raised",            "removed lowered"),
            rule("minimum",               "added raised",            "removed lowered"),
            rule("exclusiveMinimum",      "added",                   "removed"),
            rule("uniqueItems",           "added",                   "removed"),
            rule("nullable",              "removed",                 "added"),
            // what a request without the parameter or member means
            rule("default",               ANY,                       ""));

    private BreakRules() {
    }

    static boolean breaks(Change change, Set<Direction> directions) {
        Rule rule = RULES.get(change.place().sort());
        return rule == null || directions.stream().anyMatch(direction ->
                (direction == Direction.REQUEST ? rule.inRequests() : rule.inResponses()).contains(change.kind()));
    }

    private static Map.Entry<String, Rule> rule(String what, String inRequests, String inResponses) {
        return Map.entry(what, new Rule(kinds(inRequests), kinds(inResponses)));
    }

    private static Set<Kind> kinds(String words) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT))));
        return kinds;
    }
}
