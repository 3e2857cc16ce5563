package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TrainingSessionsTest {
    private static final String PATH = "/v1/training-sessions";
    private static final String TYPE = "SESSION_TYPE";
    private static final String FUTURE = "2199-06-01";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "STUDENTS");
    }

    @Test
    void plannedSessionReadsBackAsRecorded() {
        var location = plan(
                        "S1",
                        TYPE,
                        "2011-05-01",
                        ",'place':{'scope':'MUNICIPAL','municipalities':['GM0988']},'capacity':20,'track':'LOCAL',"
                                + "'organisationId':'GM0988'")
                .statusCode(201)
                .extract()
                .header("Location");
        get(location)
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("date", equalTo("2011-05-01"))
                .body("place.municipalities", contains("GM0988"))
                .body("capacity", equalTo(20))
                .body("track", equalTo("LOCAL"))
                .body("organisationId", equalTo("GM0988"))
                .body("actionLine", nullValue())
                .body("headCount", nullValue())
                .body("allowedActions", contains("update", "confirmation", "cancellation", "head-count", "roll-call"));
    }

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'date':'2011-02-30' | /date | WRONG_TYPE",
                "'date':'1800-01-01' | /date | OUT_OF_RANGE",
                "'date':'2200-01-01' | /date | OUT_OF_RANGE",
                "'date':null | /date | REQUIRED",
                "'date':'2011-01-01','title':'' | /title | REQUIRED",
                "'date':'2011-01-01','capacity':0 | /capacity | OUT_OF_RANGE",
                "'date':'2011-01-01','capacity':1.5 | /capacity | NOT_AN_INTEGER",
                "'date':'2011-01-01','status':'HELD' | /status | UNKNOWN_FIELD",
                "'date':'2011-01-01','projectId':'x' | /projectId | WRONG_TYPE",
            })
    void refusesInvalidSession(String fields, String pointer, String code) {
        var title = fields.contains("title") ? "" : "'title':'A',";
        post(PATH, "{'programme':'S2','trainingType':'%s','source':'test',%s%s}".formatted(TYPE, title, fields))
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void refusesMunicipalityThatDoesNotExistOnDay() {
        var winschoten = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0052']}";
        plan("S3", TYPE, "2009-12-31", winschoten).statusCode(201);
        plan("S3", TYPE, "2010-01-01", winschoten)
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/place/municipalities/0"))
                .body("violations[0].code", equalTo("MUNICIPALITY_NOT_VALID"))
                .body("violations[0].parameters.successors", contains("GM1895"));
    }

    @Test
    void refusesUnknownTrainingType() {
        plan("S4", "NO_SUCH_TYPE", "2011-01-01", "")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        plan("S4", TYPE.toLowerCase(Locale.ROOT), "2011-01-01", "")
                .statusCode(409)
                .body("violations.pointer", contains("/trainingType"))
                .body("violations[0].parameters.allowed", contains(TYPE));
        plan("S4", "NO_SUCH_TYPE", "2011-01-01", ",'place':{'scope':'MUNICIPAL','municipalities':['GM0052']}")
                .statusCode(400)
                .body("violations.pointer", contains("/place/municipalities/0", "/trainingType"));
    }

    @Test
    void refusesSecondReferenceInProgramme() {
        var first = plan("S5", TYPE, "2011-01-01", ",'reference':'r1'")
                .statusCode(201)
                .extract()
                .header("Location");
        plan("S5", TYPE, "2011-01-02", ",'reference':'r1'").statusCode(409).body("existing", equalTo(first));
        plan("S5B", TYPE, "2011-01-01", ",'reference':'r1'").statusCode(201);
    }

    @Test
    void headCountHoldsSession() {
        var session = planned("S6", TYPE, "2011-05-01");
        held(session, 17)
                .statusCode(201)
                .header("Location", equalTo(session))
                .body("status", equalTo("HELD"))
                .body("headCount.participants.value", equalTo(17))
                .body("headCount.targetGroup", equalTo("STUDENTS"))
                .body("headCount.version", equalTo(1))
                .body("allowedActions", contains("correction", "corrections", "withdrawal", "evaluation-codes"));
        get(session).body("status", equalTo("HELD")).body("headCount.participants.value", equalTo(17));
        held(session, 18).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
    }

    @Test
    void headCountStatesTargetGroup() {
        var session = planned("S7", TYPE, "2011-05-01");
        post(
                        session + "/head-count",
                        "{'participants':{'kind':'RANGE','minimum':8,'maximum':12},'targetGroup':'OTHER'}")
                .statusCode(201)
                .body("headCount.participants.kind", equalTo("RANGE"))
                .body("headCount.targetGroup", equalTo("OTHER"));
    }

    @Test
    void refusesHeadCountBeforeDayOfSession() {
        var session = planned("S8", TYPE, FUTURE);
        get(session).body("allowedActions", contains("update", "confirmation", "cancellation", "registrations"));
        held(session, 1).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesInvalidHeadCount() {
        var session = planned("S9", TYPE, "2011-05-01");
        post(session + "/head-count", "{}")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/participants"))
                .body("violations[0].code", equalTo("REQUIRED"));
        post(session + "/head-count", "{'participants':{'kind':'EXACT','value':1.5}}")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/participants/value"))
                .body("violations[0].code", equalTo("NOT_AN_INTEGER"));
        held(PATH + "/01a20adb-c069-7930-a943-5ae8be5bcea2", 1).statusCode(404);
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void storesOneOfConcurrentHeadCounts() throws Exception {
        var session = planned("S10", TYPE, "2011-05-01");
        var together = new CyclicBarrier(2);
        IntFunction<Callable<Integer>> count = participants -> () -> {
            together.await();
            return held(session, participants).extract().statusCode();
        };
        var pool = Executors.newFixedThreadPool(2);
        var statuses = pool.invokeAll(List.of(count.apply(5), count.apply(6))).stream()
                .map(TrainingSessionsTest::result)
                .sorted()
                .toList();
        pool.shutdown();
        assertEquals(List.of(201, 409), statuses);
        get(session).body("headCount.version", equalTo(1));
    }

    @Test
    void filtersListWithHeadCounts() {
        var held = planned("S11", TYPE, "2011-05-01");
        held(held, 3).statusCode(201);
        planned("S11", TYPE, "2011-06-01");
        planned("S11", TYPE, FUTURE);
        get(PATH + "?programme=S11&sort=-date")
                .statusCode(200)
                .body("total.value", equalTo(3))
                .body("items.date", contains(FUTURE, "2011-06-01", "2011-05-01"))
                .body("items[2].headCount.participants.value", equalTo(3))
                .body("items.findAll { it.allowedActions.contains('head-count') }.date", contains("2011-06-01"));
        get(PATH + "?programme=S11&status=PLANNED")
                .body("items.date", containsInAnyOrder("2011-06-01", FUTURE))
                .body("items.headCount", contains(null, null));
        get(PATH + "?programme=S11&status=DONE").statusCode(400).body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        get(PATH + "?programme=S11&pageSize=2").body("items", hasSize(2));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
