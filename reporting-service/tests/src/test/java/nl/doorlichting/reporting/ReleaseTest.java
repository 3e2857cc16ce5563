package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.releases.ReleaseVerifications;
import nl.doorlichting.reporting.releases.tables.LaterCalculation;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a programme of its own. */
@ReportingServiceTest
class ReleaseTest {
    private static final String PATH = "/v1/releases";
    private static final String MACHINE = Role.STATISTICS_CLIENT;

    TrainingStub training;

    @Inject
    ReleaseVerifications verifications;

    @Inject
    MunicipalityRegister register;

    @BeforeEach
    void noTrainings() {
        training.answerNothing();
    }

    @Test
    void publishesFiguresOfOneInstant() {
        Api.record(Observation.of("RL1").reach(123));
        var release = prepare("RL1", "")
                .statusCode(201)
                .body("state", equalTo("PREPARED"))
                .body("name", nullValue())
                .body("tables.name", hasItem("reach-by-period-and-target-group"))
                .body("tables.report", hasItem("training"))
                .body("allowedActions", contains("discarding"))
                .extract()
                .header("Location");
        Api.record(Observation.of("RL1").reach(1000));
        publish(release).statusCode(200).body("state", equalTo("PUBLISHED")).body("name", notNullValue());
        report("RL1", "")
                .statusCode(200)
                .body("rows.reach.best", contains(123))
                .body("rows[0].period.code", equalTo("2011"))
                .body("totals[0].reach.best", equalTo(123))
                .body("additive", equalTo(true))
                .body("notes.code", not(hasItem("NOTHING_RECORDED")))
                .body("release.programme", equalTo("RL1"));
        report("RL1", "&by=period,track,actionLine")
                .body("additive", equalTo(false))
                .body("rows[0].reach.disclosure", equalTo("ROUNDED_5"));
    }

    @Test
    void hasHeadlinesOfEditorsForEverybody() {
        Api.record(Observation.of("RL110").reach(123));
        var money = "{\"chapter\":\"MONEY\",\"headlineDutch\":\"Geld\",\"headlineEnglish\":\"Money\"}";
        var reach = "{\"chapter\":\"REACH\",\"headlineDutch\":\"Bereik\",\"headlineEnglish\":\"Reach\","
                + "\"textDutch\":\"Uitleg\",\"textEnglish\":\"Explained\"}";
        var growth =
                reach.replace("\"REACH\"", "\"REACH\",\"picture\":\"GROWTH\"").replace("Reach\"", "Growth\"");
        var release = prepare("RL110", ",\"headlines\":[" + money + "," + reach + "," + growth + "]")
                .statusCode(201)
                .body("headlines.chapter", contains("MONEY", "REACH", "REACH"))
                .body("headlines.picture", contains(null, null, "GROWTH"))
                .body("headlines[0].textDutch", nullValue())
                .extract()
                .header("Location");
        publish(release).statusCode(200);
        Api.anonymous()
                .get(PATH + "/latest?programme=RL110")
                .then()
                .statusCode(200)
                .body("headlines.headlineEnglish", contains("Money", "Reach", "Growth"))
                .body("headlines[1].textDutch", equalTo("Uitleg"));
        Api.analyst().post(release + "/verification").then().body("verification.intact", equalTo(true));
    }

    @Test
    void refusesHeadlinesThatPageHasNoPlaceFor() {
        var money = "{\"chapter\":\"MONEY\",\"headlineDutch\":\"Geld\",\"headlineEnglish\":\"Money\"}";
        prepare("RL111", ",\"headlines\":[" + money + "," + money + "]")
                .statusCode(400)
                .body("violations.pointer", contains("/headlines/1/chapter"));
        var flow = money.replace("\"MONEY\"", "\"MONEY\",\"picture\":\"FLOW\"");
        prepare("RL111", ",\"headlines\":[" + flow + "," + flow + "]")
                .statusCode(400)
                .body("violations.pointer", contains("/headlines/1/picture"));
        prepare("RL111", ",\"headlines\":[" + flow.replace("FLOW", "MAP") + "," + money + "," + money + "]")
                .statusCode(400)
                .body("violations.pointer", contains("/headlines/0/picture", "/headlines/2/chapter"))
                .body("violations[0].detail", equalTo("The picture MAP stands in the chapter WHERE."));
        prepare("RL111", ",\"headlines\":[" + flow.replace("FLOW", "WEATHER") + "]")
                .statusCode(400);
        prepare("RL111", ",\"headlines\":[{\"chapter\":\"WEATHER\",\"headlineDutch\":\"\"}]")
                .statusCode(400);
    }

