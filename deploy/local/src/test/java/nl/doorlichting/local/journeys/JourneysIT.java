package nl.doorlichting.local.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.local.Bash;
import nl.doorlichting.local.SharedSystem;
import nl.doorlichting.local.dataset.DataSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journeys of users through the whole system. All share one system, so a journey that records something does so for a
 * period of its own.
 */
class JourneysIT {
    private static final String COORDINATOR = "TRAINING_COORDINATOR";
    private static final String PROGRAMME = "programme=" + DataSet.PROGRAMME;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final SharedSystem SYSTEM = new SharedSystem();

    private static GatewayClient gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = new GatewayClient(SYSTEM.run());
    }

    @ParameterizedTest
    @CsvSource({
        "2007-2009, YOUTH_AND_PUPILS, 18644",
        "2007-2009, PROFESSIONALS_AND_OFFICIALS, 926",
        "2007-2009, TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS, 18",
        "2007-2009, OTHER, 16062",
        "2010, YOUTH_AND_PUPILS, 32392",
        "2010, PROFESSIONALS_AND_OFFICIALS, 498",
        "2010, TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS, 123",
        "2010, OTHER, 96892",
    })
    void reportsReachPerTargetGroup(String period, String group, long best) throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/reach?" + PROGRAMME, "ANALYST");

        JsonNode row =
                JsonRows.one(report.get("rows"), "/source", "INVENTORY", "/period/code", period, "/targetGroup", group);
        assertEquals(best, row.at("/reach/best").asLong(-1));
        assertTrue(report.get("complete").asBoolean());
    }

    @Test
    void reportsAreEmptyBeforeRecords() throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/reach?" + PROGRAMME + "&asOf=2011-12-31T00:00:00Z", "ANALYST");

        assertTrue(report.get("complete").asBoolean());
        assertEquals(0, report.get("rows").size());
    }

    /** The service refuses each before it has all of it. Nobody gets what is left on the connection to it. */
    @Test
    void refusesFilesWithoutRightOneAfterTheOther() throws Exception {
        String file = "programme,period.from,period.until,targetGroup,reach.kind,reach.value,source\n"
                + "NOPE,2008-01-01,2009-01-01,OTHER,EXACT,4,a long file\n".repeat(4_000);
        for (int i = 0; i < 60; i++) {
            gateway.postOnce(403, "/v1/imports", "REVIEWER", "text/csv", file);
            gateway.get(200, "/v1/reach-observations?pageSize=1", "RESEARCHER");
        }
    }

    /** All operations that are about one programme, and no list of records, whose filter may find none. */
    @Test
    void everyReportOfAnUnknownProgrammeIsRefused() throws Exception {
        JsonNode document = gateway.get(200, "/v1/openapi.json", "ANALYST");
        List<String> reports = document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> isOfProgramme(path, document))
                .toList();
        assertTrue(
                reports.containsAll(List.of(
                        "/budget-statistics",
                        "/funding-quality",
                        "/condition-coverage",
                        "/releases",
                        "/reports/claims")),
                reports::toString);
        for (String path : reports) {
            String moments = path.endsWith("/changes") ? "&since=2011-03-31T12:00:00Z&asOf=2011-06-30T12:00:00Z" : "";
            JsonNode problem = gateway.get(400, "/v1" + path + "?programme=APR-1066" + moments, "ANALYST");
            assertEquals(List.of("programme"), problem.path("violations").findValuesAsText("name"), path);
        }
    }

    @Test
    void everyWriteOfAnUnknownProgrammeNamesThoseThatThereAre() throws Exception {
        String project = "{\"programme\":\"APR-1066\",\"code\":\"c\",\"name\":\"n\",\"source\":\"s\"}";
        String figure = "{\"programme\":\"APR-1066\",\"targetGroup\":\"OTHER\",\"source\":\"s\","
                + "\"period\":{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"},"
                + "\"reach\":{\"kind\":\"EXACT\",\"value\":1},\"place\":{\"scope\":\"NATIONAL\",\"municipalities\":[]}}";
        JsonNode ofFunding = gateway.post(409, "/v1/projects", "GRANT_OFFICER", project);
        JsonNode ofReporting = gateway.post(400, "/v1/reach-observations?strict=true", "RESEARCHER", figure);

        assertEquals(
                "APR-2007-2011",
                ofFunding.at("/violations/0/parameters/allowed/0").asText());
        assertEquals(ofFunding.path("violations"), ofReporting.path("violations"));
    }

    private static boolean isOfProgramme(String path, JsonNode document) {
        boolean isReport = path.startsWith("/reports/") || path.equals("/releases");
        String list = path.replaceAll("/csv$", "");
        return parameters(path, document).contains("programme")
                && (isReport
                        || !parameters(list, document).contains("pageSize")
                                && !document.at("/paths")
                                        .path(path)
                                        .at("/get/responses")
                                        .has("404"));
    }

    private static List<String> parameters(String path, JsonNode document) {
        return document.at("/paths")
                .path(path)
                .at("/get/parameters")
                .valueStream()
                .map(one ->
                        one.has("$ref") ? document.at(one.get("$ref").asText().substring(1)) : one)
                .map(one -> one.get("name").asText())
                .toList();
    }

    @Test
    void publishesReportsOfDescribedProjects() throws Exception {
        String published = "/v1/inventory-reports?state=PUBLISHED&" + PROGRAMME;

        assertEquals(
                10, gateway.get(200, published, "ANALYST").at("/total/value").asInt());
        assertEquals(
                1, gateway.get(200, published, "GRANTEE:GM0988").get("items").size());
        JsonNode tally = gateway.get(200, "/v1/inventory-report-tallies?" + PROGRAMME, "ANALYST")
                .at("/items/0");
        assertEquals(72, tally.get("reports").asInt());
        assertEquals(78, tally.get("projects").asInt());
    }

    @Test
    void reportsEffects() throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/effects?by=track&" + PROGRAMME, "REVIEWER");

        JsonNode verdicts = report.at("/totals/0/inventories/verdicts");
        assertEquals(3, countAll(JsonRows.all(verdicts, "/verdict", "EFFECTIVE")));
        assertEquals(7, countAll(JsonRows.all(verdicts, "/verdict", "PROMISING")));
        assertFalse(JsonRows.one(report.get("notes"), "/code", "VERDICT_ABOVE_EVIDENCE")
                .isMissingNode());
    }

    @ParameterizedTest
    @CsvSource({
        "actionLine, PREVENTION, 9, 3, 6",
        "actionLine, PROACTION, 1, 0, 1",
        "interventionType, INDIVIDUAL_INTERVENTION, 3, 2, 1",
        "interventionType, GENERAL_EDUCATION, 4, 0, 4",
        "interventionType, AWARENESS, 1, 0, 1",
        "interventionType, NETWORK_BUILDING, 1, 0, 1",
        "interventionType, , 2, 1, 1",
    })
    void connectsVerdictsWithProjects(String by, String code, int projects, int effective, int promising)
            throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/effects?by=" + by + "&" + PROGRAMME, "ANALYST");

        JsonNode row = JsonRows.one(report.get("rows"), "/" + by, code == null ? "null" : code);
        JsonNode verdicts = row.at("/inventories/verdicts");
        assertEquals(projects, row.at("/inventories/projects/count").asInt());
        assertEquals(projects, row.at("/inventories/projects/withReport/count").asInt());
        assertEquals(effective, countAll(JsonRows.all(verdicts, "/verdict", "EFFECTIVE")));
        assertEquals(promising, countAll(JsonRows.all(verdicts, "/verdict", "PROMISING")));
    }

    @Test
    void showsDossierOfProject() throws Exception {
        JsonNode projects =
                gateway.get(200, "/v1/projects?pageSize=200", "ANALYST").get("items");
        String weert =
                JsonRows.one(projects, "/organisationId", "GM0988").get("id").asText();
        JsonNode dossier = gateway.get(200, "/v1/projects/" + weert + "/dossier", "ANALYST");

        assertTrue(dossier.get("complete").asBoolean());
        assertEquals(weert, dossier.at("/project/id").asText());
        assertEquals("EFFECTIVE", dossier.at("/verdicts/0/verdict").asText());
        assertEquals("PUBLISHED", dossier.at("/reports/0/state").asText());
        assertTrue(dossier.at("/money/total/awarded").isNull());
        // Of its year the amount in print is malformed.
        assertEquals(2010, dossier.at("/money/prizes/0/year").asInt());
        assertTrue(dossier.at("/money/prizes/0/amount").isNull());
        JsonNode own = gateway.get(200, "/v1/projects/" + weert + "/dossier", "GRANTEE:GM0988");
        assertEquals("[\"trainings\"]", own.get("withheld").toString());
        assertEquals("PUBLISHED", own.at("/reports/0/state").asText());
        gateway.get(404, "/v1/projects/" + weert + "/dossier", "GRANTEE:GM0518");
        gateway.get(403, "/v1/projects/" + weert + "/dossier", "AUDITOR");
    }

    @Test
    void reportsEvidenceOfEffects() throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/effects?" + PROGRAMME, "ANALYST");

        assertTrue(report.get("complete").asBoolean());
        assertEquals(72, report.at("/tallies/0/reports").asInt());
        JsonNode projects = report.at("/totals/0/inventories/projects");
        assertEquals(10, projects.get("count").asInt());
        assertEquals(10, projects.at("/withReport/count").asInt());
        assertEquals(10, projects.at("/withBaseline/outOf").asInt());
        JsonNode rating =
                JsonRows.one(report.at("/totals/0/trainings/ratings"), "/meanLowest", "7.5", "/meanHighest", "8");
        assertTrue(rating.get("mean").isNull());
    }

    /** Policy review 25.1: text and tables against what is recorded. */
    @ParameterizedTest
    @CsvSource({
        "LOCAL-TRACK, HOLDS,",
        "PROJECTS, HOLDS,",
        "PROFESSIONALS-TRAINED, HOLDS,",
        "MULTIDISCIPLINARY-TRAININGS, HOLDS,",
        "SPENT-SHARE, HOLDS,",
        "TRAINING-RATING, HOLDS,",
        "REPORTS, HOLDS,",
        "REACH-2010, HOLDS,",
        "LONE-ACTOR-EXPECTED, HOLDS,",
        "TRAINING-PARTICIPANTS, FAILS,",
        "REACH-GROWTH, UNDECIDED, PERIODS",
        "BUDGET-FIRST-YEAR, UNDECIDED, NO_FIGURE",
        "INTERNATIONAL-TRACK, HOLDS,",
    })
    void evaluatesClaimsOfReview(String code, String outcome, String undecided) throws Exception {
        JsonNode claims = gateway.get(200, "/v1/reports/claims?pageSize=200&" + PROGRAMME, "ANALYST");

        JsonNode claim = JsonRows.one(claims.get("items"), "/code", code);
        assertEquals(outcome, claim.get("outcome").asText(), claim.toString());
        assertEquals(undecided, claim.get("undecided").textValue(), claim.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE_SUM_DIFFERS, REALLOCATED",
        "CLAIM_FAILS, TRAINING-PARTICIPANTS",
        "CLAIM_UNDECIDED, REACH-GROWTH",
        "YEAR_MISSING, 2007",
        "YEAR_MISSING, 2011",
    })
    void findsWhatCarefulReaderFinds(String kind, String subject) throws Exception {
        JsonNode findings = gateway.get(
                200, "/v1/reports/data-quality?pageSize=200&kind=" + kind + "&" + PROGRAMME, "PROGRAMME_MANAGER");

        assertTrue(findings.get("items").findValuesAsText("subject").stream().anyMatch(text -> text.contains(subject)));
    }

    @Test
    void answersQuestionsOfPolicyReview() throws Exception {
        JsonNode review = gateway.get(200, "/v1/reports/policy-review?" + PROGRAMME, "ANALYST");

        assertTrue(review.get("complete").asBoolean());
        assertEquals(10, review.at("/instruments/total/count").asInt());
        assertEquals(1, review.at("/instruments/withSeveralTypes").asInt());
        JsonNode education = JsonRows.one(
                review.at("/instruments/interventionTypes"),
                "/interventionType",
                "GENERAL_EDUCATION",
                "/track",
                "NATIONAL");
        assertEquals(4, education.at("/projects/count").asInt());
        assertEquals(
                "NETWORK_BUILDING", review.at("/instruments/overlaps/0/second").asText());
        assertEquals("14460000.00", review.at("/spending/total/amount").asText());
        assertEquals("14460000.00", review.at("/spending/withoutProject/amount").asText());
        // Nothing is booked of the projects that the review describes.
        JsonNode cost = review.at("/costPerParticipation/total/stateShare");
        assertEquals("NOT_ATTRIBUTABLE", cost.get("reason").asText());
        assertTrue(cost.get("best").isNull());
        assertEquals(56, review.at("/lessons/total").asInt());
        assertEquals(56, review.at("/lessons/items").size());
        for (var lesson : review.at("/lessons/items")) {
            assertEquals("nl", lesson.path("language").asText());
            assertEquals("en", lesson.at("/translations/0/language").asText(), lesson.toString());
        }
        JsonNode byProject = gateway.get(200, review.get("effectsByProject").asText(), "ANALYST");
        // Ten projects, and what is said of embedding without one.
        assertEquals(11, byProject.get("rows").size());
        assertAmounts(review.at("/finances/rows/0/total"), "28000000.00", "13540000.00", "14460000.00");
        JsonNode reach = JsonRows.one(review.at("/reach/totals"), "/source", "INVENTORY", "/period/code", "2007-2009");
        assertEquals(35650, reach.at("/reach/best").asLong());
        for (String report : List.of("reach", "effects", "training", "finances")) {
            assertEquals(
                    gateway.get(200, "/v1/reports/" + report + "?" + PROGRAMME, "ANALYST"), review.get(report), report);
        }
    }

    @Test
    void withholdsWhatReviewerMayNotReadInPolicyReview() throws Exception {
        JsonNode review = gateway.get(200, "/v1/reports/policy-review?" + PROGRAMME, "REVIEWER");

        assertEquals("finances", review.at("/withheld/0").asText());
        assertTrue(review.get("finances").isNull());
        assertEquals(10, review.at("/instruments/total/count").asInt());
        gateway.get(403, "/v1/reports/policy-review?" + PROGRAMME, "CONTROLLER");
    }

    @ParameterizedTest
    @CsvSource({"2007-2009, 35650", "2010, 129905"})
    void reportsReachTotals(String period, long best) throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/reach?" + PROGRAMME, "ANALYST");

        JsonNode total = JsonRows.one(report.get("totals"), "/source", "INVENTORY", "/period/code", period);
        assertEquals(best, total.at("/reach/best").asLong(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "2008, 10000000.00, 7260000.00, 2740000.00",
        "2009, 6000000.00, 1200000.00, 4800000.00",
        "2010, 6000000.00, 730000.00, 5270000.00",
        "2011, 6000000.00, 4350000.00, 1650000.00",
    })
    void reportsFinancesPerYear(String year, String budgeted, String reallocated, String spent) throws Exception {
        JsonNode root = finances().at("/rows/0");

        assertAmounts(JsonRows.one(root.get("years"), "/year", year), budgeted, reallocated, spent);
    }

    @Test
    void reportsFinanceTotals() throws Exception {
        assertAmounts(finances().at("/rows/0/total"), "28000000.00", "13540000.00", "14460000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "Scan en monitor, 1600000.00, 80000.00",
        "Aanpak risicogebieden, 17000000.00, 11920000.00",
        "Expertisefunctie, 4400000.00, 1870000.00",
        "Specifieke instrumenten, 5000000.00, 590000.00",
    })
    void reportsFinancesPerBudgetLine(String name, String budgeted, String disbursed) throws Exception {
        JsonNode total = JsonRows.one(finances().get("rows"), "/name", name).path("total");

        assertEquals(budgeted, total.at("/budgeted/amount").asText());
        assertEquals(disbursed, total.at("/disbursed/amount").asText());
        assertTrue(total.path("reallocated").isNull());
        assertTrue(total.path("spendable").isNull());
        assertTrue(total.path("left").isNull());
    }

    @Test
    void listsProjects() throws Exception {
        JsonNode projects = finances().get("projects");

        assertEquals(3, projects.size());
        assertEquals(53, count(JsonRows.one(projects, "/fundingInstrument", "DECENTRALISATION_GRANT")));
        assertEquals(25, count(JsonRows.one(projects, "/fundingInstrument", "SUBSIDY")));
        JsonNode named = JsonRows.one(projects, "/fundingInstrument", "null");
        assertTrue(named.path("count").isNull());
        assertEquals(10, named.path("described").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGER_SESSION, 20, 162",
        "PROFESSIONALS, 25, 457",
        "GUEST_LECTURE, 25, 2000",
        "OTHER, 40, 1000",
        "LONE_ACTOR, 21, 357",
    })
    void reportsTrainingsPerType(String type, int held, long participants) throws Exception {
        JsonNode row = JsonRows.one(training().get("rows"), "/trainingType", type);

        assertEquals(held, row.at("/sessions/held").asInt(-1));
        assertEquals(participants, row.at("/participants/best").asLong(-1));
    }

    @Test
    void reportsTrainingRatingsAndPlans() throws Exception {
        JsonNode rows = training().get("rows");

        assertEquals(
                40,
                JsonRows.one(rows, "/trainingType", "LONE_ACTOR")
                        .at("/sessions/planned")
                        .asInt());
        JsonNode rating = JsonRows.one(rows, "/trainingType", "null").path("rating");
        assertTrue(rating.path("mean").isNull());
        assertEquals(7.5, rating.path("meanLowest").asDouble());
        assertEquals(8, rating.path("meanHighest").asDouble());
    }

    @Test
    void showsAdviceAndNetworks() throws Exception {
        JsonNode answered = gateway.get(200, "/v1/advice-question-statistics?" + PROGRAMME, "ANALYST")
                .at("/totals/0/answered");
        assertEquals(1_000, answered.path("best").asInt());
        assertTrue(answered.path("highest").isNull());
        JsonNode meetings = gateway.get(200, "/v1/network-meetings?" + PROGRAMME, "TRAINING_COORDINATOR")
                .get("items");
        assertEquals(
                200,
                JsonRows.one(meetings, "/reference", "meetings/cities-conference-2009")
                        .at("/attendance/value")
                        .asInt());
    }

    /** What the review only says to have happened stands in lists, and the sums keep their bounds. */
    @Test
    void listsUncountedTrainingsInNoSum() throws Exception {
        JsonNode report = training();

        JsonNode participants = report.at("/totals/0/participants");
        assertEquals(3_976, participants.path("best").asInt());
        assertEquals(3_976, participants.path("highest").asInt());
        assertEquals(131, report.at("/totals/0/sessions/held").asInt());
        JsonNode sessions = JsonRows.one(
                report.get("meetings"),
                "/title",
                "Train-de-trainersessies voor gemeenten en organisaties van professionals, zoals de politieacademie");
        assertEquals("NOT_MEASURED", sessions.at("/meetings/kind").asText());
        assertEquals(2, report.get("modules").size());
        report.get("modules")
                .forEach(module -> assertEquals(
                        1, module.at("/completions/observations/notMeasured").asInt(), module.toString()));
    }

    @ParameterizedTest
    @CsvSource({"2007-2009, 2", "2010, 1"})
    void roundsNameVisitedProjects(String code, int projects) throws Exception {
        JsonNode rounds = gateway.get(200, "/v1/inventory-rounds?" + PROGRAMME, "RESEARCHER");

        JsonNode round = JsonRows.one(rounds.get("items"), "/code", code);
        assertEquals(projects, round.get("projects").size());
    }

    @Test
    void trainersOfProjectStandBesideYouth() throws Exception {
        JsonNode report = gateway.get(200, "/v1/reports/reach?by=projectId,targetGroup&" + PROGRAMME, "ANALYST");

        JsonNode trainers = JsonRows.all(report.get("rows"), "/targetGroup", "PROFESSIONALS_AND_OFFICIALS").stream()
                .filter(row -> row.at("/reach/best").asInt() == 12)
                .findFirst()
                .orElseThrow();
        JsonNode youth = JsonRows.one(
                report.get("rows"),
                "/targetGroup",
                "YOUTH_AND_PUPILS",
                "/projectId",
                trainers.get("projectId").asText());
        assertEquals(80, youth.at("/reach/lowest").asInt());
        assertEquals(120, youth.at("/reach/highest").asInt());
    }

    @ParameterizedTest
    @CsvSource({"voedingsbodem, nl", "breeding ground, en"})
    void publishesLessonsInBothLanguages(String words, String language) throws Exception {
        JsonNode found = gateway.get(
                200, "/v1/catalogue?kind=LESSON&pageSize=200&q=" + words.replace(" ", "%20") + "&" + PROGRAMME, null);

        assertFalse(JsonRows.all(found.get("items"), "/language", language).isEmpty(), found.toString());
    }

    @Test
    void nextReportHasNewRecord() throws Exception {
        String report = "/v1/reports/reach?municipality=GM0988&from=2011-01-01&until=2012-01-01&" + PROGRAMME;
        assertEquals(0, gateway.get(200, report, "ANALYST").get("rows").size());
        // Until then the gateway answers what it kept.
        gateway.assertUnchanged(report, "ANALYST");

        gateway.post(201, "/v1/reach-observations", "RESEARCHER", observation(2011, "GM0988", "100"));

        JsonNode rows = gateway.get(200, report, "ANALYST").get("rows");
        assertEquals(
                100,
                JsonRows.one(rows, "/period/code", "2011").at("/reach/best").asLong(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, NOT_AN_INTEGER, /reach/value",
        "\"100\", WRONG_TYPE, /reach/value",
        "-1, OUT_OF_RANGE, /reach/value",
    })
    void refusesInvalidCount(String value, String code, String pointer) throws Exception {
        assertViolation(observation(2011, "GM0988", value), code, pointer);
    }

    /** The service refuses what only the gateway can find, after the right of the caller and with what it finds itself. */
    @Test
    void refusesUnknownProgrammeTogetherWithTheService() throws Exception {
        String body = observation(2011, "GM0988", "1.5").replace(DataSet.PROGRAMME, "NO-PROGRAMME");
        String path = "/v1/reach-observations?strict=true";

        JsonNode violations = gateway.post(400, path, "RESEARCHER", body).get("violations");
        gateway.post(403, path, "AUDITOR", body);

        assertEquals(List.of("/programme", "/reach/value"), violations.findValuesAsText("pointer"));
        JsonNode events =
                gateway.get(200, "/v1/reporting-audit-events?operation=createReachObservation&pageSize=2", "AUDITOR");
        assertEquals(List.of("403", "400"), events.get("items").findValuesAsText("status"));
        assertEquals(
                "REFERENCE_UNKNOWN /programme",
                events.get("items").get(1).get("brokenRules").get(0).asText());
    }

    /** What comes alone without strict=true, as a record that is not there, does so with it. */
    @Test
    void refusesCorrectionOfUnknownFigureBeforeItsUnknownProject() throws Exception {
        String path = "/v1/reach-observations/" + UUID.randomUUID() + "/corrections?strict=true";
        gateway.post(404, path, "RESEARCHER", "{\"reason\":\"r\",\"projectId\":\"" + UUID.randomUUID() + "\"}");
    }

    @Test
    void refusesUnknownField() throws Exception {
        String body = observation(2011, "GM0988", "100").replaceFirst("\\{", "{\"colour\":\"red\",");

        assertViolation(body, "UNKNOWN_FIELD", "/colour");
    }

    @Test
    void refusesTwoDocumentsInOneBody() throws Exception {
        String body = observation(2011, "GM0988", "100");

        assertViolation(body + body, "TRAILING_CONTENT", "");
    }

    @Test
    void refusesEndedMunicipalityWithItsSuccessor() throws Exception {
        JsonNode violation = assertViolation(
                observation(2011, "GM0052", "100"), "MUNICIPALITY_NOT_VALID", "/place/municipalities/0");

        assertEquals("GM0052", violation.at("/parameters/code").asText());
        assertTrue(violation.at("/parameters/successors").toString().contains("GM1895"), violation.toString());
    }

    @Test
    void reportsByBoundariesOfAnotherDay() throws Exception {
        gateway.post(201, "/v1/reach-observations", "RESEARCHER", inNoTally(observation(2009, "GM0052", "30")));
        gateway.post(201, "/v1/reach-observations", "RESEARCHER", inNoTally(observation(2009, "GM0993", "40")));

        JsonNode report = gateway.get(
                200,
                "/v1/reports/reach?by=municipality&boundaries=2011-01-01&from=2009-01-01&until=2010-01-01&" + PROGRAMME,
                "ANALYST");

        assertEquals(
                30, municipality(report.get("rows"), "GM1895").at("/reach/best").asLong(-1));
        JsonNode split = JsonRows.one(report.get("unallocated"), "/from", "GM0993");
        assertEquals(40, split.at("/reach/best").asLong(-1));
        assertFalse(JsonRows.all(report.get("notes"), "/code", "SPLIT").isEmpty());
    }

    @Test
    void refusesMissingTokenAndWrongRole() throws Exception {
        gateway.get(401, "/v1/budget-entries", null);
        gateway.get(401, "/v1/no-such-thing", null);
        gateway.get(403, "/v1/budget-entries", "GRANTEE:GM0988");
        gateway.get(403, "/v1/reports/reach/csv", "GRANTEE:GM0988");
        gateway.get(200, "/v1/codelists", null);
    }

    @Test
    void machinePullsReleasedFigures() throws Exception {
        JsonNode release = gateway.get(200, "/v1/releases/latest?programme=APR-2007-2011", null);
        JsonNode live = gateway.get(
                200,
                "/v1/reports/reach?programme=APR-2007-2011&asOf="
                        + release.get("asOf").asText(),
                "ANALYST");
        JsonNode released = gateway.get(200, "/v1/reports/reach", "STATISTICS_CLIENT");
        assertEquals(release.get("name"), released.at("/release/name"));
        // A release has no links, because records may no longer be the same as its figures.
        live.get("rows").forEach(row -> assertNotNull(((ObjectNode) row).remove("links")));
        assertEquals(live.get("rows"), released.get("rows"));
        assertEquals(
                released,
                gateway.get(
                        200,
                        "/v1/reports/reach?release=" + release.get("name").asText() + "&programme=APR-2007-2011",
                        null));
        assertEquals(
                release.get("tables").size(),
                gateway.get(200, "/v1/releases/" + release.get("id").asText(), "STATISTICS_CLIENT")
                        .get("tables")
                        .size());
        gateway.get(401, "/v1/reports/reach?by=period,municipality", null);
        gateway.get(200, "/v1/reports/reach?by=period,municipality", "STATISTICS_CLIENT");
        gateway.get(200, "/v1/reports/training", "STATISTICS_CLIENT");
        gateway.get(200, "/v1/reports/effects", null);
    }

    @Test
    void pullerKeepsCopyOfLatestRelease() throws Exception {
        assumeTrue(Bash.isThere());
        JsonNode release = gateway.get(200, "/v1/releases/latest?" + PROGRAMME, "STATISTICS_CLIENT");
        assertEquals(
                "Release " + release.get("name").asText() + ": "
                        + release.get("rows").asLong() + " rows (whole)\n",
                pull());
        Path copy = folder.resolve("copy/current/cells.ndjson");
        assertEquals(release.get("bytes").asLong(), Files.size(copy));
        assertEquals("Nothing new since release " + release.get("name").asText() + "\n", pull());
    }

    private static String pull() throws Exception {
        Path output = folder.resolve("pull.txt");
        JsonNode run = SYSTEM.run();
        Path token = Files.writeString(
                folder.resolve("token"), run.at("/tokens/STATISTICS_CLIENT").asText());
        ProcessBuilder pull = new ProcessBuilder(
                        "bash",
                        Path.of(System.getProperty("doorlichting.home"), "deploy/pull/pull")
                                .toString(),
                        DataSet.PROGRAMME,
                        folder.resolve("copy").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        pull.environment().put("DOORLICHTING_URL", run.get("gateway").asText());
        pull.environment().put("DOORLICHTING_TOKEN_FILE", token.toString());
        assertEquals(0, pull.start().waitFor(), () -> "see " + output);
        return Files.readString(output);
    }

    @ParameterizedTest
    @CsvSource({
        "404, , /v1/releases/00000000-0000-7000-8000-000000000000, ",
        "404, , /v1/releases/latest?programme=NONE, APR-2007-2011",
        "404, , /v1/reports/reach?programme=NONE, APR-2007-2011",
        "404, , /v1/reports/reach?release=2000-1, The latest is NAME",
        "400, , /v1/reports/reach?release=newest, ",
        "404, , /v1/datasets/NONE, APR-2007-2011",
        "404, , RELEASE/tables/reach-by-weather, reach-by-period-and-target-group",
        "404, STATISTICS_CLIENT, RELEASE/tables/reach-by-year/xlsx, ",
        "406, , RELEASE/tables/effects-by-track/csv, application/json",
        "400, , RELEASE/tables/reach-by-year?cursor=MTIzNDU2Nzg5, INVALID_CURSOR",
        "400, STATISTICS_CLIENT, RELEASE/changes?since=NAME&cursor=MTIzNDU2Nzg5, INVALID_CURSOR",
        "404, STATISTICS_CLIENT, RELEASE/changes?since=2000-1, The latest is NAME",
        "400, STATISTICS_CLIENT, RELEASE/changes, since",
        "410, STATISTICS_CLIENT, RELEASE/changes?since=NAME&epoch=00000000-0000-7000-8000-000000000000, RELEASE/file",
        "401, , RELEASE/changes?since=NAME, ",
        "401, , RELEASE/file, ",
        "403, GRANTEE:GM0988, RELEASE/file, ",
    })
    void refusesWrongQuestionAboutReleases(int status, String caller, String path, String names) throws Exception {
        JsonNode release = gateway.get(200, "/v1/releases/latest?" + PROGRAMME, null);
        String id = "/v1/releases/" + release.get("id").asText();
        String name = release.get("name").asText();
        JsonNode problem = gateway.get(status, path.replace("RELEASE", id).replace("NAME", name), caller);
        assertEquals(status, problem.get("status").asInt());
        if (names != null) {
            String named = names.replace("RELEASE", id).replace("NAME", name);
            assertTrue(problem.toString().contains(named), problem::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/releases/latest?programme=APR-2007-2011",
        "RELEASE",
        "RELEASE/tables/reach-by-period-and-target-group",
        "RELEASE/tables/reach-by-period-and-target-group/csv",
        "RELEASE/tables/reach-by-period-and-target-group/json-stat",
        "RELEASE/changes?since=NAME",
        "RELEASE/file",
        "/v1/reports/reach",
        "/v1/reports/training",
        "/v1/reports/effects?release=NAME",
        "/v1/released-reports/review?programme=APR-2007-2011",
        "RELEASE/tables/money-by-budget-line-and-year/csv",
        "/v1/datasets/APR-2007-2011",
        "/v1/datasets/dcat",
    })
    void machineReadsUnchangedAnswerOnce(String path) throws Exception {
        JsonNode release = gateway.get(200, "/v1/releases/latest?" + PROGRAMME, null);
        gateway.assertUnchanged(
                path.replace("RELEASE", "/v1/releases/" + release.get("id").asText())
                        .replace("NAME", release.get("name").asText()),
                "STATISTICS_CLIENT");
    }

    /** What was spent of what was planned, whom did it reach, did it work, where, and can the tables be trusted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "betaald van 28,00 mln euro begroot",
                "<strong>€ 14,46</strong>",
                "Fietsendiefstal",
                "Zonder bedragen: 2007",
                "<strong>129.905</strong>",
                "<span>van 10</span>",
                ">Oldambt</text>",
                "grenzen van 2011",
                "id=\"embedding-moments-name\"",
                "<title>leerpunten en goede voorbeelden, sindsdien: niet bekend</title>",
                "id=\"projects-name\"",
                "href=\"#finding-",
                "id=\"findings-name\"",
                "Reallocaties (REALLOCATED): 2008",
                "id=\"claims-name\"",
                "The original budget was EUR 28 million.",
                "3 missen het bewijs dat zij vragen, en van 7 is het bewijsniveau onbekend",
                "“Veelbelovend” vraagt niveau 2 of hoger",
                "De helft van de deelnemers aan trainingen was student",
                "Het aantal staat in de bron (regel 228-230)",
                "Over wat van “ander programma” is afgedrukt gaat bevinding 1.",
                "<h3 class=\"headline\">Bijna de helft kreeg een andere bestemming of verviel</h3>",
                "<summary>Bron: policy-review-25.1, regel 790<",
                "&lt; 0,00 ?</text>",
                "In druk staat 3.975 ook: daarover gaat bevinding 2",
                "3.975 in druk; verschillen 1",
                "Deelnemers (elke soort en totaal) zijn in deze publicatie afgerond op een veelvoud van 5"
            })
    void answersFromReleaseWithoutToken(String said) throws Exception {
        String page = gateway.page("/review?lang=nl&" + PROGRAMME);
        assertTrue(page.contains(said), page);
    }

    @Test
    void showsDatasetsAndTheirTables() throws Exception {
        String dcat = gateway.get(200, "/v1/datasets/dcat", null).toString();
        assertTrue(dcat.contains("money-by-budget-line-and-year (CSV)"), dcat);
        JsonNode dataset = gateway.get(200, "/v1/datasets/" + DataSet.PROGRAMME, null);
        assertEquals(
                gateway.get(200, "/v1/releases/latest?" + PROGRAMME, null).get("name"), dataset.at("/latest/name"));
        for (JsonNode table : dataset.get("tables")) {
            if (!table.get("jsonStat").isNull()) {
                String caller = table.get("byPlace").asBoolean() ? "STATISTICS_CLIENT" : null;
                JsonNode cube = gateway.get(200, table.get("jsonStat").asText(), caller);
                assertEquals(table.get("dimensions").size() + 1, cube.get("id").size());
            }
        }
    }

    @Test
    void granteeSeesOnlyItsProjects() throws Exception {
        JsonNode projects =
                gateway.get(200, "/v1/projects?pageSize=200", "ANALYST").get("items");
        String weert =
                JsonRows.one(projects, "/organisationId", "GM0988").get("id").asText();

        JsonNode own = gateway.get(200, "/v1/projects", "GRANTEE:GM0988").get("items");
        assertEquals(
                List.of(weert),
                JsonRows.all(own).stream().map(row -> row.get("id").asText()).toList());
        gateway.get(200, "/v1/projects/" + weert, "GRANTEE:GM0988");
        gateway.get(404, "/v1/projects/" + weert, "GRANTEE:GM0518");
    }

    @Test
    void runsTrainingFromPlanToEvaluation() throws Exception {
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        String session = "/v1/training-sessions/"
                + gateway.post(201, "/v1/training-sessions", COORDINATOR, """
                    {"programme": "JOURNEY", "trainingType": "PROFESSIONALS", "title": "A training", "date": "%s",
                     "capacity": 1, "source": "end-to-end test"}\
                    """.formatted(today))
                        .get("id")
                        .asText();
        JsonNode first = gateway.post(
                201, session + "/registrations", COORDINATOR, "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}");
        gateway.post(
                403, session + "/registrations", "PROFESSIONAL", "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}");
        JsonNode second = gateway.post(
                201,
                session + "/registrations",
                "PROFESSIONAL",
                "{\"name\":\"Pia\",\"email\":\"local-professional@example.org\"}");
        assertEquals("WAITLISTED", second.get("status").asText());
        assertEquals(1, second.get("placeInQueue").asInt());
        gateway.post(200, session + "/registrations/" + first.get("id").asText() + "/cancellation", COORDINATOR, "{}");
        JsonNode own = gateway.get(200, "/v1/registrations", "PROFESSIONAL").get("items");
        assertEquals("REGISTERED", own.get(0).get("status").asText());
        JsonNode rollCall = gateway.post(201, session + "/roll-call", COORDINATOR, """
            {"attendances": [{"registrationId": "%s", "status": "PRESENT", "profession": "POLICE"}]}\
            """.formatted(
                        second.get("id").asText()));
        String code = rollCall.get("evaluationCodes").get(0).asText();
        String evaluation = "{\"code\":\"%s\",\"rating\":8}".formatted(code);
        gateway.post(201, session + "/evaluations", null, evaluation);
        gateway.post(409, session + "/evaluations", null, evaluation);
        JsonNode report = gateway.get(200, "/v1/reports/training?programme=JOURNEY", "ANALYST");
        assertEquals(1, report.at("/rows/0/participants/best").asInt());
        gateway.post(200, "/v1/personal-data/erasure", "PROFESSIONAL", "{}");
        assertEquals(
                0,
                gateway.get(200, "/v1/registrations", "PROFESSIONAL")
                        .at("/items")
                        .size());
        assertEquals(
                1,
                gateway.get(200, session, COORDINATOR).at("/rollCall/present").asInt());
    }

    private static JsonNode finances() throws Exception {
        return gateway.get(200, "/v1/reports/finances?" + PROGRAMME, "ANALYST");
    }

    private static JsonNode training() throws Exception {
        return gateway.get(200, "/v1/reports/training?by=trainingType&" + PROGRAMME, "ANALYST");
    }

    /** The code, alone or in an object with its name. */
    private static JsonNode municipality(JsonNode rows, String code) {
        JsonNode row = JsonRows.one(rows, "/municipality", code);
        return row.isMissingNode() ? JsonRows.one(rows, "/municipality/code", code) : row;
    }

    /** A count as a number, or as an aggregated quantity. */
    private static int countAll(List<JsonNode> rows) {
        return rows.stream().mapToInt(row -> row.get("count").asInt()).sum();
    }

    private static long count(JsonNode row) {
        JsonNode count = row.path("count");
        return count.isObject() ? count.path("best").asLong(-1) : count.asLong(-1);
    }

    private static void assertAmounts(JsonNode figures, String budgeted, String reallocated, String spent) {
        assertEquals(budgeted, figures.at("/budgeted/amount").asText());
        assertEquals(reallocated, figures.at("/reallocated/amount").asText());
        assertEquals(spent, figures.at("/spendable/amount").asText());
        assertEquals(spent, figures.at("/disbursed/amount").asText());
        assertEquals("0.00", figures.at("/left/amount").asText());
    }

    private static JsonNode assertViolation(String body, String code, String pointer) throws Exception {
        JsonNode problem = gateway.post(400, "/v1/reach-observations", "RESEARCHER", body);
        JsonNode violation = JsonRows.one(problem.get("violations"), "/code", code, "/pointer", pointer);
        assertFalse(violation.isMissingNode(), problem.toString());
        return violation;
    }

    /** States that the tallies of the data set do not count the observation. */
    private static String inNoTally(String observation) {
        return observation.replaceFirst("\\{", "{\"includedIn\": \"NONE\", ");
    }

    private static String observation(int year, String municipality, String value) {
        return """
            {"programme": "%s", "period": {"from": "%d-01-01", "until": "%d-01-01"},
             "targetGroup": "YOUTH_AND_PUPILS", "reach": {"kind": "EXACT", "value": %s},
             "place": {"scope": "MUNICIPAL", "municipalities": ["%s"]}, "source": "end-to-end test"}\
            """.formatted(DataSet.PROGRAMME, year, year + 1, value, municipality);
    }
}
