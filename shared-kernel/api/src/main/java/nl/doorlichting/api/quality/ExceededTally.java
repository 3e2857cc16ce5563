package nl.doorlichting.api.quality;

import java.util.Objects;
import java.util.UUID;

/**
 * A tally that states less than the records that name it come to.
 *
 * @param tallyId id of the tally
 * @param figure which number of the tally: held, for sessions, or participants
 * @param stated number that the tally states at most
 * @param counted number that the records that name it come to at least
 */
public record ExceededTally(UUID tallyId, String figure, long stated, long counted) {
    public ExceededTally {
        Objects.requireNonNull(tallyId, "tallyId");
        Objects.requireNonNull(figure, "figure");
    }

    /** Of a row of a native query with these columns in this order; the id as text. */
    public static ExceededTally from(Object[] row) {
        return new ExceededTally(
                UUID.fromString((String) row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue());
    }
}
