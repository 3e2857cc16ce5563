package nl.doorlichting.reporting.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of one family whose roots differ, so that the database does not find one by the other: "evalueren" and "evaluatie",
 * "salafist" and "salafisme". By rule, so what is given need not be a word: it is searched for only where a text or a label
 * has it.
 */
final class KindredWords {
    private static final Pattern VERB = Pattern.compile("(.{3,})eer(?:d|de|den|t)?|(.{3,})eren(?:d|de)?");
    private static final Pattern NOUN_OF_VERB = Pattern.compile("(.{3,})aties?");
    private static final Pattern MOVEMENT = Pattern.compile("(.{3,})isme(?:n|s)?");
    private static final Pattern FOLLOWER = Pattern.compile("(.{3,})ist(?:en|e|isch|ische)?");

    private KindredWords() {}

    /** What to search for beside a word; empty for most. */
    static List<String> of(String word) {
        var verb = VERB.matcher(word);
        if (verb.matches()) {
            var stem = verb.group(1) == null ? verb.group(2) : verb.group(1);
            return Stream.of(stem, stem.replaceFirst("^ge(?=.{3})", ""))
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

    private static List<String> with(Pattern family, String word, String... endings) {
        var matcher = family.matcher(word);
        return matcher.matches()
                ? Stream.of(endings).map(ending -> matcher.group(1) + ending).toList()
                : List.of();
    }
}
