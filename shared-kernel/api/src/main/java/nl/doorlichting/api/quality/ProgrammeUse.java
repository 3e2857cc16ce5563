package nl.doorlichting.api.quality;

import java.util.Objects;
import java.util.UUID;

/**
 * Records of one kind that name the programme.
 *
 * @param path path of the records
 * @param recordId id of one of them
 * @param records how many there are
 */
public record ProgrammeUse(String path, UUID recordId, long records) {
    public ProgrammeUse {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(recordId, "recordId");
    }

    /** Of a row of a native query with these columns in this order; the id as text. */
    public static ProgrammeUse from(Object[] row) {
        return new ProgrammeUse((String) row[0], UUID.fromString((String) row[1]), ((Number) row[2]).longValue());
    }
}
