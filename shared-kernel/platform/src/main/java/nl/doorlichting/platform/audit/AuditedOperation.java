package nl.doorlichting.platform.audit;

/**
 * What a request did or tried.
 *
 * @param operation operationId of the contract
 * @param object path of the object, of the new one after a creation
 * @param traceId id of the request in all logs
 * @param status HTTP status of the answer
 * @param problem type of the problem; null when it was done
 */
public record AuditedOperation(
        String operation, String object, String traceId, AuditResult result, int status, String problem) {}
