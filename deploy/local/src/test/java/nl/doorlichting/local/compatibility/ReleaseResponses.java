package nl.doorlichting.local.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.doorlichting.local.ApiClient;

/** Requests of all kinds of callers about the first data set, with the responses of the last release. */
final class ReleaseResponses {
    private static final String ANALYST = "ANALYST";

    /** A path and a role. */
    private static final List<List<String>> ALL = List.of(
            List.of("/v1/me", "GRANT_OFFICER"),
            List.of("/v1/me", "GRANTEE:GM0988"),
            List.of("/v1/reports/reach?complete=required&programme=APR-2007-2011", ANALYST),
            List.of(
                    "/v1/reports/reach?complete=required&programme=APR-2007-2011&by=municipality&boundaries=2011-01-01",
                    ANALYST),
            List.of("/v1/reports/finances?programme=APR-2007-2011", "CONTROLLER"),
            // By track, which every record states: the last release united the records of a project.
            List.of("/v1/reports/effects?complete=required&programme=APR-2007-2011&by=track", ANALYST),
            List.of("/v1/reports/training?programme=APR-2007-2011&by=trainingType", ANALYST),
            List.of("/v1/projects?programme=APR-2007-2011", ANALYST),
            List.of("/v1/projects?programme=APR-2007-2011", "GRANTEE:GM0988"),
            List.of("/v1/budget-entries?programme=APR-2007-2011&pageSize=5", "CONTROLLER"),
            List.of("/v1/training-tallies?programme=APR-2007-2011", "TRAINING_COORDINATOR"),
            List.of("/v1/inventory-reports?programme=APR-2007-2011&pageSize=5", "RESEARCHER"),
            // Without words: a search for some finds more than in the last release.
            List.of("/v1/catalogue?programme=APR-2007-2011", ANALYST));

    /**
     * Intended differences of this version, by the beginning of a path. Each has an entry in CHANGELOG. People were never
     * bounded, notes count what they did not count, with its unit, and links leave out the entries that wait.
     */
    private static final Map<String, Pattern> INTENDED = Map.of(
            "/v1/reports/reach", Pattern.compile("(/notes|/people).*"),
            "/v1/reports/effects", Pattern.compile("/notes.*"),
            "/v1/reports/finances", Pattern.compile("[^:]*/(links/[A-Za-z]+|entries): .*&status=BOOKED\"?"));

    private final ApiClient caller;
    private final List<JsonNode> released;

    private ReleaseResponses(ApiClient caller) {
        this.caller = caller;
        this.released = answers();
    }

    /** Stores the responses of the last release. */
    static ReleaseResponses ask(ApiClient caller) {
        return new ReleaseResponses(caller);
    }

    /** @param versions the versions that respond now */
    void assertAlike(String versions) {
        List<JsonNode> now = answers();
        for (int i = 0; i < ALL.size(); i++) {
            String path = ALL.get(i).get(0);
            List<String> lost = SameAnswers.lost(released.get(i), now.get(i)).stream()
                    .filter(line -> !isIntended(path, line))
                    .toList();
            assertEquals(List.of(), lost, versions + " to " + path);
        }
    }

    private static boolean isIntended(String path, String line) {
        return INTENDED.entrySet().stream()
                .filter(report -> path.startsWith(report.getKey()))
                .anyMatch(report -> report.getValue().matcher(line).matches());
    }

    private List<JsonNode> answers() {
        List<JsonNode> answers = new ArrayList<>();
        for (List<String> question : ALL) {
            answers.add(caller.get(question.get(0), question.get(1)));
        }
        return answers;
    }
}
