package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.as;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A held session is corrected in every field and withdrawn, and what it stated before stays readable. */
@QuarkusTest
// It compares the sums of all programmes with their records again and again.
@Order(1)
class TrainingSessionCorrectionsTest {
    private static final String SUBJECT = "test-subject";
    private static final String TYPE = "MEND_A";
    private static final String OTHER_TYPE = "MEND_B";
    private static final String PROJECT = "01938f5a-0000-7000-8000-000000000001";
    private static final String OTHER_PROJECT = "01938f5a-0000-7000-8000-000000000002";
    private static final String STATISTICS = "/v1/training-statistics?programme=";
    private static final List<String> QUESTIONS = List.of(
            "trainingType,year",
            "track,targetGroup",
            "projectId",
            "municipality",
            "period",
            "organisationId",
            "profession");

    @Inject
    SumsJobs jobs;

    @Inject
    SumsService service;

    @Inject
    Sums sums;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void types() {
        type(TYPE, "STUDENTS");
        type(OTHER_TYPE, "OTHER");
    }

    @Test
    void correctsHeldSessionInEveryField() {
        var session = heldSession("MEND1", "2010-05-01", 12);
        post(
                        session + "/corrections",
                        "{'reason':'wrong session','programme':'MEND1B','trainingType':'MEND_B','title':'Another',"
                                + "'date':'2010-06-02','place':{'scope':'MUNICIPAL','municipalities':['GM0988']},"
                                + "'projectId':'" + PROJECT + "','organisationId':'GM0988','track':'LOCAL',"
                                + "'actionLine':'PREVENTION','fundingInstrument':'SUBSIDY','capacity':20,'reference':'r',"
                                + "'source':'list','series':'s','hostOrganisationId':'SIPI','trainers':['t-1'],"
                                + "'language':'nl','includedIn':'NONE'}")
                .statusCode(201)
                .body("programme", equalTo("MEND1B"))
                .body("trainingType", equalTo(OTHER_TYPE))
                .body("title", equalTo("Another"))
                .body("date", equalTo("2010-06-02"))
                .body("place.municipalities", contains("GM0988"))
                .body("projectId", equalTo(PROJECT))
                .body("organisationId", equalTo("GM0988"))
                .body("track", equalTo("LOCAL"))
                .body("actionLine", equalTo("PREVENTION"))
                .body("fundingInstrument", equalTo("SUBSIDY"))
                .body("capacity", equalTo(20))
                .body("reference", equalTo("r"))
                .body("source", equalTo("list"))
                .body("series", equalTo("s"))
                .body("hostOrganisationId", equalTo("SIPI"))
                .body("trainers", contains("t-1"))
                .body("language", equalTo("nl"))
                .body("includedIn", equalTo("NONE"))
                .body("status", equalTo("HELD"))
                .body("headCount.participants.value", equalTo(12))
                .body("correction.reason", equalTo("wrong session"))
                .body("correction.correctedBy", notNullValue())
                .body("withdrawal", nullValue())
                .body("allowedActions", contains("correction", "corrections", "withdrawal", "evaluation-codes"));
        assertEquals(Map.of(), rows("MEND1", "trainingType,year", null));
        assertEquals(Map.of("MEND_B 2010", "1 1 12"), rows("MEND1B", "trainingType,year", null));
        post(session + "/corrections", "{'reason':'no track','track':null}")
                .statusCode(201)
                .body("track", nullValue())
                .body("title", equalTo("Another"));
    }

