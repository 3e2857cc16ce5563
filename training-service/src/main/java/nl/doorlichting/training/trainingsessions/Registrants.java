package nl.doorlichting.training.trainingsessions;

import java.util.Set;
import java.util.UUID;

/** The people who registered. Registrations implement it, so that sessions do not depend on them. */
public interface Registrants {
    /** The sessions that the caller is registered for, or was until it cancelled; without those of erased registrations. */
    Set<UUID> sessionsOfCaller();

    /** Of these, the ones in which the caller has a place, or one in the queue. */
    Set<UUID> attendedByCaller();
}
