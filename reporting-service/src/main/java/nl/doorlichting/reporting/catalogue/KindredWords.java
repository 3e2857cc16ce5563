package nl.doorlichting.reporting.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.Codelists;

/**
 * Words that stand for each other, so that one finds what has another: "leerkracht" and "docent", "evalueren" and "evaluatie".
 * The file {@code search/kindred-words.txt} has them, and says how to add some.
 */
final class KindredWords {
    // Their labels are words of texts in both languages, not codes of items.
    private static final List<String> CODELISTS = List.of("funding-instruments");
    private static final String ENDING = "~";
    private static final int SHORTEST_STEM = 3;
    private static final int MOST_WORDS = 4;

    private static final List<Ending> ENDINGS = new ArrayList<>();
    /** By the root of its words as one. */
    private static final Map<String, Set<List<String>>> FAMILIES = new HashMap<>();

    static {
        Lexicon.lines("kindred-words").forEach(KindredWords::add);
        CODELISTS.forEach(list -> Codelists.find(list).orElseThrow().values().forEach(value -> {
            var labels = List.of(value.labelDutch(), value.labelEnglish());
            addFamily(labels, labels);
        }));
    }

    private KindredWords() {}

    /**
     * Words of a search that are one member of a family.
     *
     * @param from place of the first word
     * @param until place after the last one
     * @param others the other members, each by its words
     * @param isMade whether a rule made them of the word, so that they can be beginnings of words and no words
     */
    record Family(int from, int until, List<List<String>> others, boolean isMade) {}

    /** What a word can begin and end with, and what else there can be in place of that. */
    private record Ending(String beginning, String ending, List<String> others) {
        Stream<String> of(String word) {
            var until = word.length() - ending.length();
            if (until - beginning.length() < SHORTEST_STEM || !word.startsWith(beginning) || !word.endsWith(ending)) {
                return Stream.empty();
            }
            return others.stream().map(other -> word.substring(beginning.length(), until) + other);
        }
    }

    /** The families that words of a search belong to; a family of several words for those that stand together. */
    static List<Family> in(List<String> words) {
        var families = new ArrayList<Family>();
        for (int from = 0; from < words.size(); from++) {
            for (int until = from + 1; until <= Math.min(words.size(), from + MOST_WORDS); until++) {
                var member = words.subList(from, until);
                var others = FAMILIES.getOrDefault(key(member), Set.of()).stream()
                        .filter(other -> !key(other).equals(key(member)))
                        .toList();
                if (!others.isEmpty()) {
                    families.add(new Family(from, until, others, false));
                }
            }
            var made = ofEndings(words.get(from));
            if (!made.isEmpty()) {
                families.add(new Family(from, from + 1, made, true));
            }
        }
        return families;
    }

    /** The members of all families that are one word. */
    static Stream<String> single() {
        return FAMILIES.values().stream()
                .flatMap(Set::stream)
                .filter(member -> member.size() == 1)
                .map(member -> member.get(0))
                .distinct();
    }

    /** By rule, so what is given need not be a word. */
    private static List<List<String>> ofEndings(String word) {
        return ENDINGS.stream()
                .flatMap(ending -> ending.of(word))
                .distinct()
                .map(List::of)
                .toList();
    }

    private static void add(String line) {
        var sides = Arrays.stream(line.split(">"))
                .map(side -> Arrays.stream(side.split(",")).map(String::strip).toList())
                .toList();
        if (line.contains(ENDING)) {
            var others = sides.get(1).stream()
                    .map(other -> other.substring(ENDING.length()))
                    .toList();
            sides.get(0).stream()
                    .map(one -> one.split(ENDING))
                    .forEach(parts -> ENDINGS.add(new Ending(parts[0], parts[1], others)));
            return;
        }
        addFamily(sides.get(0), sides.stream().flatMap(List::stream).toList());
    }

    private static void addFamily(List<String> members, List<String> found) {
        var others = found.stream().map(SearchWords::of).collect(Collectors.toCollection(LinkedHashSet::new));
        members.forEach(member -> FAMILIES.computeIfAbsent(key(SearchWords.of(member)), none -> new LinkedHashSet<>())
                .addAll(others));
    }

    // However it is written: "extreemrechts", "extreem rechts" and "extreem-rechtse" are one.
    private static String key(List<String> words) {
        return Lexicon.root(String.join("", words));
    }
}