    /** Whatever happens to sessions, a list as of a moment is what the list was at that moment, apart from what can be done. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void listsSessionsAsTheyWereAtMoment(long seed) {
        var random = new Random(seed);
        var programme = "MENDT" + seed;
        var list = "/v1/training-sessions?pageSize=200&sort=createdAt&programme=" + programme;
        var paths = new ArrayList<String>();
        var lists = new LinkedHashMap<Instant, Map<String, Object>>();
        for (var step = 0; step < 25; step++) {
            if (paths.isEmpty() || random.nextInt(4) == 0) {
                paths.add(plan(programme, TYPE, "2010-05-01", ",'reference':'r" + step + "'")
                        .extract()
                        .header("Location"));
            }
            var path = paths.get(random.nextInt(paths.size()));
            switch (random.nextInt(6)) {
                case 0 -> RegistrationFixture.patch(path, "{'title':'t" + step + "','track':'LOCAL'}");
                case 1 -> held(path, step + 1);
                case 2 -> post(path + "/head-count/correction", counted(step));
                case 3 -> post(path + "/corrections", "{'reason':'r','title':'c" + step + "','trainingType':'MEND_B'}");
                case 4 -> post(path + "/cancellation", "{'reason':'snow'}");
                default -> post(path + "/withdrawal", "{'reason':'never was'}");
            }
            lists.put(Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS), shown(list));
        }
        lists.forEach((moment, was) -> assertEquals(was, shown(list + "&asOf=" + moment)));
        for (var path : paths) {
            var then = lists.keySet().iterator().next();
            var shown = get(path + "?asOf=" + then);
            if (paths.indexOf(path) > 0) {
                shown.statusCode(404);
            } else {
                shown.statusCode(200).body("allowedActions", empty()).body("doubleBooked", empty());
            }
        }
        as(Role.TRAINER).get(list + "&asOf=2020-01-01T00:00:00Z").then().statusCode(403);
        as(Role.PROFESSIONAL)
                .get(paths.get(0) + "?asOf=2020-01-01T00:00:00Z")
                .then()
                .statusCode(403);
    }

    private static String counted(int step) {
        return "{'reason':'r','participants':{'kind':'EXACT','value':" + (100 + step) + "}}";
    }

    /** Of the list what each session states, by id. */
    private static Map<String, Object> shown(String list) {
        var shown = new TreeMap<String, Object>();
        get(list)
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("items")
                .forEach(item -> {
                    var stated = new TreeMap<>(item);
                    stated.remove("allowedActions");
                    shown.put((String) item.get("id"), stated);
                });
        return shown;
    }

    @Test
    void showsWhoRecorded() {
        var session = plan("MENDW", TYPE, "2010-05-01", "")
                .body("recordedBy", equalTo(SUBJECT))
                .extract()
                .header("Location");
        as(Role.PROFESSIONAL).get(session).then().statusCode(404);
        held(session, 3).body("headCount.recordedBy", equalTo(SUBJECT));
        var open = plan("MENDW", TYPE, "2199-05-01", "").extract().header("Location");
        as(Role.PROFESSIONAL).get(open).then().statusCode(200).body("recordedBy", nullValue());
        var days = "'programme':'MENDW','source':'s','period':{'from':'2010-01-01','until':'2011-01-01'}";
        post("/v1/network-meetings", "{" + days + ",'title':'m'}").body("recordedBy", equalTo(SUBJECT));
        post("/v1/advice-question-tallies", "{" + days + ",'received':{'kind':'EXACT','value':1}}")
                .body("recordedBy", equalTo(SUBJECT));
        post("/v1/networks", "{'programme':'MENDW','source':'s','name':'n','kind':'INTERNATIONAL'}")
                .body("recordedBy", equalTo(SUBJECT));
        var module = post("/v1/learning-modules", "{'programme':'MENDW','source':'s','title':'m'}")
                .body("recordedBy", equalTo(SUBJECT))
                .extract()
                .header("Location");
        get(module + "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        get("/v1/training-types").body("items[0].recordedBy", notNullValue());
    }

    @Test
    void refusesWrongCorrectionsAltogether() {
        var session = heldSession("MEND2", "2010-05-01", 12);
        post(session + "/corrections", "{'title':'A','date':'x','colour':'red'}")
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/date", "/colour", "/reason"));
        post(
                        session + "/corrections",
                        "{'reason':'r','date':'%s','trainingType':'NOWHERE'}"
                                .formatted(LocalDate.now().plusDays(2)))
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/date", "/trainingType"));
        heldSession("MEND2", "2010-05-02", 3, ",'reference':'taken'");
        post(session + "/corrections", "{'reason':'r','reference':'taken'}")
                .statusCode(409)
                .body("existing", notNullValue());
        get(session).body("correction", nullValue()).body("date", equalTo("2010-05-01"));
        as(Role.TRAINER).body("{}").post(session + "/corrections").then().statusCode(403);
    }

    @Test
    void statesWhySessionCannotBeMended() {
        var planned = plan("MEND3", TYPE, "2010-05-01", "").extract().header("Location");
        for (var action : List.of("/corrections", "/withdrawal")) {
            post(planned + action, "{'reason':'r'}")
                    .statusCode(409)
                    .body("detail", equalTo("The session was not held."));
        }
        post(planned + "/head-count/correction", "{'reason':'r','participants':{'kind':'EXACT','value':1}}")
                .statusCode(409)
                .body("detail", equalTo("The session was not held."));
        coordinator().post(planned + "/confirmation").then().statusCode(200);
        held(planned, 3).statusCode(201);
        post(planned + "/withdrawal", "{}").statusCode(400).body("violations.pointer", contains("/reason"));
        post(planned + "/withdrawal", "{'reason':'never was'}").statusCode(200);
        for (var action : List.of("/corrections", "/withdrawal", "/cancellation")) {
            post(planned + action, "{'reason':'r'}")
                    .statusCode(409)
                    .body("detail", equalTo("The session was withdrawn."))
                    .body("allowed", empty());
        }
    }

    @Test
    void withdrawnSessionCountsNowhere() {
        var session = heldSession("MEND4", "2010-05-01", 12);
        heldSession("MEND4", "2010-05-02", 3);
        var before = Instant.now();
        post(session + "/withdrawal", "{'reason':'entered twice'}")
                .statusCode(200)
                .body("status", equalTo("HELD"))
                .body("withdrawal.reason", equalTo("entered twice"))
                .body("allowedActions", empty());
        var after = Map.of("MEND_A 2010", "1 1 3");
        assertEquals(after, rows("MEND4", "trainingType,year", null));
        jobs.fold();
        assertEquals(after, rows("MEND4", "trainingType,year", null));
        assertEquals(Map.of("MEND_A 2010", "2 2 15"), rows("MEND4", "trainingType,year", before));
        analyst().get("/v1/training-statistics/reach?programme=MEND4").then().body("rows[0].reach.best", equalTo(3));
        analyst()
                .get("/v1/training-statistics/changes?programme=MEND4&since=%s&asOf=%s"
                        .formatted(before, Instant.now()))
                .then()
                .body("changes.reason", contains("WITHDRAWN"));
        get("/v1/training-sessions?programme=MEND4").body("items.date", contains("2010-05-02"));
        get("/v1/training-sessions?programme=MEND4&withdrawn=true").body("items.date", contains("2010-05-01"));
        assertEquals(0, service.check(sums));
    }

    @Test
    void withdrawnSessionAcceptsNoEvaluation() {
        var session = plan("MEND5", TYPE, "2010-05-01", "").extract().header("Location");
        String code = post(session + "/roll-call", "{'attendances':[{'status':'PRESENT'}]}")
                .statusCode(201)
                .extract()
                .path("evaluationCodes[0]");
        post(session + "/withdrawal", "{'reason':'another day'}").statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\",\"rating\":8}")
                .post(session + "/evaluations")
                .then()
                .statusCode(409);
    }

