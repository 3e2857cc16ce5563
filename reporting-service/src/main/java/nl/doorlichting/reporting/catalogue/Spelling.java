package nl.doorlichting.reporting.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Which words a mistyped word may stand for. */
final class Spelling {
    private static final int SHORT = 3;
    private static final int LONG = 8;
    private static final List<String> DENIALS = List.of("on", "in", "un", "non", "de", "anti");

    private Spelling() {}

    /** Those that a mistake or two lead to, the nearest first and else in the order given; the word itself is none of them. */
    static List<String> closest(String word, Collection<String> candidates, int most) {
        var byDistance = new TreeMap<Integer, List<String>>();
        var allowed = allowed(word);
        for (var candidate : candidates.stream().distinct().toList()) {
            // Each mistake changes the length by one letter at most.
            if (Math.abs(candidate.length() - word.length()) > allowed || isOpposite(word, candidate)) {
                continue;
            }
            var distance = mistakes(word, candidate);
            if (distance > 0 && distance <= allowed) {
                byDistance.computeIfAbsent(distance, none -> new ArrayList<>()).add(candidate);
            }
        }
        return byDistance.values().stream().flatMap(List::stream).limit(most).toList();
    }

    /** Whether one is the other with a beginning that denies it, as "ondoeltreffend" and "doeltreffend": no mistake. */
    private static boolean isOpposite(String word, String candidate) {
        return DENIALS.stream().anyMatch(denial -> word.equals(denial + candidate) || candidate.equals(denial + word));
    }

    private static int allowed(String word) {
        if (word.length() < SHORT) {
            return 0;
        }
        return word.length() < LONG ? 1 : 2;
    }

    /** Letters left out, added, replaced, or changed with their neighbour: Damerau's distance, no letter touched twice. */
    static int mistakes(String typed, String meant) {
        var before = new int[meant.length() + 1];
        var previous = new int[meant.length() + 1];
        for (int j = 0; j <= meant.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            var row = new int[meant.length() + 1];
            row[0] = i;
            for (int j = 1; j <= meant.length(); j++) {
                var same = typed.charAt(i - 1) == meant.charAt(j - 1);
                row[j] = Math.min(Math.min(previous[j], row[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == meant.charAt(j - 2)
                        && typed.charAt(i - 2) == meant.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = previous;
            previous = row;
        }
        return previous[meant.length()];
    }
}
