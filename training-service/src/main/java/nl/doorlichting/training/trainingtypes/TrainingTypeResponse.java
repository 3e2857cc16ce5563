package nl.doorlichting.training.trainingtypes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training type as stored.
 *
 * @param code code by which sessions, tallies and the codelist training-types name the type; it never changes
 * @param name name of the type in English
 * @param phenomenon what trainings of the type are about: a code of the codelist phenomena; null where they are about
 *     several, or about none in particular
 * @param retentionDays number of days after a session for which names and e-mail addresses of registered people are
 *     kept
 */
public record TrainingTypeResponse(
        UUID id,
        String code,
        String name,
        String nameDutch,
        TargetGroup targetGroup,
        @Schema(nullable = true) Phenomenon phenomenon,
        int retentionDays,
        String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
