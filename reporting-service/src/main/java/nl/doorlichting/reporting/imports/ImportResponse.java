package nl.doorlichting.reporting.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the import of a file of observations is.
 *
 * @param format format of the file
 * @param dryRun true where the rows are only checked and none is recorded, whatever is found; else false
 * @param status how far the import is
 * @param bytes size of the file, in bytes; of what was received so far while the status is UPLOADING
 * @param rowsRead number of rows of the file that were checked so far, the header not being one
 * @param badRows number of rows found so far that break a rule, are recorded already or repeat an earlier line; 1 for a
 *     file without rows. With one of them nothing of the file is recorded
 * @param rowsRecorded number of observations that the import recorded: rowsRead once the status is COMPLETED, unless
 *     dryRun is true; 0 before, of a dry run, and of an import that ended as REJECTED or FAILED
 * @param errors number of broken rules that GET /v1/imports/{id}/errors lists, several of one row among them; at most
 *     10,000, and what is found beyond is not listed
 * @param failure why the import failed, in words; null unless the status is FAILED
 * @param finishedAt moment at which the import ended; null until it is COMPLETED, REJECTED or FAILED
 */
public record ImportResponse(
        UUID id,
        ImportFormat format,
        boolean dryRun,
        ImportStatus status,
        long bytes,
        long rowsRead,
        long badRows,
        long rowsRecorded,
        long errors,

        @Schema(implementation = String.class, nullable = true)
        Text failure,

        Instant createdAt,
        @Schema(nullable = true) Instant finishedAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
