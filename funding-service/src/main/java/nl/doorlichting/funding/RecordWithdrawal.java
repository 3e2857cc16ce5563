package nl.doorlichting.funding;

import java.time.Instant;

/**
 * Why a record counts nowhere any more.
 *
 * @param withdrawnAt when the record was withdrawn
 * @param withdrawnBy subject of the token that withdrew it
 * @param reason why it was withdrawn, in words
 */
public record RecordWithdrawal(Instant withdrawnAt, String withdrawnBy, String reason) {}