    @Test
    void listsVersionsAsOfMoment() {
        var planned = plan("MEND6", TYPE, "2010-05-01", ",'trainers':['t-1']")
                .extract()
                .header("Location");
        var first = Instant.now();
        held(planned, 12).statusCode(201);
        post(planned + "/head-count/correction", "{'reason':'again','participants':{'kind':'EXACT','value':13}}")
                .statusCode(201);
        var counted = Instant.now();
        post(planned + "/corrections", "{'reason':'another title','title':'B'}").statusCode(201);
        post(planned + "/withdrawal", "{'reason':'never was'}").statusCode(200);
        get(planned + "/versions")
                .statusCode(200)
                .body("sessions.session.status", contains("PLANNED", "HELD", "HELD", "HELD"))
                .body("sessions.session.title", contains("A session", "A session", "B", "B"))
                .body("sessions[0].session.headCount", nullValue())
                .body("sessions[1].session.headCount.participants.value", equalTo(13))
                .body("sessions[1].session.correction", nullValue())
                .body("sessions[2].session.correction.reason", equalTo("another title"))
                .body("sessions[3].session.withdrawal.reason", equalTo("never was"))
                .body("sessions[3].replacedAt", nullValue())
                .body("sessions[0].session.trainers", contains("t-1"))
                .body("headCounts.participants.value", contains(12, 13))
                .body("rollCalls", empty());
        get(planned + "/versions?asOf=" + first)
                .body("sessions.session.status", contains("PLANNED"))
                .body("sessions[0].replacedAt", nullValue())
                .body("headCounts", empty());
        get(planned + "/versions?asOf=" + counted)
                .body("sessions.session.status", contains("PLANNED", "HELD"))
                .body("headCounts.version", contains(1, 2));
        get(planned + "/versions?asOf=2009-01-01T00:00:00Z").statusCode(404);
        analyst().get(planned + "/versions").then().statusCode(403);
    }

