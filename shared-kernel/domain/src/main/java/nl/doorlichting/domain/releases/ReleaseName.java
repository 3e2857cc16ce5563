package nl.doorlichting.domain.releases;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release: its programme, and its number within the year of publication. Later releases of a programme are greater.
 *
 * @param programme code, as in APR-2007-2011
 * @param year of publication
 * @param sequence from 1 in each year
 * @throws IllegalArgumentException for a year without four digits or a sequence below 1
 */
public record ReleaseName(String programme, int year, int sequence) implements Comparable<ReleaseName> {
    private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{3})-([1-9][0-9]{0,5})");
    private static final Comparator<ReleaseName> ORDER = Comparator.comparing(ReleaseName::programme)
            .thenComparing(ReleaseName::year)
            .thenComparing(ReleaseName::sequence);

    public ReleaseName {
        if (programme.isBlank() || !NUMBER.matcher(year + "-" + sequence).matches()) {
            throw new IllegalArgumentException(programme + " " + year + "-" + sequence + " is no release");
        }
    }

    /**
     * The release of a programme with this number, as in 2026-3.
     *
     * @throws IllegalArgumentException for another text
     */
    public static ReleaseName of(String programme, String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + number + "\" is no number of a release");
        }
        return new ReleaseName(programme, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether it is a text like 2026-3. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The name of the release after this one, published in this year. */
    public ReleaseName next(int yearOfPublication) {
        return new ReleaseName(programme, yearOfPublication, yearOfPublication == year ? sequence + 1 : 1);
    }

    /** Year and sequence, as in 2026-3: unique within the programme. */
    public String number() {
        return year + "-" + sequence;
    }

    @Override
    public int compareTo(ReleaseName other) {
        return ORDER.compare(this, other);
    }

    /** Programme and number. */
    @Override
    public String toString() {
        return programme + " " + number();
    }
}
