package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.training.evaluations.EvaluationCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attacker reads all figures of the API before and after each answer, and subtracts them. */
@QuarkusTest
class EvaluationDisclosureTest {
    private static final int FEWEST = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TYPES = List.of("DISCLOSURE_A", "DISCLOSURE_B");
    private static final List<String> PLACES = List.of("GM0988", "GM0599");
    private static final List<String> DIMENSIONS = List.of("trainingType", "year", "trainingType,year");
    private static final List<String> FILTERS = List.of("", "&from=2010-01-01&until=2011-01-01", "&until=2010-04-01");

    @Inject
    EvaluationCodes codes;

    /** A session, and its future answers. */
    private record Session(String path, String project, String type, int year, int month, List<String> codes) {}

    /** Figures of a response about the evaluations of some sessions. */
    private record Shown(Set<Session> sessions, int n, List<JsonNode> figures) {}

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingTypes() {
        TYPES.forEach(code -> type(code, "OTHER"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void noTwoFiguresRevealFewerThanFiveAnswers(long seed) {
        var random = new Random(seed);
        var programme = "DISCLOSURE-" + seed;
        var sessions = sessions(programme, random);
        var before = ask(programme, sessions);
        for (var session : turns(sessions, random)) {
            answer(session, random);
            var after = ask(programme, sessions);
            assertSafeTogether(after);
            assertSafeInTime(before, after);
            before = after;
        }
        assertTrue(before.values().stream().anyMatch(shown -> shown.n() > 0), "nothing was ever shown");
    }

    @Test
    void everyFilterHidesSuppressedSession() {
        var large = session("DISCLOSURE-H", TYPES.get(0), 2010, 3, 6);
        var small = session("DISCLOSURE-H", TYPES.get(0), 2010, 4, 3);
        var random = new Random(3);
        List.of(large, small).forEach(session -> {
            while (!session.codes().isEmpty()) {
                answer(session, random);
            }
        });
        get(small.path() + "/evaluation-statistics").body("mean", nullValue()).body("n", nullValue());
        for (var filter : List.of(
                "from=2010-04-01&until=2010-05-01",
                "until=2010-04-01",
                "from=2010-02-01",
                "projectId=" + large.project(),
                "municipality=GM0988",
                "province=PV31",
                "targetGroup=OTHER",
                "by=municipality",
                "by=province",
                "by=targetGroup",
                "by=phenomenon",
                "by=profession",
                "by=trainingType,municipality")) {
            analyst()
                    .get("/v1/training-statistics?programme=DISCLOSURE-H&" + filter)
                    .then()
                    .statusCode(200)
                    .body("rows.rating", everyItem(nullValue()))
                    .body("rows.evaluations", everyItem(nullValue()))
                    .body("totals.evaluations", everyItem(nullValue()))
                    .body("notes.code", hasItem("RATING_NOT_SHOWN"));
        }
        for (var filter : List.of("by=track", "by=municipality", "municipality=GM0988", "from=2010-04-01")) {
            analyst()
                    .get("/v1/training-statistics/ratings?programme=DISCLOSURE-H&" + filter)
                    .then()
                    .statusCode(200)
                    .body("rows.figures.evaluations", everyItem(nullValue()))
                    .body("notes.code", hasItem("RATING_NOT_SHOWN"));
        }
    }

    /** Two figures differ by no answers or by five at least. */
    private static void assertSafeTogether(Map<String, Shown> shown) {
        for (var one : shown.entrySet()) {
            for (var other : shown.entrySet()) {
                var smaller = one.getValue();
                var larger = other.getValue();
                if (smaller.n() > 0 && larger.n() > 0 && larger.sessions().containsAll(smaller.sessions())) {
                    assertStep(smaller.n(), larger.n(), one.getKey() + " and " + other.getKey());
                }
            }
        }
    }

    private static void assertSafeInTime(Map<String, Shown> before, Map<String, Shown> after) {
        after.forEach((question, now) -> {
            var then = before.get(question);
            assertStep(then.n(), now.n(), question + " before and after an answer");
            if (then.n() == now.n()) {
                assertEquals(then.figures(), now.figures(), question + " moves with one answer");
            }
        });
    }

    private static void assertStep(int smaller, int larger, String what) {
        assertTrue(larger == smaller || larger - smaller >= FEWEST, what + ": " + smaller + " and " + larger);
    }

    private static Map<String, Shown> ask(String programme, List<Session> sessions) {
        var shown = new LinkedHashMap<String, Shown>();
        for (var session : sessions) {
            var path = session.path() + "/evaluation-statistics";
            read(shown, path, Set.of(session), json(get(path)));
        }
        for (var by : DIMENSIONS) {
            for (var filter : FILTERS) {
                rows(shown, "/v1/training-statistics?programme=" + programme + "&by=" + by + filter, sessions, filter);
            }
        }
        sessions.forEach(session -> rows(
                shown,
                "/v1/training-statistics?programme=" + programme + "&projectId=" + session.project(),
                List.of(session),
                ""));
        for (var filter : FILTERS) {
            var path = "/v1/training-statistics/ratings?programme=" + programme + filter;
            var answer = json(analyst().get(path).then());
            read(shown, path, within(sessions, filter), answer.at("/totals/0/evaluations"));
        }
        return shown;
    }

    private static void rows(Map<String, Shown> shown, String path, List<Session> sessions, String filter) {
        var answer = json(analyst().get(path).then());
        var asked = within(sessions, filter);
        read(shown, path, asked, answer.at("/totals/0/evaluations"));
        for (var row : answer.get("rows")) {
            var ofRow = new HashSet<>(asked);
            ofRow.removeIf(session -> isOther(row, "trainingType", session.type())
                    || isOther(row, "year", Integer.toString(session.year())));
            var name = path + " " + row.get("trainingType") + " " + row.get("year");
            read(shown, name + " rating", ofRow, row.path("rating"));
            read(shown, name, ofRow, row.path("evaluations"));
        }
    }

    private static boolean isOther(JsonNode row, String dimension, String value) {
        return row.has(dimension) && !row.get(dimension).asText().equals(value);
    }

    private static void read(Map<String, Shown> shown, String name, Set<Session> sessions, JsonNode evaluations) {
        var figures = List.of("mean", "spread", "knowledgeGained").stream()
                .map(evaluations::path)
                .toList();
        shown.put(name, new Shown(sessions, evaluations.path("n").asInt(), figures));
    }

    private static JsonNode json(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Session> within(List<Session> sessions, String filter) {
        var within = new HashSet<>(sessions);
        within.removeIf(session -> filter.contains("until=2011") && session.year() > 2010
                || filter.contains("until=2010-04") && (session.year() > 2010 || session.month() > 3));
        return within;
    }

    private List<Session> sessions(String programme, Random random) {
        var sessions = new ArrayList<Session>();
        for (var type : TYPES) {
            for (var each = 0; each < 2; each++) {
                sessions.add(session(
                        programme, type, 2010 + random.nextInt(2), 1 + random.nextInt(6), 3 + random.nextInt(9)));
            }
        }
        return sessions;
    }

    private Session session(String programme, String type, int year, int month, int answers) {
        var project = UUID.randomUUID().toString();
        var path = plan(
                        programme,
                        type,
                        "%d-%02d-10".formatted(year, month),
                        ",'projectId':'%s','place':{'scope':'MUNICIPAL','municipalities':['%s']}"
                                .formatted(project, PLACES.get(month % 2)))
                .statusCode(201)
                .extract()
                .header("Location");
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var drawn = QuarkusTransaction.requiringNew().call(() -> codes.issue(id, answers));
        return new Session(path, project, type, year, month, new ArrayList<>(drawn));
    }

    private static List<Session> turns(List<Session> sessions, Random random) {
        var turns = new ArrayList<Session>();
        sessions.forEach(
                session -> turns.addAll(Collections.nCopies(session.codes().size(), session)));
        Collections.shuffle(turns, random);
        return turns;
    }

    private static void answer(Session session, Random random) {
        var body = "{\"code\":\"%s\",\"rating\":%d%s}"
                .formatted(
                        session.codes().remove(0),
                        1 + random.nextInt(10),
                        random.nextBoolean() ? ",\"knowledgeGained\":" + random.nextBoolean() : "");
        given().contentType(ContentType.JSON)
                .body(body)
                .post(session.path() + "/evaluations")
                .then()
                .statusCode(201);
    }
}
