package nl.doorlichting.local.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the files of the data set with the totals that the policy review prints. */
class DataSetTest {
    private static final Pattern REFERENCE = Pattern.compile("\"(@[^\"]+)\"");
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
