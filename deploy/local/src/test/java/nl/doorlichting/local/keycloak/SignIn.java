package nl.doorlichting.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.doorlichting.local.Json;

/** Gets tokens of the provider for users and machines. */
final class SignIn {
    static final String REDIRECT = "http://127.0.0.1:9/signed-in";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String issuer;

    SignIn(String issuer) {
        this.issuer = issuer;
    }

    /** Authorization code with PKCE (RFC 7636), as in a browser. */
    String person(String name, String password) throws Exception {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        URI back = comesBack(
                endpoint("auth") + "?"
                        + FormRequests.encoded(Map.of(
                                "response_type", "code",
                                "client_id", "doorlichting-frontend",
                                "redirect_uri", REDIRECT,
                                "scope", "openid",
                                "state", "s",
                                "code_challenge", challenge(verifier),
                                "code_challenge_method", "S256")),
                name,
                password);
        assertTrue(back.toString().startsWith(REDIRECT), back.toString());
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "doorlichting-frontend",
                "redirect_uri",
                REDIRECT,
                "code",
                find(CODE, back.toString()),
                "code_verifier",
                verifier));
    }

    /** Where the provider leads to from its page at this address, once a person has signed in there. */
    URI comesBack(String address, String name, String password) throws Exception {
        HttpResponse<String> page = FormRequests.send(FormRequests.request(address));
        HttpResponse<String> signedIn = FormRequests.send(FormRequests.post(
                        find(FORM, page.body()).replace("&amp;", "&"), Map.of("username", name, "password", password))
                .header("Cookie", cookies(page)));
        assertEquals(302, signedIn.statusCode(), signedIn.body());
        return URI.create(signedIn.headers().firstValue("Location").orElseThrow());
    }

    /** Client credentials with an assertion signed by the client's own key (RFC 7523). */
    HttpResponse<String> machine(String clientId, RsaSigningKey key) throws Exception {
        long now = Instant.now().getEpochSecond();
        String assertion = key.token(Map.of(
                "iss", clientId,
                "sub", clientId,
                "aud", issuer,
                "jti", UUID.randomUUID().toString(),
                "iat", now,
                "exp", now + 60));
        return FormRequests.send(FormRequests.post(
                endpoint("token"),
                Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion)));
    }

    private String token(Map<String, String> grant) throws Exception {
        return accessToken(FormRequests.send(FormRequests.post(endpoint("token"), grant)));
    }

    static String accessToken(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.read(answer.body()).path("access_token").asText();
    }

    private String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    // A browser sends secure cookies to this machine. Java's own cookie store does not.
    static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }
}
