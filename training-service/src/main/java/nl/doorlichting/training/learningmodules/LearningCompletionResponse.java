package nl.doorlichting.training.learningmodules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A count of completions as it stands now.
 *
 * @param reason why it was corrected; null as first recorded
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
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