    @Test
    void hasNotesInBothLanguages() {
        Api.record(Observation.of("RL40"));
        Api.record(Observation.of("RL40").period("2012-01-01", "2014-01-01"));
        training.noteOfReach("en", "several rows");
        training.noteOfReach("nl", "meer rijen");
        var release = published("RL40", "");
        var english = report("RL40", "")
                .header("Content-Language", equalTo("en"))
                .body("notes.code", contains("UNEQUAL_PERIODS", "IN_SEVERAL_ROWS"))
                .body("notes.detail[0]", startsWith("periods of different length"))
                .body("notes.detail[1]", equalTo("several rows"))
                .extract()
                .header("ETag");
        var path = "/v1/released-reports/reach?programme=RL40";
        var dutch = Api.anonymous()
                .header("Accept-Language", "nl")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("nl"))
                .header("ETag", not(english))
                .body("notes.detail[0]", startsWith("perioden van verschillende lengte"))
                .body("notes.detail[1]", equalTo("meer rijen"))
                .extract()
                .header("ETag");
        Api.anonymous()
                .header("Accept-Language", "nl")
                .header("If-None-Match", dutch)
                .get(path)
                .then()
                .statusCode(304)
                .header("Content-Language", equalTo("nl"));
        Api.analyst().post(release + "/verification").then().body("verification.differences", equalTo(0));
    }

    @Test
    void isTheSameAfterCorrectionAndNewFigures() throws Exception {
        var corrected = Api.record(Observation.of("RL2").reach(200).in("GM0988"));
        var first = published("RL2", "");
        var before = file(first);
        var report = report("RL2", "&release=" + name(first)).extract().asString();
        Api.researcher()
                .body(correction().reach(300).in("GM0988").json())
                .post(corrected + "/corrections")
                .then()
                .statusCode(201);
        Api.record(Observation.of("RL2").reach(50).with("targetGroup", "\"OTHER\""));
        publishedYesterday(first);
        published("RL2", "");
        assertEquals(before, file(first));
        assertEquals(report, report("RL2", "&release=" + name(first)).extract().asString());
        report("RL2", "").body("rows.reach.best", containsInAnyOrder(300, 50));
    }

    @Test
    void isTheSameAfterCorrectionAndUnderLaterCalculationAndRegister(@TempDir Path folder) throws Exception {
        var corrected = Api.record(Observation.of("RL22").reach(200).in("GM0988"));
        var first = published("RL22", "");
        var byProvince = "/v1/released-reports/reach?programme=RL22&by=period,province&release=" + name(first);
        var live = "/v1/reach-statistics?programme=RL22&by=period,province";
        var file = file(first);
        var report = asMachine(byProvince);
        Api.analyst().get(live).then().body("rows.province", contains("PV31"));
        Api.researcher()
                .body(correction().reach(300).in("GM0988").json())
                .post(corrected + "/corrections")
                .then()
                .statusCode(201);
        LaterCalculation.install(300);
        withRegister(laterRegister(folder), () -> {
            Api.analyst().get(live).then().body("rows.province", contains("PV20"));
            assertEquals(file, file(first));
            assertEquals(report, asMachine(byProvince));
            Api.analyst()
                    .post(first + "/verification")
                    .then()
                    .statusCode(200)
                    .body("verification.intact", equalTo(true))
                    .body("verification.recalculated", equalTo("NO"))
                    .body("verification.differences", equalTo(0));
            var second = nextAfter("RL22", first);
            Api.analyst()
                    .get(second)
                    .then()
                    .body("registerVersion", equalTo("a later register"))
                    .body("calculationVersion", equalTo(LaterCalculation.VERSION));
            reasons(second, first, everyItem(oneOf("CORRECTION", "BOUNDARY")))
                    .body("items.find { it.key.province == 'PV31' }.reason", equalTo("BOUNDARY"))
                    .body("items.find { it.key.province == 'PV20' }.reason", equalTo("CORRECTION"));
            report("RL22", "").body("totals.reach.best", contains(301));
            assertEquals(file, file(first));
            assertEquals(report, asMachine(byProvince));
        });
    }

    /** One in which Weert lies in another province. */
    private static MunicipalityRegister laterRegister(Path folder) throws IOException {
        var built = "/municipalities/";
        var files = new ArrayList<Path>();
        for (var name : List.of("municipalities.csv", "municipality-successions.csv")) {
            try (var stream = MunicipalityRegister.class.getResourceAsStream(built + name)) {
                var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                files.add(Files.writeString(
                        folder.resolve(name), text.replaceFirst("(GM0988,[^\n]*),PV31,Limburg", "$1,PV20,Groningen")));
            }
        }
        return MunicipalityRegister.load(files.get(0), files.get(1), "a later register");
    }

    /** Runs it while the service has another register, as after a start with another configuration. */
    private void withRegister(MunicipalityRegister other, Runnable test) throws IllegalAccessException {
        var fields = Stream.of(MunicipalityRegister.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
        var before = new ArrayList<Object>();
        for (var field : fields) {
            field.setAccessible(true);
            before.add(field.get(register));
            field.set(register, field.get(other));
        }
        try {
            test.run();
        } finally {
            for (var field : fields) {
                field.set(register, before.get(fields.indexOf(field)));
            }
        }
    }

    @Test
    void protectsCountsOfTrainingsTogether() {
        Api.record(Observation.of("RL23").reach(200));
        training.reach(3);
        var release = published("RL23", "");
        report("RL23", "&by=year")
                .body("rows.find { it.source == 'TRAINING' }.reach.best", nullValue())
                .body("rows.find { it.source == 'TRAINING' }.reach.disclosure", equalTo("SMALL"));
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.recalculated", equalTo("WHOLE"))
                .body("verification.differences", equalTo(0));
    }

    @Test
    void namesRowsBytesAndChecksumOfItsFile() throws Exception {
        Api.record(Observation.of("RL3").reach(200).in("GM0988"));
        var release = published("RL3", "");
        var shown = Api.as(TestIssuer.token(MACHINE))
                .get(release)
                .then()
                .statusCode(200)
                .extract();
        var file = file(release);
        assertEquals(shown.<Integer>path("rows"), (int) file.lines().count());
        assertEquals(shown.<Integer>path("bytes"), file.getBytes(StandardCharsets.UTF_8).length);
        assertEquals(
                shown.path("sha256"),
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8))));
        assertTrue(file.lines().allMatch(line -> line.startsWith("{\"table\":\"")));
    }

    /** With a checksum, the few values that a protected cell can have could be tried. */
    @Test
    void showsChecksumsToReadersOfTheFileOnly() {
        Api.record(Observation.of("RL99").reach(200).in("GM0988"));
        var release = published("RL99", "");
        var whole = Api.as(TestIssuer.token(MACHINE)).get(release).then().extract();
        for (var path : List.of(release, PATH + "/latest?programme=RL99")) {
            Api.anonymous()
                    .header("If-None-Match", whole.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("rows", equalTo(whole.path("rows")))
                    .body("bytes", nullValue())
                    .body("sha256", nullValue())
                    .body("sortedSha256", nullValue());
        }
        Api.anonymous()
                .get(PATH + "?programme=RL99")
                .then()
                .body("items.sha256", everyItem(nullValue()))
                .body("items.sortedSha256", everyItem(nullValue()));
    }

    @Test
    void changesMakeNextReleaseOfEarlierOne() {
        var moved = Api.record(Observation.of("RL4").reach(200).with("track", "\"LOCAL\""));
        var first = published("RL4", "");
        publishedYesterday(first);
        Api.researcher()
                .body(correction().reach(200).with("track", "\"NATIONAL\"").json())
                .post(moved + "/corrections")
                .then()
                .statusCode(201);
        var second = published("RL4", "");
        var changes = Api.as(TestIssuer.token(MACHINE))
                .get(second + "/changes?pageSize=200&since=" + name(first))
                .then()
                .statusCode(200)
                .body("items.reason", everyItem(equalTo("RECLASSIFIED")))
                .body("items.action", hasItem("DELETE"))
                .body("items.find { it.action == 'DELETE' }.key.track", equalTo("LOCAL"))
                .body("items.find { it.action == 'DELETE' }.measures", nullValue())
                .body("items.find { it.action == 'UPSERT' }.key.track", equalTo("NATIONAL"))
                .extract();
        var copy = cells(first);
        List<Map<String, Object>> items = changes.path("items");
        items.forEach(change -> {
            var key = change.get("table") + " " + change.get("key");
            if (change.get("action").equals("DELETE")) {
                assertTrue(copy.containsKey(key));
                copy.remove(key);
                return;
            }
            copy.put(key, change.get("measures").toString());
        });
        assertEquals(cells(second), copy);
        Api.as(TestIssuer.token(MACHINE))
                .get(second + "/changes?since=" + name(second))
                .then()
                .body("items", empty());
    }

    @Test
    void asksForReasonThatRecordsDoNotShow() {
        Api.record(Observation.of("RL5").reach(200));
        var first = published("RL5", "");
        publishedYesterday(first);
        training.reach(77);
        var unexplained = prepare("RL5", "")
                .statusCode(201)
                .body("checks.find { it.code == 'REASON_REQUIRED' }.blocking", equalTo(true))
                .body("checks.find { it.code == 'REASON_REQUIRED' }.count", equalTo(2))
                .body("checks.find { it.code == 'REASON_REQUIRED' }.detail", containsString("reach-by-year (2)"))
                .extract()
                .header("Location");
        publish(unexplained).statusCode(409).body("detail", containsString("reach-by-year (2)"));
        Api.as(TestIssuer.token(Role.REVIEWER))
                .get(unexplained + "/changes?since=" + name(first))
                .then()
                .statusCode(200)
                .body("items.table", hasItem("reach-by-year"))
                .body("items.reason", everyItem(nullValue()));
        Api.as(TestIssuer.token(MACHINE))
                .get(unexplained + "/changes?since=" + name(first))
                .then()
                .statusCode(404);
        Api.analyst().post(unexplained + "/discarding").then().statusCode(200).body("state", equalTo("DISCARDED"));
        for (var figures : List.of("/file", "/tables/reach-by-year", "/changes?since=" + name(first))) {
            Api.analyst().get(unexplained + figures).then().statusCode(404).body("detail", containsString("discarded"));
        }
        publish(unexplained).statusCode(409);
        var second = published("RL5", ",\"reason\":\"CORRECTION\"");
        Api.analyst()
                .get(second + "/changes?since=" + name(first))
                .then()
                .body("items.reason", everyItem(equalTo("CORRECTION")))
                .body("items", not(empty()));
    }

    @Test
    void explainsChangesByNewAndCorrectedTallies() {
        var tally = tally(Observation.of("RL26").with("track", "\"LOCAL\""));
        var first = published("RL26", "");
        Api.researcher()
                .body(correction().reach(300).with("track", "\"LOCAL\"").json())
                .post(tally + "/corrections")
                .then()
                .statusCode(201);
        var second = nextAfter("RL26", first);
        reasons(second, first, everyItem(equalTo("CORRECTION")));
        tally(Observation.of("RL26").with("track", "\"NATIONAL\"").period("2012-01-01", "2013-01-01"));
        var third = nextAfter("RL26", second);
        reasons(third, second, everyItem(equalTo("NEW")));
        Api.researcher()
                .body("{\"reason\":\"counted twice\"}")
                .post(tally + "/withdrawal")
                .then()
                .statusCode(200);
        reasons(nextAfter("RL26", third), third, everyItem(equalTo("WITHDRAWN")));
    }

    @Test
    void explainsChangesOfTrainingsByTheirRecords() {
        Api.record(Observation.of("RL27").reach(200));
        training.reach(77);
        var first = published("RL27", "");
        training.reach(88);
        training.changes(change("CORRECTION", "2011-05-01", "2011-05-02"));
        var second = nextAfter("RL27", first);
        reasons(second, first, everyItem(equalTo("CORRECTION")));
        training.reach(0);
        training.changes(change("WITHDRAWN", "2011-05-01", "2011-05-02"));
        reasons(nextAfter("RL27", second), second, everyItem(equalTo("WITHDRAWN")));
        assertTrue(
                training.asked().stream().anyMatch(asked -> asked.contains("/changes?") && asked.contains("since=")));
    }

    @Test
    void explainsChangesOfEffectsByTheirRecords() {
        Api.record(Observation.of("RL28"));
        var first = published("RL28", "");
        var verdict = "{\"verdict\":\"%s\",\"concerns\":\"INTERVENTION_GOAL\",\"assessedBy\":\"us\",\"source\":"
                + "\"test\",\"actionLine\":\"%s\",\"assessedOn\":\"2011-05-01\"%s}";
        var recorded = Api.create(
                "/v1/effect-judgements", verdict.formatted("INCONCLUSIVE", "PREVENTION", ",\"programme\":\"RL28\""));
        var second = nextAfter("RL28", first);
        reasons(second, first, everyItem(equalTo("NEW")));
        correctVerdict(recorded, verdict.formatted("INEFFECTIVE", "PREVENTION", ",\"programme\":\"RL28\""));
        var third = nextAfter("RL28", second);
        reasons(third, second, everyItem(equalTo("CORRECTION")));
        correctVerdict(recorded, verdict.formatted("INEFFECTIVE", "REPRESSION", ",\"programme\":\"RL28\""));
        reasons(nextAfter("RL28", third), third, everyItem(equalTo("RECLASSIFIED")))
                .body("items.find { it.action == 'DELETE' }.key.actionLine", equalTo("PREVENTION"));
    }

    @Test
    void explainsChangesByLaterRegisterAndCalculation() throws SQLException {
        Api.record(Observation.of("RL29").reach(200).in("GM0988"));
        var first = published("RL29", "");
        // As if the earlier release had been made with other versions, which counted otherwise.
        asOwnerWithoutTriggers("release", "update release set register_version = '0' where id = '" + id(first) + "'");
        asOwnerWithoutTriggers(
                "update release_cell set line = replace(line, ':200', ':205') where release_id = '" + id(first) + "'");
        var unexplained = prepare("RL29", "")
                .body("checks.code", hasItem("OTHER_VERSIONS"))
                .body("checks.find { it.code == 'REASON_REQUIRED' }.detail", not(containsString("municipality")))
                .extract()
                .header("Location");
        Api.analyst().post(unexplained + "/discarding").then().statusCode(200);
        asOwnerWithoutTriggers(
                "release", "update release set calculation_version = '0' where id = '" + id(first) + "'");
        var second = nextAfter("RL29", first);
        reasons(second, first, everyItem(oneOf("BOUNDARY", "RECLASSIFIED")))
                .body(
                        "items.findAll { it.table == 'reach-by-period-and-municipality' }.reason",
                        everyItem(equalTo("BOUNDARY")))
                .body("items.find { it.table == 'reach-by-year' }.reason", equalTo("RECLASSIFIED"));
    }

    private static String tally(Observation figures) {
        return Api.create("/v1/reach-tallies", figures.json());
    }

    private static void correctVerdict(String path, String judgement) {
        Api.researcher()
                .body(Api.correction("a test", judgement))
                .post(path + "/corrections")
                .then()
                .statusCode(201);
    }

    private static String change(String reason, String from, String until) {
        return """
            {"reason":"%s","period":{"from":"%s","until":"%s"},"municipalities":["GM0988"],"trainingType":"OTHER",
            "targetGroup":"OTHER","track":null,"actionLine":null,"fundingInstrument":null}\
            """.formatted(reason, from, until);
    }

    private static String nextAfter(String programme, String release) {
        publishedYesterday(release);
        return published(programme, "");
    }

    private static ValidatableResponse reasons(String release, String since, Matcher<?> reasons) {
        return Api.analyst()
                .get(release + "/changes?pageSize=200&since=" + name(since))
                .then()
                .statusCode(200)
                .body("items", not(empty()))
                .body("items.reason", reasons);
    }

    @Test
    void isPublishedByAnotherPerson() {
        Api.record(Observation.of("RL6"));
        var both = Api.named("one person", Role.ANALYST, Role.REVIEWER);
        var release = both.body("{\"programme\":\"RL6\",\"certainty\":\"FINAL\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.named("one person", Role.ANALYST, Role.REVIEWER)
                .post(release + "/publication")
                .then()
                .statusCode(403)
                .body("type", containsString("four-eyes"));
        Api.analyst().post(release + "/publication").then().statusCode(403);
        publish(release).statusCode(200).body("certainty", equalTo("FINAL"));
    }

    @Test
    void isPublishedOnceADay() {
        Api.record(Observation.of("RL7"));
        var first = published("RL7", "");
        Api.record(Observation.of("RL7").with("targetGroup", "\"OTHER\""));
        var second = prepare("RL7", "").extract().header("Location");
        publish(second).statusCode(409);
        publishedYesterday(first);
        publish(second).statusCode(200);
    }

    @Test
    void neverChangesOncePublished() {
        Api.record(Observation.of("RL8"));
        var release = id(published("RL8", ""));
        Stream.of(
                        "update release set note = 'x' where id = '" + release + "'",
                        "delete from release_cell where release_id = '" + release + "'",
                        "update release_table set head = '{}' where release_id = '" + release + "'",
                        "insert into release_cell select release_id, position + 1000, table_name, key, line from"
                                + " release_cell where release_id = '" + release + "'")
                .forEach(change -> assertThrows(SQLException.class, () -> RowPolicies.asOwner(change), change));
    }

    @Test
    void needsTokenForFiguresByPlace() {
        Api.record(Observation.of("RL9").reach(200).in("GM0988"));
        var release = published("RL9", "");
        var byPlace = "&by=period,municipality";
        report("RL9", byPlace).statusCode(401);
        Api.as(TestIssuer.token(Role.GRANTEE))
                .get("/v1/released-reports/reach?programme=RL9" + byPlace)
                .then()
                .statusCode(403);
        Api.as(TestIssuer.token(MACHINE))
                .get("/v1/released-reports/reach?programme=RL9" + byPlace)
                .then()
                .statusCode(200)
                .body("rows.municipality", contains("GM0988"))
                .body("rows[0].reach.best", equalTo(200));
        Api.anonymous()
                .get(release + "/tables/reach-by-period-and-municipality")
                .then()
                .statusCode(401);
        Api.anonymous()
                .get(release + "/tables/reach-by-year")
                .then()
                .statusCode(200)
                .body("items", not(empty()));
        Api.anonymous().get(release + "/file").then().statusCode(401);
    }

    @Test
    void hidesSmallCounts() {
        Api.record(Observation.of("RL10").reach(3).in("GM0988"));
        Api.record(Observation.of("RL10").reach(60).in("GM0984").with("targetGroup", "\"OTHER\""));
        published("RL10", "");
        Api.as(TestIssuer.token(MACHINE))
                .get("/v1/released-reports/reach?programme=RL10&by=period,municipality")
                .then()
                .body("rows.find { it.municipality == 'GM0988' }.reach.best", nullValue())
                .body("rows.find { it.municipality == 'GM0988' }.reach.lowest", equalTo(1))
                .body("rows.find { it.municipality == 'GM0988' }.reach.highest", equalTo(4))
                .body("rows.find { it.municipality == 'GM0988' }.reach.disclosure", equalTo("SMALL"))
                .body("rows.find { it.municipality == 'GM0988' }.reach", not(hasKey("observations")));
    }

    @Test
    void showsNeitherNumbersOfAnswersNorRatingsOfFewerThanFive() {
        Api.record(Observation.of("RL30"));
        training.ratings(4, 12);
        var release = published("RL30", "");
        var total = "items.find { it.key.part == 'TOTAL' }.measures.trainings.ratings";
        Api.anonymous()
                .get(release + "/tables/effects-by-track")
                .then()
                .body(total + ".trainingType", contains("B"))
                .body(total + ".n", contains(nullValue()));
        Api.anonymous()
                .get(release + "/tables/training-by-training-type")
                .then()
                .body("items.find { it.key.trainingType == 'A' }.measures.rating", nullValue())
                .body("items.find { it.key.trainingType == 'B' }.measures.rating.mean", equalTo(8))
                .body("items.find { it.key.trainingType == 'B' }.measures.rating.n", nullValue());
        // It counts participants that were asked.
        for (var report : List.of("training?by=trainingType", "effects?by=track")) {
            Api.anonymous()
                    .get("/v1/released-reports/" + report + "&programme=RL30")
                    .then()
                    .statusCode(200)
                    .body("notes.code", not(hasItem("RATING_NOT_SHOWN")));
        }
    }

    @Test
    void refusesInstantInFutureAndBeforeLastRelease() {
        Api.record(Observation.of("RL11"));
        prepare("RL11", ",\"asOf\":\"" + Instant.now().plus(1, ChronoUnit.DAYS) + "\"")
                .statusCode(409)
                .body("type", containsString("invalid-state"))
                .body("detail", containsString("future"));
        published("RL11", "");
        prepare("RL11", ",\"asOf\":\"2020-01-01T00:00:00Z\"").statusCode(409);
    }

    @Test
    void isNotPreparedWhileObservationsAreImported() throws SQLException {
        Api.record(Observation.of("RL12"));
        var id = UUID.randomUUID();
        RowPolicies.asOwner("insert into observation_import (id, idempotency_key, format, dry_run, status, body_hash,"
                + " bytes, chunks, rows_read, bad_rows, errors, attempts, lease_until, created_at, created_by, version)"
                + " values ('" + id + "', 'k', 'CSV', false, 'RUNNING', 'x', 0, 0, 0, 0, 0, 0, now() + interval '1 h',"
                + " now(), 'a test', 0)");
        try {
            prepare("RL12", "").statusCode(409).body("detail", containsString("imported"));
        } finally {
            RowPolicies.asOwner("delete from observation_import where id = '" + id + "'");
        }
        prepare("RL12", "").statusCode(201);
    }

    @Test
    void hasWritesThatWereInFlightAtItsInstant() throws SQLException {
        Api.record(Observation.of("RL24").reach(200));
        try (var write = InFlightWrite.of("insert into reach_observation select (jsonb_populate_record(o,"
                + " jsonb_build_object('version', 2, 'reason', 'a test', 'quantity_value', 300, 'recorded_at',"
                + " clock_timestamp()))).* from reach_observation o where programme = 'RL24'")) {
            String release = write.endWhenAwaitedBy(
                    () -> prepare("RL24", "").statusCode(201).extract().header("Location"));
            publish(release).statusCode(200);
        }
        report("RL24", "").body("totals.reach.best", contains(300));
    }

    @Test
    void asksForGroupsOfItsInstantBeforeOtherFiguresOfTrainings() {
        Api.record(Observation.of("RL25"));
        prepare("RL25", "").statusCode(201);
        var asked = training.asked();
        assertTrue(asked.size() > 1);
        assertTrue(asked.get(0).startsWith("/v1/training-statistics/groups?"), asked::toString);
    }

    @Test
    void isNotPreparedWithoutTrainings() {
        Api.record(Observation.of("RL13"));
        training.fail(500);
        prepare("RL13", "").statusCode(503);
        training.fail(403);
        prepare("RL13", "").statusCode(403);
    }

    @Test
    void needsFigures() {
        var release = prepare("RL14", "")
                .statusCode(201)
                .body("checks.code", hasItem("NO_FIGURES"))
                .extract()
                .header("Location");
        publish(release).statusCode(409);
    }

    @Test
    void isUnchangedUntilNextRelease() {
        Api.record(Observation.of("RL15"));
        published("RL15", "");
        var etag = Api.anonymous()
                .get(PATH + "/latest?programme=RL15")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Api.anonymous()
                .header("If-None-Match", etag)
                .get(PATH + "/latest?programme=RL15")
                .then()
                .statusCode(304);
    }

    @Test
    void isGoneInAnotherEpoch() throws SQLException {
        Api.record(Observation.of("RL16"));
        var first = published("RL16", "");
        publishedYesterday(first);
        var epoch = UUID.randomUUID();
        RowPolicies.asOwner("update data_set set epoch = '" + epoch + "' where name = 'reach'");
        Api.record(Observation.of("RL16").with("targetGroup", "\"OTHER\""));
        var second = published("RL16", "");
        Api.analyst()
                .get(second + "/changes?since=" + name(first))
                .then()
                .statusCode(410)
                .body("whole", equalTo(second + "/file"));
        Api.analyst()
                .get(second + "/changes?since=" + name(second) + "&epoch=" + UUID.randomUUID())
                .then()
                .statusCode(410);
        Api.analyst()
                .get(second + "/changes?since=" + name(second) + "&epoch=" + epoch)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "cursor=MTIzNDU2Nzg5", "pageSize=0"})
    void refusesTamperedCursor(String query) {
        Api.record(Observation.of("RL17-" + query.hashCode()));
        var release = published("RL17-" + query.hashCode(), "");
        Api.anonymous().get(release + "/tables/reach-by-year?" + query).then().statusCode(400);
    }

    @Test
    void pagesCells() {
        Api.record(Observation.of("RL18"));
        Api.record(Observation.of("RL18").with("targetGroup", "\"OTHER\""));
        var table = published("RL18", "") + "/tables/reach-by-period-and-target-group";
        var first = Api.anonymous()
                .get(table + "?pageSize=1")
                .then()
                .statusCode(200)
                .body("items.key.part", contains("ROW"))
                .body("items.measures.reach.best", contains(100))
                .body("total.value", equalTo(3))
                .extract();
        var next = table + "?pageSize=1&cursor=" + first.path("nextCursor");
        assertEquals(next, first.path("links.next"));
        Api.anonymous()
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].key.targetGroup", equalTo("OTHER"));
        Api.anonymous().get(next + "x").then().statusCode(400).body("violations.code", contains("INVALID_CURSOR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&by=period,projectId", "&by=colour", "&release=3"})
    void namesWhatThereIs(String query) {
        Api.record(Observation.of("RL19" + query.hashCode()));
        published("RL19" + query.hashCode(), "");
        report("RL19" + query.hashCode(), query).statusCode(400);
    }

    @Test
    void namesEverythingThatReleasesDoNotHaveTogether() {
        report("RL20", "&by=colour&release=3")
                .statusCode(400)
                .body("violations.name", contains("by", "release"))
                .body("violations.code", contains("UNKNOWN_VALUE", "WRONG_FORMAT"));
    }

    @Test
    void isNotFoundWhereNothingIsPublished() {
        Api.record(Observation.of("RL20"));
        var prepared = prepare("RL20", "").extract().header("Location");
        report("RL20", "").statusCode(404);
        report("RL20", "&release=2026-9").statusCode(404);
        Api.anonymous().get(prepared).then().statusCode(404);
        Api.analyst().get(prepared).then().statusCode(200);
        Api.anonymous().get(PATH + "?programme=RL20").then().statusCode(200).body("items", empty());
        published("RL20", "");
        Api.anonymous().get(PATH + "?programme=RL20").then().body("items", hasSize(1));
        Api.anonymous().get(PATH + "?programme=RL20&state=PREPARED").then().body("items", empty());
        Api.analyst().get(PATH + "?programme=RL20&state=PREPARED").then().body("items", hasSize(1));
    }

    @Test
    void verifiesWhatWasPublished() throws SQLException {
        Api.record(Observation.of("RL21").reach(210));
        var release = published("RL21", "");
        var etag = Api.anonymous().get(release).header("ETag");
        verifications.verifyAll();
        Api.anonymous().header("If-None-Match", etag).get(release).then().statusCode(304);
        Api.anonymous()
                .get(release)
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.recalculated", equalTo("PART"))
                .body("verification.differences", equalTo(0));
        Api.analyst()
                .post(release + "/verification")
                .then()
                .statusCode(200)
                .body("verification.recalculated", equalTo("WHOLE"))
                .body("verification.differences", equalTo(0));
        // Around the trigger, as somebody with the rights of the owner could.
        asOwnerWithoutTriggers(
                "update release_cell set line = replace(line, '210', '211') where release_id = '" + id(release) + "'");
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.intact", equalTo(false))
                .body("verification.differences", not(equalTo(0)));
        Api.anonymous().header("If-None-Match", etag).get(release).then().statusCode(200);
        asOwnerWithoutTriggers(
                "update release_cell set line = replace(line, '211', '210') where release_id = '" + id(release) + "'");
        Api.analyst().post(release + "/verification").then().body("verification.intact", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update release_cell set line = replace(line, '300', '301') where",
                "delete from release_cell where position = 0 and",
                "update release_table set head = cast(cast(head as jsonb) || '{\"people\":[{\"lowest\":1}]}' as text)"
                        + " where",
                "update release_table set head = cast(cast(head as jsonb) || '{\"notes\":[{\"count\":1}]}' as text)"
                        + " where",
                "update release_table set additive = not additive where",
                "update release_table set rows = rows + 1 where",
                "update release_table set dimensions = array['colour'] where",
                "update release_table set sha256 = repeat('0', 64) where",
                "update release_change set reason = 'BOUNDARY' where",
                "update release_change set line = '{}' where",
                "update release_change set action = 'DELETE' where",
                "delete from release_change where position = 0 and",
                "update release set note = 'another' where",
                "update release set certainty = 'FINAL' where",
                "update release set register_version = 'another', as_of = as_of - interval '1 s' where",
                "update release set rows = rows + 1 where",
                "update release set bytes = bytes + 1 where",
                "update release set sha256 = repeat('0', 64) where",
                "update release set sorted_sha256 = repeat('0', 64) where",
            })
    void reportsWhateverIsTamperedWith(String change) throws SQLException {
        var programme = "RL31" + change.hashCode();
        var corrected = Api.record(Observation.of(programme).reach(200).in("GM0988"));
        var first = published(programme, "");
        Api.researcher()
                .body(correction().reach(300).in("GM0988").json())
                .post(corrected + "/corrections")
                .then()
                .statusCode(201);
        var release = nextAfter(programme, first);
        verified(release).body("verification.intact", equalTo(true));
        var table = change.split(" ")[change.startsWith("update") ? 1 : 2];
        asOwnerWithoutTriggers(
                table, change + (table.equals("release") ? " id = '" : " release_id = '") + id(release) + "'");
        verified(release).body("verification.intact", equalTo(false));
    }

    @Test
    void reportsNotesAndPeopleThatWouldBeOthers() throws SQLException {
        Api.record(Observation.of("RL32"));
        var release = published("RL32", "");
        tamperWithHead(release, "reach-by-year", "{\"notes\":[{\"code\":\"SPLIT\",\"count\":1,\"detail\":\"x\"}]}");
        verified(release)
                .body("verification.intact", equalTo(true))
                .body("verification.recalculated", equalTo("WHOLE"))
                .body("verification.differences", equalTo(1));
        tamperWithHead(release, "training-by-year", "{\"people\":[{\"lowest\":1,\"highest\":2}]}");
        verified(release).body("verification.differences", equalTo(2));
    }

    @Test
    void reportsHeadsThatWouldBeOthersWithoutToken() throws SQLException {
        Api.record(Observation.of("RL33"));
        var release = published("RL33", "");
        tamperWithHead(release, "effects-by-track", "{\"registerVersion\":\"another\"}");
        verifications.verifyAll();
        Api.anonymous()
                .get(release)
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.recalculated", equalTo("PART"))
                .body("verification.differences", equalTo(1));
    }

    /** With all checksums made to fit, so that only a computation of the same instant shows it. */
    private static void tamperWithHead(String release, String table, String change) throws SQLException {
        asOwnerWithoutTriggers(
                "release_table",
                "update release_table set head = cast(cast(head as jsonb) || '" + change + "' as text)"
                        + " where release_id = '" + id(release) + "' and name = '" + table + "';"
                        + " update release_table t set sha256 = encode(sha256(convert_to(t.head || chr(10) || coalesce("
                        + "(select string_agg(c.line || chr(10), '' order by c.position) from release_cell c"
                        + " where c.release_id = t.release_id and c.table_name = t.name), ''), 'UTF8')), 'hex')"
                        + " where release_id = '" + id(release) + "'");
        asOwnerWithoutTriggers("release", "update release set content_sha256 = null where id = '" + id(release) + "'");
    }

    private static ValidatableResponse verified(String release) {
        return Api.analyst().post(release + "/verification").then().statusCode(200);
    }

    @Test
    void isNotFoundWhereThereIsNoSuchRelease() {
        var unknown = PATH + "/" + UUID.randomUUID();
        Api.analyst().get(unknown).then().statusCode(404);
        Api.analyst().get(unknown + "/file").then().statusCode(404);
        Api.analyst().get(unknown + "/tables/reach-by-year").then().statusCode(404);
        Api.analyst().get(unknown + "/changes?since=2026-1").then().statusCode(404);
        Api.analyst().post(unknown + "/discarding").then().statusCode(404);
        Api.analyst().post(unknown + "/verification").then().statusCode(404);
        publish(unknown).statusCode(404);
        Api.anonymous().get(PATH + "/latest?programme=RL34").then().statusCode(404);
        Api.record(Observation.of("RL34"));
        var release = published("RL34", "");
        Api.analyst().get(release + "/tables/reach-by-colour").then().statusCode(404);
        Api.analyst().get(release + "/changes?since=1999-1").then().statusCode(404);
    }

    private static Observation correction() {
        return Observation.of("x").without("programme").with("reason", "\"a test\"");
    }

    private static void asOwnerWithoutTriggers(String change) throws SQLException {
        asOwnerWithoutTriggers("release_cell", change);
    }

    private static void asOwnerWithoutTriggers(String table, String change) throws SQLException {
        RowPolicies.asOwner("alter table " + table + " disable trigger immutable; " + change + "; alter table " + table
                + " enable trigger immutable");
    }

    private static String asMachine(String path) {
        return Api.as(TestIssuer.token(MACHINE))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** As if it had been published earlier, each release on a day of its own, so that another one can follow. */
    static void publishedYesterday(String release) {
        try {
            RowPolicies.asOwner("alter table release disable trigger immutable; update release set published_on ="
                    + " published_on - 100 + number where id = '" + id(release)
                    + "'; alter table release enable trigger immutable");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String name(String release) {
        return Api.anonymous().get(release).then().statusCode(200).extract().path("name");
    }

    private static String file(String release) {
        return Api.as(TestIssuer.token(MACHINE))
                .get(release + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Map<String, String> cells(String release) {
        return Api.analyst().get(release).then().extract().<List<String>>path("tables.name").stream()
                .flatMap(table -> Api.analyst()
                        .get(release + "/tables/" + table + "?pageSize=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<Map<String, Object>>>path("items")
                        .stream()
                        .map(cell -> Map.entry(
                                table + " " + cell.get("key"),
                                cell.get("measures").toString())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String published(String programme, String fields) {
        var release = prepare(programme, fields).statusCode(201).extract().header("Location");
        publish(release).statusCode(200);
        return release;
    }

    static ValidatableResponse prepare(String programme, String fields) {
        return Api.analyst()
                .body("{\"programme\":\"" + programme + "\",\"certainty\":\"PROVISIONAL\"" + fields + "}")
                .post(PATH)
                .then();
    }

    static ValidatableResponse publish(String release) {
        return Api.named("reviewer of releases", Role.REVIEWER)
                .post(release + "/publication")
                .then();
    }

    static ValidatableResponse report(String programme, String query) {
        return Api.anonymous()
                .get("/v1/released-reports/reach?programme=" + programme + query)
                .then();
    }
}
