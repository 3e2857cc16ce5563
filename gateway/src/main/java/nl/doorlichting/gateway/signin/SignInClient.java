package nl.doorlichting.gateway.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.identity.ProviderClient;
import org.jboss.logging.Logger;

/**
 * Asks the provider to sign somebody in: authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0). What it
 * gets in the end is an access token, which is verified as that of any caller: here it counts for nothing yet.
 */
final class SignInClient {
    private static final Logger LOG = Logger.getLogger(SignInClient.class);
    // People wait for it. The provider verifies a code in it, and makes two tokens.
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SignInSettings settings;
    private final ProviderClient provider;
    private final Clock clock;

    SignInClient(SignInSettings settings, ProviderClient provider, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /** The address at the provider where this attempt begins. */
    Uni<String> beginning(SignInAttempt attempt) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.clientId());
        parameters.put("redirect_uri", settings.returnAddress());
        parameters.put("scope", "openid");
        parameters.put("state", attempt.state());
        parameters.put("nonce", attempt.nonce());
        parameters.put("code_challenge", attempt.challenge());
        parameters.put("code_challenge_method", "S256");
        if (attempt.isSilent()) {
            parameters.put("prompt", "none");
        }
        return discovered("authorization_endpoint")
                .map(address -> address + (address.contains("?") ? "&" : "?") + encoded(parameters));
    }

    /** Where a person signs out at the provider too; null where it has no such address. */
    Uni<String> end() {
        return provider.discovery()
                .map(found -> found.getString("end_session_endpoint"))
                .map(address -> address == null
                        ? null
                        : address
                                + (address.contains("?") ? "&" : "?")
                                + encoded(Map.of("client_id", settings.clientId())))
                .onFailure()
                .recoverWithNull();
    }

    /** The session that the answer of the provider to this attempt brings; fails where it brings none. */
    Uni<ReviewSession> session(SignInAttempt attempt, MultiMap answer) {
        var isOfAnother = answer.contains("iss") && !provider.issuer().equals(answer.get("iss"));
        if (isOfAnother || !attempt.isAnsweredBy(answer.get("state"), clock.instant())) {
            return failed(SignInFailure.NOT_OURS);
        }
        if (answer.contains("error")) {
            var error = answer.get("error").replaceAll("[^a-z_]", "?");
            LOG.infof("The identity provider refused to sign somebody in: %s", error);
            return failed(
                    error.equals("server_error") || error.equals("temporarily_unavailable")
                            ? SignInFailure.PROVIDER
                            : SignInFailure.DENIED);
        }
        if (!answer.contains("code")) {
            return failed(SignInFailure.NOT_OURS);
        }
        return discovered("token_endpoint")
                .chain(address -> tokens(address, attempt, answer.get("code")))
                .map(tokens -> session(attempt, tokens));
    }

    private static <T> Uni<T> failed(SignInFailure why) {
        return Uni.createFrom().failure(new SignInFailure.Thrown(why));
    }

    private Uni<String> discovered(String name) {
        return provider.discovery()
                .map(found -> found.getString(name))
                .onFailure()
                .recoverWithNull()
                .onItem()
                .ifNull()
                .failWith(() -> new SignInFailure.Thrown(SignInFailure.PROVIDER));
    }

    private Uni<JsonObject> tokens(String address, SignInAttempt attempt, String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.returnAddress());
        form.put("code_verifier", attempt.verifier());
        return provider.client()
                .postAbs(address)
                .timeout(LIMIT.toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/x-www-form-urlencoded")
                .putHeader(HttpHeaders.ACCEPT.toString(), "application/json")
                .putHeader(HttpHeaders.AUTHORIZATION.toString(), credentials())
                .sendBuffer(Buffer.buffer(encoded(form)))
                .map(SignInClient::tokens)
                .onFailure(failure -> !(failure instanceof SignInFailure.Thrown))
                .transform(failure -> {
                    LOG.warnf(
                            "The identity provider gives no token for a code: %s",
                            failure.getClass().getName());
                    return new SignInFailure.Thrown(SignInFailure.PROVIDER);
                });
    }

    private static JsonObject tokens(HttpResponse<Buffer> answer) {
        if (answer.statusCode() == 200) {
            return Objects.requireNonNull(answer.bodyAsJsonObject(), "body");
        }
        LOG.warnf("The identity provider answers %d to a code", answer.statusCode());
        // A code that was used, or is too old, is 400 (RFC 6749, 5.2).
        throw new SignInFailure.Thrown(answer.statusCode() == 400 ? SignInFailure.NOT_OURS : SignInFailure.PROVIDER);
    }

    // RFC 6749, 2.3.1: encoded before they are joined.
    private String credentials() {
        var joined = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The ID token is checked as OpenID Connect Core, 3.1.3.7 says. It comes from the provider itself, over a connection that
     * this client opened, so that its signature needs no check (6.). It gives nobody a right.
     */
    private ReviewSession session(SignInAttempt attempt, JsonObject tokens) {
        var id = claims(tokens.getValue("id_token"));
        var access = claims(tokens.getValue("access_token"));
        var now = clock.instant();
        if (!provider.issuer().equals(id.getValue("iss"))
                || !audience(id.getValue("aud")).anyMatch(settings.clientId()::equals)
                || !attempt.nonce().equals(id.getValue("nonce"))
                || !(id.getValue("exp") instanceof Number idEnd)
                || !now.isBefore(Instant.ofEpochSecond(idEnd.longValue()))) {
            LOG.warn("The identity provider gave an ID token of something else");
            throw new SignInFailure.Thrown(SignInFailure.NOT_ACCEPTED);
        }
        // One that is over at once would lead to the provider again and again.
        if (!(access.getValue("exp") instanceof Number end) || !now.isBefore(Instant.ofEpochSecond(end.longValue()))) {
            LOG.warn("The identity provider gave an access token without a time in which it is valid");
            throw new SignInFailure.Thrown(SignInFailure.NOT_ACCEPTED);
        }
        var name = Stream.of("name", "preferred_username")
                .map(id::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
        return new ReviewSession(tokens.getString("access_token"), name, Instant.ofEpochSecond(end.longValue()));
    }

    private static Stream<String> audience(Object stated) {
        return (stated instanceof JsonArray several ? several.stream() : Stream.ofNullable(stated))
                .map(String::valueOf);
    }

    private static JsonObject claims(Object given) {
        var parts = given instanceof String token ? token.split("[.]") : new String[0];
        if (parts.length != 3) {
            LOG.warn("The identity provider gave a token that is no JSON Web Token");
            throw new SignInFailure.Thrown(SignInFailure.NOT_ACCEPTED);
        }
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DecodeException unreadable) {
            throw new SignInFailure.Thrown(SignInFailure.NOT_ACCEPTED);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
