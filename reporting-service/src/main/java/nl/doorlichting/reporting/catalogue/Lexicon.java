package nl.doorlichting.reporting.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of Dutch and English, in small letters without accents, as far as a search has to know them: which say nothing,
 * and which are no mistakes although no published text has them.
 */
final class Lexicon {
    /** How an inflected word goes on. What goes on by one or two other letters is another word: "politie" and "politiek". */
    static final List<String> INFLECTIONS =
            List.of("s", "e", "en", "n", "er", "t", "d", "te", "de", "st", "je", "ed", "es", "ly", "y");

    private static final List<String> ENDINGS = List.of(
            "s", "e", "en", "n", "je", "jes", "st", "ste", "heid", "heden", "t", "d", "te", "de", "ten", "den",
            "ed", "ing", "ings", "es", "ly");
    private static final Set<String> OF_VERBS = Set.of("t", "d", "te", "de", "ten", "den");
    private static final Set<String> ENGLISH = Set.of("ed", "ing", "ings");
    private static final int SHORTEST_BASE = 3;
    private static final int SHORTEST_COMPOUNDED = 3;
    private static final String VOWELS = "aeiouy";
    // An "s" after these is no ending of its own, as in "klas", "prijs" and "less".
    private static final String NO_PLURAL = "aeiouyjs";

    private static final Set<String> SMALL = words("small-words").collect(Collectors.toUnmodifiableSet());
    // An array, because a set of so many takes twice the memory.
    private static final String[] WORDS = Stream.concat(words("dutch-words"), words("english-words"))
            .distinct()
            .sorted()
            .toArray(String[]::new);

    private Lexicon() {}

    /** Whether a word says nothing about what is looked for, as "deels" and "about". */
    static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /** Whether Dutch or English has the word, also in an inflected form. */
    static boolean isWord(String word) {
        return isListed(word)
                || ENDINGS.stream()
                        .filter(ending ->
                                word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_BASE)
                        .anyMatch(ending -> isBase(word.substring(0, word.length() - ending.length()), ending));
    }

    /** Whether a longer word that begins so is a form or a compound of this one, or what is still being typed. */
    static boolean goesOn(String word, String longer) {
        var rest = longer.substring(word.length());
        return rest.isEmpty() || rest.length() >= SHORTEST_COMPOUNDED || INFLECTIONS.contains(rest) || !isWord(word);
    }

    /** What the forms of a word have in common, so that a list need not have each: "leraar" and "leraren", "policy" and "policies". */
    static String root(String word) {
        var singular = word.endsWith("ies") ? without(word, 1) : withoutPlural(word);
        var root = singular;
        if (singular.equals(word) && word.length() > SHORTEST_BASE + 1 && word.endsWith("en")) {
            root = withoutPlural(without(word, 2));
        } else if (singular.length() > SHORTEST_BASE && singular.endsWith("e")) {
            root = withoutPlural(without(singular, 1));
        }
        return voiceless(plainEnd(root));
    }

    /** The lines of a file of this kind, without comments. */
    static Stream<String> lines(String name) {
        try (var file = Lexicon.class.getResourceAsStream("/search/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String name) {
        return lines(name).flatMap(line -> Arrays.stream(line.split(" ")));
    }

    private static boolean isListed(String word) {
        return SMALL.contains(word) || Arrays.binarySearch(WORDS, word) >= 0;
    }

    private static boolean isBase(String base, String ending) {
        var plain = plainEnd(base);
        if (OF_VERBS.contains(ending)) {
            // "maakt" of "maken", "gelooft" of "geloven".
            return Stream.of(base, plain, voiced(plain)).anyMatch(verb -> isListed(verb + "en"));
        }
        // After "gemeente" an "n", after "gemeent" none.
        if (ending.equals("n") && !base.endsWith("e")) {
            return false;
        }
        var voiceless = voiceless(base);
        return Stream.of(base, plain, longVowel(base), voiceless, longVowel(voiceless)).anyMatch(Lexicon::isListed)
                || ENGLISH.contains(ending) && isListed(base + "e");
    }

    private static String withoutPlural(String word) {
        return word.length() > SHORTEST_BASE && word.endsWith("s") && NO_PLURAL.indexOf(word.charAt(word.length() - 2)) < 0
                ? without(word, 1)
                : word;
    }

    /** "brief" for "briev", "reis" for "reiz", and the same for "policy" and "polici". */
    private static String voiceless(String word) {
        return switch (word.charAt(word.length() - 1)) {
            case 'v' -> without(word, 1) + "f";
            case 'z' -> without(word, 1) + "s";
            case 'y' -> without(word, 1) + "i";
            default -> word;
        };
    }

    private static String voiced(String word) {
        return switch (word.charAt(word.length() - 1)) {
            case 'f' -> without(word, 1) + "v";
            case 's' -> without(word, 1) + "z";
            default -> word;
        };
    }

    /** Without the doubled consonant or vowel at the end: "less" of "lessen", "leraar". */
    private static String plainEnd(String word) {
        var length = word.length();
        if (length <= SHORTEST_BASE) {
            return word;
        }
        var last = word.charAt(length - 1);
        if (!isVowel(word, 1) && last == word.charAt(length - 2)) {
            return without(word, 1);
        }
        if (!isVowel(word, 1) && isVowel(word, 2) && word.charAt(length - 2) == word.charAt(length - 3)) {
            return without(word, 2) + last;
        }
        return word;
    }

    /** "leraar" for "lerar". */
    private static String longVowel(String word) {
        return isVowel(word, 1) || !isVowel(word, 2)
                ? word
                : without(word, 1) + word.charAt(word.length() - 2) + word.charAt(word.length() - 1);
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static boolean isVowel(String word, int fromEnd) {
        return word.length() >= fromEnd && VOWELS.indexOf(word.charAt(word.length() - fromEnd)) >= 0;
    }
}
