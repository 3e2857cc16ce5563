package nl.doorlichting.training.learningmodules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A learning module as stored.
 *
 * @param title title of the module
 * @param targetGroup whom it is for: a code of the codelist target-groups; null where it is not stated
 * @param organisationId number of the organisation that offers it, as in SIPI (number of /v1/organisations); it is not
 *     checked; null where it is not stated
 * @param completions number of completions, over all that is recorded; a person may count more than once
 * @param reference name that the caller gave the module, unique in the programme, as in learning-modules/youth-work;
 *     null if it has none; it never changes
 */
public record LearningModuleResponse(
        UUID id,
        String programme,
        String title,
        @Schema(nullable = true) TargetGroup targetGroup,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) String organisationId,
        AggregatedQuantity completions,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }
}
