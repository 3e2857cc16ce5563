package nl.doorlichting.domain.disclosure;

import java.time.LocalDate;

/**
 * The threshold rule of statistical disclosure control for sums over what persons answered.
 *
 * <p>A sum is shown in steps. A step is complete when at least {@link #FEWEST} answers wait that are in no step yet.
 * It then keeps all of them, and a sum covers complete steps only. Each answer is in at most one step. So every sum,
 * and every difference of sums, of any groups and at any moments, consists of whole steps: none is of fewer than
 * {@link #FEWEST} answers, even if the sums are known exactly.
 */
public final class Disclosure {
    /** A sum over fewer answers could reveal what single persons answered. */
    public static final long FEWEST = 5;

    private Disclosure() {}

    /** Whether a sum over this number of answers may be shown. */
    public static boolean isShown(long answers) {
        return answers >= FEWEST;
    }

    /** Whether the answers since the last step make a new step. */
    public static boolean completesStep(long shown, long received) {
        return isShown(received - shown);
    }

    /** Whether a period is of whole calendar years, as cells are; null is the beginning, or the end, of time. */
    public static boolean isWholeYears(LocalDate from, LocalDate until) {
        return beginsYear(from) && beginsYear(until);
    }

    private static boolean beginsYear(LocalDate day) {
        return day == null || day.getDayOfYear() == 1;
    }
}
