package nl.doorlichting.platform.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Set;
import nl.doorlichting.platform.problems.ProblemException;
import org.jboss.logging.Logger;

/**
 * Turns an Authorization header into a caller. Several libraries parse a token, each with its own exceptions. Any
 * exception means that the token is not valid.
 */
@Alternative
@Priority(1)
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(TokenAuthentication.class);

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokenCache verified;

    TokenAuthentication(OidcAuthenticationMechanism oidc, VerifiedTokenCache verified) {
        this.oidc = oidc;
        this.verified = verified;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return Uni.createFrom()
                .deferred(() -> judge(request, identities))
                .onFailure(failure -> !isAnswer(failure))
                .transform(TokenAuthentication::invalid);
    }

    private Uni<SecurityIdentity> judge(RoutingContext request, IdentityProviderManager identities) {
        var token = TokenHeader.token(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isEmpty()) {
            return oidc.authenticate(request, identities);
        }
        return TokenHeader.isSigned(token.get())
                ? verified.get(token.get(), () -> oidc.authenticate(request, identities))
                : Uni.createFrom().failure(new AuthenticationFailedException("this is no signed token"));
    }

    // 401, or 503 when the identity provider is away.
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof AuthenticationFailedException || failure instanceof ProblemException;
    }

    // Its message may repeat the token.
    private static Throwable invalid(Throwable failure) {
        LOG.infof("A token could not be read: %s", failure.getClass().getName());
        return new AuthenticationFailedException("the token cannot be read");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
