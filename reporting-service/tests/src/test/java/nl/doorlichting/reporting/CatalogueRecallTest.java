package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.testing.http.Requests;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.LessonRole;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import org.junit.jupiter.api.Test;

/**
 * Searches a generated catalogue for every label, title word and place name that it has, as it is and with one mistake. Recall
 * at 10 of a search is the share of the first ten that could be right and are.
 */
@ReportingServiceTest
class CatalogueRecallTest {
    private static final int ITEMS = 300;
    private static final double AS_IT_IS = 0.98;
    private static final double MISTYPED = 0.95;
    // Of two letters nobody can say what was meant (ADR 72).
    private static final int SHORTEST_MISTAKE = 3;
    private static final List<String> DUTCH = List.of(
                    "weerbaarheid jongeren gemeenten samenwerking wijkteams ouders scholen docenten signaleren dialoog moskeeën"
                            + " patiënten financiële categorieën privacy buurthuizen spanningen politieagenten jeugdwerkers"
                            + " vertrouwen burgerschap identiteit discriminatie sleutelfiguren straatcoaches weerbaarheidstraining"
                            + " opvoedondersteuning mentoren stagiairs vluchtelingen terugkeerders gezinnen veiligheidshuizen"
                            + " draaiboek maatschappelijke onrust crisisteam informatiedeling convenant werkwijze casusoverleg"
                            + " debatavond filmvoorstelling theater sportverenigingen talentontwikkeling leerlingen mbo-studenten"
                            + " zelforganisaties imams kerken tolerantie vooroordelen internetgebruik propaganda mediawijsheid"
                            + " eergerelateerd nazorg huisbezoeken empowerment vrouwengroepen vaders moeders rolmodellen coaching"
                            + " loopbaan werkloosheid schuldhulp voetbalsupporters rivaliserende jeugdgroepen overlast hangplekken"
                            + " buurtvaders geestelijke verzorging gevangenissen reclassering uittreders gespreksvoering"
                            + " deskundigheid bijeenkomsten werkboek lesbrief spel tentoonstelling herdenking vrijwilligers"
                            + " initiatieven evaluatierapport nulmeting doelgroepen bereik continuïteit coördinatie reünie café"
                            + " beïnvloeding geïsoleerde tweede generatie wijkagenten woningcorporaties zorgmijders")
            .stream()
            .flatMap(words -> Stream.of(words.split(" ")))
            .toList();
    private static final List<String> ENGLISH = Stream.of(
                    ("resilience communities evaluating trainers families mentoring workshops policing schools dialogues"
                                    + " identities grievances recruitment counselling neighbourhoods volunteers returnees"
                                    + " storytelling universities")
                            .split(" "))
            .toList();
    private static final Map<String, List<String>> LABELLED = Map.of(
            "kind", List.of("catalogue-kinds"),
            "type", List.of("lesson-kinds", "product-kinds"),
            "phase", List.of("project-phases"),
            "role", List.of("lesson-roles"),
            "track", List.of("tracks"),
            "actionLine", List.of("action-lines"),
            "interventionType", List.of("intervention-types"),
            "phenomenon", List.of("phenomena"));

    @Inject
    Catalogue catalogue;

    @Inject
    MunicipalityRegister register;