    @Test
    void listsVersionsOfRollCall() {
        var session = plan("MEND7", TYPE, "2010-05-01", "").extract().header("Location");
        get(session + "/roll-call/versions").statusCode(404);
        post(session + "/roll-call", "{'attendances':[{'status':'PRESENT','profession':'POLICE'}]}")
                .statusCode(201);
        var first = Instant.now();
        post(
                        session + "/roll-call/correction",
                        "{'reason':'two','attendances':[{'status':'PRESENT'},{'status':'PRESENT'}]}")
                .statusCode(201);
        get(session + "/roll-call/versions")
                .body("items.version", contains(1, 2))
                .body("items.reason", contains(null, "two"))
                .body("items[0].attendances.profession", contains("POLICE"))
                .body("items.evaluationCodes", contains(empty(), empty()));
        get(session + "/roll-call/versions?asOf=" + first).body("items.present", contains(1));
        get(session + "/versions").body("rollCalls.present", contains(1, 2));
        post(session + "/head-count/correction", "{'reason':'r','participants':{'kind':'EXACT','value':1}}")
                .statusCode(409)
                .body("detail", equalTo("The session has a roll call, and no head count."));
    }

    /** Erasure overrides history. */
    @Test
    void erasedTrainerLeavesFormerVersions() {
        var subject = "mend-trainer";
        var session = heldSession("MEND8", "2010-05-01", 12, ",'trainers':['" + subject + "','t-2']");
        post(session + "/corrections", "{'reason':'r','title':'B'}").statusCode(201);
        given().auth()
                .oauth2(TestIssuer.token().subject(subject).roles(Role.TRAINER).sign())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/personal-data/erasure")
                .then()
                .statusCode(200);
        List<List<String>> trainers = get(session + "/versions").extract().path("sessions.session.trainers");
        trainers.forEach(named -> {
            assertEquals(2, named.size());
            assertEquals(false, named.contains(subject), named.toString());
            assertEquals("t-2", named.get(1));
        });
    }

    @Test
    void refusesWhatIsNamedTwice() {
        var body = "{'series':'s','dates':['2010-05-01','2010-05-02','2010-05-01'],'programme':'MEND9',"
                + "'trainingType':'MEND_A','title':'t','source':'s','trainers':['a','b','a']}";
        post("/v1/training-sessions/series", body)
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/dates/2", "/trainers/2"));
        get("/v1/training-sessions?programme=MEND9").body("items", hasSize(0));
        plan("MEND9", TYPE, "2010-05-01", ",'trainers':['a','a']")
                .statusCode(400)
                .body("violations.pointer", contains("/trainers/1"));
    }

    /** Figures equal a plain model after each write, and as of each moment they are what they were then. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void figuresFollowCorrectionsAndWithdrawals(long seed) {
        var random = new Random(seed);
        var programme = "MEND-" + seed;
        var model = new ArrayList<Modelled>();
        var answered = new LinkedHashMap<Instant, Map<String, Map<String, String>>>();
        for (var step = 0; step < 40; step++) {
            if (model.size() < 4 || random.nextInt(5) == 0) {
                model.add(Modelled.planned(programme, random));
            } else {
                model.get(random.nextInt(model.size())).change(programme, random);
            }
            if (step % 9 == 0) {
                jobs.fold();
            }
            assertEquals(
                    modelled(model, programme, one -> one.type + " " + one.date.getYear()),
                    rows(programme, "trainingType,year", null),
                    "step " + step);
            assertEquals(
                    modelled(model, programme, one -> one.track + " " + one.group),
                    rows(programme, "track,targetGroup", null),
                    "step " + step);
            assertEquals(
                    modelled(model, programme, one -> one.project), rows(programme, "projectId", null), "step " + step);
            var moment = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
            if (step % 3 == 0) {
                var all = new TreeMap<String, Map<String, String>>();
                QUESTIONS.forEach(by -> all.put(by, rows(programme, by, null)));
                answered.put(moment, all);
            }
        }
        assertEquals(0, service.check(sums));
        answered.forEach((moment, all) ->
                all.forEach((by, then) -> assertEquals(then, rows(programme, by, moment), by + " as of " + moment)));
    }

    /** A session as the test knows it. */
    private static final class Modelled {
        private final String path;
        private String programme;
        private String type;
        private LocalDate date;
        private String track;
        private String project;
        private String group;
        private Integer participants;
        private boolean withdrawn;

        private Modelled(String path, String programme, String type, LocalDate date) {
            this.path = path;
            this.programme = programme;
            this.type = type;
            this.date = date;
            this.group = groupOf(type);
        }

