package nl.doorlichting.platform.documents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;

/**
 * An uploaded file: the part {@code file} of {@code multipart/form-data}, checked against the part {@code sha256} if
 * present. Its format is detected from its content. All other parts are fields of the metadata, read as strictly as
 * JSON.
 *
 * @param metadata the fields in the other parts
 * @param fileName the cleaned name of the file
 * @param format format of the content
 * @param bytes length of the content
 * @param sha256 checksum of the content, in lower-case hexadecimal
 * @param content file with the content, until the request ends
 */
public record DocumentUpload<M extends Record>(
        M metadata,
        String fileName,
        DocumentFormat format,
        long bytes,
        String sha256,
        @JsonIgnore Path content) {}
