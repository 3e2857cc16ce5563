package nl.doorlichting.platform.records;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The last correction of a record.
 *
 * @param correctedAt when the record was corrected
 * @param correctedBy subject of the token that corrected it
 * @param reason why what it stated before was wrong, in words
 */
@Embeddable
public record RecordCorrection(
        @Column(name = "corrected_at") Instant correctedAt,
        @Column(name = "corrected_by") String correctedBy,
        @Column(name = "correction_reason") String reason) {}
