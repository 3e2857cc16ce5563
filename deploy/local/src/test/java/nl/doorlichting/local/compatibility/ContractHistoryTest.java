package nl.doorlichting.local.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import nl.doorlichting.local.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract only grows, apart from what is intended. The recorded one is that of the last release and is renewed when a release is made: {@code
 * gzip -9nc target/releases/VERSION/gateway/target/openapi/openapi.json >
 * deploy/local/src/test/resources/contract/last-release.json.gz}.
 */
class ContractHistoryTest {
    /** Intended breaks of this version. Each has an entry in CHANGELOG. */
    private static final List<String> INTENDED = List.of(
            // Wider: more dimensions, three together, each with several values. A protected count of a release has
            // neither kinds nor bounds. With a part missing it is 503 where it was 200, without complete=partial;
            // so are GET /reports/reach and GET /projects/{id}/dossier, of which the comparison sees no more than a
            // new value.
            "breaks: GET /reports/effects",
            "breaks: GET /reports/training",
            // Its dry run is an operation of its own.
            "breaks: POST /applications/{id}/submission",
            // Every caller may export and erase now, so the roles are gone.
            "breaks: POST /personal-data/erasure",
            "breaks: POST /personal-data/export",
            // As the reports above.
            "breaks: GET /training-statistics",
            "breaks: GET /training-statistics/ratings",
            "breaks: GET /training-statistics/reach",
            "breaks: GET /effect-statistics",
            "breaks: GET /reach-statistics",
            "breaks: GET /reports/reach",
            // An award is charged to a year and instalments, and is of a project.
            "breaks: POST /applications/{id}/decision",
            // The table of a list is an operation of its own.
            "breaks: GET /applications/{id}/documents",
            "breaks: GET /award-tallies",
            // An award and its decisions have more states and kinds.
            "breaks: GET /awards/{id}",
            "breaks: PATCH /awards/{id}",
            "breaks: POST /awards/{id}/accountability",
            "breaks: POST /awards/{id}/amendment",
            // The table of a list is an operation of its own.
            "breaks: GET /awards/{id}/conditions",
            // A condition of a revoked award is LAPSED.
            "breaks: POST /awards/{id}/conditions",
            "breaks: GET /awards/{id}/conditions/{conditionId}",
            "breaks: PATCH /awards/{id}/conditions/{conditionId}",
            // The table of a list is an operation of its own.
            "breaks: GET /awards/{id}/disbursements",
            "breaks: GET /awards/{id}/documents",
            "breaks: GET /awards/{id}/reclaims",
            // As the award above.
            "breaks: POST /awards/{id}/revocation",
            "breaks: POST /awards/{id}/settlement",
            // The table of a list is an operation of its own.
            "breaks: GET /budget-entries",
            "breaks: GET /budget-lines",
            "breaks: GET /deadlines",
            "breaks: GET /disbursements",
            "breaks: GET /funding-audit-events",
            "breaks: GET /organisations",
            "breaks: GET /prizes",
            "breaks: GET /procurements",
            "breaks: GET /programmes",
            // Every caller may read it, so the roles are gone.
            "breaks: GET /programmes/{id}",
            // The table of a list is an operation of its own.
            "breaks: GET /schemes",
            // Every caller may read it, so the roles are gone.
            "breaks: GET /schemes/{id}",
            // The table of a list is an operation of its own.
            "breaks: GET /advice-question-tallies",
            // What is not named stays, and null removes.
            "breaks: POST /advice-question-tallies/{id}/corrections",
            // The table of a list is an operation of its own.
            "breaks: GET /advice-questions",
            // A question can be WITHDRAWN.
            "breaks: POST /advice-questions",
            "breaks: GET /advice-questions/{id}",
            "breaks: POST /advice-questions/{id}/answer",
            // The table of a list is an operation of its own.
            "breaks: GET /learning-modules",
            "breaks: GET /learning-modules/{id}/completions",
            // What is not named stays, and null removes.
            "breaks: POST /learning-modules/{id}/completions/{completionId}/corrections",
            // The table of a list is an operation of its own.
            "breaks: GET /networks",
            "breaks: GET /registrations",
            "breaks: GET /trainers",
            "breaks: GET /training-audit-events",
            // Its sender cannot read what is at a Location.
            "breaks: POST /training-sessions/{id}/evaluations",
            // The table of a list is an operation of its own.
            "breaks: GET /training-sessions/{id}/evaluations",
            "breaks: GET /training-types",
            // Tables and claims can be public too.
            "breaks: GET /catalogue/{id}",
            "breaks: GET /imports",
            "breaks: GET /imports/{id}/errors",
            "breaks: GET /inventory-report-tallies",
            // The reason stands beside the fields, as in all corrections.
            "breaks: POST /inventory-reports/{id}/corrections",
            // The table of a list is an operation of its own.
            "breaks: GET /inventory-reports/{id}/documents",
            "breaks: GET /inventory-rounds",
            "breaks: GET /products/{id}/uses",
            "breaks: GET /reporting-audit-events",
            "breaks: GET /applications",
            "breaks: GET /awards",
            // As above.
            "breaks: POST /awards",
            // The table of a list is an operation of its own.
            "breaks: GET /projects",
            "breaks: GET /network-meetings",
            // What is not named stays, and null removes.
            "breaks: POST /network-meetings/{id}/corrections",
            // Only wider: a filter takes several values.
            "breaks: GET /training-sessions",
            // The table of a list is an operation of its own.
            "breaks: GET /training-sessions/{id}/registrations",
            "breaks: GET /training-tallies",
            // What is not named stays, and null removes.
            "breaks: POST /training-tallies/{id}/corrections",
            // The table of a list is an operation of its own.
            "breaks: GET /effect-judgements",
            // The reason stands beside the fields, as in all corrections.
            "breaks: POST /effect-judgements/{id}/corrections",
            // The table of a list is an operation of its own.
            "breaks: GET /embeddings",
            "breaks: GET /indicators",
            "breaks: GET /inventory-reports",
            "breaks: GET /lessons",
            // A withdrawal has a reason.
            "breaks: POST /lessons/{id}/withdrawal",
            "breaks: GET /products",
            // A withdrawal has a reason.
            "breaks: POST /products/{id}/withdrawal",
            // Only wider: a filter takes several values, and includedIn can be NONE. The comparison refuses any other
            // schema of a parameter and any other pattern.
            "breaks: GET /reach-observations",
            "breaks: POST /reach-observations",
            "breaks: POST /reach-observations/{id}/corrections",
            "breaks: GET /reach-tallies",
            // What is not named stays, and null removes.
            "breaks: POST /reach-tallies/{id}/corrections");

