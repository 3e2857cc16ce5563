package nl.doorlichting.platform.documents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;

/**
 * A file that came as {@code multipart/form-data} in the part {@code file}, judged by its content and checked against
 * the part {@code sha256}, if there is one. All other parts are fields of the metadata, read as strictly as JSON.
 *
 * @param metadata what the other parts say
 * @param fileName the file's name, made harmless
 * @param format what the content is
 * @param bytes length of the content
 * @param sha256 checksum of the content, in lower-case hexadecimal
 * @param content where the content is until the request ends
 */
public record DocumentUpload<M extends Record>(
        M metadata,
        String fileName,
        DocumentFormat format,
        long bytes,
        String sha256,
        @JsonIgnore Path content) {}
