package nl.doorlichting.funding.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document of an application or an award.
 *
 * @param applicationId id of the application that it belongs to; null where it belongs to an award
 * @param awardId id of the award that it belongs to; null where it belongs to an application
 * @param organisationId number of the organisation whose application or award it is, as in GM0988
 * @param category what the document is part of: a code of the codelist document-categories
 * @param fileName name of the file as it was sent, without characters that could do harm, as in plan.pdf
 * @param mediaType media type of its content, as in application/pdf
 * @param bytes size of its content, in bytes
 * @param sha256 checksum of its content: SHA-256 in 64 lower-case hexadecimal digits
 * @param description what the document is, in words; null where it is not described
 * @param content path of the file itself
 * @param removedAt moment at which it was removed from a draft, in the answer to the removal only, because it is then
 *     found no more; null in all other answers
 */
public record FundingDocumentResponse(
        UUID id,
        @Schema(nullable = true) UUID applicationId,
        @Schema(nullable = true) UUID awardId,
        String organisationId,
        DocumentCategory category,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        @Schema(nullable = true) String description,
        String content,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) Instant removedAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