        static Modelled planned(String programme, Random random) {
            var type = one(List.of(TYPE, OTHER_TYPE), random);
            var date = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(700));
            var path = plan(programme, type, date.toString(), "")
                    .statusCode(201)
                    .extract()
                    .header("Location");
            return new Modelled(path, programme, type, date);
        }

        void change(String home, Random random) {
            if (participants == null) {
                participants = random.nextInt(30);
                held(path, participants).statusCode(201);
                return;
            }
            var allowed = withdrawn ? 409 : 201;
            switch (random.nextInt(6)) {
                case 0 -> {
                    post(path + "/withdrawal", "{'reason':'r'}").statusCode(withdrawn ? 409 : 200);
                    withdrawn = true;
                }
                case 1 -> {
                    var count = random.nextInt(30);
                    post(
                                    path + "/head-count/correction",
                                    "{'reason':'r','targetGroup':'%s','participants':{'kind':'EXACT','value':%d}}"
                                            .formatted(groupOf(type), count))
                            .statusCode(allowed);
                    participants = withdrawn ? participants : Integer.valueOf(count);
                    group = withdrawn ? group : groupOf(type);
                }
                default -> correct(home, random, allowed);
            }
        }

        private void correct(String home, Random random, int allowed) {
            var day = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(700));
            var another = one(List.of(TYPE, OTHER_TYPE), random);
            var onTrack = random.nextBoolean() ? "LOCAL" : null;
            var ofProject = one(List.of(PROJECT, OTHER_PROJECT), random);
            var of = random.nextInt(8) == 0 ? home + "-OTHER" : home;
            var place = random.nextBoolean()
                    ? "{'scope':'MUNICIPAL','municipalities':['GM0988']}"
                    : "{'scope':'REGIONAL','municipalities':['GM0988','GM0344']}";
            post(
                            path + "/corrections",
                            "{'reason':'r','date':'%s','trainingType':'%s','track':%s,'projectId':'%s','programme':'%s','place':%s}"
                                    .formatted(
                                            day,
                                            another,
                                            onTrack == null ? null : "'" + onTrack + "'",
                                            ofProject,
                                            of,
                                            place))
                    .statusCode(allowed);
            if (!withdrawn) {
                date = day;
                type = another;
                track = onTrack;
                project = ofProject;
                programme = of;
            }
        }

        private static String groupOf(String type) {
            return type.equals(TYPE) ? "STUDENTS" : "OTHER";
        }
    }

    private static Map<String, String> modelled(
            List<Modelled> model, String programme, Function<Modelled, String> key) {
        var numbers = new TreeMap<String, int[]>();
        model.stream()
                .filter(one -> !one.withdrawn && one.programme.equals(programme))
                .forEach(one -> {
                    var sum = numbers.computeIfAbsent(String.valueOf(key.apply(one)), none -> new int[3]);
                    sum[0]++;
                    sum[1] += one.participants == null ? 0 : 1;
                    sum[2] += one.participants == null ? 0 : one.participants;
                });
        var texts = new TreeMap<String, String>();
        numbers.forEach((each, sum) -> texts.put(each, sum[0] + " " + sum[1] + " " + sum[2]));
        return texts;
    }

    /** Planned and held sessions and participants of each row, by its dimensions. */
    private static Map<String, String> rows(String programme, String by, Instant asOf) {
        List<Map<String, Object>> rows = analyst()
                .get(STATISTICS + programme + "&by=" + by + (asOf == null ? "" : "&asOf=" + asOf))
                .then()
                .statusCode(200)
                .extract()
                .path("rows");
        var texts = new TreeMap<String, String>();
        rows.forEach(row -> {
            var key = new ArrayList<String>();
            for (var dimension : by.split(",")) {
                key.add(String.valueOf(row.get(dimension)));
            }
            var sessions = (Map<?, ?>) row.get("sessions");
            var participants = (Map<?, ?>) row.get("participants");
            texts.put(
                    String.join(" ", key),
                    sessions.get("planned") + " " + sessions.get("held") + " "
                            + Objects.requireNonNullElse(participants.get("best"), 0));
        });
        return texts;
    }

    private static String heldSession(String programme, String date, int participants) {
        return heldSession(programme, date, participants, "");
    }

    private static String heldSession(String programme, String date, int participants, String fields) {
        var path = plan(programme, TYPE, date, fields).statusCode(201).extract().header("Location");
        held(path, participants).statusCode(201);
        return path;
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
