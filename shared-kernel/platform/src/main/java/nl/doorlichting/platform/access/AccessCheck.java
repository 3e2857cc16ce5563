package nl.doorlichting.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a request through to its operation if the rule of the operation allows the caller. An operation without a rule
 * is denied.
 */
class AccessCheck {
    private final CurrentIdentityAssociation callers;
    private final RoutingContext request;

    AccessCheck(CurrentIdentityAssociation callers, RoutingContext request) {
        this.callers = callers;
        this.request = request;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Uni<Void> check(ResourceInfo resource) {
        RequestOperation.keep(request, resource.getResourceMethod());
        var rule = ruleOf(resource.getResourceMethod());
        if (rule.filter(AccessRule::isPublic).isPresent()) {
            return refuseBadToken();
        }
        return callers.getDeferredIdentity()
                .invoke(caller -> refuse(rule, caller))
                .invoke(caller -> CurrentCaller.admit(caller, request))
                .replaceWithVoid();
    }

    // No token is needed, but one that is sent must be valid, so that its client does not take itself for signed
    // in. While the identity provider is away the answer is that for a client without a token.
    private Uni<Void> refuseBadToken() {
        return request.request().getHeader(HttpHeaders.AUTHORIZATION) == null
                ? Uni.createFrom().voidItem()
                : callers.getDeferredIdentity()
                        .onFailure(ProblemException.class)
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    private static Optional<AccessRule> ruleOf(Method operation) {
        return Optional.ofNullable(operation)
                .map(method -> method.getAnnotation(Allowed.class))
                .map(Allowed::value)
                .map(AccessRule::named);
    }

    private static void refuse(Optional<AccessRule> rule, SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (rule.isEmpty() || !rule.get().allows(caller.getRoles())) {
            throw new ForbiddenException();
        }
    }
}
