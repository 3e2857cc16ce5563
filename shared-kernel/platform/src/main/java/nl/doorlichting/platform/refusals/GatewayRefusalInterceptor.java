package nl.doorlichting.platform.refusals;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.problems.ProblemException;

/**
 * Within the transaction of a write that the gateway refuses: what the operation refuses comes first where it comes alone, such
 * as 404 or 412, and together with the gateway's violations where it has some itself. What it stored is taken back.
 */
@Allowed(AccessRule.ANY_CALLER)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 1)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class GatewayRefusalInterceptor {
    private final RoutingContext request;

    GatewayRefusalInterceptor(RoutingContext request) {
        this.request = request;
    }

    @AroundInvoke
    Object refuse(InvocationContext operation) throws Exception {
        return GatewayRefusal.isStated(request)
                ? QuarkusTransaction.joiningExisting().call(() -> refused(operation))
                : operation.proceed();
    }

    private static Object refused(InvocationContext operation) throws Exception {
        try {
            operation.proceed();
        } catch (ProblemException refusal) {
            throw GatewayRefusal.hasRoomForMore(refusal) ? GatewayRefusal.with(refusal.violations()) : refusal;
        }
        throw GatewayRefusal.with(List.of());
    }
}
