package nl.doorlichting.platform.dataset;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.time.Instant;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.time.RecordsNothing;
import nl.doorlichting.platform.time.RegisteredWrites;

/**
 * Around every operation, outside its transaction: an answer as of a moment is made when nothing of that moment can appear any
 * more, so it never changes. What no moment is, or is to come, the checks of parameters have refused.
 */
@Allowed(AccessRule.ANY_CALLER)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 3)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class FinalAnswers {
    private static final String AS_OF = "asOf";
    // Of the time that is left, for waiting. The answer needs the rest.
    private static final int PART = 2;

    private final RecordedUntil recorded;
    private final RoutingContext request;

    FinalAnswers(RecordedUntil recorded, RoutingContext request) {
        this.recorded = recorded;
        this.request = request;
    }

    @AroundInvoke
    Object answer(InvocationContext operation) throws Exception {
        if (operation.getMethod().isAnnotationPresent(RecordsNothing.class)) {
            RegisteredWrites.recordNothing(request);
        }
        var asOf = request.request().getParam(AS_OF);
        if (asOf != null && ScalarFormats.isInstant(asOf)) {
            recorded.await(Instant.parse(asOf), patience());
        }
        return operation.proceed();
    }

    private Duration patience() {
        return RequestDeadline.remaining(request)
                .map(left -> left.dividedBy(PART))
                .filter(half -> half.compareTo(RecordedUntil.PATIENCE) < 0)
                .orElse(RecordedUntil.PATIENCE);
    }
}
