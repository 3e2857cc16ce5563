package nl.doorlichting.reporting.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What reviewers did with a record of something public; null where none had to.
 *
 * @param awaitsReview true while the record counts nowhere, because no reviewer approved it
 * @param approvedBy who approved the record, or its last correction or withdrawal
 */
@Embeddable
public record ReviewState(
        @Column(name = "awaits_review") Boolean awaitsReview,
        @Column(name = "approved_at") Instant approvedAt,
        @Column(name = "approved_by") String approvedBy) {
    /** Of a record that waits for its first review. */
    public static final ReviewState AWAITED = new ReviewState(true, null, null);

    /** Whether a record with this review, or without one for null, waits for its first review. */
    public static boolean isAwaited(ReviewState review) {
        return review != null && Boolean.TRUE.equals(review.awaitsReview());
    }
}
