package nl.doorlichting.platform.durability;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.SqlFailures;
import nl.doorlichting.platform.texts.Text;

/**
 * Around every write, outside its transaction: refuses it before it writes, does it once more where another one came between
 * its checks and its commit, or answers that its outcome is unknown.
 */
@Allowed(AccessRule.ANY_CALLER)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 2)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class WriteInterceptor {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final WriteBulkhead bulkhead;
    private final UnconfirmedCommits commits;
    private final RoutingContext request;

    WriteInterceptor(WriteBulkhead bulkhead, UnconfirmedCommits commits, RoutingContext request) {
        this.bulkhead = bulkhead;
        this.commits = commits;
        this.request = request;
    }

    @AroundInvoke
    Object write(InvocationContext operation) throws Exception {
        if (READS.contains(request.request().method())) {
            return operation.proceed();
        }
        var write = commits.begin();
        try {
            var answer = proceed(operation);
            if (write.isUnconfirmed()) {
                throw outcomeUnknown();
            }
            return answer;
        } catch (Exception failure) {
            throw problem(write, failure);
        } finally {
            commits.end();
        }
    }

    private Exception problem(UnconfirmedCommits.Write write, Exception failure) {
        if (write.isUndone()) {
            return WriteBulkhead.waitForStandby();
        }
        return write.isCommitting() && SqlFailures.isConnectionLost(failure) ? outcomeUnknown() : failure;
    }

    // A turn that waits for a slow client would keep others out.
    private Object proceed(InvocationContext operation) throws Exception {
        if (!Arrays.asList(operation.getMethod().getParameterTypes()).contains(InputStream.class)) {
            return bulkhead.run(() -> proceedAfterOthers(operation));
        }
        bulkhead.refuseUnlessWritable();
        return operation.proceed();
    }

    /**
     * Services look up natural ids before they insert, so a taken one was stored meanwhile. Once more, and the look-up finds the
     * record that has it and names it.
     */
    private static Object proceedAfterOthers(InvocationContext operation) throws Exception {
        try {
            return operation.proceed();
        } catch (Exception failure) {
            if (!SqlFailures.isTaken(failure)) {
                throw failure;
            }
            return operation.proceed();
        }
    }

    private ProblemException outcomeUnknown() {
        var isKeyed = request.request().getHeader(IdempotencyKeys.HEADER) != null;
        return ProblemException.of(
                ProblemType.OUTCOME_UNKNOWN,
                isKeyed ? Text.of("writes.outcome-unknown-keyed") : Text.of("writes.outcome-unknown-not-keyed"));
    }
}
