package nl.doorlichting.funding.documents;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The parts of an upload as multipart/form-data.
 *
 * @param file PDF, ODT, DOCX, PNG or JPEG by its content, at most 20 MiB
 * @param sha256 checksum of the file, SHA-256 in hexadecimal digits: 400 if another file arrives; nothing is compared
 *     if absent
 * @param category what the document is part of; if absent, APPLICATION for an application, and for an award AWARD where
 *     a grant officer sends it and ACCOUNTABILITY where a grantee does. APPLICATION is the only one for an application;
 *     an award takes AWARD, ACCOUNTABILITY and SETTLEMENT
 * @param description what the document is, in words; not described if absent
 */
record FundingDocumentRequest(
        @Schema(type = SchemaType.STRING, format = "binary", required = true)
        Object file,

        @Schema(pattern = "^[0-9a-fA-F]{64}$") String sha256,
        DocumentCategory category,
        @Schema(minLength = 1, maxLength = 2000) String description) {}
