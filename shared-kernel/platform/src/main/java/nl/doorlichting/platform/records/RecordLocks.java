package nl.doorlichting.platform.records;

import jakarta.persistence.EntityManager;

/** Locks of what has no row of its own to lock, such as all versions of a record. */
public final class RecordLocks {
    private RecordLocks() {}

    /** Until this transaction ends, others wait here. Of two at once, the second then reads what the first left. */
    public static void waitForOthersOf(String scope, EntityManager entities) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:scope, 0))", Object.class)
                .setParameter("scope", scope)
                .getSingleResult();
    }
}
