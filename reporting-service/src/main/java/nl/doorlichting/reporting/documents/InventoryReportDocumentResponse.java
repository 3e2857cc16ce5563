package nl.doorlichting.reporting.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document of an inventory report.
 *
 * @param fileName name as it was sent, without what could do harm
 * @param mediaType what its content is
 * @param bytes length of its content
 * @param sha256 checksum of its content, in lower-case hexadecimal
 * @param content path at the gateway that gives the content
 */
public record InventoryReportDocumentResponse(
        UUID id,
        UUID reportId,
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
