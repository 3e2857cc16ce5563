package nl.doorlichting.training.trainingsessions;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.OptimisticLock;

/** The places of a session and those who wait for one. Changed under the lock of the session's row only. */
@MappedSuperclass
abstract class SessionPlaces {
    Integer capacity;

    // The counts are no part of what somebody edits: a registration must not make an edit of the title stale.
    @OptimisticLock(excluded = true)
    int registered;

    @OptimisticLock(excluded = true)
    int waiting;

    @Column(name = "last_number")
    @OptimisticLock(excluded = true)
    int lastNumber;

    /** A place, or one in the queue; to be called under the lock of the session, so that capacity is never exceeded. */
    public Admission admit() {
        lastNumber++;
        var full = waiting > 0 || free() < 1;
        if (full) {
            waiting++;
        } else {
            registered++;
        }
        return new Admission(lastNumber, full);
    }

    /** How many of those who wait get a place now. */
    public int toMoveUp() {
        return Math.max(0, Math.min(waiting, free()));
    }

    public void movedUp(int people) {
        waiting -= people;
        registered += people;
    }

    /** Somebody gave up a place, or one in the queue. */
    public void left(boolean waited) {
        if (waited) {
            waiting--;
            return;
        }
        registered--;
    }

    /** How many wait for a place. */
    public int waiting() {
        return waiting;
    }

    private int free() {
        return capacity == null ? Integer.MAX_VALUE : capacity - registered;
    }
}
