package nl.doorlichting.training.learningmodules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A count of completions as it stands now, or with asOf as it was then.
 *
 * @param completions number of people who completed the module in the period, as the source counts them
 * @param targetGroup target group of the people; null where it is not stated, and statistics then take that of the
 *     module
 * @param organisationId organisation whose people they were, by its number, as in GM0988 (number of /v1/organisations);
 *     it is not checked; null where it is not stated, and statistics then take that of the module
 * @param reason why the count before was wrong, in words; null as first recorded
 * @param withdrawal why the count is in no sum any more; null unless it was withdrawn
 */
public record LearningCompletionResponse(
        UUID id,
        UUID learningModuleId,
        Period period,
        Quantity completions,
        @Schema(nullable = true) TargetGroup targetGroup,
        @Schema(nullable = true) String organisationId,
        String source,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
