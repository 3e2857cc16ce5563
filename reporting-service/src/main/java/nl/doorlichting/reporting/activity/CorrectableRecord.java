package nl.doorlichting.reporting.activity;

import java.util.UUID;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;

/**
 * A record that changes in place. Of something public it counts, and changes, once a reviewer approves.
 *
 * @param <Q> what it states
 */
public interface CorrectableRecord<Q extends Record> {
    UUID id();

    /** What could have been sent to record it as it is now. */
    Q content();

    /** Subject of the token that recorded it. */
    String createdBy();

    /** The last correction; null without one. */
    RecordCorrection correction();

    /** Null while it stands. */
    RecordWithdrawal withdrawal();

    /** Null where no reviewer had to see it. */
    default ReviewState review() {
        return null;
    }

    /** Changes all that is stated, for a reason. */
    void correct(Q corrected, RecordCorrection why);

    void withdraw(RecordWithdrawal why);

    /** Nothing where the record has a publication of its own, by which a reviewer saw it. */
    default void review(ReviewState by) {}

    /** Whether it counts nowhere yet. */
    default boolean awaitsReview() {
        return withdrawal() == null && ReviewState.isAwaited(review());
    }

    /** Who approved it, or its last correction or withdrawal; null where no reviewer did. */
    default String approvedBy() {
        return review() == null ? null : review().approvedBy();
    }
}
