package org.chancery.volume;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random choices that come out the same for the same seed, on every machine. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** 0 (inclusive) to the bound (exclusive). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of words that are given as {@code word*weight word*weight …}. */
    static final class Weighted {
        private final String[] words;
        private final int[] upTo;

        Weighted(String text) {
            String[] parts = text.trim().split("\\s+");
            words = new String[parts.length];
            upTo = new int[parts.length];
            int sum = 0;
            for (int i = 0; i < parts.length; i++) {
                String[] part = parts[i].split("\\*");
                words[i] = part[0].equals("-") ? null : part[0];
                sum += Integer.parseInt(part[1]);
                upTo[i] = sum;
            }
        }

        /** Null for the word {@code -}. */
        String one(Chance chance) {
            int at = Arrays.binarySearch(upTo, chance.below(upTo[upTo.length - 1]) + 1);
            return words[at < 0 ? -at - 1 : at];
        }
    }

    /** Ranks of which the first are by far the most frequent: that of rank n in proportion to 1 / (n + flat), Zipf and Mandelbrot. */
    static final class Skewed {
        private final double[] upTo;

        Skewed(int ranks, int flat) {
            upTo = new double[ranks];
            double sum = 0;
            for (int i = 0; i < ranks; i++) {
                sum += 1.0 / (i + flat);
                upTo[i] = sum;
            }
        }

        int one(Chance chance) {
            int at = Arrays.binarySearch(upTo, chance.random.nextDouble() * upTo[upTo.length - 1]);
            return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
        }
    }

    /** A UUIDv7 of this instant. */
    UUID id(Instant created) {
        return new UUID(created.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
