package nl.doorlichting.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One line of the audit trail: what a caller did, or how many requests without a valid token were rejected within a
 * minute. The only entity of the platform, because its table is the same in every service. The database sets the time
 * of recording and the seal.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(insertable = false, updatable = false)
    Instant at;

    String actor;
    String client;
    String roles;
    String organisation;
    String network;
    String operation;
    String object;

    @Column(name = "trace_id")
    String traceId;

    @Enumerated(EnumType.STRING)
    AuditResult result;

    int status;
    String problem;
    int times;
    Instant minute;

    @Column(name = "sealed_in", insertable = false, updatable = false)
    Long sealedIn;

    protected AuditEvent() {}

    private AuditEvent(AuditResult result, int status, int times) {
        this.result = result;
        this.status = status;
        this.times = times;
        this.roles = "";
    }

    /** What a caller did or tried. */
    public static AuditEvent of(AuditedCaller caller, AuditedOperation act) {
        var event = new AuditEvent(act.result(), act.status(), 1);
        event.actor = caller.actor();
        event.client = caller.client();
        event.roles = caller.roles();
        event.organisation = caller.organisation();
        event.network = caller.network();
        event.operation = act.operation();
        event.object = act.object();
        event.traceId = act.traceId();
        event.problem = act.problem();
        return event;
    }

    /**
     * What a job of the service did. Unlike a request it has no network and no trace.
     *
     * @param operation the operationId of the operation that does, or started, the same
     */
    public static AuditEvent ofJob(String job, String operation, String object) {
        var event = new AuditEvent(AuditResult.DONE, RestResponse.StatusCode.OK, 1);
        event.actor = "job:" + job;
        event.operation = operation;
        event.object = object;
        return event;
    }

    /** How many requests without a valid token were rejected with this status in the minute that began at this moment. */
    static AuditEvent anonymous(Instant minute, int status, int times) {
        var event = new AuditEvent(AuditResult.REFUSED, status, times);
        event.minute = minute;
        return event;
    }
}
