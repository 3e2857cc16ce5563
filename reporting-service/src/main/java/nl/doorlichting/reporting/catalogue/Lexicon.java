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
            List.of("s", "e", "en", "n", "er", "t", "d", "te", "de", "st", "je", "ed", "es", "ly");

    private static final List<String> OF_VERBS = List.of("t", "d", "te", "de", "ten", "den");
    // Only a participle ends in "d" after its stem, as "verhuurd": "weerd" is no form of "weren".
    private static final List<String> OF_PARTICIPLES =
            List.of("be", "ge", "her", "er", "mis", "onder", "ont", "over", "ver", "vol");
    private static final List<String> ENGLISH = List.of("s", "es", "ed", "ing");
    // A shorter word is rather a mistake for another than the form of a third.
    private static final int SHORT_FORM = 5;
    private static final int LONG_FORM = 6;
    private static final int LONGER_FORM = 7;
    private static final int SHORTEST_BASE = 3;
    private static final int SHORTEST_COMPOUNDED = 3;
    private static final String VOWELS = "aeiouy";
    // An "s" after these is no ending of its own, as in "klas", "prijs" and "less".
    private static final String NO_PLURAL = "aeiouyjs";

    private static final Set<String> SMALL = words("small-words").collect(Collectors.toUnmodifiableSet());
    // Arrays, because sets of so many take twice the memory.
    private static final String[] DUTCH = words("dutch-words").toArray(String[]::new);
    private static final String[] ENGLISH_WORDS = words("english-words").toArray(String[]::new);

    private Lexicon() {}

    /** Whether a word says nothing about what is looked for, as "deels" and "about". */
    static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /** Whether Dutch or English has the word, also in a usual form. */
    static boolean isWord(String word) {
        return isSmall(word)
                || isDutch(word)
                || isEnglish(word)
                || word.length() >= SHORT_FORM && (isDutchForm(word) || isVerbForm(word))
                || word.length() >= LONG_FORM && isEnglishForm(word);
    }

    /** Whether a longer word that begins so is a form or a compound of this one, or what is still being typed. */
    static boolean goesOn(String word, String longer) {
        var rest = longer.substring(word.length());
        return rest.isEmpty() || rest.length() >= SHORTEST_COMPOUNDED || INFLECTIONS.contains(rest) || !isWord(word);
    }

    /**
     * What the forms of a word have in common, so that a list need not have each: "leraar" and "leraren", "begroting" and
     * "begroot", "policy" and "policies".
     */
    static String root(String word) {
        var singular = word.endsWith("ies") ? without(word, 1) : withoutPlural(word);
        var root = singular;
        if (singular.equals(word) && word.length() > SHORTEST_BASE + 1 && word.endsWith("en")) {
            root = withoutPlural(without(word, 2));
        } else if (singular.length() > SHORTEST_BASE && singular.endsWith("e")) {
            root = withoutPlural(without(singular, 1));
        }
        root = plainEnd(root);
        for (var ending : List.of("ing", "es")) {
            root = root.length() > SHORTEST_BASE + ending.length() - 1 && root.endsWith(ending)
                    ? plainEnd(without(root, ending.length()))
                    : root;
        }
        return voiceless(root);
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

    private static boolean isDutch(String word) {
        return Arrays.binarySearch(DUTCH, word) >= 0;
    }

    private static boolean isEnglish(String word) {
        return Arrays.binarySearch(ENGLISH_WORDS, word) >= 0;
    }

    /** "gemeenten", "leraren", "klassen", "brieven", "docente", "moslims". */
    private static boolean isDutchForm(String word) {
        if (word.endsWith("s")) {
            return isDutch(without(word, 1));
        }
        if (word.endsWith("en") && word.length() >= LONGER_FORM && isDutch(without(word, 1))) {
            return true;
        }
        var ending = word.endsWith("en") && word.length() >= LONG_FORM ? 2 : word.endsWith("e") ? 1 : 0;
        if (ending == 0) {
            return false;
        }
        var base = without(word, ending);
        var voiceless = voiceless(base);
        return Stream.of(base, plainEnd(base), longVowel(base), voiceless, longVowel(voiceless))
                .anyMatch(Lexicon::isDutch);
    }

    /** "maakt" of "maken", "gelooft" of "geloven". */
    private static boolean isVerbForm(String word) {
        return OF_VERBS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_BASE)
                .filter(ending -> !ending.equals("d") || OF_PARTICIPLES.stream().anyMatch(word::startsWith))
                .map(ending -> without(word, ending.length()))
                .flatMap(base -> Stream.of(base, plainEnd(base), voiced(plainEnd(base))))
                .anyMatch(base -> isDutch(base + "en"));
    }

    /** "teachers", "churches", "measured", "planning". */
    private static boolean isEnglishForm(String word) {
        return ENGLISH.stream()
                .filter(word::endsWith)
                .map(ending -> without(word, ending.length()))
                .anyMatch(base ->
                        isEnglish(base) || !word.endsWith("s") && (isEnglish(base + "e") || isEnglish(plainEnd(base))));
    }

    private static String withoutPlural(String word) {
        return word.length() > SHORTEST_BASE
                        && word.endsWith("s")
                        && NO_PLURAL.indexOf(word.charAt(word.length() - 2)) < 0
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
