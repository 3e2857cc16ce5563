package nl.doorlichting.domain.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The days a figure is about: {@code from} included, {@code until} not. Ordered by beginning, then by end.
 *
 * <p>Source: docs/design/figures.md#periods.
 *
 * @throws IllegalArgumentException when empty, upside down, or not within {@link #EARLIEST} and {@link #LATEST}
 */
public record Period(LocalDate from, LocalDate until) implements Comparable<Period> {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;
    public static final LocalDate EARLIEST = LocalDate.of(FIRST_YEAR, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(LAST_YEAR + 1, 1, 1);

    // Multiplied by it, each bit reaches those above (D. Knuth, The Art of Computer Programming, 6.4).
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final Pattern CODE_OF_YEARS = Pattern.compile("\\d{4}(-\\d{4})?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::from).thenComparing(Period::until);

    public Period {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until " + until + " is not after from " + from);
        }
        if (from.isBefore(EARLIEST) || until.isAfter(LATEST)) {
            throw new IllegalArgumentException(from + "/" + until + " is not within " + EARLIEST + "/" + LATEST);
        }
    }

    /**
     * Hashes of days that are the first of a month end in the same bits, and days a month apart differ by 64: a hash table would
     * have many periods in one place.
     */
    @Override
    public int hashCode() {
        return (GOLDEN_RATIO * from.hashCode() ^ until.hashCode()) * GOLDEN_RATIO >>> 9;
    }

    /** One calendar year. */
    public static Period ofYear(int year) {
        return ofYears(year, year);
    }

    /** Calendar years, the last one included. */
    public static Period ofYears(int first, int last) {
        return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1));
    }

    /**
     * The period with this code.
     *
     * @throws IllegalArgumentException for a text that is no code of a period
     */
    public static Period of(String code) {
        try {
            if (code.contains("/")) {
                String[] days = code.split("/", -1);
                return new Period(LocalDate.parse(days[0]), LocalDate.parse(code.substring(days[0].length() + 1)));
            }
            if (!CODE_OF_YEARS.matcher(code).matches()) {
                throw new IllegalArgumentException("\"" + code + "\" is no period");
            }
            return ofYears(Integer.parseInt(code.substring(0, 4)), Integer.parseInt(code.substring(code.length() - 4)));
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("\"" + code + "\" is no period", noDay);
        }
    }

    /** "2010" for a calendar year, "2007-2009" for several, else "2009-09-01/2010-07-01". */
    public String code() {
        if (from.getDayOfYear() != 1 || until.getDayOfYear() != 1) {
            return from + "/" + until;
        }
        int last = until.getYear() - 1;
        return from.getYear() == last ? "" + last : from.getYear() + "-" + last;
    }

    /** The calendar year that contains it; empty when it has days of several. */
    public Optional<Integer> year() {
        int last = until.minusDays(1).getYear();
        return from.getYear() == last ? Optional.of(last) : Optional.empty();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    /** Whether they share a day. */
    public boolean overlaps(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    public boolean disjoint(Period other) {
        return !overlaps(other);
    }

    /** Neither equal nor disjoint: figures about the two both count some days. */
    public boolean partlyOverlaps(Period other) {
        return overlaps(other) && !equals(other);
    }

    /** "36 months" when it is whole months, else "45 days": equal for periods of equal length, leap years or not. */
    public String length() {
        long months = ChronoUnit.MONTHS.between(from, until);
        return from.plusMonths(months).equals(until)
                ? months + (months == 1 ? " month" : " months")
                : days() + (days() == 1 ? " day" : " days");
    }

    /** Its length in years of 12 months, else of 365 days: a figure divided by this is per 12 months. */
    public String years() {
        long months = ChronoUnit.MONTHS.between(from, until);
        BigDecimal years = from.plusMonths(months).equals(until)
                ? BigDecimal.valueOf(months).divide(BigDecimal.valueOf(12), 4, RoundingMode.HALF_UP)
                : BigDecimal.valueOf(days()).divide(BigDecimal.valueOf(365), 4, RoundingMode.HALF_UP);
        return years.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, until);
    }
}
