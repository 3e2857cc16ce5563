package nl.doorlichting.local.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.local.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the files of the data set with the totals that the policy review prints. */
class DataSetTest {
    private static final Pattern REFERENCE = Pattern.compile("\"(@[^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LAST_LINE = 1_295;

    /** They have no such field, or name what everybody knows. */
    private static final Set<String> WITHOUT_SOURCE =
            Set.of("/v1/programmes", "/v1/budget-lines", "/v1/organisations", "/v1/training-types");

    private final List<DataSet.RecordGroup> groups = DataSet.groups();

    @ParameterizedTest
    @CsvSource({
        "BUDGETED, 10000000.00, 6000000.00, 6000000.00, 6000000.00",
        "REALLOCATION, 7260000.00, 1200000.00, 730000.00, 4350000.00",
        "DISBURSEMENT, 2740000.00, 4800000.00, 5270000.00, 1650000.00",
    })
    void moneyAddsUpToPrintedTotals(
            String kind, BigDecimal y2008, BigDecimal y2009, BigDecimal y2010, BigDecimal y2011) {
        Map<Integer, BigDecimal> sums = new TreeMap<>();
        for (JsonNode entry : records("/v1/budget-entries")) {
            if (entry.path("kind").asText().equals(kind)) {
                BigDecimal amount = new BigDecimal(entry.at("/amount/amount").asText());
                sums.merge(entry.path("year").asInt(), amount, BigDecimal::add);
            }
        }
        assertEquals(Map.of(2008, y2008, 2009, y2009, 2010, y2010, 2011, y2011), sums);
    }

    @Test
    void reachAddsUpToPrintedTotals() {
        Map<String, Integer> sums = new TreeMap<>();
        records("/v1/reach-tallies")
                .forEach(tally -> sums.merge(
                        tally.path("roundId").asText(), tally.at("/reach/value").asInt(), Integer::sum));
        assertEquals(Map.of("@round:2007-2009", 35_650, "@round:2010", 129_905), sums);
    }

    @Test
    void trainingsAddUpToPrintedTotalAndParticipantsToOneMore() {
        int held = 0;
        int participants = 0;
        for (JsonNode tally : records("/v1/training-tallies")) {
            held += tally.at("/sessions/held").asInt();
            participants += tally.at("/participants/value").asInt();
        }
        assertEquals(131, held);
        assertEquals(3_976, participants);
    }

    /** A figure that nobody measured in one of them would take the upper bound from a sum. */
    @ParameterizedTest
    @CsvSource({"/v1/reach-tallies, /reach", "/v1/training-tallies, /participants", "/v1/award-tallies, /count"})
    void talliesThatAreAddedAreCounted(String path, String quantity) {
        for (JsonNode tally : records(path)) {
            JsonNode counted = tally.at(quantity);
            assertTrue(counted.isMissingNode() || counted.path("kind").asText().equals("EXACT"), tally.toString());
        }
    }

    @Test
    void recordsCiteLinesOfReview() {
        for (DataSet.RecordGroup group : groups) {
            for (JsonNode entry : group.records()) {
                boolean transition = group.step() != null && entry.size() == 1;
                if (!transition && !WITHOUT_SOURCE.contains(group.path())) {
                    String source = entry.path("source").asText();
                    assertTrue(source.matches("policy-review-25\\.1:\\d.*"), entry.toString());
                    assertLinesOfReview(source.substring(source.indexOf(':')));
                }
            }
        }
    }

    @Test
    void lessonsAreInDutchAndEnglish() {
        List<JsonNode> lessons = records("/v1/lessons").stream()
                .filter(entry -> entry.has("reference"))
                .toList();
        Set<String> dutch = references(lessons, "");
        Set<String> english = references(lessons, "en");

        assertEquals(dutch.stream().map(name -> name + "/en").collect(Collectors.toSet()), english);
        lessons.stream()
                .filter(lesson -> lesson.path("language").asText().equals("en"))
                .forEach(lesson -> assertEquals(
                        lesson.path("reference").asText(),
                        lesson.path("translationOf").asText().substring("@lesson:".length()) + "/en"));
        Set<String> published = records("/v1/lessons").stream()
                .map(entry -> entry.path("id").asText())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        lessons.forEach(
                lesson -> assertTrue(published.contains("@" + lesson.path("@as").asText())));
    }

    /** The catalogue is searched by the titles of reports: it does not have the names of projects. */
    @Test
    void reportsHaveTheNamesOfTheirProjects() {
        Map<String, String> names = records("/v1/projects").stream()
                .collect(Collectors.toMap(
                        project -> "@" + project.path("@as").asText(),
                        project -> project.path("name").asText()));
        Map<String, String> titles = records("/v1/inventory-reports").stream()
                .filter(report -> report.has("title"))
                .collect(Collectors.toMap(
                        report -> report.at("/projects/0/projectId").asText(),
                        report -> report.path("title").asText()));

        assertEquals(names, titles);
    }

    /** Their statements are English; without a language they would be published as Dutch. */
    @Test
    void claimsStateTheirLanguage() {
        records("/v1/claims").stream()
                .filter(claim -> claim.has("statement"))
                .forEach(claim -> assertEquals("en", claim.path("language").asText(), claim.toString()));
    }

    private static Set<String> references(List<JsonNode> lessons, String language) {
        return lessons.stream()
                .filter(lesson -> lesson.path("language").asText().equals(language))
                .map(lesson -> lesson.path("reference").asText())
                .collect(Collectors.toSet());
    }

    /** docs/design/policy-review.md names every file of the data set, and no record that is not there. */
    @Test
    void designPageMatchesFiles() throws IOException {
        Path home = Path.of(System.getProperty("doorlichting.home"));
        String page = Files.readString(home.resolve("docs/design/policy-review.md"));
        Map<String, Set<String>> ids = recordsOfFiles(home.resolve("deploy/local/src/main/resources/data-set"));
        ids.keySet().forEach(file -> assertTrue(page.contains("`" + file + "`"), file));
        for (String row : page.lines().filter(line -> line.matches("\\| \\d.*")).toList()) {
            String[] cells = row.split("\\|");
            assertLinesOfReview(cells[1]);
            for (String part : cells[3].split(";")) {
                assertRecordsAreThere(part, ids);
            }
        }
    }

    private static Map<String, Set<String>> recordsOfFiles(Path folder) throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (JsonNode file : Json.read(Files.readString(folder.resolve("index.json")))) {
            Set<String> named = ids.computeIfAbsent(file.asText(), name -> new HashSet<>());
            Json.read(Files.readString(folder.resolve(file.asText())))
                    .get("records")
                    .forEach(entry -> named.add(naturalId(entry)));
        }
        return ids;
    }