    /** An intended narrowing of every amount, in CHANGELOG too: no zeros in front. */
    private static final String AMOUNT = "^-?\\\\d{1,12}(\\\\.\\\\d{1,2})?$";

    private static final String AMOUNT_NOW = "^-?(0|[1-9]\\\\d{0,11})(\\\\.\\\\d{1,2})?$";

    private static String recorded;

    @BeforeAll
    static void read() throws IOException {
        recorded = recorded();
    }

    static String recorded() throws IOException {
        try (var file =
                new GZIPInputStream(ContractHistoryTest.class.getResourceAsStream("/contract/last-release.json.gz"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void breaksOnlyIntendedOperationsOfLastRelease() throws IOException {
        String now = Files.readString(Path.of("../../gateway/target/openapi/openapi.json"));
        assertOnlyIntended(recorded, now);
    }

    /** Nothing is promised to clients of an earlier major version. */
    static void assertOnlyIntended(String before, String now) {
        if (major(now) > major(before)) {
            return;
        }
        assertEquals(INTENDED, new ContractChanges(before.replace(AMOUNT, AMOUNT_NOW), now).breaking());
    }

    private static int major(String document) {
        return Integer.parseInt(Json.read(document).at("/info/version").asText().split("\\.")[0]);
    }

    @Test
    void newMajorVersionBreaksWhatItWants() {
        ObjectNode next = (ObjectNode) Json.read(recorded);
        next.putObject("paths");
        assertThrows(AssertionError.class, () -> assertOnlyIntended(recorded, next.toString()));
        ((ObjectNode) next.get("info")).put("version", "2.0.0");
        assertOnlyIntended(recorded, next.toString());
    }

    /** Proves that the comparison above can fail. */
    @ParameterizedTest
    @ValueSource(strings = {"path", "field", "type", "required", "code"})
    void findsBreakingChange(String what) {
        ObjectNode changed = (ObjectNode) Json.read(recorded);
        JsonNode response = changed.at("/components/schemas/ProgrammeResponse");
        JsonNode request = changed.at("/components/schemas/ProgrammeRequest");
        switch (what) {
            case "path" -> ((ObjectNode) changed.get("paths")).remove(programmes(changed));
            case "field" -> {
                ((ObjectNode) response.get("properties")).remove("name");
                ((ObjectNode) response).putArray("required");
            }
            case "code" -> ((ArrayNode) changed.at("/components/schemas/ActionLine/enum")).remove(0);
            case "type" -> ((ObjectNode) response.at("/properties/name")).put("type", "integer");
            default -> {
                ((ObjectNode) request.get("properties")).putObject("more").put("type", "string");
                ((ArrayNode) request.get("required")).add("more");
            }
        }
        assertFalse(new ContractChanges(recorded, changed.toString()).breaking().isEmpty());
    }

    private static String programmes(JsonNode document) {
        var paths = new TreeSet<String>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths.stream()
                .filter(path -> path.endsWith("/programmes"))
                .findFirst()
                .orElseThrow();
    }
}
