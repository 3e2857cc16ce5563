package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import nl.doorlichting.platform.access.RequestOperation;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.problems.Problem;
import nl.doorlichting.platform.problems.ProblemType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Records rejected requests before the answer is sent, in a transaction of its own: every write, and reads of records
 * that the caller may not see. Many of one caller are counted. The answer does not change if this fails.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class RejectedRequestFilter {
    private static final Logger LOG = Logger.getLogger(RejectedRequestFilter.class);

    private final CurrentIdentityAssociation callers;
    private final AuditedRequest audited;
    private final AuditTrail trail;
    private final AnonymousRejections anonymous;
    private final RepeatedRefusals repeated;
    private final RoutingContext request;

    RejectedRequestFilter(
            CurrentIdentityAssociation callers,
            AuditedRequest audited,
            AuditTrail trail,
            AnonymousRejections anonymous,
            RepeatedRefusals repeated,
            RoutingContext request) {
        this.callers = callers;
        this.audited = audited;
        this.trail = trail;
        this.anonymous = anonymous;
        this.repeated = repeated;
        this.request = request;
    }

    @ServerResponseFilter
    Uni<Void> record(ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem)) {
            return nothing();
        }
        if (problem.status() == ProblemType.NOT_AUTHENTICATED.status()) {
            anonymous.count(problem.status());
            return nothing();
        }
        // Nothing was decided about it. What is missing may be this database: its line would wait as the request did.
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            return nothing();
        }
        // A request that reached no operation has no object.
        return RequestOperation.of(request)
                .map(operation -> new RejectedRequest(request.request().method().name(), operation, problem))
                .filter(RejectedRequest::isAudited)
                .map(this::record)
                .orElseGet(RejectedRequestFilter::nothing);
    }

    private Uni<Void> record(RejectedRequest refusal) {
        // If the token cannot be verified now, the caller is unknown.
        return callers.getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .onItem()
                .transformToUni(caller -> record(refusal, caller))
                .onFailure()
                .invoke(failed -> LOG.error("Could not record a rejected request in the audit trail", failed))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> record(RejectedRequest refusal, SecurityIdentity caller) {
        if (caller == null || caller.isAnonymous()) {
            anonymous.count(refusal.problem().status());
            return nothing();
        }
        var event = audited.event(refusal);
        if (repeated.count(event)) {
            return nothing();
        }
        RequestDeadline.startRecording(request);
        var recording = nothing().invoke(() -> trail.recordApart(event));
        return BlockingOperationControl.isBlockingAllowed()
                ? recording
                : recording.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
