package nl.doorlichting.training.personaldata;

import jakarta.persistence.Query;

/**
 * The personal data of one feature, for the jobs that erase and seal it. A job calls a batch within a transaction of its
 * own. A batch skips rows that another instance has locked ({@code skip locked}), so that several instances can run.
 */
public interface PersonalDataUpkeep {
    /** Erases a batch of records whose retention ended and returns its size, 0 when none is left. */
    int eraseOverdue(int atMost);

    /** Seals a batch of records in the clear or with a former key and returns its size, 0 when none is left. */
    int reseal(int atMost);

    /** The records that {@link #eraseOverdue} would erase. */
    Overdue overdue();

    /**
     * Records that should have been erased.
     *
     * @param oldestDays how many days late the first of them is
     */
    record Overdue(long records, long oldestDays) {
        /** From a query of the two numbers. */
        public static Overdue of(Query query) {
            var row = (Object[]) query.getSingleResult();
            return new Overdue(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        }
    }
}
