package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Context;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ReviewPageTest {
    /** What is served and is no part of the contract. */
    static final Set<String> OPERATIONS = Set.of(
            "GET /review",
            "GET /review/csv",
            "GET /review/page.css",
            "GET /review/fonts/{name}",
            "GET /review/readings.js",
            "GET /review/{below}",
            "GET /review/sign-in",
            "GET /review/sign-in/{below}",
            "GET /review/sign-in/return",
            "GET /review/sign-out",
            "GET /review/sign-out/{below}",
            "POST /review/sign-out");

    static final String TEXTS_OF_TEMPLATE = "review.page.";

    private static final int MOST_BYTES = 120 * 1024;
    private static final int MOST_OF_SCRIPT = 4_000;
    private static final int MOST_OF_FONTS = 80 * 1024;
    // Longer than a busy machine takes to send what can be sent at once.
    private static final int DELAY = 600;
    private static final String REVIEW = "/review?programme=APR-2007-2011";
    private static final String PROGRAMME =
            "{\"code\":\"%s\",\"name\":\"%s in English\",\"nameDutch\":\"%s\",\"period\":{\"code\":\"2007-2011\","
                    + "\"from\":\"2007-01-01\",\"until\":\"2012-01-01\"}}";
    private static final String SOURCES =
            "\"sources\":[{\"service\":\"reporting-service\",\"status\":\"OK\",\"revision\":null}]";
    private static final String RELEASE =
            "\"notes\":[],\"unallocated\":[],\"registerVersion\":null,\"additive\":true," + SOURCES
                    + ",\"release\":{\"id\":\"0190a1b2-0000-7000-8000-000000000001\",\"programme\":\"APR-2007-2011\","
                    + "\"name\":\"2026-3\",\"certainty\":\"FINAL\",\"asOf\":\"2026-03-01T00:00:00Z\","
                    + "\"publishedAt\":\"2026-03-02T00:00:00Z\"}";

    UpstreamStubs services;

    @TestHTTPResource("/review?programme=APR-2007-2011")
    URI page;

    @BeforeEach
    void allAnswer() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        programmes(PROGRAMME.formatted("APR-2007-2011", "Action plan", "Actieplan"));
        stub(services.funding(), "/v1/budget-statistics", "funding-service/budget");
        stub(services.funding(), "/v1/budget-statistics/projects", "funding-service/project-money");
        stub(services.funding(), "/v1/funding-quality", "funding-service/quality");
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/organisations"))
                        .willReturn(okJson("{\"items\":[{\"id\":\"GM0988\"},{\"id\":\"XX1\"}]}")));
        stub(services.training(), "/v1/training-statistics/reach", "training-service/reach");
        stub(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
        stub(services.training(), "/v1/training-statistics", "training-service/trainings");
        stub(services.training(), "/v1/training-quality", "training-service/quality");
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/codelists/training-types"))
                        .willReturn(okJson("{\"values\":[{\"code\":\"GUEST_LECTURE\",\"labelDutch\":\"gastles\","
                                + "\"labelEnglish\":\"guest lecture\"}]}")));
        stub(services.reporting(), "/v1/reach-statistics", "reporting-service/reach");
        stub(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
        stub(services.reporting(), "/v1/reporting-quality", "reporting-service/quality");
        stub(services.reporting(), "/v1/lessons", "reporting-service/lessons");
        stub(services.reporting(), "/v1/embeddings", "reporting-service/embeddings");
        stub(services.reporting(), "/v1/releases/latest", "reporting-service/latest-release");
        stub(services.reporting(), "/v1/claims", "reporting-service/claims");
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/published-tables"))
                        .willReturn(okJson(
                                "{\"items\":[{\"code\":\"PARTS\",\"title\":\"Per onderdeel\",\"unit\":\"EUR million\","
                                        + "\"decimalSign\":\",\",\"columns\":[{\"label\":\"2008\"},{\"label\":\"2009\"}],\"rows\":["
                                        + "{\"label\":\"prijs\",\"group\":\"2. Aanpak\",\"cells\":[\"0,04\",\"0 04\"]},"
                                        + "{\"label\":\"scan\",\"group\":\"2. Aanpak\",\"cells\":[\"< 0,00\",\"\"]}],"
                                        + "\"source\":\"line 1256\"}]}")));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/reach"))
                        .willReturn(okJson("{\"complete\":true,\"dimensions\":[\"period\",\"targetGroup\"],"
                                + "\"measure\":\"PARTICIPATIONS\",\"people\":[],\"rows\":["
                                + released("YOUTH_AND_PUPILS")
                                + "],\"totals\":[" + released(null) + "]," + RELEASE + "}")));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/training")).willReturn(notFound()));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/effects")).willReturn(notFound()));
    }

    private static String released(String group) {
        return "{\"source\":\"INVENTORY\",\"period\":{\"code\":\"2010\",\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"},"
                + (group == null ? "" : "\"targetGroup\":\"" + group + "\",")
                + "\"reach\":{\"best\":32392,\"lowest\":32392,\"highest\":32392,\"approximate\":false,\"observations\":"
                + "{\"exact\":1,\"approximate\":0,\"range\":0,\"atLeast\":0,\"vague\":0,\"notMeasured\":0}}}";
    }

    private void programmes(String... programmes) {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .willReturn(okJson("{\"items\":[" + String.join(",", programmes) + "]}")));
    }

    @Test
    void answersFirstInDutch() {
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(html.contains("<html lang=\"nl\">"));
        assertTrue(html.contains("<h1>Actieplan</h1>"));
        assertTrue(html.contains("<strong>€ 2,74</strong> <span>mln</span>"), html);
        assertTrue(html.contains("betaald van 10,00 mln euro begroot"));
        assertTrue(html.contains("<strong>35.650</strong>"));
        assertTrue(html.contains("Van begroot naar betaald"));
        assertTrue(html.contains("Actuele cijfers"));
        assertTrue(html.indexOf("€ 2,74") < html.indexOf("id=\"money\""));
    }

    /** What is left is not what was moved. */
    @Test
    void answersWhatIsLeftOfMoney() {
        var totals = new JsonObject(UpstreamStubs.expected("funding-service/budget"));
        var total = totals.getJsonArray("rows").getJsonObject(0).getJsonObject("total");
        total.getJsonObject("spendable").put("amount", "4000000.00");
        total.getJsonObject("reallocated").put("amount", "6000000.00");
        total.getJsonObject("left").put("amount", "1260000.00");
        services.funding().stubFor(get(urlPathEqualTo("/v1/budget-statistics")).willReturn(okJson(totals.encode())));
        assertTrue(html(as(Role.ANALYST), "&lang=nl")
                .contains("betaald van 10,00 mln euro begroot; 6,00 herbestemd en 1,26 over<"));
    }

    @Test
    void answersInEnglish() {
        var html = html(as(Role.ANALYST), "&lang=en");
        assertTrue(html.contains("<html lang=\"en\">"));
        assertTrue(html.contains("<h1>Action plan in English</h1>"));
        assertTrue(html.contains("disbursed of a budget of 10.00 (EUR million)"), html);
        assertTrue(html.contains("<h3 id=\"parts-name\" lang=\"nl\">Per onderdeel</h3>"), html);
        assertTrue(html.contains("<strong>€ 2.74</strong> <span>million</span>"), html);
        assertTrue(html.contains("<strong>35,650</strong>"));
        assertTrue(html.contains("guest lecture"));
    }

    /** A note is a sentence that says what it counts, and no label of it. */
    @ParameterizedTest
    @CsvSource({
        "nl, Gegevens die misschien onderdeel zijn van een totaal, totaal meetelt. Aantal: 9.",
        "en, Records that may be part of a tally, may hold them counts. Number: 9."
    })
    void notesAreSentences(String language, String said, String counted) {
        var html = html(as(Role.ANALYST), "&lang=" + language);
        assertTrue(html.contains(said) && html.contains(counted), html);
    }

    /** A year of the programme without an amount has a place of its own, and is no 0. */
    @Test
    void showsYearsWithoutAmounts() {
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("Zonder bedragen: 2007, 2009, 2010, 2011."));
    }

    @Test
    void filtersLiveFiguresByTrack() {
        assertTrue(html(as(Role.ANALYST), "&lang=nl&track=LOCAL").contains("effect: lokaal spoor"));
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/reach-statistics"))
                        .withQueryParam("track", containing("LOCAL"))
                        .withQueryParam("by", containing("period")));
        assertTrue(html(given(), "&lang=nl&track=LOCAL").contains("Een publicatie bestaat uit hele tabellen"));
    }

    /** Only reach and trainings state a target group; what does not is of all, and the page says so. */
    @Test
    void filtersLiveFiguresByTargetGroup() {
        var html = html(as(Role.ANALYST), "&lang=nl&targetGroup=STUDENTS");
        assertTrue(
                html.contains("Bereik en trainingen: studenten. Al het andere is van alle doelgroepen samen."), html);
        assertTrue(html.contains("begroot; van alle doelgroepen samen</p>"), html);
        assertTrue(html.contains("<option value=\"STUDENTS\" selected>studenten</option>"), html);
        assertTrue(html.contains("&amp;targetGroup=STUDENTS\" lang=\"en\""), "the other language is of the same group");
        assertTrue(html.contains("&amp;targetGroup=STUDENTS&amp;picture=reach\""), "and so is the file");
        for (var by : List.of("period", "projectId")) {
            services.reporting()
                    .verify(getRequestedFor(urlPathEqualTo("/v1/reach-statistics"))
                            .withQueryParam("targetGroup", equalTo("STUDENTS"))
                            .withQueryParam("by", containing(by)));
        }
        services.training()
                .verify(getRequestedFor(urlPathEqualTo("/v1/training-statistics"))
                        .withQueryParam("targetGroup", equalTo("STUDENTS")));
        services.reporting()
                .verify(
                        0,
                        getRequestedFor(urlPathEqualTo("/v1/effect-statistics"))
                                .withQueryParam("targetGroup", matching(".*")));
        assertTrue(html(given(), "&lang=en&targetGroup=STUDENTS")
                .contains("a track or a target group can be chosen of live"));
    }

    /** A project without a figure of the group has none to miss. */
    @Test
    void showsProjectsThatReachedTargetGroup() {
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("Project debate"));
        assertFalse(html(as(Role.ANALYST), "&lang=nl&targetGroup=STUDENTS").contains("Project debate"));
    }

    /** What has no effect on a release is not offered. */
    @Test
    void offersNoFiltersOfRelease() {
        var html = html(given(), "&lang=nl");
        assertFalse(html.contains("<select"), html);
        assertTrue(
                html.contains("een spoor of een doelgroep is te kiezen uit actuele cijfers, en die vragen een rol."));
        assertFalse(html(as(Role.CONTROLLER), "&lang=nl").contains("<select"), "its live money is of no track");
        assertFalse(given().get("/review?programme=NOWHERE").asString().contains("<select"));
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("<select name=\"track\">"));
    }

    /** A person reads a page also where the token is wrong; a machine that asks for JSON reads a problem. */
    @ParameterizedTest
    @CsvSource({
        "nl, De token bij dit verzoek telt hier niet",
        "en, The token that came with this request does not count"
    })
    void wrongTokenIsPage(String language, String said) {
        for (var token : List.of("x.y.z", "nothing", TestIssuer.token(Role.ANALYST) + "x")) {
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(token)
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .get(REVIEW + "&lang=" + language)
                    .then()
                    .statusCode(401)
                    .contentType("text/html")
                    .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""))
                    .header("Cache-Control", is("no-store"))
                    .body(containsString(said))
                    .body(containsString("href=\"review?programme=APR-2007-2011&amp;lang=" + language + "\""))
                    .body(not(containsString("sign-in")));
            given().auth()
                    .oauth2(token)
                    .header("Accept", "application/json")
                    .get(REVIEW)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().auth().oauth2("x.y.z").get(REVIEW).then().statusCode(401).contentType("text/html");
    }

    /** The answer says that the evidence is less than the verdicts need, which the chapter below shows. */
    @Test
    void answerNamesEvidenceThatVerdictsLack() {
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("het bewijs dat"));
        assertTrue(html(as(Role.ANALYST), "&lang=en").contains("the evidence that"));
    }

    /** Accepted ones too, because a finding that stays is one. */
    @ParameterizedTest
    @CsvSource({
        "nl, 'bevindingen over afgedrukte tabellen, beweringen en records, ook aanvaarde; waarvan %s fouten<'",
        "en, 'findings about printed tables, claims and records, accepted ones too; of which %s errors<'"
    })
    void answersHowManyFindingsThereAre(String language, String worded) {
        var counts = as(Role.ANALYST)
                .get("/v1/reports/data-quality/counts?programme=APR-2007-2011")
                .then()
                .extract()
                .jsonPath();
        var errors = counts.getInt("severities.find { it.severity == 'ERROR' }.findings");
        assertTrue(errors > 1 && errors < counts.getInt("findings"), counts.prettify());
        var html = html(as(Role.ANALYST), "&lang=" + language);
        var number = html.indexOf("<strong>" + counts.getInt("findings") + "</strong>");
        assertTrue(number > 0 && html.indexOf(worded.formatted(errors), number) > number, html);
    }

    /** One is singular, in both languages. */
    @Test
    void oneIsSingular() {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        assertTrue(html(given(), "&lang=nl").contains("bevinding in afgedrukte tabellen, waarvan 1 fout;"));
        assertTrue(html(given(), "&lang=en").contains("finding in printed tables, of which 1 error;"));
        assertTrue(html(given(), "&lang=nl").contains("in 1 rij zoals afgedrukt"));
        assertTrue(html(given(), "&lang=en").contains("in 1 row as printed"));
    }

    @Test
    void filtersProgrammesBesideEachOther() {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Het eerste"), PROGRAMME.formatted("B-1", "B", "Het tweede"));
        html(as(Role.ANALYST), "&programme=B-1&lang=nl&targetGroup=STUDENTS&track=LOCAL");
        for (var programme : List.of("APR-2007-2011", "B-1")) {
            services.reporting()
                    .verify(getRequestedFor(urlPathEqualTo("/v1/reach-statistics"))
                            .withQueryParam("programme", equalTo(programme))
                            .withQueryParam("track", equalTo("LOCAL"))
                            .withQueryParam("targetGroup", equalTo("STUDENTS")));
        }
    }

    /** Whatever is asked of one track says what states none, and stands under no headline of the whole programme. */
    @Test
    void saysWhatTrackLacks() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reach-statistics"))
                        .withQueryParam("track", equalTo("LOCAL"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/reach")
                                .replace(
                                        "\"best\": 35650, \"lowest\": 35650, \"highest\": 35650",
                                        "\"best\": 112," + " \"lowest\": 92, \"highest\": 132")
                                .replace("INCLUSION_UNKNOWN", "NOT_STATED"))));
        services.reporting()
                .stubFor(
                        get(urlPathEqualTo("/v1/releases/latest"))
                                .willReturn(
                                        okJson(
                                                UpstreamStubs.expected("reporting-service/latest-release")
                                                        .replace(
                                                                "\"headlines\": []",
                                                                "\"headlines\": [{\"chapter\":\"ANSWER\",\"headlineDutch\":\"De helft\","
                                                                        + "\"headlineEnglish\":\"Half\",\"textDutch\":null,\"textEnglish\":null}]"))));
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("<h1>De helft</h1>"));
        var html = html(as(Role.ANALYST), "&lang=nl&track=LOCAL");
        assertTrue(html.contains("<strong>92–132</strong>"), html);
        assertTrue(html.contains("Van 35.650 deelnames is geen spoor vermeld (2007-2009: 35.650)."), html);
        assertFalse(html.contains("omdat ze niet vermelden wat een filter"), html);
        // Where the answer is read, and not in its chapter alone.
        assertTrue(html.contains("; zonder 35.650 deelnames waarvan geen spoor vermeld is</p>"), html);
        assertTrue(html.contains("; van alle sporen samen</p>"), html);
        assertFalse(html(as(Role.ANALYST), "&lang=nl").contains("van alle sporen samen</p>"));
        assertTrue(html.contains("<h1>Actieplan</h1>"));
        assertFalse(html.contains("koppen van publicatie"));
        // A project of the national track has its figures there.
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("Project debate"));
        assertFalse(html.contains("Project debate"));
    }

    /** A project of which it is not known is none without a baseline. */
    @Test
    void saysOfHowManyProjectsBaselineIsKnown() {
        var effects = UpstreamStubs.expected("reporting-service/effects");
        var share = java.util.regex.Pattern.compile("\"withBaseline\": *\\{[^}]*\\}");
        assertTrue(share.matcher(effects).find());
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/effect-statistics"))
                        .willReturn(okJson(share.matcher(effects)
                                .replaceAll("\"withBaseline\":{\"count\":0,\"outOf\":10,\"unknown\":9,"
                                        + "\"share\":null,\"shareOfKnown\":null}"))));
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("<strong>0</strong> <span>van 1 bekende</span>"));
    }

    @Test
    void namesEffectiveProjects() {
        var figures = UpstreamStubs.expected("reporting-service/effects");
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/effect-statistics"))
                        .withQueryParam("by", containing("projectId"))
                        .willReturn(okJson(figures.replace(
                                "\"actionLine\": \"PREVENTION\"",
                                "\"projectId\": \"01938f5a-0000-7000-8000-0000000000b1\""))));
        assertTrue(html(as(Role.ANALYST), "&lang=nl").contains("<ol class=\"names\"><li>Project debate</li>"));
    }

    /** A range stands as a range, "more than" as such, and no code where there is a label. */
    @Test
    void showsClaimsAsTheyAreStated() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/claims"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/claims")
                                .replace("\"stated\": 25,", "\"stated\": 100,")
                                .replaceFirst(
                                        "\"relation\": \"EQUAL\",\n *\"stated\": 100",
                                        "\"relation\": \"AT_LEAST\",\"stated\": 100"))));
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(html.contains("<th scope=\"row\" lang=\"en\">Claim RATING.</th><td>7,5–8 punten</td>"), html);
        assertTrue(html.contains("<td>ten minste 100 bijeenkomsten</td>"), html);
        assertTrue(html.contains("<td>18.643 deelnames</td>"), html);
        assertTrue(html.contains("mln euro, zoals afgedrukt"), html);
        assertFalse(html.contains("EUR million"), html);
        var english = html(as(Role.ANALYST), "&lang=en");
        assertTrue(english.contains("<th scope=\"row\">Claim RATING.</th>"), english);
        assertTrue(english.contains("<th scope=\"row\" lang=\"nl\">2. Aanpak: prijs</th>"), english);
    }

    /** What is printed stands as printed, and what cannot be read as a number is no bar. */
    @Test
    void showsPrintedPartsAndClaims() {
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(html.contains(">“0 04”</text>"), html);
        assertTrue(html.contains("Niet leesbaar als getal: “0 04”."));
        assertTrue(html.contains(">&lt; 0,00 ?</text>"));
        assertTrue(html.contains("Claim BASELINES."));
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=parts")
                .then()
                .body(
                        startsWith(
                                "onderdeel,\"onderdeel: taal\",\"2008 (zoals afgedrukt)\",\"2008 (mln euro)\",\"2009 (zoals afgedrukt)\","))
                .body(containsString("\n\"2. Aanpak: prijs\",nl,\"0,04\",0.04,\"0 04\",\n"));
    }

    /** The words of a printed table keep their language above its columns and in its cells too. */
    @Test
    void marksLanguageOfPrintedColumnsInDataTable() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/published-tables"))
                        .willReturn(okJson(
                                "{\"items\":[{\"code\":\"PARTS\",\"title\":\"Per onderdeel\",\"unit\":\"EUR million\","
                                        + "\"language\":\"nl\",\"decimalSign\":\",\",\"columns\":[{\"label\":\"2008\"},"
                                        + "{\"label\":\"Totaal\"}],\"rows\":[{\"label\":\"prijs\",\"group\":\"2. Aanpak\","
                                        + "\"cells\":[\"0,04\",\"nihil\"]}],\"source\":\"line 1256\"}]}")));
        var english = html(as(Role.ANALYST), "&lang=en");
        assertTrue(
                english.contains("<th scope=\"col\">2008</th><th scope=\"col\" lang=\"nl\">Totaal</th></tr></thead>"),
                english);
        assertTrue(english.contains("<td class=\"n\">0,04</td><td class=\"n\" lang=\"nl\">nihil</td></tr>"), english);
        assertTrue(html(as(Role.ANALYST), "&lang=nl")
                .contains("<th scope=\"col\">2008</th><th scope=\"col\">Totaal</th></tr></thead>"));
    }

    /** A reader finds the lines of the document and what they print, and not only figures for programs. */
    @ParameterizedTest
    @CsvSource({
        "nl, Bron, regel, Actuele cijfers, zonder opschrift, totaal (zonder opschrift)",
        "en, Source, line, Live figures, without a label, total (without a label)"
    })
    void sourceIsWhatReaderCanRead(
            String language, String source, String line, String figures, String unnamed, String total) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/published-tables"))
                        .willReturn(okJson(
                                "{\"items\":[{\"code\":\"BUDGETED\",\"title\":\"Begroot\",\"unit\":\"EUR million\","
                                        + "\"decimalSign\":\",\",\"columns\":[{\"label\":\"2008\"},{\"label\":\"Totaal\"}],"
                                        + "\"rows\":[{\"label\":\"Scan <en> monitor\",\"group\":null,\"cells\":[\"1,23\",\"nihil\"]},"
                                        + "{\"label\":\"\",\"group\":null,\"role\":\"ITEM\",\"cells\":[\"3,33\"]},"
                                        + "{\"label\":\"\",\"group\":null,\"role\":\"TOTAL\",\"cells\":[\"4,56\"]}],"
                                        + "\"source\":\"policy-review-25.1:1196\"}]}")));
        var html = html(as(Role.ANALYST), "&lang=" + language);
        var summary = "<summary>" + source + ": policy-review-25.1, " + line + " 1196<span class=\"hidden\">";
        assertTrue(html.contains(summary), html);
        assertTrue(html.contains("Scan &lt;en&gt; monitor</th><td class=\"n\">1,23</td>"), html);
        assertTrue(html.contains("<tr><th scope=\"row\">" + unnamed + "</th><td class=\"n\">3,33</td></tr>"), html);
        assertTrue(html.contains("<tr><th scope=\"row\">" + total + "</th><td class=\"n\">4,56</td></tr>"), html);
        assertFalse(html.contains("></th>"), "a header is not empty");
        var foreign = language.equals("nl") ? "" : " lang=\"nl\"";
        assertTrue(
                html.contains("<th scope=\"col\" class=\"n\">2008</th><th scope=\"col\" class=\"n\"" + foreign
                        + ">Totaal</th>"),
                html);
        // Where it stands is said in words of the page.
        assertTrue(
                html.contains("aria-labelledby=\"budget-printed-1\"><table><caption id=\"budget-printed-1\"><span"
                        + foreign + ">Begroot</span> (policy-review-25.1, " + line + " 1196)</caption>"),
                html);
        assertTrue(html.contains("<td class=\"n\"" + foreign + ">nihil</td>"), html);
        assertEquals(
                2,
                html.split("</caption><thead><tr><th scope=\"col\">[^<]*</th><th scope=\"col\" class=\"n\">2008")
                        .length,
                "once");
        assertTrue(html.contains("<a href=\"#budget-name\">"), "the flow has the same tables");
        assertTrue(html.contains("<p>" + figures), html);
        assertTrue(
                html.indexOf("href=\"v1/reports/finances") > html.indexOf("<details class=\"source"),
                "figures for programs come last");
    }

    /** Each source opens to lines, or says why there are none. */
    @ParameterizedTest
    @CsvSource({"nl, 'Geen regel: dit is geteld'", "en, 'No line: this is counted'"})
    void everySourceOpensToLinesOrSaysWhyNot(String language, String none) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/catalogue"))
                        .willReturn(okJson("{\"items\":[{\"id\":\"01938f5a-0000-7000-8000-0000000000b2\",\"type\":null,"
                                + "\"title\":\"Dialogue\",\"language\":\"nl\",\"source\":\"policy-review-25.1:288-294\","
                                + "\"projectId\":\"01938f5a-0000-7000-8000-0000000000b2\",\"municipalities\":[],\"verdicts\":[]}],"
                                + "\"total\":{\"value\":1,\"relation\":\"EQUAL\"}}")));
        for (var reader : List.of(as(Role.ANALYST), given())) {
            var html = html(reader, "&lang=" + language);
            var sources = Pattern.compile(
                            "<details class=\"source[^\"]*\"><summary>([^<]*)<.*?</details>", Pattern.DOTALL)
                    .matcher(html)
                    .results()
                    .toList();
            assertFalse(sources.isEmpty());
            for (var source : sources) {
                assertEquals(
                        source.group(1).contains(": "),
                        !source.group().contains("<p>" + none),
                        "lines or why there are none: " + source.group());
            }
            for (var picture : List.of("claims", "lessons", "embedding", "projects")) {
                var from = html.indexOf("aria-labelledby=\"" + picture + "-name\"");
                if (from >= 0 && html.startsWith("<p class=\"absent\"", html.indexOf("</figcaption>", from) + 14)) {
                    continue;
                }
                assertTrue(
                        from < 0
                                || !html.substring(from, html.indexOf("</figure>", from))
                                        .contains(none),
                        picture);
            }
        }
        var html = html(as(Role.ANALYST), "&lang=" + language);
        var projects = html.substring(html.indexOf("<h3 id=\"projects-name\""));
        assertTrue(projects.substring(0, projects.indexOf("</figure>")).contains("policy-review-25.1, "), projects);
    }

    /** What is stale or ended does not stand as if it were so still. */
    @ParameterizedTest
    @CsvSource({
        "nl, sindsdien: niet bekend, sindsdien: afgelopen, 'deels geborgd, gemeld op 2012-01-01'",
        "en, since then: not known, since then: ended, 'partly secured, stated on 2012-01-01'"
    })
    void showsEmbeddingOverTime(String language, String stale, String ended, String stated) {
        var html = html(as(Role.ANALYST), "&lang=" + language);
        var projects = quoted(language, "local &lt;projects&gt;");
        var pilot = quoted(language, "Pilot");
        assertTrue(html.contains("<title>" + projects + ", " + stale + "</title>"), html);
        assertTrue(html.contains("<title>" + pilot + ", " + ended + "</title>"), html);
        assertTrue(html.contains("<title>" + projects + ": " + stated + "</title>"), html);
        assertTrue(html.contains("\"v1/embeddings?programme=APR-2007-2011\""), html);
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&picture=embedding-moments&lang=" + language)
                .then()
                .statusCode(200)
                .body(containsString("\n\"local <projects>\",nl,2010-01-01,"))
                .body(containsString("\nPilot,nl,2011-06-30,"))
                .body(not(containsString("·")));
        assertFalse(html(as(Role.ANALYST), "&track=LOCAL&lang=" + language).contains("<title>" + pilot + ", "));
    }

    // As a page of the other language marks it.
    private static String quoted(String language, String dutch) {
        return language.equals("nl") ? dutch : "<span lang=\"nl\">" + dutch + "</span>";
    }

    /** Subjects of statements are Dutch, also among the findings of a page in English. */
    @Test
    void staleStatementHasItsLanguageAmongFindings() {
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&picture=findings&lang=en")
                .then()
                .statusCode(200)
                .body(containsString(",\"local <projects>\",nl,"));
    }

    @Test
    void showsReleaseWithoutToken() {
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains("Publicatie 2026-3 (definitief), van 2026-03-02"), html);
        assertTrue(html.contains("<strong>32.392</strong>"), html);
        assertTrue(html.contains("Dit staat in geen publicatie."));
        assertTrue(html.contains("v1/reports/reach?programme=APR-2007-2011&amp;release=2026-3"), html);
        assertFalse(html.contains("35.650"));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo("/v1/reach-statistics")));
        services.funding().verify(0, getRequestedFor(urlPathMatching(".*")));
    }

    @Test
    void showsReleasedMoneyFindingsAndClaimsWithoutToken() {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains("<strong>€ 14,46</strong> <span>mln</span>"), html);
        assertTrue(html.contains("betaald van 28,00 mln euro begroot"));
        assertTrue(html.contains("id=\"budget-wide-title\"") && html.contains("id=\"flow-wide-title\""));
        assertTrue(html.contains("Other plans"));
        assertTrue(html.contains(">“0 04”</text>"));
        assertTrue(html.contains("Per onderdeel (PARTS): 2008"), html);
        // What is found in other records is not in a release, and the page says so.
        assertTrue(html.contains("bevinding in afgedrukte tabellen, waarvan 1 fout; andere zijn niet openbaar"), html);
        assertTrue(
                html.contains("14 soorten bevindingen, waarvan ook het aantal hier niet staat, namelijk identiteit niet"
                        + " gecontroleerd, actieplan onbekend,"),
                html);
        assertTrue(html.contains("Beweringen die niet kloppen of onbeslist zijn, staan hieronder met hun uitkomst."));
        // The picture of the table has the flag of its finding.
        assertTrue(html.contains("Over deze tabel gaat bevinding nr. 1."));
        // So has its picture, at the mark that it is about, which leads to the row of the finding.
        assertTrue(
                html.contains(">bevinding 1: 2008 (Per onderdeel)</text><g aria-hidden=\"true\"><rect class=\"hit\""),
                html);
        assertTrue(html.contains("<th scope=\"row\" id=\"finding-1\">1</th>"), html);
        // The acceptance is of this finding: both services name it in the same way.
        assertTrue(html.contains("Printed so."));
        assertTrue(html.contains("EUR 14.5 million was spent."));
        assertTrue(html.contains("Publicatie 2026-3 (definitief), van 2026-03-02"));
        assertTrue(html.contains(">Oldambt</text>"), html);
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo("/v1/catalogue")));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo("/v1/embeddings")));
        assertTrue(html.contains("<title>local &lt;projects&gt;, sindsdien: niet bekend</title>"), html);
        var english = html(given(), "&lang=en");
        assertTrue(english.contains(">Embedding is limited</td>"), english);
        assertTrue(english.contains(">finding 1: 2008 (<tspan lang=\"nl\">Per onderdeel</tspan>)</text>"), english);
        // A rounded count is none that is exact, and a hidden one is not "not measured".
        assertTrue(html.contains("<title>A project, jongeren en leerlingen: 120 (afgerond op 5)</title>"), html);
        assertTrue(html.contains("Laagste en hoogste zijn leeg van een getal dat is afgerond"), html);
        assertTrue(html.contains("<title>A project, niet vermeld: 1 tot 4 (niet getoond)</title>"), html);
        given().get("/review/csv?programme=APR-2007-2011&lang=en&picture=projects")
                .then()
                .statusCode(200)
                .body(containsString("\n\"A project\",nl,\"youth and pupils\",120,,,\"rounded to 5\"\n"))
                .body(containsString("\n\"A project\",nl,\"not stated\",,1,4,\"small, not shown\"\n"));
        for (var table : List.of(
                "money-by-budget-line-and-year",
                "printed-tables",
                "findings-of-printed-tables",
                "claims",
                "public-projects",
                "embedding-statements",
                "reach-by-public-project")) {
            assertTrue(
                    html.contains("\"v1/releases/0190a1b2-0000-7000-8000-000000000001/tables/" + table + "\""), table);
        }
        services.funding().verify(0, getRequestedFor(urlPathMatching(".*")));
        // Once for each of two pages and a file.
        services.reporting().verify(3, getRequestedFor(urlPathEqualTo("/v1/released-reports/review")));
        given().get("/review/csv?programme=APR-2007-2011&lang=nl&picture=budget")
                .then()
                .statusCode(200)
                .body(containsString("14460000"));
        assertFalse(html(as(Role.ANALYST), "&lang=nl").contains("het aantal hier niet staat"));
    }

    /** Not every project has a place, and the map says of how many it shows none. */
    @Test
    void mapSaysHowManyProjectsHaveNoPlace() {
        var review = new JsonObject(UpstreamStubs.expected("reporting-service/released-review"));
        var projects = review.getJsonArray("public-projects");
        projects.add(projects.getJsonObject(0)
                .copy()
                .put("project", "01938f5a-0000-7000-8000-0000000000b2")
                .put("title", "Elsewhere")
                .put("placeScope", "NATIONAL")
                .put("municipalities", new JsonArray()));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/review")).willReturn(okJson(review.encode())));
        assertTrue(html(given(), "&lang=nl")
                .contains("Van 1 van de 2 projecten is niet één gemeente vastgelegd; zij staan niet op de kaart."));
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        assertFalse(html(given(), "&lang=nl").contains("zij staan niet op de kaart"));
    }

    /** What a chapter counts is not said to have no number here. */
    @Test
    void namesKindsOfFindingsThatAreNotCounted() {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        var figures = new JsonObject(UpstreamStubs.expected("reporting-service/effects"))
                .getJsonArray("totals")
                .getJsonObject(0);
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/effects"))
                        .willReturn(okJson("{\"complete\":true,\"dimensions\":[\"actionLine\"],\"rows\":[],\"totals\":["
                                + new JsonObject().put("inventories", figures) + "],\"tallies\":[]," + RELEASE + "}")));
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains("is de laatste stand verouderd."), html);
        assertTrue(html.contains("12 soorten bevindingen, waarvan ook het aantal hier niet staat"), html);
        assertFalse(html.contains("oordeel boven bewijs"), html);
        assertFalse(html.contains("verouderde borging"), html);
    }

    /** Of a release that was prepared before it had money, findings and claims. */
    @Test
    void saysWhatEarlierReleaseDoesNotHave() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/review"))
                        .willReturn(okJson("{\"release\":{\"id\":\"0190a1b2-0000-7000-8000-000000000001\","
                                + "\"programme\":\"APR-2007-2011\",\"name\":\"2026-3\",\"certainty\":\"FINAL\","
                                + "\"asOf\":\"2026-03-01T00:00:00Z\",\"publishedAt\":\"2026-03-02T00:00:00Z\"}}")));
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains("<strong>32.392</strong>"), html);
        assertFalse(html.contains("id=\"budget-wide-title\""));
        for (var chapter : List.of("money", "reach", "findings", "embedding")) {
            var from = html.indexOf("id=\"" + chapter + "\"");
            assertTrue(html.indexOf("Dit staat in geen publicatie.", from) > from, chapter);
        }
    }

    /** The catalogue is public: a place that ended stands where its area went. */
    @Test
    void showsPublishedPlacesAndLessonsWithoutToken() {
        var item = "{\"id\":\"01938f5a-0000-7000-8000-000000000105\",\"type\":%s,\"title\":\"%s\",\"language\":\"nl\","
                + "\"source\":\"line 320\",\"projectId\":null,\"municipalities\":[%s],\"verdicts\":[%s]}";
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/catalogue"))
                        .withQueryParam("kind", equalTo("PROJECT"))
                        .willReturn(okJson("{\"items\":[" + item.formatted("null", "x", "\"GM0052\"", "\"PROMISING\"")
                                + "],\"total\":{\"value\":1,\"exact\":true}}")));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/catalogue"))
                        .withQueryParam("kind", equalTo("LESSON"))
                        .willReturn(
                                okJson("{\"items\":[" + item.formatted("\"CONCLUSION\"", "Borging <wankelt>", "", "")
                                        + "],\"total\":{\"value\":1,\"exact\":true}}")));
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains(">Oldambt</text>"), html);
        // The figures of the release are of 2010, whatever maps there are of later years.
        assertTrue(html.contains("grenzen van 2010"), html);
        assertTrue(html.contains("Borging &lt;wankelt&gt;"), html);
        var english = html(given(), "&lang=en");
        assertTrue(english.contains("<td lang=\"nl\">Borging &lt;wankelt&gt;</td>"), english);
        assertTrue(english.contains("Lessons without a translation stand here"), english);
    }

    /** The catalogue has each language of a lesson, and does not say which are the same. */
    @Test
    void showsPublicLessonsInLanguageOfThePageAndSaysHowManyAreInTheOtherOnly() {
        var item = "{\"id\":\"01938f5a-0000-7000-8000-000000000105\",\"type\":\"LEARNING_POINT\",\"title\":\"%s\","
                + "\"language\":\"%s\",\"source\":\"line 320\",\"projectId\":null,\"municipalities\":[],\"verdicts\":[]}";
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/catalogue"))
                        .withQueryParam("kind", equalTo("LESSON"))
                        .willReturn(okJson(
                                "{\"items\":[" + item.formatted("Een", "nl") + "," + item.formatted("One", "en") + ","
                                        + item.formatted("Twee", "nl") + "],\"total\":{\"value\":3,\"exact\":true}}")));
        var html = html(given(), "&lang=en");
        assertTrue(html.contains("<td>One</td>"), html);
        assertFalse(html.contains(">Een</td>"), html);
        assertTrue(
                html.contains("Not shown here: 1 or more, further on in the list or in another language only."), html);
    }

    /** What an editor says is a record of the release; without one a chapter has a neutral title. */
    @ParameterizedTest
    @CsvSource({"nl, Ruim de helft & meer, Alles <samen>, Geld", "en, Just over half & more, All <together>, Money"})
    void showsHeadlinesOfEditors(String language, String headline, String text, String money) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/releases/latest"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/latest-release")
                                .replace(
                                        "\"headlines\": []",
                                        "\"headlines\": [{\"chapter\":\"ANSWER\",\"headlineDutch\":\"Ruim de helft & meer\","
                                                + "\"headlineEnglish\":\"Just over half & more\",\"textDutch\":\"Alles <samen>\","
                                                + "\"textEnglish\":\"All <together>\"},{\"chapter\":\"REACH\","
                                                + "\"headlineDutch\":\"Gegroeid\",\"headlineEnglish\":\"Grown\","
                                                + "\"textDutch\":null,\"textEnglish\":null}]"))));
        for (var caller : List.of(given(), as(Role.ANALYST))) {
            var html = html(caller, "&lang=" + language);
            assertTrue(html.contains("<h1>" + headline.replace("&", "&amp;") + "</h1>"), html);
            assertTrue(html.contains(text.replace("<", "&lt;").replace(">", "&gt;")), html);
            assertTrue(html.contains(
                    "<h2 id=\"reach-title\">" + (language.equals("nl") ? "Gegroeid" : "Grown") + "</h2>"));
            assertTrue(html.contains("<h2 id=\"money-title\">" + money + "</h2>"));
        }
    }

    /** A picture with a headline begins a passage; those before it stay with the headline of the chapter. */
    @Test
    void showsHeadlinesBesidePictures() {
        var flow = "{\"chapter\":\"MONEY\",\"picture\":\"FLOW\",\"headlineDutch\":\"Bijna <de> helft\","
                + "\"headlineEnglish\":\"Nearly half\",\"textDutch\":\"Uitgelegd.\",\"textEnglish\":null}";
        var growth = "{\"chapter\":\"REACH\",\"picture\":\"GROWTH\",\"headlineDutch\":\"Gegroeid\","
                + "\"headlineEnglish\":\"Grown\",\"textDutch\":null,\"textEnglish\":null}";
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/releases/latest"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/latest-release")
                                .replace("\"headlines\": []", "\"headlines\": [" + flow + "," + growth + "]"))));
        var html = html(as(Role.ANALYST), "&lang=nl");
        var said = html.indexOf("<h3 class=\"headline\">Bijna &lt;de&gt; helft</h3><p>Uitgelegd.</p>");
        assertTrue(said > 0, html);
        assertTrue(html.contains("<h2 id=\"money-title\">Geld</h2>"), "no headline of the chapter itself");
        assertTrue(html.indexOf("id=\"budget-name\"") < said && said < html.indexOf("id=\"flow-name\""), html);
        assertEquals(2, html.split("class=\"headline\"", -1).length, "nothing is said of a picture without figures");
        assertTrue(html(as(Role.ANALYST), "&lang=en").contains("<h3 class=\"headline\">Nearly half</h3></div>"));
        assertFalse(html(as(Role.ANALYST), "&lang=nl&track=LOCAL").contains("class=\"headline\""), "of the whole only");
    }

    @Test
    void saysThatNothingIsReleased() {
        services.reporting().stubFor(get(urlPathEqualTo("/v1/releases/latest")).willReturn(notFound()));
        for (var language : List.of("nl", "en")) {
            var html = given().get(REVIEW + "&lang=" + language)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            given().get("/review?lang=" + language).then().statusCode(200);
            assertTrue(html.contains(
                    language.equals("nl")
                            ? "Er is nog geen programma om te laten zien."
                            : "There is no programme to show yet."));
            assertFalse(html.contains("<svg role"));
        }
    }

    /** Of a caller that may read the budget alone, the money is live and the rest is of the release. */
    @Test
    void saysWhichFiguresAreLive() {
        var html = html(as(Role.CONTROLLER), "&lang=en");
        assertTrue(html.contains("the others of release 2026-3"), html);
        assertTrue(html.contains("€ 2.74"), html);
        assertTrue(html.contains("v1/reports/reach?programme=APR-2007-2011&amp;release=2026-3"), html);
        assertTrue(html.contains("\"v1/reports/finances?programme=APR-2007-2011\""), html);
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo("/v1/reach-statistics")));
    }

    @Test
    void showsReleasedMoneyToReviewer() {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        var html = html(as(Role.REVIEWER), "&lang=nl");
        assertFalse(html.contains("2,74"));
        assertTrue(html.contains("<strong>€ 14,46</strong>"), html);
        assertTrue(html.contains("35.650"));
        assertTrue(html.contains("de overige van publicatie 2026-3"));
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
    }

    @ParameterizedTest
    @CsvSource({
        "/review?programme=NOWHERE&lang=nl, 404, Er is geen programma NOWHERE",
        "/review?programme=NOWHERE&lang=en, 404, There is no programme NOWHERE",
        "/review?programme=APR-2007-2011&programme=NOWHERE&lang=en, 404, There is no programme NOWHERE",
        "'/review?programme=APR-2007-2011,B-1&lang=en', 404, one by one: programme=APR-2007-2011&amp;programme=B-1.",
        "'/review?programme=APR-2007-2011,B-1&lang=nl', 404, elk apart: programme=APR-2007-2011&amp;programme=B-1.",
        "/review?lang=xx, 400, lang=xx",
        "/review?flavour=sweet&lang=en, 400, flavour=sweet",
        "/review?tables=maybe&lang=en, 400, tables=maybe",
        "/review?track=SIDEWAYS&lang=en, 400, track=SIDEWAYS",
        "/review?targetGroup=NOBODY&lang=en, 400, targetGroup=NOBODY",
        "/review?targetGroup=students&lang=nl, 400, targetGroup=students",
        "/review?lang=xx, 400, en and nl",
        "/review?track=SIDEWAYS&lang=nl, 400, Wat er bij track kan staan: ",
        "/review?targetGroup=NOBODY&lang=en, 400, What targetGroup can be: YOUTH_AND_PUPILS",
        "/review?programme=NOWHERE&lang=xx, 400, lang=xx",
        "/review?programme=%3Cscript%3E&lang=en, 404, There is no programme &lt;script&gt;",
        "/review?targetGroup=STUDENTS&targetGroup=OTHER&lang=en, 400, targetGroup=STUDENTS&amp;targetGroup=OTHER",
        "/review?track=LOCAL&track=NATIONAL&lang=nl, 400, waar er één telt: track=LOCAL&amp;track=NATIONAL",
        "/review?track=LOCAL&track=&lang=nl, 400, waar er één telt: track=LOCAL&amp;track=",
        "/review?lang=nl&lang=en, 400, lang=nl&amp;lang=en",
        "/review?tables=1&tables=2&lang=en, 400, tables=1&amp;tables=2",
        "/review?picture=reach&lang=en, 400, picture=reach"
    })
    void saysWhatItDoesNotKnowAndOffersWhatThereIs(String address, int status, String said) {
        as(Role.ANALYST)
                .get(address)
                .then()
                .statusCode(status)
                .header("Cache-Control", "no-store")
                .contentType("text/html")
                .body(containsString("<option value=\"STUDENTS\">"))
                .body(containsString(said))
                .body(containsString("value=\"APR-2007-2011\""));
    }

    /** A form sends an empty value where nothing is chosen, of any of its fields. */
    @Test
    void emptyValueIsNone() {
        as(Role.ANALYST)
                .get("/review?programme=&lang=&track=&targetGroup=&tables=")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"en\">"));
    }

    @Test
    void showsProgrammesBesideEachOther() {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Het eerste"), PROGRAMME.formatted("B-1", "B", "Het tweede"));
        var html = html(as(Role.ANALYST), "&programme=B-1&lang=nl");
        assertTrue(html.contains("<h1>Het eerste · Het tweede</h1>"));
        assertTrue(html.contains("id=\"budget-narrow-title\"") && html.contains("id=\"budget-2-narrow-title\""));
        // Of half of the page each, and narrow ones for a narrow screen.
        var wide = html.substring(html.indexOf("<div class=\"wide\">"));
        assertTrue(wide.startsWith("<div class=\"wide\"><svg role=\"img\" viewBox=\"0 0 524 "), wide.substring(0, 200));
        assertTrue(html.contains("id=\"budget-2-wide-title\""), html);
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/reach-statistics"))
                        .withQueryParam("programme", containing("B-1")));
        assertTrue(html.contains("<section class=\"chapter several\" id=\"money\""), "they have the whole width");
        assertFalse(html(as(Role.ANALYST), "&lang=nl").contains("chapter several"));
    }

    /** Programmes of one name are told apart by their codes, and years in a heading stay together. */
    @Test
    void namesProgrammesOfOneNameWithTheirCodes() {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Plan 2007-2011"),
                PROGRAMME.formatted("B-1", "B", "Plan 2007-2011"));
        var html = html(as(Role.ANALYST), "&programme=B-1&lang=nl");
        assertTrue(html.contains("<p class=\"programme\">Plan 2007-2011 (APR-2007-2011)</p>"), html);
        assertTrue(html.contains("<span class=\"programme\">Plan 2007-2011 (B-1)</span>"), html);
        assertTrue(html.contains("<title>Plan 2007-2011 (APR-2007-2011) · Plan 2007-2011 (B-1) · Doorlichting"), html);
        assertTrue(html.contains("<h1>Plan 2007\u2060-\u20602011 (APR-2007\u2060-\u20602011) · Plan 2007"), html);
        for (var code : List.of("APR-2007-2011", "B-1")) {
            assertTrue(html.contains("value=\"" + code + "\" checked> Plan 2007-2011 (" + code + ")</label>"), html);
        }
        // Also where one of them is shown, because the other one can be chosen, and may be shown in the next window.
        var alone = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(alone.contains("<h1>Plan 2007\u2060-\u20602011 (APR-2007\u2060-\u20602011)</h1>"), alone);
        assertTrue(alone.contains("<summary>Plan 2007-2011 (APR-2007-2011) · "), alone);
        assertTrue(
                html(as(Role.ANALYST), "&lang=en").contains("<h1>A in English</h1>"),
                "in English they have names of their own");
    }

    @Test
    void showsPictureWithoutFigures() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(
                                okJson("{\"rows\":[],\"reallocations\":[],\"projects\":[],\"revision\":\"e1-1\"}")));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reach-statistics"))
                        .willReturn(okJson("{\"dimensions\":[\"period\",\"targetGroup\"],\"rows\":[],\"totals\":[],"
                                + "\"unallocated\":[],\"notes\":[],\"registerVersion\":null,\"revision\":\"e1-1\"}")));
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(html.contains("Hiervan is niets vastgelegd. Dat is niet hetzelfde als nul."));
        assertFalse(html.contains("id=\"budget-wide-title\""));
        assertFalse(html.contains("<strong>€ 0"));
    }

    @Test
    void saysThatPartIsMissingAndIsNotKept() {
        services.training().resetAll();
        services.training().stubFor(get(urlPathMatching("/v1/.*")).willReturn(serviceUnavailable()));
        as(Role.ANALYST)
                .get(REVIEW + "&lang=en")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body(containsString("A part of the figures is missing"))
                .body(containsString("€ 2.74"));
    }

    private static void isAway(WireMockServer service) {
        service.resetAll();
        service.stubFor(get(urlPathMatching("/v1/.*")).willReturn(serviceUnavailable()));
    }

    /** That programmes cannot be read is not that there are none. */
    @Test
    void saysWhatIsRecordedOfLatestPeriodWithoutNumber() throws Exception {
        var reach = (ObjectNode) new ObjectMapper().readTree(UpstreamStubs.expected("reporting-service/reach"));
        var latest = (ObjectNode) reach.get("totals").get(reach.get("totals").size() - 1);
        latest.set(
                "reach",
                new ObjectMapper()
                        .readTree("{\"best\":null,\"lowest\":null,\"highest\":null,\"approximate\":false,"
                                + "\"observations\":{\"exact\":0,\"approximate\":0,\"range\":0,\"atLeast\":0,"
                                + "\"vague\":0,\"notMeasured\":1}}"));
        services.reporting().stubFor(get(urlPathEqualTo("/v1/reach-statistics")).willReturn(okJson(reach.toString())));
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertTrue(html.contains("deelnames: 2007-2009: niet gemeten"), html);
        assertFalse(html.contains("deelnames: Hiervan is niets vastgelegd"));
    }

    @Test
    void saysThatProgrammesCannotBeRead() {
        isAway(services.reporting());
        isAway(services.funding());
        for (var caller : List.of(given(), as(Role.ANALYST))) {
            for (var address : List.of("/review?lang=nl", REVIEW + "&lang=nl")) {
                caller.get(address)
                        .then()
                        .statusCode(503)
                        .contentType("text/html")
                        .header("Cache-Control", is("no-store"))
                        .header("Retry-After", is("5"))
                        .body(containsString("De programma’s zijn nu niet te lezen"))
                        .body(not(containsString("Er is nog geen programma")))
                        .body(not(containsString("Er is geen programma")));
            }
            caller.get("/review/csv?programme=APR-2007-2011&lang=nl&picture=reach")
                    .then()
                    .statusCode(503);
        }
    }

    /** A key number or picture without its source is not one of which nothing is recorded. */
    @Test
    void saysWhichPartsLackTheirSource() {
        isAway(services.reporting());
        var html = html(as(Role.ANALYST), "&lang=nl");
        for (var what : List.of("deelnames", "oordelen", "nulmetingen", "bevindingen")) {
            assertTrue(html.contains(what + ": De bron van deze cijfers antwoordt nu niet."), what + html);
        }
        assertFalse(html.contains("Hiervan is niets vastgelegd"), html);
        assertFalse(html.contains("Van geen project is de gemeente vastgelegd"), html);
        assertTrue(html.contains("€ 2,74"));
        for (var picture : List.of(
                "reach", "growth", "projects", "map", "verdicts", "embedding", "findings", "claims", "lessons")) {
            as(Role.ANALYST)
                    .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=" + picture)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json");
        }
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=nothing")
                .then()
                .statusCode(404);
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=budget")
                .then()
                .statusCode(200);
    }

    @Test
    void saysThatReportHasTooManyRows() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reach-statistics"))
                        .withQueryParam("by", containing("projectId"))
                        .willReturn(jsonResponse(
                                "{\"violations\":[{\"in\":\"query\",\"name\":\"by\",\"code\":\"TOO_MANY_ROWS\",\"parameters\":{},"
                                        + "\"detail\":\"Too many.\"}]}",
                                400)));
        assertTrue(html(as(Role.ANALYST), "&lang=en").contains("Too many rows for one page."));
    }

    @Test
    void escapesWhatRecordsSay() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/budget")
                                .replace("Ander programma", "<script>alert('x')</script>&\\\" onload=x"))));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics/projects"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/project-money")
                                .replaceAll("\"name\": *\"[^\"]*\"", "\"name\":\"<img src=x>\""))));
        programmes(PROGRAMME.formatted("APR-2007-2011", "x", "</title><script>"));
        var html = html(as(Role.ANALYST), "&lang=nl");
        assertEquals(1, html.split("<script", -1).length - 1, html);
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains("&lt;script&gt;alert("), html);
        assertTrue(html.contains("&lt;img src=x&gt;"));
    }

    @Test
    void hasOneScriptNoStyleOfItsOwnAndNoOtherHost() throws IOException {
        var response = as(Role.ANALYST).get(REVIEW + "&lang=nl").then().extract();
        var html = response.asString();
        assertEquals(
                List.of(
                        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'"),
                response.headers().getValues("Content-Security-Policy"));
        var script = "<script src=\"review/readings.js\" defer></script>";
        assertTrue(html.contains(script));
        html = html.replace(script, "");
        assertEquals(List.of(), found("<script|<style| style=| on[a-z]+=|https?:|//[a-z]|<iframe|@import", html));
        var css = given().get("/review/page.css")
                .then()
                .statusCode(200)
                .contentType("text/css")
                .extract()
                .asString();
        assertEquals(List.of(), found("https?:|url\\((?!\"fonts/[a-z0-9-]+\\.woff2\"\\))|@import", css));
        var readings = given().get("/review/readings.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .extract()
                .asString();
        assertTrue(readings.length() < MOST_OF_SCRIPT, readings.length() + " characters");
        assertEquals(List.of(), found("https?:|fetch|XMLHttp|import|eval|innerHTML|setAttribute\\('style", readings));
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
            gzip.write(css.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(bytes.size() < MOST_BYTES, bytes.size() + " bytes");
    }

    /** They are of this host, are kept, and are not much beside the page. */
    @Test
    void servesItsOwnFonts() {
        var css = given().get("/review/page.css").then().extract().asString();
        var fonts = Pattern.compile("url\\(\"([^\"]+)\"\\)")
                .matcher(css)
                .results()
                .map(font -> font.group(1))
                .toList();
        assertEquals(3, fonts.size());
        var bytes = 0;
        for (var font : fonts) {
            var body = given().get("/review/" + font)
                    .then()
                    .statusCode(200)
                    .contentType("font/woff2")
                    .header("Cache-Control", is("public, max-age=604800"))
                    .extract()
                    .asByteArray();
            assertEquals("wOF2", new String(body, 0, 4, StandardCharsets.US_ASCII), font);
            bytes += body.length;
        }
        assertTrue(bytes < MOST_OF_FONTS, bytes + " bytes");
        given().get("/review/fonts/other.woff2").then().statusCode(404);
        given().get("/review/fonts/..%2Fpage.css").then().statusCode(404);
    }

    /** Each mark has its reading in words, with its unit, its period and what is known of it. */
    @Test
    void readsMarks() {
        var html = html(as(Role.ANALYST), "&lang=nl&tables=1");
        var readings = Pattern.compile("<g class=\"mark\"><title>([^<]*)</title>")
                .matcher(html)
                .results()
                .map(mark -> mark.group(1))
                .toList();
        assertTrue(readings.stream().noneMatch(String::isBlank));
        for (var said : List.of(
                "2007: geen bedragen",
                "2008: 10,00 begroot, 7,26 herbestemd, 2,74 betaald (mln euro)",
                "prijs, 2008: 0,04 (mln euro)",
                "jongeren en leerlingen: 18.644 (exact) in 2007-2009; 6.215 per jaar")) {
            assertTrue(readings.contains(said), said + readings);
        }
        // Each drawing that is not a decoration.
        for (var drawing : html.split("<svg role=\"img\"")) {
            assertTrue(drawing.contains("<!doctype") || drawing.contains("class=\"mark\""), drawing);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** A screen reader reads a drawing as one image with words, and each id stands once. */
    @Test
    void everyDrawingHasWordsAndEveryIdStandsOnce() {
        var html = html(as(Role.ANALYST), "&lang=nl&tables=1");
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(id -> id.group(1))
                .toList();
        assertEquals(new TreeSet<>(ids).size(), ids.size());
        Pattern.compile("aria-labelledby=\"([^\"]+)\"").matcher(html).results().forEach(label -> {
            for (var id : label.group(1).split(" ")) {
                assertTrue(ids.contains(id), id);
            }
        });
        assertTrue(found("<desc[^>]*></desc>", html).isEmpty());
        var leadsTo = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertTrue(leadsTo.stream().anyMatch(to -> to.startsWith("finding-")), "a finding has a picture");
        assertTrue(ids.containsAll(leadsTo), leadsTo.toString());
        assertEquals(1, html.split("<h1", -1).length - 1);
        assertTrue(html.contains("<details class=\"table\" open>"));
    }

    /** Without a client at the provider there is nothing to sign in at, and a cookie is nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"/review/sign-in", "/review/sign-in/return?code=a&state=b", "/review/sign-out"})
    void nobodySignsInUnlessConfigured(String path) {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "nl")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<h1>Deze pagina is er niet</h1>"));
        given().post("/review/sign-out").then().statusCode(404);
        given().cookie("review-session", "x")
                .get(REVIEW)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-cache"))
                .body(not(containsString("sign-in")));
    }

    /** People type a slash. */
    @Test
    void addressWithSlashLeadsToPage() {
        given().redirects()
                .follow(false)
                .get("/review/?programme=APR-2007-2011&lang=nl")
                .then()
                .statusCode(308)
                .header("Location", is("../review?programme=APR-2007-2011&lang=nl"));
        given().get("/review/").then().statusCode(200).contentType("text/html");
        given().get("/v1/programmes/").then().statusCode(not(is(308)));
    }

    /** Findings, claims and pictures have questions in common, and all of one page are of the same answers. */
    @Test
    void asksServicesEachQuestionOnce() {
        html(as(Role.ANALYST), "&lang=nl");
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            var asked = service.getAllServeEvents().stream()
                    .map(event -> event.getRequest().getUrl())
                    .sorted()
                    .toList();
            assertEquals(asked.stream().distinct().toList(), asked);
        }
    }

    /**
     * How long a page takes is how many answers it waits for one after another: all figures at once, and those that claims
     * name. Programmes beside each other do not wait for one another, nor for the list of programmes, but no page takes more
     * than a part of the places of a service.
     */
    @ParameterizedTest
    @CsvSource({"'', 2", "&programme=B-1, 2", "&programme=B-1&programme=C-1, 3"})
    void asksAtOnceWhatDoesNotDependOnEachOther(String others, int rounds) throws Exception {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Het eerste"),
                PROGRAMME.formatted("B-1", "B", "Het tweede"),
                PROGRAMME.formatted("C-1", "C", "Het derde"));
        html(as(Role.ANALYST), others);
        RunningTime.check(() -> assertAsksAtOnce(others, rounds));
    }

    private void assertAsksAtOnce(String others, int rounds) {
        var all = List.of(services.funding(), services.training(), services.reporting());
        all.forEach(service -> {
            service.resetRequests();
            service.setGlobalFixedDelay(DELAY);
        });
        try {
            html(as(Role.ANALYST), others);
        } finally {
            all.forEach(service -> service.setGlobalFixedDelay(0));
        }
        all.forEach(service -> assertTrue(atOnce(service) <= 16, "" + atOnce(service)));
        assertEquals(
                rounds,
                rounds(all.stream()
                        .flatMap(service -> service.getAllServeEvents().stream())
                        .map(event -> event.getRequest().getLoggedDate().getTime())
                        .sorted()
                        .toList()));
    }

    private static long atOnce(WireMockServer service) {
        var asked = service.getAllServeEvents();
        return asked.stream()
                .map(event -> event.getRequest().getLoggedDate().getTime())
                .mapToLong(moment ->
                        asked.stream().filter(event -> isAsked(event, moment)).count())
                .max()
                .orElse(0);
    }

    private static boolean isAsked(ServeEvent event, long moment) {
        var begin = event.getRequest().getLoggedDate().getTime();
        return begin <= moment && moment < begin + event.getTiming().getTotalTime();
    }

    // A request that begins after the answer to another one may have waited for it.
    private static int rounds(List<Long> begun) {
        var rounds = 0;
        var until = Long.MIN_VALUE;
        for (var begin : begun) {
            if (begin >= until) {
                rounds++;
                until = begin + DELAY;
            }
        }
        return rounds;
    }

    /** Drawing takes longer than an event loop has. */
    @Test
    void isDrawnOnWorker() {
        RenderingThread.eventLoops.clear();
        html(as(Role.ANALYST), "&lang=nl");
        assertEquals(List.of(false), List.copyOf(RenderingThread.eventLoops));
    }

    /** Notes on which kind of thread a template is filled. */
    @Singleton
    static class RenderingThread {
        static final Queue<Boolean> eventLoops = new ConcurrentLinkedQueue<>();

        void observe(@Observes EngineBuilder engine) {
            engine.addTemplateInstanceInitializer(instance -> eventLoops.add(Context.isOnEventLoopThread()));
        }
    }

    @Test
    void isRevalidated() {
        var etag = as(Role.ANALYST)
                .get(REVIEW)
                .then()
                .header("Cache-Control", is("private, no-cache"))
                .extract()
                .header("ETag");
        as(Role.ANALYST).header("If-None-Match", etag).get(REVIEW).then().statusCode(304);
        given().head(REVIEW).then().statusCode(200);
    }

    /** An address that names no language has another answer for another reader. */
    @ParameterizedTest
    @CsvSource({
        "/review?programme=APR-2007-2011, true",
        "/review?programme=APR-2007-2011&lang=nl, false",
        "/review?programme=APR-2007-2011&lang=xx, true",
        "/review/csv?programme=APR-2007-2011&picture=reach, true",
        "/review/csv?programme=APR-2007-2011&picture=reach&lang=nl, false",
        "/review/nope, true"
    })
    void variesWithLanguageThatIsPreferred(String address, boolean varies) {
        var answer = as(Role.ANALYST).header("Accept-Language", "nl").get(address);
        assertEquals(
                varies,
                String.join(",", answer.headers().getValues("Vary")).contains("accept-language"),
                answer.headers().toString());
    }

    @Test
    void hasTableOfEachPictureAsFile() {
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=budget")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", is("attachment; filename=\"budget.csv\""))
                .body(allOf(startsWith("jaar,\"begroot (EUR)\","), containsString("\n2008,10000000.00,7260000.00,")));
        as(Role.REVIEWER)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=budget")
                .then()
                .statusCode(404);
        // A file cannot say that it is of all tracks.
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&picture=budget&track=X&targetGroup=Y")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.name", contains("targetGroup", "track"));
        given().get("/review/csv?programme=APR-2007-2011&lang=en&picture=reach")
                .then()
                .statusCode(200)
                .body(containsString(",32392,32392,32392,exact,32392"));
        // A parser reads 35.650 as a decimal.
        as(Role.ANALYST)
                .get("/review/csv?programme=APR-2007-2011&lang=nl&picture=reach")
                .then()
                .statusCode(200)
                .body(startsWith("periode,doelgroep,deelnames,\"deelnames: laagste\",\"deelnames: hoogste\","
                        + "\"deelnames: soort\",\"gemiddeld per jaar\",\"gemiddeld per jaar: laagste\","
                        + "\"gemiddeld per jaar: hoogste\",\"gemiddeld per jaar: soort\"\n"))
                .body(containsString(",35650,"))
                .body(not(containsString("35.650")));
    }

    /** What a file cannot say stands in the problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            programme=NOWHERE&lang=en&picture=budget                | 404 | There is no programme NOWHERE to show. There are: APR-2007-2011.
            programme=APR-2007-2011&programme=NOWHERE&picture=reach | 404 | There is no programme NOWHERE to show.
            programme=A,B&lang=en&picture=budget                    | 404 | There is no programme A,B to show. Name several programmes one by one: programme=A&programme=B. There are: APR-2007-2011.
            lang=en&picture=sales                                   | 404 | There is no picture sales. There are budget, flow, parts,
            lang=en&picture=                                        | 400 | Name the picture of which you want the table: budget, flow,
            lang=en                                                 | 400 | Name the picture of which you want the table: budget, flow,
            lang=en&picture=budget&picture=flow                     | 400 | More than one value where one counts: picture=budget&picture=flow.
            lang=en&picture=budget&track=X                          | 400 | track=X is not known. A file cannot say what it leaves out, so there is none. What track can be:
            lang=nl&picture=budget&track=X                          | 400 | track=X is onbekend.
            lang=nl&picture=sales                                   | 404 | Er is geen afbeelding sales.
            lang=nl&lang=en&picture=budget                          | 400 | More than one value where one counts: lang=nl&lang=en.
            """)
    void saysWhyThereIsNoFile(String query, int status, String said) {
        as(Role.ANALYST)
                .header("Accept-Language", "en")
                .get("/review/csv?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", startsWith(said));
    }

    /** A file that ignored a filter would be of something else than was asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public | reach&track=LOCAL              | track       | A release has whole tables: a track or a target group
            public | reach&targetGroup=STUDENTS     | targetGroup | A release has whole tables: a track or a target group
            public | projects&targetGroup=STUDENTS  | targetGroup | A release has whole tables: a track or a target group
            public | embedding-moments&track=LOCAL  | track       | A release has whole tables: a track or a target group
            public | budget&track=LOCAL             | track       | A release has whole tables: a track or a target group
            live   | budget&track=LOCAL             | track       | The figures of budget do not state what track asks for.
            live   | lessons&track=LOCAL            | track       | The figures of lessons do not state what track asks for.
            live   | verdicts&targetGroup=STUDENTS  | targetGroup | The figures of verdicts do not state what targetGroup
            """)
    void fileFollowsItsFiltersOrIsNone(String reader, String picture, String parameter, String said) {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        programmes(PROGRAMME.formatted("APR-2007-2011", "A", "A"), PROGRAMME.formatted("B-1", "B", "B"));
        for (var programmes : List.of("programme=APR-2007-2011", "programme=APR-2007-2011&programme=B-1")) {
            // Without a token there is only one that is published; with this one nothing is live.
            var several = programmes.contains("B-1");
            var caller = reader.equals("live") ? as(Role.ANALYST) : several ? as(Role.STATISTICS_CLIENT) : given();
            caller.urlEncodingEnabled(false)
                    .header("Accept-Language", "en")
                    .get("/review/csv?lang=en&" + programmes + "&picture=" + picture)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.name", contains(parameter))
                    .body("violations.code", contains("NOT_ALLOWED"))
                    .body("violations[0].detail", startsWith(said));
        }
    }

    /** Whatever the page is of, each of its files is there, and is of what the page shows beside its link. */
    @ParameterizedTest
    @CsvSource({"live, one", "live, two", "public, one", "public, two", "mixed, one"})
    void pageLeadsToFilesThatAreThere(String reader, String number) {
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        programmes(PROGRAMME.formatted("APR-2007-2011", "A", "A"), PROGRAMME.formatted("B-1", "B", "B"));
        var role = switch (reader) {
            case "live" -> Role.ANALYST;
            case "mixed" -> Role.CONTROLLER;
            default -> Role.STATISTICS_CLIENT;
        };
        var html = html(
                as(role),
                "&lang=nl&track=LOCAL&targetGroup=STUDENTS&tables=1" + (number.equals("two") ? "&programme=B-1" : ""));
        var files = Pattern.compile("href=\"(review/csv[^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
        assertTrue(files.size() > 5, html);
        files.forEach(file -> as(role).get("/" + file).then().statusCode(200));
        assertTrue(files.stream().noneMatch(file -> file.contains("tables=")), files.toString());
        assertEquals(
                reader.equals("live"),
                files.stream().anyMatch(file -> file.contains("track=LOCAL&targetGroup=STUDENTS&picture=reach")),
                files.toString());
    }

    /** A destination whose print is in doubt has its finding where its amount is read. */
    @Test
    void flowHasFindingAboutItsDestination() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/review"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/released-review")
                                .replace("\"line\": \"2008\"", "\"line\": \"Other plans\"")
                                .replace("\"group\": \"2. Aanpak\"", "\"group\": null"))));
        var html = html(given(), "&lang=nl");
        assertTrue(html.contains("Over wat van “Other plans” is afgedrukt gaat bevinding 1."), html);
        given().get("/review/csv?programme=APR-2007-2011&lang=nl&picture=flow")
                .then()
                .statusCode(200)
                .body(startsWith("wat,waarheen,bevinding,\"bedrag (EUR)\"\n"))
                .body(containsString("\nherbestemd,\"Other plans\",1,13540000.00\n"));
    }

    /** What is below the page and is not there is a page too, which leads to the one that is. */
    @ParameterizedTest
    @CsvSource({
        "/review/nope?lang=nl, ../review, Deze pagina is er niet",
        "/review/csv/x/y?lang=en, ../../../review, There is no such page",
        "/review/fonts?lang=en, ../review, There is no such page",
        "/review/sign-in/zzz?lang=nl, ../../review, Deze pagina is er niet",
        "/review/sign-out/zzz?lang=en, ../../review, There is no such page"
    })
    void nothingBelowPageIsPage(String address, String review, String said) {
        given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(address)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Cache-Control", is("no-store"))
                .body(containsString("<h1>" + said + "</h1>"))
                .body(containsString("href=\"" + review + "/page.css\""))
                .body(containsString("<a href=\"" + review + "?lang="));
        given().get(address).then().statusCode(404).contentType("text/html");
        given().header("Accept", "application/json")
                .get(address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void saysThatPictureHasNoFiguresOfCaller() {
        given().header("Accept-Language", "nl")
                .get("/review/csv?programme=APR-2007-2011&picture=budget")
                .then()
                .statusCode(404)
                .body("detail", is("De afbeelding budget heeft geen cijfers die u mag lezen. De pagina zegt waarom."));
    }

    @Test
    void fileHasAllProgrammesThatAreAskedFor() {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Het eerste"), PROGRAMME.formatted("B-1", "B", "Het tweede"));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .withQueryParam("programme", equalTo("B-1"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/budget")
                                .replace("10000000.00", "11000000.00"))));
        var lines = as(Role.ANALYST)
                .get("/review/csv?programme=B-1&programme=APR-2007-2011&lang=nl&picture=budget")
                .then()
                .statusCode(200)
                .body(startsWith("programma,jaar,\"begroot (EUR)\","))
                .extract()
                .asString()
                .lines()
                .toList();
        assertTrue(lines.get(1).startsWith("B-1,2007,,"), lines.toString());
        assertTrue(lines.get(2).startsWith("B-1,2008,11000000.00,"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("APR-2007-2011,2008,10000000.00,")), lines.toString());
        var html = html(as(Role.ANALYST), "&programme=B-1&lang=nl");
        assertTrue(
                html.contains(
                        "<a href=\"review/csv?programme=APR-2007-2011&amp;programme=B-1&amp;lang=nl&amp;picture=budget\">"
                                + "CSV van alle programma’s<span class=\"hidden\"> Van begroot naar betaald</span></a>"),
                html);
        assertFalse(html(as(Role.ANALYST), "&lang=nl").contains("CSV van alle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void textsOfTemplateAreAllThere(String language) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(
                SourceTree.MODULE.resolve("src/main/resources/texts/" + language + ".properties"))) {
            texts.load(file);
        }
        var template = Files.readString(SourceTree.MODULE.resolve("src/main/resources/templates/review/page.html"));
        Set<String> stated = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(TEXTS_OF_TEMPLATE))
                .collect(Collectors.toSet());
        Set<String> used = Pattern.compile("words\\.text\\('([^']+)'\\)")
                .matcher(template)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
        assertEquals(stated, used);
    }

    /** What its own policy refuses is a line in the console. */
    @Tag("acceptance")
    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void browserRefusesNothing(int width) throws Exception {
        var loaded = Chromium.load(page + "&lang=nl", width);
        assertEquals(List.of(), loaded.console());
        assertTrue(loaded.html().contains("32.392"));
        assertThatNothingIsWordless(loaded.html());
    }

    /** Wide, narrow and in print, light and dark, in both languages, public and live, with one programme and with two. */
    @Tag("acceptance")
    @Test
    void axeFindsNothing() throws Exception {
        programmes(
                PROGRAMME.formatted("APR-2007-2011", "A", "Het eerste"), PROGRAMME.formatted("B-1", "B", "Het tweede"));
        stub(services.reporting(), "/v1/released-reports/review", "reporting-service/released-review");
        var css = given().get("/review/page.css").then().extract().asString();
        assertEquals(List.of(), notColoursOfDark(css));
        var axe = new AxeRun();
        for (var language : List.of("nl", "en")) {
            for (var reader : List.of("public", "live")) {
                for (var programmes : List.of("one", "two")) {
                    // What is in a table that is not open is not on the page.
                    var query = "&lang=" + language + "&tables=1" + (programmes.equals("two") ? "&programme=B-1" : "");
                    // Without a token there is only one that is published; with this one nothing is live.
                    var released = programmes.equals("two") ? as(Role.STATISTICS_CLIENT) : given();
                    var page = html(reader.equals("live") ? as(Role.ANALYST) : released, query);
                    var name = String.join(" ", language, reader, programmes);
                    axe.with(name + " wide light", 1440, styled(page, css, "light"))
                            .withColours(name + " wide dark", 1440, styled(page, css, "dark"))
                            .with(name + " narrow light", 360, styled(page, css, "light"))
                            .withColours(name + " narrow dark", 360, styled(page, css, "dark"));
                    if (language.equals("nl")) {
                        axe.with(name + " print", 794, styled(page, css, "print"));
                    }
                }
            }
        }
        assertEquals(List.of("done"), axe.lines());
    }

    /** What is declared for dark pages beside colours. Nothing, and so the rules about colours are all that they are tried with. */
    private static List<String> notColoursOfDark(String css) {
        var blocks = Pattern.compile("@media \\(prefers-color-scheme: dark\\) (\\{(?:[^{}]|\\{[^{}]*})*})")
                .matcher(css)
                .results()
                .map(block -> block.group(1))
                .toList();
        assertEquals(css.split("prefers-color-scheme").length - 1, blocks.size());
        return blocks.stream()
                .flatMap(block -> Pattern.compile("([\\w-]+)\\s*:\\s*([^;{}]*)")
                        .matcher(block)
                        .results())
                .filter(declared -> !declared.group(1).equals("color")
                        && !(declared.group(1).startsWith("--")
                                && declared.group(2).startsWith("#")))
                .map(MatchResult::group)
                .toList();
    }

    // As a browser applies the style sheet that prefers this, or prints.
    private static String styled(String page, String css, String medium) {
        var applied = css.replace(
                        "@media (prefers-color-scheme: dark)", medium.equals("dark") ? "@media all" : "@media not all")
                .replace("@media print", medium.equals("print") ? "@media all" : "@media not all");
        return page.replaceFirst("<link rel=\"stylesheet\"[^>]*>", "")
                .replaceFirst("<script [^>]*></script>", "")
                .replaceFirst("</head>", Matcher.quoteReplacement("<style>" + applied + "</style></head>"));
    }

    /** In the order of the page: what skips, what chooses, the chapters, and of each picture its findings before its table. */
    @Test
    void keysGoThroughPageInItsOrder() {
        var html = html(as(Role.ANALYST), "&lang=en");
        assertEquals(List.of(), found("tabindex=\"[1-9]", html));
        var stops = Pattern.compile(
                        "<a [^>]*href=\"([^\"]*)\"|<(summary|select|button)[ >]|<input type=\"(checkbox)\"|(tabindex)=\"0\"")
                .matcher(html)
                .results()
                .map(stop -> IntStream.rangeClosed(1, 4)
                        .mapToObj(stop::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertEquals("#answer", stops.get(0));
        assertTrue(stops.get(1).contains("lang=nl"), stops.toString());
        assertEquals("summary", stops.get(2));
        assertTrue(stops.indexOf("button") < stops.indexOf("#money"), stops.toString());
        var verdicts = html.substring(html.indexOf("id=\"verdicts-name\""), html.indexOf("id=\"coverage-name\""));
        var order = Stream.of("class=\"over\"", "<summary>", "picture=verdicts", "v1/reports/effects")
                .map(verdicts::indexOf)
                .toList();
        assertEquals(order.stream().sorted().toList(), order);
        assertTrue(order.get(0) >= 0, "it has a finding");
    }

    private static void assertThatNothingIsWordless(String html) {
        assertTrue(not(containsString("NaN")).matches(html), "a coordinate that is no number");
        assertTrue(not(containsString("Infinity")).matches(html), "a coordinate that is no number");
    }

    private static String html(RequestSpecification caller, String query) {
        var html = caller.get(REVIEW + query)
                .then()
                .statusCode(200)
                .contentType(is("text/html;charset=UTF-8"))
                .extract()
                .asString();
        assertThatNothingIsWordless(html);
        return html;
    }

    private static void stub(WireMockServer service, String path, String expectation) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(UpstreamStubs.expected(expectation))));
    }

    private static RequestSpecification as(String role) {
        return given().urlEncodingEnabled(false).auth().oauth2(TestIssuer.token(role));
    }
}
