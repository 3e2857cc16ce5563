package nl.doorlichting.domain.disclosure;

import java.time.LocalDate;

/**
 * The threshold rule of statistical disclosure control for sums over what persons answered.
 *
 * <p>A sum is shown in steps. A step is complete when at least {@link #FEWEST} answers wait that no step holds yet; it then
 * holds all of those, for ever, and a sum is shown of complete steps only. Each answer is in one step at most, so whatever
 * sums are shown, of whatever groups and at whatever moments, every sum or difference of them is of whole steps: none is of
 * fewer than {@link #FEWEST} answers, also where the sums are known exactly.
 */
public final class Disclosure {
    /** Below so many answers a sum says what single persons answered. */
    public static final long FEWEST = 5;

    private Disclosure() {}

    /** Whether a sum over so many answers may be shown at all. */
    public static boolean isShown(long answers) {
        return answers >= FEWEST;
    }

    /** Whether the answers that came since the last step make another one. */
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
