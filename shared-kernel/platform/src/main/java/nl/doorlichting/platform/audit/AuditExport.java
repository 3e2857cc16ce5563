package nl.doorlichting.platform.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import nl.doorlichting.platform.audit.AuditSeals.CheckResult.Seal;

/**
 * An exported month, as the database keeps it.
 *
 * @param before head of the chain before the month
 * @param head head of the chain after it, the same if nothing was sealed in the month
 * @param verifiedAt when file, publication and chain were last compared
 * @param fault what that found; null if all were as exported
 */
record AuditExport(
        YearMonth month,
        Seal before,
        Seal head,
        long events,
        long bytes,
        byte[] sha256,
        Instant verifiedAt,
        AuditExportFault fault) {

    static AuditExport of(Object[] row) {
        return new AuditExport(
                YearMonth.parse((String) row[0]),
                new Seal(number(row[1]) - 1, (byte[]) row[2]),
                new Seal(number(row[3]), (byte[]) row[4]),
                number(row[5]),
                number(row[6]),
                (byte[]) row[7],
                (Instant) row[8],
                row[9] == null ? null : AuditExportFault.valueOf((String) row[9]));
    }

    /** Whether this month begins where the other ended. */
    boolean follows(Seal head) {
        return before.number() == head.number() && Arrays.equals(before.hash(), head.hash());
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
