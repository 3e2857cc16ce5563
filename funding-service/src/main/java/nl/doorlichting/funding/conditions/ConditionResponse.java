package nl.doorlichting.funding.conditions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty attached to an award, as it stands today.
 *
 * @param organisationId number of the organisation that receives the award
 * @param awardNumber number of the decision, by which letters name the award
 * @param text what the recipient has to do, in words
 * @param enforceable whether the state may enforce the duty (Awb 4:37); never true for a decentralisation grant
 * @param status how the condition stands today: a code of the codelist condition-statuses
 * @param fulfilled whether the duty is fulfilled: whether fulfilledOn has a day
 * @param dueOn last day to fulfil the duty; null where it has no term
 * @param fulfilledOn day on which it was fulfilled; null while it is not
 * @param evidence what shows that it was fulfilled, in words; null while nothing does
 * @param source where the duty is written, in words; of a copy of a condition of the scheme, scheme and its code; null
 *     where it is the award itself
 */
@Schema(name = "AwardConditionResponse")
public record ConditionResponse(
        UUID id,
        UUID awardId,
        String programme,
        String organisationId,
        String awardNumber,
        String text,
        boolean enforceable,
        ConditionStatus status,
        boolean fulfilled,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(nullable = true) LocalDate fulfilledOn,
        @Schema(nullable = true) String evidence,
        @Schema(nullable = true) String source,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
