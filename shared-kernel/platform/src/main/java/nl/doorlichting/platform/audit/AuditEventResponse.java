package nl.doorlichting.platform.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of the audit trail as an auditor sees it. It is the same in every service.
 *
 * @param operation operation, by its operationId in this document; of a job the one that does the same, or started it;
 *     null where requests without a valid token are counted
 * @param problem type of the problem that the request was answered with; null for a success, and where requests without
 *     a valid token are counted
 */
public record AuditEventResponse(
        @Schema(
                description = "Number of the line. It grows with every event; numbers may be left out.",
                examples = "4711")
        long id,

        @Schema(description = "Moment at which the event was recorded, in UTC.")
        Instant at,

        @Schema(
                nullable = true,
                description =
                        "Subject of the token; `job:` with its name for what the service did by itself, which has no"
                                + " network; null where requests without a valid token are counted.")
        String actor,

        @Schema(
                nullable = true,
                description =
                        "Program that the token was given to (claim azp); null where the token does not name it, and"
                                + " for jobs and counted requests without a valid token.",
                examples = "doorlichting-portal")
        String client,

        @Schema(
                description = "Roles of the token that this API has; empty without a token, as for jobs.",
                examples = "[\"GRANT_OFFICER\"]")
        List<String> roles,

        @Schema(
                nullable = true,
                description = "Number of the organisation acted for; null for staff, for jobs and without a token.",
                examples = "GM0988")
        String organisation,

        @Schema(
                nullable = true,
                description =
                        "Network that the request came from: /24 of IPv4, /48 of IPv6, never one machine; null for"
                                + " jobs, and where requests without a valid token are counted.",
                examples = "192.0.2.0/24")
        String network,

        @Schema(
                nullable = true,
                description = "Operation, by its operationId in this document; of a job the one that does the same,"
                        + " or started it. Null where requests without a valid token are counted.",
                examples = "createAward")
        String operation,

        @Schema(
                nullable = true,
                description = "Path of the record or list that the operation is about, after a creation of the new"
                        + " record; null where requests without a valid token are counted.",
                examples = "/v1/awards/0190a6c4-7c1e-7cc3-98c2-0c5f1a3f8e21")
        String object,

        @Schema(
                nullable = true,
                description = "Id of the request in all logs; null for jobs, and where many requests are counted.",
                examples = "0af7651916cd43dd8448eb211c80319c")
        String traceId,

        AuditResult result,

        @Schema(description = "HTTP status of the answer; 200 for jobs.", examples = "201")
        int status,

        @Schema(
                nullable = true,
                description = "Type of the problem that the request was answered with; null for a success, and where"
                        + " requests without a valid token are counted.",
                examples = "/v1/problems/four-eyes")
        String problem,

        @Schema(
                description =
                        "Codes and places of the violations that the request was refused for, the first 20 of them: a"
                                + " JSON pointer in the body, or the name of a parameter or header. No values, and no names of"
                                + " fields and parameters that there are none of. Empty for a success, for a refusal for another"
                                + " reason, where requests are counted, and before version 0.2.0.",
                examples = "[\"REFERENCE_UNKNOWN /projectId\", \"REQUIRED /reason\"]")
        List<String> brokenRules,

        @Schema(
                description = "How many requests: 1, and more where requests without a valid token are counted, or"
                        + " refusals of one caller beyond the first 20 of a minute.",
                examples = "1")
        int times,

        @Schema(
                nullable = true,
                description =
                        "Since when the requests of the line are counted. Without a valid token it is the start of"
                                + " the minute, which may have several lines, to be added; for refusals of one caller it is the"
                                + " moment of the first one counted. Null for a line of one request.")
        Instant minute,

        @Schema(
                nullable = true,
                description = "Number of the seal that holds the event; null until it is sealed.",
                examples = "12")
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
                event.problemType(),
                event.brokenRules(),
                event.times,
                event.minute,
                event.sealedIn);
    }
}
