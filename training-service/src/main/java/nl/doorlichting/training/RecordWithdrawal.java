package nl.doorlichting.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Why a record counts nowhere any more.
 *
 * @param withdrawnAt when the record was withdrawn
 * @param withdrawnBy subject of the token that withdrew it
 * @param reason why it was withdrawn, in words
 */
@Embeddable
public record RecordWithdrawal(
        @Column(name = "withdrawn_at") Instant withdrawnAt,
        @Column(name = "withdrawn_by") String withdrawnBy,
        @Column(name = "withdrawal_reason") String reason) {}
