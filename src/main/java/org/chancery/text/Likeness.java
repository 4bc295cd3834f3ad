package org.chancery.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How much of a query is in a name, word by word in any order. Words that are only typed to be polite or to connect count little
 * where they find no counterpart ("President Zelensky", "coalition of the willing").
 */
final class Likeness {
    /** Relations between a word typed and a word of the name, the closest first. */
    enum Relation { EQUAL, BEGINS, INFLECTED, LIKE, NONE }

    /** @param score 0 to 1 @param relation the loosest one that the score rests on */
    record Result(double score, Relation relation) {
        static final Result NOTHING = new Result(0, Relation.NONE);
    }

    private record Pair(double closeness, Relation relation) {
        static final Pair NONE = new Pair(0, Relation.NONE);
    }

    private static final double OF_NAME = 0.3;
    private static final double WEAK = 0.15;
    /** Of a word in another case. */
    private static final double INFLECTED = 0.95;
    /** What none, one, two wrong letters take away, by the letters of the word. */
    private static final double[] WRONG_LETTERS = {0, 1.2, 3};
    private static final Set<String> WEAK_WORDS = Set.of(("of the and for in on at a an de la le les du des et al ale lui și si cu din în pe der die das und von van "
            + "і та и й в у з із на до mr mrs ms sir dr president președintele presedintele президент президента президентом minister prime "
            + "прем єр міністр министр general генерал king queen lord his her excellency pan пан пані").split(" "));

    private Likeness() {
    }

    /** What was typed as it stands. */
    static Result of(List<String> query, List<String> name) {
        return of(query, name, 1, 1);
    }

    /** How it sounds: one letter says nothing, and two are no beginning. */
    static Result ofSounds(List<String> query, List<String> name) {
        return of(query, name, 2, 3);
    }

    /** As if all words agreed, for names that part their syllables in another way ("Xi Jin Ping"). */
    private static Result of(List<String> query, List<String> name, int shortest, int shortestBeginning) {
        if (query.isEmpty() || name.isEmpty()) {
            return Result.NOTHING;
        }
        if (query.stream().anyMatch(word -> word.length() >= shortest) && !query.equals(name) && String.join("", query).equals(String.join("", name))) {
            return new Result(0.97, Relation.EQUAL);
        }
        List<String> unused = new ArrayList<>(name);
        double found = 0;
        double asked = 0;
        double covered = 0;
        double counterparts = 0;
        Relation loosest = Relation.EQUAL;
        // long words choose first
        for (String word : query.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            Pair best = Pair.NONE;
            String counterpart = null;
            for (String candidate : unused) {
                Pair pair = word.length() < shortest ? Pair.NONE : compare(word, candidate, shortestBeginning);
                if (pair.closeness() > best.closeness()) {
                    best = pair;
                    counterpart = candidate;
                }
            }
            if (counterpart == null) {
                asked += weight(word) * (WEAK_WORDS.contains(word) ? WEAK : 1);
                loosest = WEAK_WORDS.contains(word) ? loosest : Relation.LIKE;
            } else {
                unused.remove(counterpart);
                asked += weight(word);
                found += weight(word) * best.closeness();
                covered += weight(counterpart) * best.closeness();
                counterparts += weight(counterpart);
                loosest = best.relation().compareTo(loosest) > 0 ? best.relation() : loosest;
            }
        }
        if (found == 0) {
            return Result.NOTHING;
        }
        double rest = unused.stream().mapToDouble(word -> weight(word) * (WEAK_WORDS.contains(word) ? WEAK : 1)).sum();
        return new Result(Math.pow(found / asked, 1.5) * (1 - OF_NAME + OF_NAME * covered / (counterparts + rest)), loosest);
    }

    /** A word counts by its letters. */
    private static double weight(String word) {
        return word.length();
    }

    private static Pair compare(String typed, String word, int shortestBeginning) {
        if (typed.equals(word)) {
            return new Pair(1, Relation.EQUAL);
        }
        Pair beginning = typed.length() >= shortestBeginning && word.startsWith(typed) ? new Pair(0.8 + 0.2 * typed.length() / word.length(), Relation.BEGINS) : Pair.NONE;
        Pair like = Inflections.ofOneWord(typed, word) ? new Pair(INFLECTED, Relation.INFLECTED) : misspelt(typed, word);
        return like.closeness() > beginning.closeness() ? like : beginning;
    }

    /** One letter wrong, missing, too many or changed with its neighbour in a word of four, two in one of seven; no other digit. */
    private static Pair misspelt(String typed, String word) {
        int length = Math.max(typed.length(), word.length());
        int allowed = Math.min(typed.length(), word.length()) < 3 || length < 4 ? 0 : length < 7 ? 1 : 2;
        if (allowed == 0 || Math.abs(typed.length() - word.length()) > allowed || hasDigit(typed) || hasDigit(word)) {
            return Pair.NONE;
        }
        int distance = distance(typed, word);
        return distance > allowed ? Pair.NONE : new Pair(1 - WRONG_LETTERS[distance] / length, Relation.LIKE);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Optimal string alignment. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    static boolean isWeak(String word) {
        return WEAK_WORDS.contains(word);
    }

    /** Whether the word typed and the word of the name have anything to do with each other. */
    static boolean related(String typed, String word, boolean sound) {
        return (!sound || typed.length() > 1) && compare(typed, word, sound ? 3 : 1).closeness() > 0;
    }
}
