package nl.doorlichting.platform.audit;

/**
 * What one statement found about some seals.
 *
 * @param last the last of them
 * @param firstBreak null when all hold
 */
record SealCheckResult(long seals, long events, Seal last, AuditVerification.Break firstBreak) {
    /** A place in the chain. */
    record Seal(long number, byte[] hash) {
        static final Seal NONE = new Seal(0, new byte[0]);
    }

    static SealCheckResult of(Object[] row) {
        return new SealCheckResult(
                number(row[0]), number(row[1]), new Seal(number(row[2]), (byte[]) row[3]), firstBreak(row));
    }

    /** Nothing found. */
    static SealCheckResult none(Seal after) {
        return new SealCheckResult(0, 0, after, null);
    }

    /** This and what was found of the seals after it. */
    SealCheckResult and(SealCheckResult following) {
        return new SealCheckResult(
                seals + following.seals, events + following.events, following.last, following.firstBreak);
    }

    /** The same with the seal missing that should follow. */
    SealCheckResult withoutNext() {
        return new SealCheckResult(
                seals, events, last, new AuditVerification.Break(last.number() + 1, AuditBreakKind.SEAL_MISSING, null));
    }

    private static AuditVerification.Break firstBreak(Object[] row) {
        if (row[4] == null) {
            return null;
        }
        var event = row[6] == null ? null : number(row[6]);
        return new AuditVerification.Break(number(row[4]), AuditBreakKind.valueOf((String) row[5]), event);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
