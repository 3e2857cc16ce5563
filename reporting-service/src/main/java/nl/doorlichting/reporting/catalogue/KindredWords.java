package nl.doorlichting.reporting.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words of one family whose roots differ, so that the database does not find one by the other: "evalueren" and "evaluatie",
 * "salafist" and "salafisme". By rule, so what is given need not be a word: it is searched for only where a text or a label
 * has it.
 */
final class KindredWords {
    private static final int SHORTEST_STEM = 3;
    private static final List<String> VERB =
            List.of("eer", "eerd", "eerde", "eerden", "eert", "eren", "erend", "erende");
    private static final List<String> NOUN_OF_VERB = List.of("atie", "aties");
    private static final List<String> MOVEMENT = List.of("isme", "ismen", "ismes");
    private static final List<String> FOLLOWER = List.of("ist", "iste", "isten", "istisch", "istische");
    private static final String OF_PARTICIPLE = "ge";

    private KindredWords() {}

    /** What to search for beside a word; empty for most. */
    static List<String> of(String word) {
        var verb = stem(word, VERB);
        if (verb.isPresent()) {
            return Stream.of(verb.get(), withoutParticiple(verb.get()))
                    .distinct()
                    .map(one -> one + "atie")
                    .toList();
        }
        return Stream.of(
                        // "evalueer" for "evalueert" and "evalueerden", which begin so.
                        with(NOUN_OF_VERB, word, "eren", "eer"),
                        with(MOVEMENT, word, "ist"),
                        with(FOLLOWER, word, "isme"))
                .flatMap(List::stream)
                .toList();
    }

    private static String withoutParticiple(String stem) {
        return stem.startsWith(OF_PARTICIPLE) && stem.length() >= OF_PARTICIPLE.length() + SHORTEST_STEM
                ? stem.substring(OF_PARTICIPLE.length())
                : stem;
    }

    private static List<String> with(List<String> family, String word, String... endings) {
        return stem(word, family).stream()
                .flatMap(stem -> Stream.of(endings).map(ending -> stem + ending))
                .toList();
    }

    private static Optional<String> stem(String word, List<String> endings) {
        return endings.stream()
                .filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .filter(stem -> stem.length() >= SHORTEST_STEM)
                .findFirst();
    }
}