    /** A file, and then records of it; "…/" stands for what a reference begins with. */
    private static void assertRecordsAreThere(String part, Map<String, Set<String>> ids) {
        Set<String> ofFile = null;
        for (MatchResult found : QUOTED.matcher(part).results().toList()) {
            String name = found.group(1);
            if (name.endsWith(".json")) {
                ofFile = ids.get(name);
                assertNotNull(ofFile, name);
            } else if (ofFile != null) {
                String end = name.replace("…", "");
                assertTrue(
                        ofFile.stream().anyMatch(id -> name.equals(id) || !name.equals(end) && id.endsWith(end)), part);
            }
        }
    }

    private static void assertLinesOfReview(String text) {
        NUMBER.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .forEach(line -> assertTrue(line >= 1 && line <= LAST_LINE, text));
    }

    @Test
    void referencesNameEarlierGroups() {
        Set<String> known = new HashSet<>();
        for (DataSet.RecordGroup group : groups) {
            for (JsonNode entry : group.records()) {
                ObjectNode others = entry.deepCopy();
                others.remove("@as");
                REFERENCE
                        .matcher(others.toString())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> assertTrue(known.contains(name), name));
            }
            group.records().forEach(entry -> known.add("@" + entry.path("@as").asText()));
        }
    }

    /** Without it a second load would add records, or skip some. */
    @Test
    void naturalIdsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (DataSet.RecordGroup group : groups) {
            for (JsonNode entry : group.records()) {
                String id = group.step() == null
                        ? naturalId(entry)
                        : group.step() + entry.path("id").asText();
                assertTrue(!id.isEmpty() && seen.add(group.path() + " " + id), () -> "natural id of " + entry);
            }
        }
    }

    private static String naturalId(JsonNode entry) {
        if (entry.has("statedOn")) {
            // An embedding: its project, its subject and its day.
            return Stream.of("projectId", "subject", "statedOn")
                    .map(field -> entry.path(field).asText())
                    .collect(Collectors.joining(" "));
        }
        return entry.path("reference")
                .asText(entry.path("code").asText(entry.path("number").asText()));
    }

    private List<JsonNode> records(String path) {
        return groups.stream()
                .filter(group -> group.path().equals(path))
                .flatMap(group -> group.records().stream())
                .toList();
    }
}
