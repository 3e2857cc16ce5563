package nl.doorlichting.domain.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.period.Period;

/**
 * The days that a figure of a report is of (docs/design/figures.md#claims).
 *
 * @param period null where they are not one known period
 * @param limits where they are not, the values that limit them by field, as "from" without "until"; none for all days
 * @param timeless whether a figure of its kind needs no days
 */
public record FigureDays(Period period, Map<String, Set<String>> limits, boolean timeless) {
    /** All days of the programme. */
    public static final FigureDays ALL = new FigureDays(null, Map.of(), false);

    /** Of a figure that needs no days, where nothing limits them. */
    public static final FigureDays NONE = new FigureDays(null, Map.of(), true);

    private static final String FROM = "from";
    private static final String UNTIL = "until";

    public FigureDays {
        limits = Map.copyOf(limits);
    }

    public static FigureDays of(Period period) {
        return new FigureDays(Objects.requireNonNull(period, "period"), Map.of(), false);
    }

    /**
     * The days of a figure.
     *
     * @param fields filters of its report and fields of its row, by name
     */
    public static FigureDays of(ReportMeasure measure, Map<String, String> fields) {
        var limits = new TreeMap<String, Set<String>>();
        Stream.of(Dimension.PERIOD, Dimension.YEAR)
                .filter(time -> fields.containsKey(time.jsonName()))
                .forEach(time -> limits.put(time.jsonName(), values(time, fields.get(time.jsonName()))));
        Stream.of(FROM, UNTIL).filter(fields::containsKey).forEach(day -> limits.put(day, Set.of(fields.get(day))));
        if (limits.isEmpty()) {
            return measure.isOfDays() ? ALL : NONE;
        }
        return period(limits).map(FigureDays::of).orElseGet(() -> new FigureDays(null, limits, false));
    }

    private static Set<String> values(Dimension time, String text) {
        return Stream.of(text.split(",", -1))
                .map(value -> Dimension.text(time.value(value)))
                .collect(Collectors.toSet());
    }

    private static Optional<Period> period(Map<String, Set<String>> limits) {
        var stated = only(limits, Dimension.PERIOD).or(() -> only(limits, Dimension.YEAR));
        if (stated.isPresent()) {
            return stated.filter(period -> isWithin(period, limits));
        }
        return limits.keySet().equals(Set.of(FROM, UNTIL))
                ? period(day(limits, FROM) + "/" + day(limits, UNTIL))
                : Optional.empty();
    }

    private static Optional<Period> only(Map<String, Set<String>> limits, Dimension time) {
        var values = limits.getOrDefault(time.jsonName(), Set.of());
        return values.size() == 1 && !values.contains(Dimension.NOT_STATED)
                ? Optional.of(Period.of(values.iterator().next()))
                : Optional.empty();
    }

    private static boolean isWithin(Period period, Map<String, Set<String>> limits) {
        return (!limits.containsKey(FROM) || !period.from().isBefore(LocalDate.parse(day(limits, FROM))))
                && (!limits.containsKey(UNTIL) || !period.until().isAfter(LocalDate.parse(day(limits, UNTIL))));
    }

    private static String day(Map<String, Set<String>> limits, String name) {
        return limits.get(name).iterator().next();
    }

    // Days of a question may be earlier or later than those of any period.
    private static Optional<Period> period(String code) {
        try {
            return Optional.of(Period.of(code));
        } catch (IllegalArgumentException noPeriod) {
            return Optional.empty();
        }
    }

    /** Whether nothing limits them. */
    public boolean isAll() {
        return period == null && limits.isEmpty();
    }

    boolean areThoseOf(FigureDays other) {
        return Objects.equals(period, other.period) && limits.equals(other.limits);
    }
}
