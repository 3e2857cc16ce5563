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
 * One line of the audit trail: an act of somebody, or how often requests of nobody known were refused within a minute.
 * The one entity of the kernel, for its table is the same in every service. When it was recorded and in which seal it
 * is, only the database says.
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

    /** What somebody did or tried. */
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
     * What a job of the service did by itself. It has neither network nor trace, as every request has.
     *
     * @param operation the operationId with which a caller does, or began, the same
     */
    public static AuditEvent ofJob(String job, String operation, String object) {
        var event = new AuditEvent(AuditResult.DONE, RestResponse.StatusCode.OK, 1);
        event.actor = "job:" + job;
        event.operation = operation;
        event.object = object;
        return event;
    }

    /** How often requests of nobody known were refused with this status in the minute that began then. */
    static AuditEvent anonymous(Instant minute, int status, int times) {
        var event = new AuditEvent(AuditResult.REFUSED, status, times);
        event.minute = minute;
        return event;
    }
}
