package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Does every write in one transaction with its line of the audit trail. Operations without a token are left out,
 * because they have no caller to record.
 */
@Allowed(AccessRule.ANY_CALLER)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 1)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditedInterceptor {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AuditedRequest audited;
    private final RoutingContext request;

    AuditedInterceptor(AuditedRequest audited, RoutingContext request) {
        this.audited = audited;
        this.request = request;
    }

    @AroundInvoke
    Object audited(InvocationContext operation) throws Exception {
        if (READS.contains(request.request().method()) || isPublic(operation)) {
            return operation.proceed();
        }
        if (!readsItsBody(operation)) {
            return QuarkusTransaction.joiningExisting().call(() -> recorded(operation, operation.proceed()));
        }
        var answer = operation.proceed();
        // The operation recorded what it stored; a replayed answer is recorded here.
        return audited.isRecorded()
                ? answer
                : QuarkusTransaction.requiringNew().call(() -> recorded(operation, answer));
    }

    private Object recorded(InvocationContext operation, Object answer) {
        var name = operation.getMethod().getName();
        if (!(answer instanceof RestResponse<?> response)) {
            audited.record(name, audited.path(), result(operation, false), RestResponse.StatusCode.OK);
            return answer;
        }
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        var replayed = response.getHeaderString(IdempotencyKeys.REPLAYED) != null;
        audited.record(
                name, location == null ? audited.path() : location, result(operation, replayed), response.getStatus());
        return answer;
    }

    private AuditResult result(InvocationContext operation, boolean replayed) {
        if (replayed) {
            return AuditResult.REPLAYED;
        }
        return operation.getMethod().isAnnotationPresent(DryRun.class) || audited.isCheck()
                ? AuditResult.CHECKED
                : AuditResult.DONE;
    }

    private static boolean isPublic(InvocationContext operation) {
        return operation.getMethod().getAnnotation(Allowed.class).value().equals(AccessRule.PUBLIC);
    }

    // The database would end a transaction that waits for a slow client.
    private static boolean readsItsBody(InvocationContext operation) {
        return Arrays.asList(operation.getMethod().getParameterTypes()).contains(InputStream.class);
    }
}
