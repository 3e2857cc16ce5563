package nl.doorlichting.reporting.activity;

import java.time.Instant;

/**
 * A correction or a withdrawal that a reviewer rejected, so that the record stayed as it was.
 *
 * @param rejectedAt when it was rejected
 * @param rejectedBy subject of the token that rejected it; of one that ended because the record was withdrawn otherwise, the
 *     one that withdrew the record
 * @param reason why it was rejected, in words
 * @param ofWithdrawal true where the withdrawal of the record was proposed, false where a correction was
 * @param proposedAt when it was proposed
 * @param proposedBy subject of the token that proposed it
 * @param proposedReason why it was proposed, in words
 */
public record RejectedCorrection(
        Instant rejectedAt,
        String rejectedBy,
        String reason,
        boolean ofWithdrawal,
        Instant proposedAt,
        String proposedBy,
        String proposedReason) {}
