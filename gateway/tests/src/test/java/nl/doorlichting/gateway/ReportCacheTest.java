package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.config;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.Build;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stubs change as services do at a write: their figures and their revision at once. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(ReportCacheTest.PatientChecks.class)
class ReportCacheTest {
    /** Without an answer of a check a report is computed once more, also where only the machine stood still. */
    public static final class PatientChecks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.report-cache.check-within", "5S");
        }
    }

    private static final String REVISIONS = "/revisions";
    private static final String BUDGET = "/v1/budget-statistics";
    private static final String FINANCES = "/v1/reports/finances?programme=APR-2007-2011";
    private static final String PROJECTS_PATH = "/v1/projects";
    private static final String PROJECTS = PROJECTS_PATH + "?pageSize=50&municipality=GM0988";
    private static final Set<String> VARIES = Set.of("traceparent", "x-trace-id", "trace-id", "ratelimit", "date");
    private static final String SESSIONS = "/v1/training-statistics";
    private static final String INVENTORY_REACH = "/v1/reach-statistics";
    private static final String TRAINING_REACH = "/v1/training-statistics/reach";
    private static final int LONGER_THAN_A_CHECK = 20_000;
    private static final String ANALYST = TestIssuer.token(Role.ANALYST);
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final ExecutorService CLIENTS = Executors.newCachedThreadPool();

    UpstreamStubs services;

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI gateway;

    // Of each test its own: how a report is kept depends on what became of those before it.
    private final int test = TESTS.incrementAndGet();
    private final String reachReport = "/v1/reports/reach?by=targetGroup&from="
            + LocalDate.EPOCH.plusYears(37).plusMonths(test);
    private final String projectId = "01938f5a-0000-7000-8000-%012x".formatted(test);
    private final String dossierOfProject = "/v1/projects/" + projectId + "/dossier";
    private final String records = "/v1/project-records/" + projectId;
    private final String epoch = UUID.randomUUID().toString();
    private String build = "first";

    @AfterAll
    static void stop() {
        CLIENTS.shutdownNow();
    }

    @BeforeEach
    void keepsReports() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
        services.forgetAll();
        write(0);
        reach(0);
        // After a check that failed in an earlier test there is none of that service for a second.
        for (var report : List.of(FINANCES, reachReport)) {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        var before = count("hit");
                        read(report, ANALYST);
                        return count("hit") > before;
                    });
        }
        services.forgetAll();
        write(0);
    }

    @Test
    void answersAsTheOperationDoes() {
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        var computed = readUncompressed(FINANCES);
        var kept = readUncompressed(FINANCES);
        assertEquals(1, asked(services.funding(), BUDGET));
        assertEquals(computed.asString(), kept.asString());
        for (var header : List.of(
                "ETag", "Content-Type", "Cache-Control", "Vary", "API-Version", "Content-Encoding", "Content-Length")) {
            assertEquals(computed.header(header), kept.header(header), header);
        }
        var etag = kept.header("ETag");
        given().auth()
                .oauth2(ANALYST)
                .header("If-None-Match", etag)
                .get(FINANCES)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        assertEquals(1, asked(services.funding(), BUDGET));
    }

    @Test
    void answersCompressedAsTheOperationDoes() throws Exception {
        RestAssured.replaceFiltersWith(List.of());
        // Shorter answers are not compressed.
        var large = "figures " + "1".repeat(5_000);
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        services.funding()
                .stubFor(get(urlPathEqualTo(BUDGET))
                        .willReturn(
                                okJson(figures(1).replace("figures 1", large)).withHeader(Build.HEADER, build)));
        var computed = send("Accept-Encoding", "gzip");
        var kept = send("Accept-Encoding", "gzip");
        assertEquals(1, asked(services.funding(), BUDGET));
        assertEquals("gzip", kept.header("Content-Encoding"));
        for (var header : List.of("ETag", "Content-Type", "Cache-Control", "Vary", "API-Version")) {
            assertEquals(computed.headers().getValues(header), kept.headers().getValues(header), header);
        }
        assertArrayEquals(unzipped(computed), unzipped(kept));
        assertTrue(new String(unzipped(kept), StandardCharsets.UTF_8).contains(large));
        var weak = kept.header("ETag");
        assertTrue(weak.startsWith("W/\""), weak);
        assertEquals(304, send("Accept-Encoding", "gzip", "If-None-Match", weak).statusCode());
        var plain = send("Accept-Encoding", "identity");
        assertEquals("W/" + plain.header("ETag"), weak);
        assertArrayEquals(plain.asByteArray(), unzipped(kept));
        assertEquals(1, asked(services.funding(), BUDGET));
    }

    @Test
    void keepsDossierUntilAnyOfItsRecordsChanges() {
        dossier(0, 0, 0);
        var computed = read(dossierOfProject, ANALYST);
        var kept = read(dossierOfProject, ANALYST);
        assertEquals(200, kept.statusCode());
        assertEquals(1, asked(services.funding(), "/v1/project-finances/" + projectId));
        assertEquals(computed.asString(), kept.asString());
        assertEquals(computed.header("ETag"), kept.header("ETag"));
        dossier(1, 0, 0);
        read(dossierOfProject, ANALYST);
        read(dossierOfProject, ANALYST);
        dossier(1, 1, 0);
        read(dossierOfProject, ANALYST);
        dossier(1, 1, 1);
        read(dossierOfProject, ANALYST);
        read(dossierOfProject, ANALYST);
        // Each change is one of the records of one service, and of a report after it the other answers are kept.
        assertEquals(3, asked(services.funding(), "/v1/project-finances/" + projectId));
        assertEquals(4, asked(services.training(), SESSIONS));
        assertEquals(3, asked(services.reporting(), records));
        dossier(1, 1, 2);
        read(dossierOfProject, ANALYST);
        assertEquals(3, asked(services.funding(), "/v1/project-finances/" + projectId));
        assertEquals(4, asked(services.training(), SESSIONS));
        assertEquals(4, asked(services.reporting(), records));
        assertEquals(403, statusOf(dossierOfProject, TestIssuer.token(Role.AUDITOR)));
    }

    @Test
    void keepsDossierWhileReachOfOtherProjectsChanges() {
        dossier(0, 0, 0);
        reachOfProject(0, 0, "7");
        var computed = read(dossierOfProject, ANALYST);
        reachOfProject(1, 0, "7");
        assertEquals(computed.asString(), read(dossierOfProject, ANALYST).asString());
        reachOfProject(2, 0, "7");
        read(dossierOfProject, ANALYST);
        assertEquals(1, asked(services.reporting(), records));
        reachOfProject(3, 0, "8");
        read(dossierOfProject, ANALYST);
        assertEquals(2, asked(services.reporting(), records));
        reachOfProject(4, 1, "8");
        read(dossierOfProject, ANALYST);
        assertEquals(3, asked(services.reporting(), records));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "refused", "odd"})
    void computesDossierAnewWhereRevisionOfItsReachIsNotKnown(String answer) {
        dossier(0, 0, 0);
        for (var revision = 0; revision < 3; revision++) {
            reachOfProject(revision, 0, "7");
            services.reporting()
                    .stubFor(get(REVISIONS + "/" + projectId)
                            .willReturn(
                                    switch (answer) {
                                        case "null" -> okJson("{\"parts\":{\"reach\":null}}");
                                        case "odd" -> okJson("{");
                                        default -> status(404);
                                    }));
            assertEquals(200, read(dossierOfProject, ANALYST).statusCode());
        }
        assertEquals(3, asked(services.reporting(), records));
    }

    /** The release before records awards beside this one, and marks no change of the budget. */
    @Test
    void computesFinancesAnewAfterAnAward() {
        read(FINANCES, ANALYST);
        assertEquals(0, asked(services.funding(), BUDGET));
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 0, 1))));
        read(FINANCES, ANALYST);
        read(FINANCES, ANALYST);
        assertEquals(1, asked(services.funding(), BUDGET));
    }

    @Test
    void keepsPageOfProjectsUntilFundingChanges() {
        projects(0);
        var forwarded = readUncompressed(PROJECTS);
        var kept = readUncompressed(PROJECTS);
        assertEquals(200, kept.statusCode());
        assertEquals(1, asked(services.funding(), PROJECTS_PATH));
        assertEquals(forwarded.asString(), kept.asString());
        assertEquals(headers(forwarded), headers(kept));
        assertEquals("no-store", kept.header("Cache-Control"));
        projects(1);
        assertEquals(1, readUncompressed(PROJECTS).jsonPath().getInt("total.value"));
        readUncompressed(PROJECTS);
        assertEquals(2, asked(services.funding(), PROJECTS_PATH));
    }

    /** A service sends a long page in chunks. */
    @Test
    void keepsPageOfProjectsOfUnknownLength() {
        projects(0);
        services.funding()
                .stubFor(get(urlPathEqualTo(PROJECTS_PATH))
                        .willReturn(
                                okJson(page(7)).withHeader(Build.HEADER, build).withChunkedDribbleDelay(5, 10)));
        var forwarded = read(PROJECTS, ANALYST);
        assertEquals(forwarded.asString(), read(PROJECTS, ANALYST).asString());
        assertEquals(1, asked(services.funding(), PROJECTS_PATH));
    }

    /** The service refuses these. */
    @Test
    void answersNobodyElseFromKeptPagesOfProjects() {
        projects(0);
        read(PROJECTS, ANALYST);
        read(PROJECTS, ANALYST);
        RestAssured.replaceFiltersWith(List.of());
        services.funding().stubFor(get(urlPathEqualTo(PROJECTS_PATH)).willReturn(status(403)));
        assertEquals(403, statusOf(PROJECTS, TestIssuer.token(Role.AUDITOR)));
        assertEquals(403, given().get(PROJECTS).statusCode());
        assertEquals(3, asked(services.funding(), PROJECTS_PATH));
    }

    /** Its links repeat the query as it was asked, and its rows say what the caller may do with them. */
    @Test
    void sharesPageOfProjectsBetweenCallersWhoGetTheSame() {
        projects(0);
        read(PROJECTS, ANALYST);
        read(PROJECTS, TestIssuer.token(Role.REVIEWER));
        assertEquals(1, asked(services.funding(), PROJECTS_PATH));
        read(PROJECTS_PATH + "?municipality=GM0988&pageSize=50", ANALYST);
        assertEquals(2, asked(services.funding(), PROJECTS_PATH));
        read(PROJECTS, TestIssuer.token(Role.GRANT_OFFICER));
        assertEquals(3, asked(services.funding(), PROJECTS_PATH));
        for (var organisation : List.of("GM0988", "GM0518")) {
            read(PROJECTS, grantee(organisation));
        }
        assertEquals(5, asked(services.funding(), PROJECTS_PATH));
    }

    @Test
    void keepsNeitherRefusalsNorTablesOfProjectsNorWhatAnotherBuildAnswered() {
        RestAssured.replaceFiltersWith(List.of());
        projects(0);
        services.funding()
                .stubFor(get(urlPathEqualTo(PROJECTS_PATH + "/csv"))
                        .willReturn(aResponse()
                                .withBody("code\r\n")
                                .withHeader("Content-Type", "text/csv")
                                .withHeader(Build.HEADER, build)));
        read(PROJECTS_PATH + "/csv", ANALYST);
        read(PROJECTS_PATH + "/csv", ANALYST);
        assertEquals(2, asked(services.funding(), PROJECTS_PATH + "/csv"));
        services.funding()
                .stubFor(get(urlPathEqualTo(PROJECTS_PATH))
                        .willReturn(okJson(page(0)).withHeader(Build.HEADER, "another")));
        read(PROJECTS, ANALYST);
        read(PROJECTS, ANALYST);
        assertEquals(2, asked(services.funding(), PROJECTS_PATH));
        services.funding().stubFor(get(urlPathEqualTo(PROJECTS_PATH)).willReturn(status(503)));
        read(PROJECTS, ANALYST);
        assertEquals(503, read(PROJECTS, ANALYST).statusCode());
        assertEquals(4, asked(services.funding(), PROJECTS_PATH));
    }

    @Test
    void refusesPageOfProjectsThatDoesNotComeWhole() {
        projects(0);
        services.funding()
                .stubFor(get(urlPathEqualTo(PROJECTS_PATH))
                        .willReturn(okJson("{\"items\":").withHeader("Content-Length", "5000")));
        var refused = read(PROJECTS, ANALYST);
        assertEquals(503, refused.statusCode());
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertEquals("5", refused.header("Retry-After"));
    }

    @Test
    void keepsTableBesideReport() {
        var csv = FINANCES.replace("?", "/csv?");
        var computed = read(csv, ANALYST);
        var kept = read(csv, ANALYST);
        assertEquals(1, asked(services.funding(), BUDGET));
        assertEquals(computed.asString(), kept.asString());
        for (var header : List.of("ETag", "Content-Type", "Content-Disposition", "Content-Length")) {
            assertEquals(computed.header(header), kept.header(header), header);
        }
    }

    /** While much is written most reports are old when they are asked for again. */
    @Test
    void keepsReportAfterTwoThatBecameOldUnusedOnlyOnceItIsAskedForAgain() {
        read(FINANCES, ANALYST);
        for (var revision = 1; revision <= 3; revision++) {
            write(revision);
            services.funding().resetRequests();
            read(FINANCES, ANALYST);
            assertEquals(1, asked(services.funding(), BUDGET), "revision " + revision);
        }
        for (var i = 0; i < 3; i++) {
            read(FINANCES, ANALYST).then().statusCode(200);
        }
        assertEquals(2, asked(services.funding(), BUDGET), "kept when it was asked for again");
        write(4);
        read(FINANCES, ANALYST);
        read(FINANCES, ANALYST);
        assertEquals(3, asked(services.funding(), BUDGET), "kept after one that was used");
    }

    @Test
    void keepsReportThatItsClientHas() {
        var etag = read(FINANCES, ANALYST).header("ETag");
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        for (var i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(ANALYST)
                    .header("If-None-Match", etag)
                    .get(FINANCES)
                    .then()
                    .statusCode(304);
        }
        assertEquals(etag, read(FINANCES, ANALYST).header("ETag"));
        assertEquals(1, asked(services.funding(), BUDGET));
    }

    @Test
    void answersInTheLanguageOfTheClient() {
        reach(1);
        var english = read(reachReport, ANALYST);
        var dutch =
                given().auth().oauth2(ANALYST).header("Accept-Language", "nl").get(reachReport);
        var again =
                given().auth().oauth2(ANALYST).header("Accept-Language", "nl").get(reachReport);
        assertEquals("nl", dutch.header("Content-Language"));
        assertEquals("nl", again.header("Content-Language"));
        assertEquals(english.header("Vary"), again.header("Vary"));
        assertNotEquals(english.header("Content-Language"), again.header("Content-Language"));
        assertEquals(2, asked(services.reporting(), "/v1/reach-statistics"));
    }

    /** The analyst and the reviewer may read the same lists, the manager fewer, and the coordinator as well more. */
    @Test
    void givesEachCallerItsOwnReportBeforeAndAfterChanges() {
        // A release has no filters.
        var report = "/v1/reports/reach?by=targetGroup";
        var reviewer = TestIssuer.token(Role.REVIEWER);
        var manager = TestIssuer.token(Role.PROGRAMME_MANAGER);
        var coordinator = TestIssuer.token()
                .roles(Role.ANALYST, Role.TRAINING_COORDINATOR)
                .sign();
        var member = TestIssuer.token()
                .roles(Role.ANALYST, Role.GRANTEE)
                .organisation("GM0001")
                .sign();
        var grantees = List.of(grantee("GM0001"), grantee("GM0002"));
        for (var change = 1; change <= 3; change++) {
            // The last change is one of the calculation only.
            build = change == 3 ? "second" : "first";
            var revision = Math.min(change, 2);
            reach(revision);
            reachFor(ANALYST, "of staff " + change);
            reachFor(reviewer, "of staff " + change);
            reachFor(manager, "of the manager " + change);
            reachFor(coordinator, "of the coordinator " + change);
            reachFor(member, "of a member " + change);
            services.reporting().resetRequests();
            for (var turn = 0; turn < 2; turn++) {
                assertTrue(read(report, ANALYST).asString().contains("of staff " + change));
                assertTrue(read(report, reviewer).asString().contains("of staff " + change));
                assertTrue(read(report, manager).asString().contains("of the manager " + change));
                assertTrue(read(report, coordinator).asString().contains("of the coordinator " + change));
                assertTrue(read(report, member).asString().contains("of a member " + change));
                // The release, which there is none of here.
                grantees.forEach(grantee -> assertEquals(404, statusOf(report, grantee)));
            }
            assertEquals(4, asked(services.reporting(), "/v1/reach-statistics"));
        }
    }

    @Test
    void refusesCallersWithoutAValidTokenAlsoWhatIsKept() {
        assertEquals(401, given().get(FINANCES).statusCode());
        assertEquals(
                401,
                statusOf(
                        FINANCES,
                        TestIssuer.token()
                                .roles(Role.ANALYST)
                                .signedByAnotherKey()
                                .sign()));
        assertEquals(
                401,
                statusOf(
                        FINANCES,
                        TestIssuer.token().roles(Role.ANALYST).expired().sign()));
        assertEquals(403, statusOf(FINANCES, TestIssuer.token(Role.REVIEWER)));
    }

    @Test
    void readsFreshRightAfterAWriteWhileAnEarlierCheckIsHeldBack() {
        RestAssured.replaceFiltersWith(List.of());
        for (var i = 1; i <= 40; i++) {
            write(i);
            // Kept, so that a check with an old result would find it.
            read(FINANCES, ANALYST);
            services.funding().resetRequests();
            write(i, 40);
            var earlier = CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS);
            await().pollInterval(Duration.ofMillis(1)).until(() -> asked(services.funding(), REVISIONS) > 0);
            write(i + 1000, 40);
            assertTrue(read(FINANCES, ANALYST).asString().contains("figures " + (i + 1000) + "\""), "write " + i);
            earlier.join();
        }
    }

    @Test
    void neverReadsStaleWhileWritesGoOn() {
        RestAssured.replaceFiltersWith(List.of());
        for (var i = 1; i <= 30; i++) {
            write(i);
            var written = "figures " + i + "\"";
            var reads = new ArrayList<CompletableFuture<Response>>();
            for (var client = 0; client < 8; client++) {
                reads.add(CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS));
            }
            reads.forEach(read -> assertTrue(read.join().asString().contains(written), written));
        }
    }

    @Test
    void computesOnceForManyThatMiss() {
        RestAssured.replaceFiltersWith(List.of());
        services.funding().stubFor(budget(1, 300));
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        var reads = new ArrayList<CompletableFuture<Response>>();
        for (var client = 0; client < 30; client++) {
            reads.add(CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS));
        }
        reads.forEach(read -> assertEquals(200, read.join().statusCode()));
        assertEquals(1, asked(services.funding(), BUDGET));
        assertTrue(asked(services.funding(), REVISIONS) < 30);
    }

    /** They must not share the one that was begun before the write, and need not compute one each. */
    @Test
    void computesOnceMoreForAllThatComeAfterAWriteWhileAnOlderReportIsComputed() {
        RestAssured.replaceFiltersWith(List.of());
        for (var i = 1; i <= 3; i++) {
            services.funding().resetRequests();
            var before = 2 * i;
            services.funding().stubFor(budget(before, 400));
            services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", before))));
            var earlier = CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS);
            await().until(() -> asked(services.funding(), BUDGET) == 1);
            write(before + 1);
            var reads = new ArrayList<CompletableFuture<Response>>();
            for (var client = 0; client < 10; client++) {
                reads.add(CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS));
            }
            var written = "figures " + (before + 1) + "\"";
            reads.forEach(read -> assertTrue(read.join().asString().contains(written), written));
            assertEquals(200, earlier.join().statusCode());
            assertEquals(2, asked(services.funding(), BUDGET));
        }
    }

    @Test
    void computesForThoseThatWaitWhenTheClientOfTheComputationLeaves() throws IOException {
        RestAssured.replaceFiltersWith(List.of());
        services.funding().stubFor(budget(1, 400));
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        List<CompletableFuture<Response>> reads;
        try (var leaving = new Socket(gateway.getHost(), gateway.getPort())) {
            leaving.getOutputStream()
                    .write(("GET " + FINANCES + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + ANALYST
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> asked(services.funding(), BUDGET) == 1);
            reads = List.of(
                    CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS),
                    CompletableFuture.supplyAsync(() -> read(FINANCES, ANALYST), CLIENTS));
            // Both wait: each has been checked after the computation began.
            await().until(() -> asked(services.funding(), REVISIONS) >= 2);
        }
        reads.forEach(read -> assertEquals(200, read.join().statusCode()));
        assertTrue(asked(services.funding(), BUDGET) <= 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "refuses", "nonsense", "no data set", "away"})
    void leavesReportToItsOperationWithoutACheck(String trouble) {
        write(1);
        services.funding()
                .stubFor(
                        switch (trouble) {
                            case "hangs" ->
                                get(REVISIONS)
                                        .willReturn(okJson(revisionsOf("funding", 0))
                                                .withFixedDelay(LONGER_THAN_A_CHECK));
                            case "refuses" -> get(REVISIONS).willReturn(status(401));
                            case "nonsense" -> get(REVISIONS).willReturn(okJson("[1"));
                            case "no data set" -> get(REVISIONS).willReturn(okJson(revisionsOf("other", 0)));
                            default -> get(REVISIONS).willReturn(status(503));
                        });
        for (var i = 0; i < 3; i++) {
            var answer = read(FINANCES, ANALYST);
            assertTrue(answer.asString().contains("figures 1\""));
            answer.then().time(lessThan((long) LONGER_THAN_A_CHECK));
        }
        assertEquals(3, asked(services.funding(), BUDGET));
    }

    @Test
    void doesNotAskAgainRightAfterAServiceDidNotAnswer() {
        services.funding().stubFor(get(REVISIONS).willReturn(status(503)));
        for (var i = 0; i < 5; i++) {
            read(FINANCES, ANALYST);
        }
        // A second may pass between two of them on a slow machine.
        assertTrue(asked(services.funding(), REVISIONS) < 5);
        assertEquals(5, asked(services.funding(), BUDGET));
    }

    @Test
    void doesNotKeepWhatAnotherBuildAnswered() {
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", 1))));
        services.funding()
                .stubFor(get(urlPathEqualTo(BUDGET))
                        .willReturn(okJson(figures(1)).withHeader(Build.HEADER, "second")));
        read(FINANCES, ANALYST);
        read(FINANCES, ANALYST);
        assertEquals(2, asked(services.funding(), BUDGET));
    }

    @Test
    void doesNotKeepIncompleteReport() {
        reach(1);
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics/reach")).willReturn(status(500)));
        read(reachReport, ANALYST);
        reach(1);
        read(reachReport, ANALYST).then().statusCode(200);
        assertTrue((Boolean) read(reachReport, ANALYST).path("complete"));
    }

    @Test
    void doesNotKeepRefusal() {
        reach(1);
        services.reporting().stubFor(get(urlPathEqualTo("/v1/reach-statistics")).willReturn(status(403)));
        assertEquals(403, statusOf(reachReport, ANALYST));
        reach(1);
        assertEquals(200, statusOf(reachReport, ANALYST));
    }

    @Test
    void sharesReportBetweenOrdersOfParameters() {
        reach(1);
        read("/v1/reports/reach?by=targetGroup&programme=APR-2007-2011", ANALYST);
        read("/v1/reports/reach?programme=APR-2007-2011&by=targetGroup", ANALYST);
        assertEquals(1, asked(services.reporting(), "/v1/reach-statistics"));
    }

    @Test
    void asksOnlyTheServiceWhoseRecordsChanged() {
        // The answer that a write leaves right is kept when it is asked for after one: the next may leave it right too.
        for (var revision = 1; revision <= 4; revision++) {
            reach(revision, 0);
            assertReach(revision, 0, read(reachReport, ANALYST));
        }
        assertEquals(4, asked(services.reporting(), INVENTORY_REACH));
        assertEquals(1, asked(services.training(), TRAINING_REACH));
        for (var revision = 1; revision <= 4; revision++) {
            reach(4, revision);
            assertReach(4, revision, read(reachReport, ANALYST));
        }
        assertEquals(5, asked(services.reporting(), INVENTORY_REACH));
        assertEquals(5, asked(services.training(), TRAINING_REACH));
    }

    /** Most questions are asked while nothing is written, and then the report is all that is needed. */
    @Test
    void keepsNoAnswersOfReportThatNeverBecameOld() {
        var another = reachReport + "&track=LOCAL";
        reach(1, 1);
        assertReach(1, 1, read(another, ANALYST));
        reach(2, 1);
        assertReach(2, 1, read(another, ANALYST));
        assertEquals(2, asked(services.training(), TRAINING_REACH));
        reach(3, 1);
        assertReach(3, 1, read(another, ANALYST));
        assertEquals(2, asked(services.training(), TRAINING_REACH));
    }

    @Test
    void asksOnlyTheServiceWhoseRecordsChangedForTablesAndEffects() {
        var table = reachReport.replace("?", "/csv?");
        reach(1, 1);
        var before = read(table, ANALYST).asString();
        for (var revision = 2; revision <= 4; revision++) {
            reach(revision, 1);
            assertEquals(before, read(table, ANALYST).asString());
        }
        assertEquals(4, asked(services.reporting(), INVENTORY_REACH + "/csv"));
        assertEquals(2, asked(services.training(), TRAINING_REACH + "/csv"));
        for (var revision = 1; revision <= 4; revision++) {
            revisions(services.reporting(), Map.of("effects", revision));
            part(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
            part(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
            assertEquals(200, statusOf("/v1/reports/effects", ANALYST));
        }
        assertEquals(4, asked(services.reporting(), "/v1/effect-statistics"));
        assertEquals(2, asked(services.training(), "/v1/training-statistics/ratings"));
    }

    /** The answer of one service is kept under its old revision and must not be used; that of the other one may be. */
    @Test
    void readsFreshRightAfterAWriteToEitherServiceWhileAnEarlierCheckIsHeldBack() {
        RestAssured.replaceFiltersWith(List.of());
        for (var i = 1; i <= 20; i++) {
            reach(i, i);
            read(reachReport, ANALYST);
            var written = i % 2 == 0 ? services.reporting() : services.training();
            written.resetRequests();
            reach(i, i, 40);
            var earlier = CompletableFuture.supplyAsync(() -> read(reachReport, ANALYST), CLIENTS);
            await().pollInterval(Duration.ofMillis(1)).until(() -> asked(written, REVISIONS) > 0);
            var inventories = i % 2 == 0 ? i + 1000 : i;
            var trainings = i % 2 == 0 ? i : i + 1000;
            reach(inventories, trainings, 40);
            assertReach(inventories, trainings, read(reachReport, ANALYST));
            earlier.join();
        }
    }

    /** What a service answers late is of no later moment than its check. */
    @Test
    void keepsAnswerUnderTheRevisionFromBeforeItWasMade() {
        RestAssured.replaceFiltersWith(List.of());
        reach(1, 0);
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .willReturn(training(0).withFixedDelay(400)));
        var earlier = CompletableFuture.supplyAsync(() -> read(reachReport, ANALYST), CLIENTS);
        await().until(() -> asked(services.training(), TRAINING_REACH) == 1);
        reach(1, 2);
        assertReach(1, 2, read(reachReport, ANALYST));
        earlier.join();
        // The late answer has taken the place of the other one.
        assertReach(1, 2, read(reachReport, ANALYST));
        reach(2, 2);
        assertReach(2, 2, read(reachReport, ANALYST));
    }

    @Test
    void givesEachCallerItsOwnAnswersOfServices() {
        var reviewer = TestIssuer.token(Role.REVIEWER);
        var manager = TestIssuer.token(Role.PROGRAMME_MANAGER);
        for (var revision = 1; revision <= 3; revision++) {
            reach(revision, 1);
            trainingFor(ANALYST, "of staff");
            trainingFor(reviewer, "of staff");
            trainingFor(manager, "of the manager");
            assertTrue(read(reachReport, ANALYST).asString().contains("of staff"));
            assertTrue(read(reachReport, reviewer).asString().contains("of staff"));
            assertTrue(read(reachReport, manager).asString().contains("of the manager"));
        }
        assertEquals(4, asked(services.training(), TRAINING_REACH));
        var dutch =
                given().auth().oauth2(ANALYST).header("Accept-Language", "nl").get(reachReport);
        assertEquals(200, dutch.statusCode());
        assertEquals(5, asked(services.training(), TRAINING_REACH));
    }

    @Test
    void keepsAnswerOfAServiceButNoReportWithoutTheOther() {
        reach(0, 1);
        services.training().stubFor(get(urlPathEqualTo(TRAINING_REACH)).willReturn(status(500)));
        assertEquals(503, statusOf(reachReport, ANALYST));
        assertFalse((Boolean) read(reachReport + "&complete=partial", ANALYST).path("complete"));
        reach(0, 1);
        assertReach(0, 1, read(reachReport, ANALYST));
        assertReach(0, 1, read(reachReport + "&complete=partial", ANALYST));
        assertEquals(1, asked(services.reporting(), INVENTORY_REACH));
    }

    @Test
    void keepsNoAnswerThatCannotBeRead() {
        reach(1, 0);
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .willReturn(okJson("{").withHeader(Build.HEADER, build)));
        assertEquals(503, statusOf(reachReport, ANALYST));
        reach(1, 0);
        assertReach(1, 0, read(reachReport, ANALYST));
    }

    @Test
    void keepsNoAnswerOfAnotherBuildAndUsesNoneOfTheBuildBefore() {
        reach(1, 0);
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .willReturn(training(0).withHeader(Build.HEADER, "second")));
        read(reachReport, ANALYST);
        reach(2, 0);
        read(reachReport, ANALYST);
        reach(3, 0);
        read(reachReport, ANALYST);
        assertEquals(2, asked(services.training(), TRAINING_REACH));
        build = "second";
        reach(3, 0);
        read(reachReport, ANALYST);
        assertEquals(3, asked(services.training(), TRAINING_REACH));
    }

    /** A question that was answered before a write is answered without its operation. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void answersAfterAWriteAsTheOperationDoes(String language) {
        RestAssured.replaceFiltersWith(List.of());
        reach(1, 1);
        reachIn(language, "");
        reach(2, 2);
        var again = reachIn(language, "");
        assertReach(2, 2, again);
        // It passes the cache by.
        var computed = reachIn(language, "application/json");
        assertEquals(computed.asString(), again.asString());
        for (var header : List.of(
                "ETag", "Content-Type", "Content-Language", "Cache-Control", "Vary", "API-Version", "Content-Length")) {
            assertEquals(computed.headers().getValues(header), again.headers().getValues(header), header);
        }
        var etag = again.header("ETag");
        given().auth()
                .oauth2(ANALYST)
                .header("Accept-Language", language)
                .header("If-None-Match", etag)
                .get(reachReport)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        // What was sent after a write is kept as any other answer.
        reach(3, 3);
        assertReach(3, 3, reachIn(language, ""));
        services.reporting().resetRequests();
        assertReach(3, 3, reachIn(language, ""));
        assertEquals(0, asked(services.reporting(), INVENTORY_REACH));
    }

    private Response reachIn(String language, String mediaTypeOfBody) {
        var request = given().auth().oauth2(ANALYST).header("Accept-Language", language);
        if (!mediaTypeOfBody.isEmpty()) {
            request.header("Content-Type", mediaTypeOfBody);
        }
        return request.get(reachReport);
    }

    /** The operation, which says what is missing, takes what the first attempt got. */
    @Test
    void asksEachServiceOnceWhereOneDoesNotAnswerAfterAWrite() {
        var partial = reachReport + "&complete=partial";
        for (var revision = 1; revision <= 3; revision++) {
            reach(revision, revision);
            assertReach(revision, revision, read(partial, ANALYST));
            assertReach(revision, revision, read(reachReport, ANALYST));
        }
        reach(4, 4);
        services.training().stubFor(get(urlPathEqualTo(TRAINING_REACH)).willReturn(status(500)));
        services.reporting().resetRequests();
        services.training().resetRequests();
        var answer = read(partial, ANALYST);
        assertFalse((Boolean) answer.path("complete"));
        assertTrue(answer.asString().contains("\"inventories 4\""));
        assertEquals(1, asked(services.reporting(), INVENTORY_REACH));
        assertEquals(1, asked(services.training(), TRAINING_REACH));
        assertEquals(503, statusOf(reachReport, ANALYST));
        services.training().stubFor(get(urlPathEqualTo(TRAINING_REACH)).willReturn(status(403)));
        assertEquals(403, statusOf(reachReport, ANALYST));
    }

    @Test
    void refusesProgrammeThatIsNotThereWhereNothingIsLeftAfterAWrite() {
        var report = reachReport + "&programme=APR-2007-2011";
        reach(1, 1);
        assertReach(1, 1, read(report, ANALYST));
        reach(2, 2);
        var nothing = """
                {"dimensions":["targetGroup"],"rows":[],"totals":[],"unallocated":[],"notes":[{"code":"NOTHING_RECORDED",\
                "count":1,"detail":"Nothing."}],"registerVersion":null,"revision":"none"}""";
        services.reporting()
                .stubFor(get(urlPathEqualTo(INVENTORY_REACH))
                        .willReturn(okJson(nothing).withHeader(Build.HEADER, build)));
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .willReturn(okJson(nothing).withHeader(Build.HEADER, build)));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[],\"next\":null}")));
        assertEquals(400, statusOf(report, ANALYST));
        assertEquals(2, asked(services.reporting(), INVENTORY_REACH));
    }

    @Test
    void answersThoseThatWaitWhenTheClientOfTheAnswerAfterAWriteLeaves() throws IOException {
        RestAssured.replaceFiltersWith(List.of());
        reach(1, 1);
        read(reachReport, ANALYST);
        reach(2, 2);
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .willReturn(training(2).withFixedDelay(400)));
        services.training().resetRequests();
        List<CompletableFuture<Response>> reads;
        try (var leaving = new Socket(gateway.getHost(), gateway.getPort())) {
            leaving.getOutputStream()
                    .write(("GET " + reachReport + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + ANALYST
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> asked(services.training(), TRAINING_REACH) == 1);
            reads = List.of(
                    CompletableFuture.supplyAsync(() -> read(reachReport, ANALYST), CLIENTS),
                    CompletableFuture.supplyAsync(() -> read(reachReport, ANALYST), CLIENTS));
            await().until(() -> asked(services.training(), REVISIONS) >= 2);
        }
        reads.forEach(read -> assertReach(2, 2, read.join()));
    }

    @Test
    void asksOnceWhetherWhatAReportNamesExists() {
        var project = "/v1/projects/" + projectId;
        var report = reachReport + "&projectId=" + projectId;
        reach(1, 1);
        services.funding().stubFor(get(urlPathEqualTo(project)).willReturn(status(404)));
        for (var turn = 0; turn < 2; turn++) {
            assertEquals(400, statusOf(report, ANALYST));
        }
        assertEquals(2, asked(services.funding(), project));
        services.funding().stubFor(get(urlPathEqualTo(project)).willReturn(status(503)));
        read(report, ANALYST);
        services.funding()
                .stubFor(get(urlPathEqualTo(project)).willReturn(okJson("{}").withHeader(Build.HEADER, build)));
        for (var revision = 2; revision <= 4; revision++) {
            reach(revision, revision);
            assertReach(revision, revision, read(report, ANALYST));
            assertReach(revision, revision, read(report, TestIssuer.token(Role.REVIEWER)));
        }
        assertEquals(4, asked(services.funding(), project));
        // Of a caller with other rights nothing is known.
        var manager = TestIssuer.token(Role.PROGRAMME_MANAGER);
        services.funding()
                .stubFor(get(urlPathEqualTo(project))
                        .withHeader("Authorization", equalTo("Bearer " + manager))
                        .willReturn(status(404)));
        assertEquals(400, statusOf(report, manager));
    }

    private void assertReach(int inventories, int trainings, Response answer) {
        var body = answer.asString();
        assertTrue(body.contains("\"inventories " + inventories + "\""), body);
        assertTrue(body.contains("\"trainings " + trainings + "\""), body);
    }

    // As it is sent.
    private Response send(String... headers) {
        var request = given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .auth()
                .oauth2(ANALYST);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get(FINANCES);
    }

    private static byte[] unzipped(Response answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray())).readAllBytes();
    }

    private Response read(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    private int statusOf(String path, String token) {
        return read(path, token).statusCode();
    }

    private static String grantee(String organisation) {
        return TestIssuer.token()
                .subject(organisation)
                .roles(Role.GRANTEE)
                .organisation(organisation)
                .sign();
    }

    private double count(String outcome) {
        return registry.counter("doorlichting.report.cache.requests", "outcome", outcome)
                .count();
    }

    // A length that was compressed depends on the library.
    private static Response readUncompressed(String path) {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .auth()
                .oauth2(ANALYST)
                .get(path);
    }

    private static int asked(WireMockServer service, String path) {
        return service.findAll(getRequestedFor(urlPathEqualTo(path))).size();
    }

    /** A write of the funding service that is acknowledged. */
    private void write(int revision) {
        write(revision, 0);
    }

    private void write(int revision, int checkHeldBack) {
        services.funding().stubFor(budget(revision, 0));
        services.funding()
                .stubFor(get(REVISIONS)
                        .willReturn(okJson(revisionsOf("funding", revision)).withFixedDelay(checkHeldBack)));
    }

    private MappingBuilder budget(int revision, int delay) {
        return get(urlPathEqualTo(BUDGET))
                .willReturn(okJson(figures(revision))
                        .withHeader(Build.HEADER, build)
                        .withFixedDelay(delay));
    }

    private static String figures(int revision) {
        return UpstreamStubs.expected("funding-service/budget")
                .replaceFirst("\"revision\"\\s*:\\s*\"[^\"]*\"", "\"revision\":\"figures " + revision + "\"");
    }

    private String revisionsOf(String dataSet, int revision) {
        return revisionsOf(dataSet, revision, 0);
    }

    private String revisionsOf(String dataSet, int revision, int awards) {
        return "{\"build\":\"%s\",\"revisions\":{\"%s\":\"%s-%d\",\"awards\":\"%s-%d\"}}"
                .formatted(build, dataSet, epoch, revision, epoch, awards);
    }

    private void reach(int revision) {
        reach(revision, revision);
    }

    private void reach(int inventories, int trainings) {
        reach(inventories, trainings, 0);
    }

    private void reach(int inventories, int trainings, int checksHeldBack) {
        services.reporting()
                .stubFor(get(urlPathEqualTo(INVENTORY_REACH))
                        .willReturn(figures("reporting-service/reach", "inventories " + inventories)));
        services.training().stubFor(get(urlPathEqualTo(TRAINING_REACH)).willReturn(training(trainings)));
        services.reporting()
                .stubFor(get(REVISIONS)
                        .willReturn(okJson(revisionsOf("reach", inventories)).withFixedDelay(checksHeldBack)));
        services.training()
                .stubFor(get(REVISIONS)
                        .willReturn(okJson(revisionsOf("training", trainings)).withFixedDelay(checksHeldBack)));
        for (var table : Map.of(services.reporting(), INVENTORY_REACH, services.training(), TRAINING_REACH)
                .entrySet()) {
            table.getKey()
                    .stubFor(get(urlPathEqualTo(table.getValue() + "/csv"))
                            .willReturn(aResponse()
                                    .withHeader("Content-Type", "text/csv")
                                    .withHeader(Build.HEADER, build)
                                    .withBody(
                                            "part,source,reach.best,reach.lowest,reach.highest\r\nTOTAL,x,1,1,1\r\n")));
        }
        services.funding()
                .stubFor(get(anyUrl())
                        .atPriority(9)
                        .willReturn(aResponse().withStatus(200).withHeader(Build.HEADER, build)));
    }

    /** The records of a project, with revisions of some of their data sets. */
    private void dossier(int awards, int sessions, int lessons) {
        revisions(services.funding(), Map.of("funding", 0, "awards", awards));
        revisions(services.training(), Map.of("training", sessions));
        revisions(services.reporting(), Map.of("reach", 0, "effects", 0, "results", lessons));
        part(services.funding(), "/v1/project-finances/" + projectId, "funding-service/finances");
        part(services.training(), "/v1/training-statistics", "training-service/project-trainings");
        part(services.reporting(), "/v1/project-records/" + projectId, "reporting-service/records");
    }

    private void reachOfProject(int reach, int effects, String ofProject) {
        revisions(services.reporting(), Map.of("reach", reach, "effects", effects, "results", 0));
        services.reporting()
                .stubFor(get(REVISIONS + "/" + projectId)
                        .willReturn(okJson("{\"parts\":{\"reach\":\"" + ofProject + "\"}}")));
    }

    private void revisions(WireMockServer service, Map<String, Integer> ofDataSets) {
        var stated = ofDataSets.entrySet().stream()
                .map(one -> "\"%s\":\"%s-%d\"".formatted(one.getKey(), epoch, one.getValue()))
                .collect(Collectors.joining(","));
        service.stubFor(
                get(REVISIONS).willReturn(okJson("{\"build\":\"%s\",\"revisions\":{%s}}".formatted(build, stated))));
    }

    private void projects(int revision) {
        services.funding().stubFor(get(REVISIONS).willReturn(okJson(revisionsOf("funding", revision))));
        services.funding()
                .stubFor(get(urlPathEqualTo(PROJECTS_PATH))
                        .willReturn(aResponse()
                                .withBody(page(revision))
                                .withHeader("Content-Type", "application/json;charset=UTF-8")
                                .withHeader("Content-Language", "en")
                                .withHeader("Vary", "accept-language")
                                .withHeader(Build.HEADER, build)));
    }

    private static String page(int total) {
        return "{\"items\":[],\"total\":{\"value\":" + total + ",\"exact\":true},\"links\":{\"self\":\"/v1/projects\","
                + "\"first\":\"/v1/projects\",\"next\":null,\"prev\":null},\"nextCursor\":null}";
    }

    private static Map<String, List<String>> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !VARIES.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    private void part(WireMockServer service, String path, String expectation) {
        service.stubFor(get(urlPathEqualTo(path))
                .willReturn(okJson(UpstreamStubs.expected(expectation)).withHeader(Build.HEADER, build)));
    }

    private void reachFor(String token, String revision) {
        services.reporting()
                .stubFor(get(urlPathEqualTo(INVENTORY_REACH))
                        .withHeader("Authorization", equalTo("Bearer " + token))
                        .willReturn(figures("reporting-service/reach", revision)));
    }

    private void trainingFor(String token, String revision) {
        services.training()
                .stubFor(get(urlPathEqualTo(TRAINING_REACH))
                        .withHeader("Authorization", equalTo("Bearer " + token))
                        .willReturn(figures("training-service/reach", revision)));
    }

    private ResponseDefinitionBuilder training(int revision) {
        return figures("training-service/reach", "trainings " + revision);
    }

    /** The figures of an expectation, of this revision. */
    private ResponseDefinitionBuilder figures(String expectation, String revision) {
        return okJson(UpstreamStubs.expected(expectation)
                        .replaceFirst("\"revision\"\\s*:\\s*\"[^\"]*\"", "\"revision\":\"" + revision + "\""))
                .withHeader(Build.HEADER, build);
    }
}
