package nl.doorlichting.funding.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document of an application or an award.
 *
 * @param applicationId application that it is of; null when it is of an award
 * @param awardId award that it is of; null when it is of an application
 * @param category what the document is part of
 * @param fileName name as it was sent, without what could do harm
 * @param mediaType what its content is
 * @param bytes length of its content
 * @param sha256 checksum of its content, in lower-case hexadecimal
 * @param description what the document is, in words
 * @param content path at the gateway that gives the content
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
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
