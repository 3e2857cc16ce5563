package nl.doorlichting.reporting.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a file of observations is.
 *
 * @param format format of the file
 * @param dryRun whether the file is only checked, and nothing recorded
 * @param status how far the import is
 * @param bytes size of the file, in bytes
 * @param rowsRead number of rows that were checked so far
 * @param badRows number of rows that break a rule; with one of them nothing of the file is recorded
 * @param rowsRecorded number of observations that were recorded: all rows of a completed import, else 0
 * @param errors number of broken rules that are listed under /errors, at most 10,000
 * @param failure why it failed, in words; null unless it did
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
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }
}
