package nl.doorlichting.api.quality;

import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What records of one kind state alike about a project or an organisation that another service has.
 *
 * @param path path of the records, as in /v1/reach-observations
 * @param recordId id of one of these records
 * @param records number of records that state the same
 */
public record ReferenceUse(
        String path,
        UUID recordId,
        long records,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument) {
    public ReferenceUse {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(recordId, "recordId");
    }

    /** Of a row of a native query with these columns in this order; ids as texts. */
    public static ReferenceUse from(Object[] row) {
        return new ReferenceUse(
                (String) row[0],
                UUID.fromString((String) row[1]),
                ((Number) row[2]).longValue(),
                (UUID) row[3],
                (String) row[4],
                row[5] == null ? null : Track.valueOf((String) row[5]),
                row[6] == null ? null : ActionLine.valueOf((String) row[6]),
                row[7] == null ? null : FundingInstrument.valueOf((String) row[7]));
    }
}
