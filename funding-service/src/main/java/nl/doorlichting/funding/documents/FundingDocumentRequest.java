package nl.doorlichting.funding.documents;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The parts of an upload as multipart/form-data.
 *
 * @param file PDF, ODT, DOCX, PNG or JPEG by its content, at most 20 MiB
 * @param sha256 checksum of the file in hexadecimal; 400 when another arrives
 * @param category what the document is part of; without one that of the path
 * @param description what the document is, in words
 */
record FundingDocumentRequest(
        @Schema(type = SchemaType.STRING, format = "binary", required = true)
        Object file,

        @Schema(pattern = "^[0-9a-fA-F]{64}$") String sha256,
        DocumentCategory category,
        @Schema(minLength = 1, maxLength = 2000) String description) {}
