package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SignInTest.WithProvider.class)
class SignInTest {
    private static final String QUERY = "?programme=APR-2007-2011&lang=nl";
    private static final String REVIEW = "/review" + QUERY;
    private static final String ATTEMPT = "review-sign-in";
    private static final String SESSION = "review-session";
    private static final String ENDED = "Uw sessie is afgelopen.";

    SignInProvider provider;
    UpstreamStubs services;

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SignInProvider.class), new TestResourceEntry(UpstreamStubs.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        // Tokens of the same caller count together.
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.rate-limit", "1000");
        }
    }

    @BeforeEach
    void allAnswer() {
        RestAssured.replaceFiltersWith(List.of());
        provider.answers();
        services.forgetAll();
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .willReturn(okJson("{\"items\":[{\"code\":\"APR-2007-2011\",\"name\":\"Action plan\","
                                + "\"nameDutch\":\"Actieplan\",\"period\":{\"code\":\"2007-2011\",\"from\":\"2007-01-01\","
                                + "\"until\":\"2012-01-01\"}}]}")));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/budget"))));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/releases/latest"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/latest-release"))));
    }

    /** On the way to the provider: what the browser keeps, and what is in the address. */
    private record Attempt(Cookie cookie, Map<String, String> query) {
        static Attempt of(Response response) {
            response.then().statusCode(303).header("Cache-Control", containsString("no-store"));
            var address = response.header("Location");
            return new Attempt(response.getDetailedCookie(ATTEMPT), parameters(address));
        }

        private static Map<String, String> parameters(String address) {
            return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                    .map(parameter -> parameter.split("=", 2))
                    .collect(Collectors.toMap(
                            parameter -> parameter[0],
                            parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
        }

        Response returns(String query) {
            return browser().cookie(ATTEMPT, cookie.getValue()).get("/review/sign-in/return?" + query);
        }

        Response returnsWithCode() {
            return returns("code=abc&session_state=x&state=" + query.get("state"));
        }
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static RequestSpecification browser(Cookie session) {
        return browser().cookie(SESSION, session.getValue());
    }

    private static Attempt begin() {
        return Attempt.of(browser().get("/review/sign-in" + QUERY));
    }

    private Cookie signedIn(String accessToken) {
        var attempt = begin();
        provider.gives(provider.id(attempt.query().get("nonce")).sign(), accessToken);
        var back = attempt.returnsWithCode();
        back.then().statusCode(303).header("Location", is(REVIEW));
        return back.getDetailedCookie(SESSION);
    }

    private Cookie signedInAs(String role) {
        return signedIn(provider.access(role).sign());
    }

    @Test
    void leadsToProviderWithProofOfWhoLeft() throws Exception {
        var attempt = begin();
        var asked = attempt.query();
        assertEquals("code", asked.get("response_type"));
        assertEquals(SignInProvider.CLIENT, asked.get("client_id"));
        assertEquals(SignInProvider.ADDRESS + "/review/sign-in/return", asked.get("redirect_uri"));
        assertEquals("openid", asked.get("scope"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertFalse(asked.containsKey("prompt"));
        assertEquals("/review/sign-in", attempt.cookie().getPath());
        assertIsKeptWell(attempt.cookie());
        assertNotEquals(asked.get("state"), begin().query().get("state"));

        provider.gives(
                provider.id(asked.get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        var back = attempt.returnsWithCode();
        back.then().statusCode(303);
        assertEquals(0, back.getDetailedCookie(ATTEMPT).getMaxAge());
        var form = Attempt.parameters("?" + provider.askedForTokens().get(0).getBodyAsString());
        var challenge = MessageDigest.getInstance("SHA-256")
                .digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                asked.get("code_challenge"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
        assertEquals("abc", form.get("code"));
        assertEquals(asked.get("redirect_uri"), form.get("redirect_uri"));
        assertEquals(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString("doorlichting-review:a+secret+of+the+tests%3A%2F%26"
                                        .getBytes(StandardCharsets.US_ASCII)),
                provider.askedForTokens().get(0).getHeader("Authorization"));
    }

    private static void assertIsKeptWell(Cookie cookie) {
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals(-1, cookie.getMaxAge(), "until the browser is closed");
    }

    @Test
    void showsFiguresOfOwnRights() {
        var token = provider.access(Role.ANALYST).sign();
        var session = signedIn(token);
        assertIsKeptWell(session);
        assertEquals("/review", session.getPath());
        assertFalse(session.getValue().contains(token.split("[.]")[1]), "the token is encrypted");

        browser(session)
                .get(REVIEW)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .header("ETag", nullValue())
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("€ 2,74"))
                .body(containsString("Ingelogd Ada &lt;i&gt;Vos&lt;/i&gt;"))
                .body(containsString("action=\"review/sign-out?lang=nl\""))
                .body(not(containsString(token)));
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-statistics"))
                        .withHeader("Authorization", equalTo("Bearer " + token)));
        browser(session)
                .get("/review/csv" + QUERY + "&picture=budget")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body(containsString("2008,10000000.00"));
        // A trainer may not read money, and the page says so.
        browser(signedInAs(Role.TRAINER)).get(REVIEW).then().statusCode(200).body(not(containsString("€ 2,74")));
    }

    @Test
    void offersToSignInWithoutSession() {
        browser()
                .get(REVIEW)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-cache"))
                .body(containsString("<a class=\"session\" href=\"review/sign-in" + QUERY.replace("&", "&amp;") + "\""))
                .body(not(containsString(ENDED)));
    }

    /** Only the page uses the cookie: the API is never opened by what a browser sends by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/v1/reports/finances?programme=APR-2007-2011"})
    void apiDoesNotAcceptCookie(String path) {
        var session = signedInAs(Role.ANALYST);
        browser(session).get(path).then().statusCode(401).contentType("application/problem+json");
        browser(session)
                .auth()
                .oauth2(provider.access(Role.ANALYST).sign())
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void servicesGetNoTokenOfCookie() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/budget-lines")).willReturn(okJson("{}")));
        browser(signedInAs(Role.ANALYST)).get("/v1/budget-lines").then().statusCode(200);
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-lines")).withoutHeader("Authorization"));
    }

    /** A client that sends a token means that one. */
    @Test
    void tokenOfRequestCountsBeforeCookie() {
        browser(signedInAs(Role.ANALYST))
                .auth()
                .oauth2(provider.access(Role.TRAINER).sign())
                .get(REVIEW)
                .then()
                .statusCode(200)
                .body(not(containsString("€ 2,74")));
    }

    /** A token of the request that is wrong or over is a page too, which leads to signing in. */
    @Test
    void wrongTokenOfRequestLeadsToSigningIn() {
        assertSays(
                        browser()
                                .auth()
                                .oauth2(provider.access(Role.ANALYST).expired().sign())
                                .get(REVIEW),
                        401,
                        "De token bij dit verzoek telt hier niet")
                .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""));
    }

    private static ValidatableResponse assertSays(Response response, int status, String said) {
        assertFalse(response.getCookies().containsKey(SESSION), "a session of nobody");
        return response.then()
                .statusCode(status)
                .contentType("text/html")
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Security-Policy", containsString("form-action 'none'"))
                .body(containsString(said))
                .body(containsString("href=\"/review/sign-in"))
                .body(containsString("href=\"/review" + (response.asString().contains("APR") ? "?" : "")));
    }

    @Test
    void saysThatPersonOrProviderRefused() {
        var attempt = begin();
        assertSays(
                        attempt.returns(
                                "error=access_denied&state=" + attempt.query().get("state")),
                        403,
                        "niet toegestaan")
                .body(containsString("href=\"/review?programme=APR-2007-2011&amp;lang=nl\""));
    }

    @ParameterizedTest
    @CsvSource({"server_error", "temporarily_unavailable"})
    void saysThatProviderFails(String error) {
        var attempt = begin();
        assertSays(
                        attempt.returns(
                                "error=" + error + "&state=" + attempt.query().get("state")),
                        503,
                        "antwoordt niet zoals het moet")
                .header("Retry-After", "5");
    }

    @Test
    void saysThatProviderIsAway() {
        var attempt = begin();
        provider.isAway();
        assertSays(browser().get("/review/sign-in?lang=en"), 503, "does not respond as it should");
        assertSays(attempt.returnsWithCode(), 503, "antwoordt niet zoals het moet");
        provider.answers();
        for (var answer : List.of(serverError(), okJson("[]"), okJson("no json"), okJson(""))) {
            var another = begin();
            provider.answersCode(answer);
            assertSays(another.returnsWithCode(), 503, "antwoordt niet zoals het moet");
        }
    }

    /** Only the browser that left comes back, once, and with what the provider gave to it. */
    @Test
    void refusesWhatDidNotLeaveThisBrowser() {
        var attempt = begin();
        var state = attempt.query().get("state");
        provider.gives(
                provider.id(attempt.query().get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        for (var query : List.of(
                "code=abc&state=other",
                "code=abc",
                "state=" + state,
                "x=y",
                "error=access_denied",
                "code=abc&state=" + state + "&iss=https://other.example")) {
            assertSays(attempt.returns(query), 400, "Deze inlogpoging is voorbij");
        }
        assertSays(
                browser().get("/review/sign-in/return?code=abc&state=" + state), 400, "This way of signing in is over");
        assertSays(
                browser()
                        .cookie(ATTEMPT, begin().cookie().getValue())
                        .get("/review/sign-in/return?code=abc&state=" + state),
                400,
                "Deze inlogpoging is voorbij");
        // A session is sealed with another key.
        assertSays(
                browser()
                        .cookie(ATTEMPT, signedInAs(Role.ANALYST).getValue())
                        .get("/review/sign-in/return?code=abc&state=" + state),
                400,
                "This way of signing in is over");
        provider.answersCode(badRequest());
        assertSays(begin().returnsWithCode(), 400, "Deze inlogpoging is voorbij");
    }

    @Test
    void refusesTokensOfSomethingElse() {
        var good = provider.access(Role.ANALYST).sign();
        for (var bad : List.of("nonce", "audience", "issuer", "expired", "none")) {
            var attempt = begin();
            var id = provider.id(bad.equals("nonce") ? "other" : attempt.query().get("nonce"));
            switch (bad) {
                case "audience" -> id.audience("doorlichting");
                case "issuer" -> id.issuer("https://other.example");
                case "expired" -> id.expired();
                default -> {}
            }
            provider.gives(bad.equals("none") ? "x" : id.sign(), good);
            assertSays(attempt.returnsWithCode(), 403, "zegt geldt hier niet");
        }
        for (var access : List.of(
                "opaque",
                provider.access().signedWithoutEnd(),
                provider.access().expired().sign())) {
            var attempt = begin();
            provider.gives(provider.id(attempt.query().get("nonce")).sign(), access);
            assertSays(attempt.returnsWithCode(), 403, "zegt geldt hier niet");
        }
        // A cookie of this length would be dropped by the browser without a word.
        var attempt = begin();
        provider.gives(
                provider.id(attempt.query().get("nonce")).sign(),
                provider.access().claim("more", "x".repeat(4_000)).sign());
        assertSays(attempt.returnsWithCode(), 403, "zegt geldt hier niet");
    }

    /** The signature of an access token is verified with each request, as for any caller. */
    @Test
    void refusesSessionWhoseTokenDoesNotCount() {
        for (var token : List.of(
                provider.access(Role.ANALYST).audience("other").sign(),
                provider.access(Role.ANALYST).signedByAnotherKey().sign())) {
            var refused = browser(signedIn(token)).get(REVIEW);
            assertEquals("", refused.getCookie(SESSION));
            refused.then()
                    .statusCode(403)
                    .contentType("text/html")
                    .header("Cache-Control", is("private, no-store"))
                    .body(containsString("zegt geldt hier niet"))
                    .body(containsString("href=\"/review?programme=APR-2007-2011&amp;lang=nl\""));
        }
    }

    private Cookie nearlyOver() {
        return signedIn(provider.access(Role.ANALYST)
                .signedWith("exp", Instant.now().plusSeconds(2).getEpochSecond()));
    }

    private static Response onceOver(Cookie session, String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> browser(session).get(address),
                        response -> response.statusCode() == 303
                                || response.asString().contains(ENDED));
    }

    /** The provider may know the person still, and then nothing is seen of it. */
    @Test
    void renewsSessionWithoutAsking() {
        var session = nearlyOver();
        var attempt = Attempt.of(onceOver(session, REVIEW));
        assertEquals("none", attempt.query().get("prompt"));
        provider.gives(
                provider.id(attempt.query().get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        var back = attempt.returnsWithCode();
        back.then().statusCode(303).header("Location", is(REVIEW));
        browser(back.getDetailedCookie(SESSION)).get(REVIEW).then().body(containsString("€ 2,74"));

        var table = Attempt.of(onceOver(session, "/review/csv" + QUERY + "&picture=budget"));
        provider.gives(
                provider.id(table.query().get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        table.returnsWithCode()
                .then()
                .statusCode(303)
                .header("Location", is("/review/csv" + QUERY + "&picture=budget"));
    }

    @Test
    void saysOnceThatSessionEnded() {
        var attempt = Attempt.of(onceOver(nearlyOver(), REVIEW));
        var back =
                attempt.returns("error=login_required&state=" + attempt.query().get("state"));
        back.then().statusCode(303).header("Location", is(REVIEW));
        var page = browser(back.getDetailedCookie(SESSION)).get(REVIEW);
        page.then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body(containsString(ENDED))
                .body(containsString("href=\"review/sign-in?"))
                .body(not(containsString("€ 2,74")));
        assertEquals("", page.getCookie(SESSION));
    }

    @Test
    void showsPublicPageWhereProviderIsAway() {
        var session = nearlyOver();
        provider.isAway();
        var page = onceOver(session, REVIEW);
        page.then().statusCode(200).body(containsString(ENDED)).body(not(containsString("€ 2,74")));
        assertEquals("", page.getCookie(SESSION));
    }

    /** As after another secret. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "eyJhbGciOiJub25lIn0..", "a.b.c.d.e"})
    void cookieOfAnotherIsNoSession(String value) {
        var page = browser().cookie(SESSION, value).get(REVIEW);
        page.then().statusCode(200).body(containsString(ENDED)).body(not(containsString("€ 2,74")));
        assertEquals("", page.getCookie(SESSION));
    }

    @Test
    void signsOut() {
        var session = signedInAs(Role.ANALYST);
        var out = browser(session).header("Sec-Fetch-Site", "same-origin").post("/review/sign-out?lang=nl");
        out.then().statusCode(303).header("Location", is("/review/sign-out?lang=nl"));
        var gone = out.getDetailedCookie(SESSION);
        assertEquals("", gone.getValue());
        assertEquals(0, gone.getMaxAge());
        assertEquals("/review", gone.getPath());
        browser()
                .get("/review/sign-out?lang=nl")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("U bent uitgelogd"))
                .body(containsString("href=\"" + provider.issuer() + "/end?client_id=doorlichting-review\""))
                .body(containsString("href=\"/review?lang=nl\""));
        provider.isAway();
        browser().get("/review/sign-out?lang=en").then().statusCode(200).body(containsString("You are signed out"));
    }

    /** A page of another site ends no session, and a link ends none either. */
    @Test
    void otherSiteSignsNobodyOut() {
        var session = signedInAs(Role.ANALYST);
        for (var site : List.of("cross-site", "same-site", "none")) {
            var refused = browser(session).header("Sec-Fetch-Site", site).post("/review/sign-out");
            assertFalse(refused.getCookies().containsKey(SESSION));
        }
        assertFalse(browser().post("/review/sign-out").getCookies().containsKey(SESSION));
        assertFalse(browser(session).get("/review/sign-out").getCookies().containsKey(SESSION));
    }

    /** What is kept of the page to return to is no address of another site. */
    @Test
    void returnsToPageOnly() {
        var attempt = Attempt.of(browser().get("/review/sign-in?//other.example/%0d%0aX:y"));
        provider.gives(
                provider.id(attempt.query().get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        attempt.returnsWithCode().then().statusCode(303).header("Location", startsWith("/review?//other"));
        var longest = Attempt.of(browser().get("/review/sign-in?lang=nl&more=" + "x".repeat(2_000)));
        provider.gives(
                provider.id(longest.query().get("nonce")).sign(),
                provider.access(Role.ANALYST).sign());
        longest.returnsWithCode().then().statusCode(303).header("Location", is("/review"));
    }

    @Test
    void acceptsTokensInHeaderAsBefore() {
        given().auth()
                .oauth2(TestIssuer.token()
                        .issuer(provider.issuer())
                        .roles(Role.ANALYST)
                        .sign())
                .get(REVIEW)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-cache"))
                .body(containsString("€ 2.74".replace('.', ',')));
    }
}
