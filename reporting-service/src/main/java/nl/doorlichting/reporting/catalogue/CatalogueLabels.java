package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * The names of places and the labels of codes, in both languages: by them a word of a search finds the items that have the
 * code. Names are looked up when a search is made, so that a new register or wording holds for every item at once.
 */
@ApplicationScoped
class CatalogueLabels {
    private static final Map<String, List<String>> CODELISTS = codelists();
    // What places are called beside their official names.
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "GM0518", List.of("Den Haag", "The Hague"),
            "GM0796", List.of("Den Bosch"),
            "PV21", List.of("Fryslân"),
            "PV27", List.of("North Holland"),
            "PV28", List.of("South Holland"),
            "PV30", List.of("North Brabant"));
    // Words of labels that say nothing about what is meant.
    private static final Set<String> SMALL =
            Set.of("de", "het", "den", "een", "en", "of", "van", "bij", "met", "the", "and", "s", "t");
    private static final Set<String> DENIALS = Set.of("niet", "geen", "not", "no");
    // Words before the name of a place that say of which kind it is.
    private static final Map<String, String> PLACE_KINDS = Map.of(
            "gemeente", CatalogueFacets.MUNICIPALITY,
            "municipality", CatalogueFacets.MUNICIPALITY,
            "provincie", CatalogueFacets.PROVINCE,
            "province", CatalogueFacets.PROVINCE);
    private static final Set<String> INFLECTIONS = Set.of("e", "en", "s");
    private static final Set<String> ENDINGS_OF_PLACES = Set.of("", "en", "n", "e", "he");
    private static final String ADJECTIVE = "se";
    private static final int BEGUN = 3;
    private static final int SHORT_PART = 4;
    private static final int PART = 5;
    private static final int LONGEST_ENDING = 3;

    /** A label of one code, by its words. */
    private record Label(String facet, List<String> words) {
        boolean isOfPlace() {
            return facet.startsWith(CatalogueFacets.MUNICIPALITY) || facet.startsWith(CatalogueFacets.PROVINCE);
        }
    }

    /**
     * The facets that a word of a search can mean.
     *
     * @param begun those of which a label has the word, also begun, inflected or in a compound, and for a municipality those
     *     that it was merged into or made of
     * @param whole those of which the search has the whole label, this word in it
     * @param otherNames what else the place is called of which the search has the whole name, this word in it: the words of
     *     each name
     * @param opposites those that the word would mean without the denial before it
     */
    record Meaning(Set<String> begun, Set<String> whole, List<List<String>> otherNames, Set<String> opposites) {
        /** Of a word of no label. */
        static final Meaning NONE = new Meaning(Set.of(), Set.of(), List.of(), Set.of());

        /** The same, or one of these facets. */
        Meaning or(Set<String> others, Set<String> labelled) {
            return new Meaning(either(either(begun, others), labelled), either(whole, labelled), otherNames, opposites);
        }

        /** These facets alone. */
        Meaning only(Set<String> labelled) {
            return new Meaning(labelled, labelled, otherNames, opposites);
        }

        private static Set<String> either(Set<String> some, Set<String> others) {
            var either = new TreeSet<>(some);
            either.addAll(others);
            return either;
        }
    }

    private final List<Label> labels;
    private final Map<String, Set<String>> became;
    private final Map<String, Set<String>> relatives;
    /** Of each place with several, the words of its names. */
    private final Map<String, Set<List<String>>> names = new HashMap<>();

    private final Map<String, List<String>> shown = new HashMap<>();
    private final Set<String> words = new TreeSet<>();

    CatalogueLabels(MunicipalityRegister register) {
        var all = new ArrayList<Label>();
        CODELISTS.forEach((facet, lists) -> lists.forEach(
                list -> Codelists.find(list).orElseThrow().values().forEach(value -> add(all, facet, value))));
        for (var municipality : register.all()) {
            var province = municipality.province();
            add(all, CatalogueFacets.MUNICIPALITY, municipality.code(), municipality.name(), municipality.name());
            add(all, CatalogueFacets.PROVINCE, province.code(), province.name(), province.name());
        }
        labels = all.stream().distinct().toList();
        labels.forEach(label -> words.addAll(label.words()));
        labels.stream()
                .filter(Label::isOfPlace)
                .forEach(label -> names.computeIfAbsent(label.facet(), none -> new LinkedHashSet<>())
                        .add(label.words()));
        names.values().removeIf(several -> several.size() == 1);
        became = became(register);
        relatives = relatives(became);
    }

    /** What the label of a facet is in Dutch and in English; empty for one that has none. */
    Optional<List<String>> shown(String facet) {
        return Optional.ofNullable(shown.get(facet));
    }

    /** The facet of a municipality, and those of the municipalities that it was merged into or made of. */
    Set<String> withRelatives(String municipality) {
        var facet = municipality(municipality);
        var facets = new TreeSet<>(relatives.getOrDefault(facet, Set.of()));
        facets.add(facet);
        return facets;
    }

    /** What each word of a search can mean. */
    List<Meaning> meanings(List<String> words) {
        var whole = whole(words);
        var meanings = new ArrayList<Meaning>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (isDenied(words, i)) {
                // Only the labels that have the denial too.
                var denied = new TreeSet<>(whole.get(i));
                denied.retainAll(whole.get(i - 1));
                var begun = new TreeSet<>(denied);
                begun.addAll(inflected(List.of(words.get(i - 1)), word));
                var opposites = new TreeSet<>(inflected(List.of(), word));
                opposites.removeAll(begun);
                meanings.add(new Meaning(begun, denied, List.of(), opposites));
                continue;
            }
            var begun = new TreeSet<>(begun(word));
            begun.addAll(placeAfter(words, i, whole));
            var otherNames = whole.get(i).stream()
                    .flatMap(facet -> names.getOrDefault(facet, Set.of()).stream())
                    .distinct()
                    .filter(name -> !words.containsAll(name))
                    .toList();
            // By every name of a place the same is found.
            otherNames.stream().filter(name -> name.size() == 1).forEach(name -> begun.addAll(begun(name.get(0))));
            meanings.add(new Meaning(begun, whole.get(i), otherNames, Set.of()));
        }
        return meanings;
    }

    /** What a word means that a rule made of one that was typed. */
    Set<String> kindred(String word) {
        return begun(word);
    }

    /** Whether a label has this word. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** The names of the municipalities that this one became, if the search is the name of one that is no more. */
    List<String> laterNames(List<String> search) {
        var telling = search.stream().filter(CatalogueLabels::says).toList();
        return labels.stream()
                .filter(label -> label.isOfPlace() && label.words().equals(telling))
                .flatMap(label -> became.getOrDefault(label.facet(), Set.of()).stream())
                .map(facet -> String.join(" ", SearchWords.of(shown.get(facet).get(0))))
                .distinct()
                .toList();
    }

    /** After "gemeente" or "provincie", the place that is named: what has its code need not have that word. */
    private static Set<String> placeAfter(List<String> words, int place, List<Set<String>> whole) {
        var kind = PLACE_KINDS.get(words.get(place));
        var named = place + 1;
        while (named < words.size() && !says(words.get(named))) {
            named++;
        }
        if (kind == null || named == words.size()) {
            return Set.of();
        }
        return whole.get(named).stream()
                .filter(facet -> facet.startsWith(kind + ":"))
                .collect(Collectors.toSet());
    }

    /** The facets of which the whole search is a label; not those of places with one word, which can be any word. */
    Set<String> labelled(List<String> words) {
        var telling = words.stream().filter(CatalogueLabels::says).toList();
        var facets = new TreeSet<String>();
        labels.stream()
                .filter(label -> label.words().equals(telling) && !(label.isOfPlace() && telling.size() == 1))
                .forEach(label -> facets.add(label.facet()));
        return facets;
    }

    /** The facets of which a label has these words and then a form of the word: "niet" and "doeltreffende". */
    private Set<String> inflected(List<String> before, String word) {
        return labels.stream()
                .filter(label -> !label.isOfPlace() && label.words().size() == before.size() + 1)
                .filter(label -> label.words().subList(0, before.size()).equals(before)
                        && isInflected(word, label.words().get(before.size())))
                .map(Label::facet)
                .collect(Collectors.toSet());
    }

    private static boolean isInflected(String word, String part) {
        return word.equals(part)
                || part.length() >= SHORT_PART
                        && word.startsWith(part)
                        && INFLECTIONS.contains(word.substring(part.length()));
    }

    /** Whether the word before denies it, as in "niet doeltreffend", which is not what "doeltreffend" means. */
    static boolean isDenied(List<String> words, int place) {
        return place > 0 && denies(words.get(place - 1));
    }

    /** Whether a word denies the one after it. No other word stands for it. */
    static boolean denies(String word) {
        return DENIALS.contains(word);
    }

    /** Whether a word says something, which "den" does not in "Den Haag". */
    static boolean says(String word) {
        return !SMALL.contains(word);
    }

    /** All words of all labels. */
    Collection<String> words() {
        return Collections.unmodifiableSet(words);
    }

    private Set<String> begun(String word) {
        var facets = new TreeSet<String>();
        for (var label : labels) {
            if (says(word)
                    && label.words().stream().anyMatch(part -> resembles(word, part) || isForm(word, part, label))) {
                facets.add(label.facet());
                facets.addAll(relatives.getOrDefault(label.facet(), Set.of()));
            }
        }
        return facets;
    }

    private static boolean resembles(String word, String part) {
        if (part.equals(word)) {
            return true;
        }
        return word.length() >= BEGUN && part.startsWith(word) && Lexicon.goesOn(word, part)
                || word.length() >= PART && part.contains(word)
                || part.length() >= PART && word.startsWith(part) && word.length() - part.length() <= LONGEST_ENDING;
    }

    /** Forms of short words, as "goede" of "goed", and adjectives of places, as "Haagse" and "Groningse". */
    private static boolean isForm(String word, String part, Label label) {
        if (!label.isOfPlace()) {
            return isInflected(word, part);
        }
        var base = word.endsWith(ADJECTIVE) ? word.substring(0, word.length() - ADJECTIVE.length()) : "";
        return base.length() >= SHORT_PART
                && part.startsWith(base)
                && ENDINGS_OF_PLACES.contains(part.substring(base.length()));
    }

    /** By the place of each word in the search: the facets of the longest label that stands there. */
    private List<Set<String>> whole(List<String> words) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < words.size(); i++) {
            if (says(words.get(i))) {
                places.add(i);
            }
        }
        var telling = places.stream().map(words::get).toList();
        var found = new ArrayList<>(Collections.nCopies(words.size(), Set.<String>of()));
        var lengths = new int[words.size()];
        for (var label : labels) {
            var at = label.words().isEmpty() ? -1 : Collections.indexOfSubList(telling, label.words());
            for (int i = at; at >= 0 && i < at + label.words().size(); i++) {
                var place = places.get(i);
                if (label.words().size() >= lengths[place]) {
                    var facets =
                            new TreeSet<String>(label.words().size() > lengths[place] ? Set.of() : found.get(place));
                    facets.add(label.facet());
                    found.set(place, facets);
                    lengths[place] = label.words().size();
                }
            }
        }
        return found;
    }

    private void add(List<Label> all, String facet, CodelistValue value) {
        add(all, facet, value.code(), value.labelDutch(), value.labelEnglish());
    }

    private void add(List<Label> all, String name, String code, String dutch, String english) {
        var facet = CatalogueFacets.facet(name, code);
        shown.put(facet, List.of(dutch, english));
        Stream.concat(Stream.of(dutch, english), OTHER_NAMES.getOrDefault(code, List.of()).stream())
                .map(label -> SearchWords.of(label).stream()
                        .filter(CatalogueLabels::says)
                        .toList())
                .forEach(words -> all.add(new Label(facet, words)));
    }

    private static Map<String, Set<String>> became(MunicipalityRegister register) {
        var became = new TreeMap<String, Set<String>>();
        for (Municipality municipality : register.all()) {
            for (var succession : register.successorsOf(municipality.code())) {
                became.computeIfAbsent(municipality(municipality.code()), none -> new TreeSet<>())
                        .add(municipality(succession.successor()));
            }
        }
        return became;
    }

    private static String municipality(String code) {
        return CatalogueFacets.facet(CatalogueFacets.MUNICIPALITY, code);
    }

    /** Of each municipality those that it became, wholly or in part, and those that became it. */
    private static Map<String, Set<String>> relatives(Map<String, Set<String>> became) {
        var was = new TreeMap<String, Set<String>>();
        became.forEach((from, all) -> all.forEach(
                to -> was.computeIfAbsent(to, none -> new TreeSet<>()).add(from)));
        var relatives = new TreeMap<String, Set<String>>();
        Stream.of(became, was)
                .forEach(next -> next.keySet()
                        .forEach(facet -> relatives
                                .computeIfAbsent(facet, none -> new TreeSet<>())
                                .addAll(reached(facet, next))));
        return relatives;
    }

    private static Set<String> reached(String start, Map<String, Set<String>> next) {
        var reached = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<>(next.get(start));
        while (!waiting.isEmpty()) {
            var facet = waiting.remove();
            if (reached.add(facet)) {
                waiting.addAll(next.getOrDefault(facet, Set.of()));
            }
        }
        return reached;
    }

    private static Map<String, List<String>> codelists() {
        var lists = new LinkedHashMap<String, List<String>>();
        lists.put(CatalogueFacets.KIND, List.of("catalogue-kinds"));
        lists.put(CatalogueFacets.TYPE, List.of("lesson-kinds", "product-kinds"));
        lists.put(CatalogueFacets.PHASE, List.of("project-phases"));
        lists.put(CatalogueFacets.ROLE, List.of("lesson-roles"));
        lists.put(CatalogueFacets.TRACK, List.of("tracks"));
        lists.put(CatalogueFacets.ACTION_LINE, List.of("action-lines"));
        lists.put(CatalogueFacets.INTERVENTION_TYPE, List.of("intervention-types"));
        lists.put(CatalogueFacets.PHENOMENON, List.of("phenomena"));
        lists.put(CatalogueFacets.VERDICT, List.of("verdicts"));
        lists.put(CatalogueFacets.PLACE_SCOPE, List.of("place-scopes"));
        return lists;
    }
}
