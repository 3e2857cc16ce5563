package nl.doorlichting.training.personaldata;

/**
 * What jobs do to the personal data of one feature, a batch at a time and within a transaction of theirs. A batch takes
 * rows that no other instance is at ({@code skip locked}): so several may run, one may be killed, and a second run finds
 * nothing.
 */
public interface PersonalDataUpkeep {
    /** Erases some of what was kept as long as it may be; answers how many, 0 when none is left. */
    int eraseOverdue(int atMost);

    /** Seals some of what stands in the clear or is sealed by a former key; answers how many, 0 when none is left. */
    int reseal(int atMost);

    /** What {@link #eraseOverdue} would erase. */
    Overdue overdue();

    /**
     * Records that should have been erased.
     *
     * @param oldestDays how many days late the first of them is
     */
    record Overdue(long records, long oldestDays) {
        /** From a row with the two numbers. */
        public static Overdue of(Object[] row) {
            return new Overdue(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        }
    }
}
