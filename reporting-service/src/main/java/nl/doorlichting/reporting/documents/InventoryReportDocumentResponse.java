package nl.doorlichting.reporting.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document of an inventory report.
 *
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that the document belongs to
 * @param fileName name of the file as it was sent, without characters that could do harm, as in plan.pdf
 * @param mediaType media type of the file, found from its content, as in application/pdf
 * @param bytes size of the file, in bytes
 * @param sha256 checksum of the file: SHA-256 in 64 lower-case hexadecimal digits
 * @param description what the document is, in words; null where it is not described
 * @param content path of the file itself
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
