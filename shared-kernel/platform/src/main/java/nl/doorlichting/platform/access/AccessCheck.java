package nl.doorlichting.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import nl.doorlichting.platform.caller.CurrentCaller;
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
            return Uni.createFrom().voidItem();
        }
        return callers.getDeferredIdentity()
                .invoke(caller -> refuse(rule, caller))
                .invoke(caller -> CurrentCaller.admit(caller, request))
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
