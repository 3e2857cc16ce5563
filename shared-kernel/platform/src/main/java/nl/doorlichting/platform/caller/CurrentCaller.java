package nl.doorlichting.platform.caller;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request. */
@ApplicationScoped
public class CurrentCaller {
    static final String ORGANISATION_CLAIM = "organisation";
    private static final String EMAIL_CLAIM = "email";
    private static final String EMAIL_VERIFIED_CLAIM = "email_verified";

    private static final String ADMITTED = CurrentCaller.class.getName() + ".admitted";
    private static final String DESCRIPTION = CurrentCaller.class.getName() + ".description";
    private static final List<String> CLIENT_CLAIMS = List.of("azp", "client_id");

    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** What a token says of its caller. */
    private record Description(Caller caller, String client) {
        static Description of(SecurityIdentity identity) {
            Description kept = identity.getAttribute(DESCRIPTION);
            return kept == null ? read(identity) : kept;
        }

        private static Description read(SecurityIdentity identity) {
            var principal = identity.getPrincipal();
            var token = principal instanceof JsonWebToken verified ? verified : null;
            var organisation = token == null ? null : token.<Object>getClaim(ORGANISATION_CLAIM);
            return new Description(
                    new Caller(
                            principal.getName(),
                            identity.getRoles(),
                            organisation instanceof String number ? number : null),
                    token == null ? null : clientOf(token));
        }

        private static String clientOf(JsonWebToken token) {
            return CLIENT_CLAIMS.stream()
                    .map(token::<Object>getClaim)
                    .filter(CurrentCaller::isName)
                    .map(String.class::cast)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The attributes of an identity that is kept for further requests: who its caller is, read once. A token throws and catches
     * an exception, with the whole stack, each time that it is asked for a claim without a registered name.
     */
    public static Map<String, Object> attributes(SecurityIdentity identity) {
        return Map.of(DESCRIPTION, Description.of(identity));
    }

    /** The program that the token was given to ({@code azp}, else {@code client_id}); null if the token does not name it. */
    public String client() {
        return Description.of(identity).client();
    }

    /**
     * The address that the identity provider has verified to be the caller's ({@code email} with {@code email_verified});
     * null without one.
     */
    public String verifiedEmail() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && isTrue(token.getClaim(EMAIL_VERIFIED_CLAIM))
                        && token.<Object>getClaim(EMAIL_CLAIM) instanceof String email
                        && SubjectRequired.isName(email)
                ? email
                : null;
    }

    // OpenID Connect Core 5.1: a boolean. A text "true" is none.
    private static boolean isTrue(Object claim) {
        return Boolean.TRUE.equals(claim) || JsonValue.TRUE.equals(claim);
    }

    private static boolean isName(Object claim) {
        return claim instanceof String text && SubjectRequired.isName(text);
    }

    /** 401 without a token, on a path where only some answers need one. */
    public void refuseAnonymous() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
    }

    /** The caller. Where no role is required and there is no token, it has no roles. */
    public Caller get() {
        return of(identity);
    }

    /** Call this once the request is allowed: from then on the database shows the rows of this caller. */
    public static void admit(SecurityIdentity identity, RoutingContext request) {
        request.put(ADMITTED, of(identity));
    }

    /** The admitted caller; empty before that, and always empty where no token is required. */
    public static Optional<Caller> admitted(RoutingContext request) {
        return Optional.ofNullable(request.get(ADMITTED));
    }

    /** The caller that this identity describes; without roles where there is no token. */
    public static Caller of(SecurityIdentity identity) {
        return Description.of(identity).caller();
    }
}