    private final long seed = Long.getLong("doorlichting.catalogue.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String programme = "RECALL-" + UUID.randomUUID().toString().substring(0, 8);
    /** By what is searched for: the ids of the items that it should find. */
    private final Map<String, Map<String, Set<String>>> searches = new TreeMap<>();

    @Test
    void findsLabelsTitleWordsAndPlaces() {
        QuarkusTransaction.requiringNew()
                .timeout(120)
                .run(() -> IntStream.range(0, ITEMS).forEach(i -> publish()));
        var asItIs = new ArrayList<Double>();
        var mistyped = new ArrayList<Double>();
        searches.forEach((what, bySearch) -> {
            var right = new ArrayList<Double>();
            var repaired = new ArrayList<Double>();
            var missed = new ArrayList<String>();
            bySearch.forEach((search, relevant) -> {
                right.add(recall(search, relevant, missed));
                var typo = Stream.generate(() -> withMistake(search))
                        .filter(one -> one.length() >= SHORTEST_MISTAKE)
                        .findFirst()
                        .orElseThrow();
                repaired.add(recall(typo, relevant, missed));
            });
            System.out.printf(
                    "catalogue, seed %d: recall at 10 of %d %s: %.1f %% as they are, %.1f %% with one mistake; missed %s%n",
                    seed, right.size(), what, 100 * mean(right), 100 * mean(repaired), missed);
            asItIs.addAll(right);
            mistyped.addAll(repaired);
        });
        System.out.printf(
                "catalogue, seed %d: recall at 10 of all %d: %.1f %% as they are, %.1f %% with one mistake%n",
                seed, asItIs.size(), 100 * mean(asItIs), 100 * mean(mistyped));
        assertTrue(mean(asItIs) >= AS_IT_IS, "as they are " + mean(asItIs) + ", seed " + seed);
        assertTrue(mean(mistyped) >= MISTYPED, "with one mistake " + mean(mistyped) + ", seed " + seed);
    }

    private double recall(String search, Set<String> relevant, Collection<String> missed) {
        List<String> found = Requests.given()
                .queryParam("programme", programme)
                .queryParam("q", search)
                .queryParam("pageSize", 10)
                .get("/v1/catalogue")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        var hits = found.stream().filter(relevant::contains).count();
        var recall = (double) hits / Math.min(10, relevant.size());
        if (recall < 0.5) {
            missed.add(search);
        }
        return recall;
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** One letter left out, added, replaced or changed with its neighbour, in one of the longest words. */
    private String withMistake(String search) {
        var words = search.split(" ");
        var longest = IntStream.range(0, words.length)
                .boxed()
                .max((a, b) -> Integer.compare(words[a].length(), words[b].length()))
                .orElseThrow();
        var word = new StringBuilder(words[longest]);
        var at = random.nextInt(word.length());
        var letter = (char) ('a' + random.nextInt(26));
        switch (random.nextInt(4)) {
            case 0 -> word.deleteCharAt(at);
            case 1 -> word.insert(at, letter);
            case 2 -> word.setCharAt(at, letter);
            default -> {
                var from = Math.min(at, word.length() - 2);
                var moved = word.charAt(from);
                word.setCharAt(from, word.charAt(from + 1));
                word.setCharAt(from + 1, moved);
            }
        }
        words[longest] = word.toString();
        return String.join(" ", words);
    }

    private void publish() {
        var id = UUID.randomUUID();
        var english = random.nextInt(10) == 0;
        var titleWords = new TreeSet<String>();
        while (titleWords.size() < 3) {
            titleWords.add(one(english ? ENGLISH : DUTCH));
        }
        var municipality = one(register.all());
        var activity = new Activity(
                one(List.of(Track.values())),
                one(List.of(ActionLine.values())),
                one(List.of(InterventionType.values())),
                one(List.of(Phenomenon.values())),
                municipality);
        var product = random.nextBoolean();
        var kind = product ? CatalogueKind.PRODUCT : CatalogueKind.LESSON;
        var type = product
                ? one(List.of(ProductKind.values())).name()
                : one(List.of(LessonKind.values())).name();
        var text =
                new CatalogueEntry.Text(String.join(" ", titleWords), null, List.of(), english ? "en" : "nl", "a test");
        var entry =
                new CatalogueEntry(kind, id, programme, type, text, activity, Instant.parse("2026-11-01T10:00:00Z"));
        var phase = product ? null : one(List.of(ProjectPhase.values()));
        var role = product ? null : one(List.of(LessonRole.values()));
        catalogue.put(product ? entry : entry.usefulIn(phase, List.of(role)));
        titleWords.forEach(word -> expect("title words", word, id));
        expect("place names", municipality.name(), id);
        expect("place names", municipality.province().name(), id);
        expectLabels("kind", kind, id);
        expectLabels("type", type, id);
        expectLabels("track", activity.track(), id);
        expectLabels("actionLine", activity.actionLine(), id);
        expectLabels("interventionType", activity.interventionType(), id);
        expectLabels("phenomenon", activity.phenomenon(), id);
        if (!product) {
            expectLabels("phase", phase, id);
            expectLabels("role", role, id);
        }
    }

    private void expectLabels(String facet, Object code, UUID id) {
        LABELLED.get(facet).stream()
                .flatMap(list -> Codelists.find(list).orElseThrow().values().stream())
                .filter(value -> value.code().equals(code.toString()))
                .flatMap(CatalogueRecallTest::labels)
                .forEach(label -> expect("labels", label, id));
    }

    private static Stream<String> labels(CodelistValue value) {
        return Stream.of(value.labelDutch(), value.labelEnglish()).distinct();
    }

    private void expect(String what, String search, UUID id) {
        searches.computeIfAbsent(what, none -> new TreeMap<>())
                .computeIfAbsent(search.toLowerCase(Locale.ROOT), none -> new HashSet<>())
                .add(id.toString());
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private record Activity(
            Track track,
            ActionLine actionLine,
            InterventionType interventionType,
            Phenomenon phenomenon,
            Municipality at)
            implements ActivityFields {
        @Override
        public UUID projectId() {
            return null;
        }

        @Override
        public String organisationId() {
            return null;
        }

        @Override
        public FundingInstrument fundingInstrument() {
            return null;
        }

        @Override
        public List<InterventionType> interventionTypes() {
            return List.of(interventionType);
        }

        @Override
        public List<Phenomenon> phenomena() {
            return List.of(phenomenon);
        }

        @Override
        public Place place() {
            return Place.ofMunicipality(at.code());
        }
    }
}
