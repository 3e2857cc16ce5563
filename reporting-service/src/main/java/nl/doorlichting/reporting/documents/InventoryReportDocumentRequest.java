package nl.doorlichting.reporting.documents;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The parts of an upload as multipart/form-data.
 *
 * @param file PDF, ODT, DOCX, PNG or JPEG by its content, at most 20 MiB
 * @param sha256 checksum of the file, SHA-256 in hexadecimal: 400 if another file arrives; nothing is compared if
 *     absent
 * @param description what the document is, in words; not described if absent
 */
record InventoryReportDocumentRequest(
        @Schema(type = SchemaType.STRING, format = "binary", required = true)
        Object file,

        @Schema(pattern = "^[0-9a-fA-F]{64}$") String sha256,
        @Schema(minLength = 1, maxLength = 2000) String description) {}
