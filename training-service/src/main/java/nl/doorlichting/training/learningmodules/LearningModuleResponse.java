package nl.doorlichting.training.learningmodules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A learning module as stored.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them, and never changes
 * @param title title of the module
 * @param targetGroup whom the module is for: a code of the codelist target-groups; null where it is not stated
 * @param phenomenon what the module is about: a code of the codelist phenomena; null where it is not stated
 * @param organisationId organisation that offers the module, by its number, as in SIPI (number of /v1/organisations);
 *     it is not checked; null where it is not stated
 * @param completions sum of all numbers of completions that are recorded for the module; a person counts once in each
 *     number, and numbers of periods that share days may count the same person again
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
        String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
