package nl.doorlichting.platform.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of the audit trail as an auditor sees it. It is the same in every service.
 *
 * @param operation operationId of the operation, as in this document; null for jobs
 * @param problem problem type of a refusal, such as forbidden; null where the request succeeded
 */
public record AuditEventResponse(
        @Schema(description = "Grows with every event; numbers may be left out.", examples = "4711")
        long id,

        @Schema(description = "When it was recorded.") Instant at,

        @Schema(
                nullable = true,
                description =
                        "Subject of the token; `job:` with its name for what the service did by itself, which has no"
                                + " network; null where requests without a valid token are counted.")
        String actor,

        @Schema(nullable = true, description = "The program that the token was given to, when the token says.")
        String client,

        @Schema(description = "The known roles in the token.", examples = "[\"GRANT_OFFICER\"]")
        List<String> roles,

        @Schema(nullable = true, description = "Number of the organisation acted for.", examples = "GM0988")
        String organisation,

        @Schema(
                nullable = true,
                description = "The network that the request came from: /24 of IPv4, /48 of IPv6, never one machine.",
                examples = "192.0.2.0/24")
        String network,

        @Schema(nullable = true, description = "operationId of this contract.", examples = "createAward")
        String operation,

        @Schema(
                nullable = true,
                description = "Path of the object; of the new one after a creation.",
                examples = "/v1/awards/0190a6c4-7c1e-7cc3-98c2-0c5f1a3f8e21")
        String object,

        @Schema(nullable = true, description = "Id of the request in all logs.")
        String traceId,

        AuditResult result,

        @Schema(description = "HTTP status of the answer.", examples = "201")
        int status,

        @Schema(nullable = true, description = "Problem type of a refusal.", examples = "/v1/problems/four-eyes")
        String problem,

        @Schema(
                description = "How many requests: 1, and more where requests without a valid token are counted.",
                examples = "1")
        int times,

        @Schema(
                nullable = true,
                description = "Start of the minute in which requests without a valid token are counted; a minute may"
                        + " have several lines, to be added.")
        Instant minute,

        @Schema(nullable = true, description = "Number of the seal that holds it; null when not sealed yet.")
        Long sealedIn) {

    static AuditEventResponse from(AuditEvent event) {
        return new AuditEventResponse(
                event.id,
                event.at,
                event.actor,
                event.client,
                Arrays.stream(event.roles.split(" "))
                        .filter(role -> !role.isEmpty())
                        .toList(),
                event.organisation,
                event.network,
                event.operation,
                event.object,
                event.traceId,
                event.result,
                event.status,
                event.problem,
                event.times,
                event.minute,
                event.sealedIn);
    }
}
