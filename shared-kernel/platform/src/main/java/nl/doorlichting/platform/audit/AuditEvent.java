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
import java.util.List;
import nl.doorlichting.platform.refusals.BrokenRule;
import nl.doorlichting.platform.statements.ClosingStatements;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One line of the audit trail: what a caller did, how often a caller was refused in the same way, or how many requests
 * without a valid token were rejected within a minute. The only entity of the platform, because its table is the same in every service. The database sets the time
 * of recording and the seal.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
    private static final String AFTER_TYPE = " ";
    private static final String INSERT = """
            insert into audit_event (actor, client, roles, organisation, network, operation, object, trace_id, result, status,
                problem, times, minute)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))""";

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

    // After the type of the problem the rules that the request breaks, because the row has no other place for them.
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
    static AuditEvent of(Caller caller, Operation operation) {
        var event = new AuditEvent(operation.result(), operation.status(), 1);
        event.actor = caller.actor();
        event.client = caller.client();
        event.roles = caller.roles();
        event.organisation = caller.organisation();
        event.network = caller.network();
        event.operation = operation.operation();
        event.object = operation.object();
        event.traceId = operation.traceId();
        event.problem = operation.brokenRules().isEmpty()
                ? operation.problem()
                : operation.problem() + AFTER_TYPE + String.join(BrokenRule.SEPARATOR, operation.brokenRules());
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

    /**
     * How often one caller was refused in the same way, beyond the refusals that have a line of their own.
     *
     * @param first when the first of them was answered
     */
    static AuditEvent repeated(Kind kind, int times, Instant first) {
        var event = of(kind.caller(), kind.operation());
        event.times = times;
        event.minute = first;
        return event;
    }

    /** Type of the problem; null for a success. */
    String problemType() {
        return problem == null ? null : problem.split(AFTER_TYPE, 2)[0];
    }

    /** Codes and places of what was refused. */
    List<String> brokenRules() {
        return problem == null || problem.indexOf(AFTER_TYPE) < 0
                ? List.of()
                : List.of(problem.substring(problem.indexOf(AFTER_TYPE) + 1).split(BrokenRule.SEPARATOR));
    }

    /** What this refusal has in common with others: everything but its trace, ids in the path, and the rules that it breaks. */
    Kind kind() {
        return new Kind(
                new Caller(actor, client, roles, organisation, network),
                new Operation(
                        operation, ObjectPath.withoutIds(object), null, result, status, problemType(), List.of()));
    }

    /** Stores the line with what its transaction stores last. The entity is for reading. */
    void addTo(ClosingStatements closing) {
        closing.add(
                INSERT,
                actor,
                client,
                roles,
                organisation,
                network,
                operation,
                object,
                traceId,
                result.name(),
                status,
                problem,
                times,
                minute == null ? null : minute.toString());
    }

    /** The kind of a refusal. */
    record Kind(Caller caller, Operation operation) {}

    /**
     * The caller of an operation, and its network.
     *
     * @param actor subject of the token
     * @param client the program that the token was given to; null if the token does not name it
     * @param roles the known roles in the token, separated by spaces
     * @param organisation number of the organisation acted for; null for staff
     * @param network the network that the request came from, such as {@code 192.0.2.0/24}: never the address of a machine
     */
    record Caller(String actor, String client, String roles, String organisation, String network) {}

    /**
     * What a request did or tried to do.
     *
     * @param operation operationId of the contract
     * @param object path of the object, of the new one after a creation
     * @param traceId id of the request in all logs
     * @param status HTTP status of the answer
     * @param problem type of the problem; null when it was done
     * @param brokenRules codes and places of its violations; none when it was done
     */
    record Operation(
            String operation,
            String object,
            String traceId,
            AuditResult result,
            int status,
            String problem,
            List<String> brokenRules) {}
}
