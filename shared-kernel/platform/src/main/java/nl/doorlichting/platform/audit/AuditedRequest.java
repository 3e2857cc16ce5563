package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.refusals.GatewayRefusal;
import nl.doorlichting.platform.tracing.RequestTraceId;

/** The current request as the audit trail stores it: without its body, its query and any name. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditedRequest {
    private static final String RECORDED = AuditedRequest.class.getName();
    private static final int CREATED = 201;

    private final AuditTrail trail;
    private final CurrentCaller caller;
    private final RoutingContext request;

    AuditedRequest(AuditTrail trail, CurrentCaller caller, RoutingContext request) {
        this.trail = trail;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Records, in the current transaction, that the request created the record at this path. For an operation that reads its
     * body itself, whose transaction can begin only after that.
     */
    public void created(String operation, String path) {
        record(operation, path, isCheck() ? AuditResult.CHECKED : AuditResult.DONE, CREATED);
    }

    /** Records, in the current transaction, what was done. */
    void record(String operation, String object, AuditResult result, int status) {
        trail.record(event(operation, object, result, status, null, List.of()));
        request.put(RECORDED, true);
    }

    /** The event of a rejected request, which is recorded apart. */
    AuditEvent event(RejectedRequest refusal) {
        var problem = refusal.problem();
        return event(
                refusal.operation().getName(),
                refusal.object(),
                refusal.result(),
                problem.status(),
                problem.type(),
                refusal.brokenRules(GatewayRefusal.found(request.request())));
    }

    boolean isRecorded() {
        return request.get(RECORDED) != null;
    }

    /** Whether the request is a check only. */
    boolean isCheck() {
        return Boolean.parseBoolean(request.request().getParam("dryRun"));
    }

    String path() {
        return ObjectPath.of(request.request().path());
    }

    private AuditEvent event(
            String operation, String object, AuditResult result, int status, String problem, List<String> brokenRules) {
        return AuditEvent.of(
                caller(),
                new AuditEvent.Operation(
                        operation, object, RequestTraceId.of(request), result, status, problem, brokenRules));
    }

    private AuditEvent.Caller caller() {
        var known = caller.get();
        var roles = new TreeSet<>(known.roles());
        roles.retainAll(Role.inRules());
        return new AuditEvent.Caller(
                known.subject(),
                caller.client(),
                String.join(" ", roles),
                known.organisation(),
                CallerNetwork.of(request.request().remoteAddress()));
    }
}
