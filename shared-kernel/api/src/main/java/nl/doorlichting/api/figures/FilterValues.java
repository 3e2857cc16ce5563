package nl.doorlichting.api.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Reads the values of filters, of questions about figures and of lists of figures alike. A filter has one value or several,
 * separated by commas, and {@link Dimension#NOT_STATED} may be one of them. All violations are kept, to be reported
 * together.
 */
public final class FilterValues {
    /** How many values a filter has at most. */
    public static final int MOST = 100;

    private static final String ROW = "row";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final MunicipalityRegister register;
    private final LocalDate boundaries;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * Filters by municipalities on the map of a day.
     *
     * @param boundaries null for municipalities as recorded
     */
    public FilterValues(MunicipalityRegister register, LocalDate boundaries) {
        this.register = register;
        this.boundaries = boundaries;
    }

    /** What is wrong with the filters that were read. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** The values of a filter that has the name of its dimension; those that cannot be asked for are left out. */
    public Set<Object> several(Dimension dimension, String text) {
        return several(dimension.jsonName(), dimension, text);
    }

    /** The values of a filter of another name, each like one of the dimension. */
    public Set<Object> several(String name, Dimension like, String text) {
        var given = new LinkedHashSet<>(List.of(text.split(",", -1)));
        if (given.size() > MOST) {
            violations.add(Violation.query(
                    name,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", MOST),
                    Text.of("figures.too-many-values", MOST)));
            return Set.of();
        }
        return read(name, like, given.stream(), true);
    }

    /** Reads values that records have besides those of the filters: a dimension and a value each, separated by commas. */
    void row(List<Dimension> dimensions, String text) {
        for (var field : text.split(",", -1)) {
            var colon = Math.max(field.indexOf(':'), 0);
            dimensions.stream()
                    .filter(dimension -> dimension.jsonName().equals(field.substring(0, colon)))
                    .findFirst()
                    .ifPresentOrElse(
                            dimension -> several(ROW, dimension, field.substring(colon + 1)),
                            () -> violations.add(unknownField(dimensions)));
        }
    }

    private static Violation unknownField(List<Dimension> dimensions) {
        var allowed = dimensions.stream().map(Dimension::jsonName).toList();
        return Violation.query(
                ROW,
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                Text.of("figures.row-field-unknown", allowed));
    }

    /** The value of a filter that takes one. */
    Set<Object> one(Dimension dimension, String text) {
        return read(dimension.jsonName(), dimension, Stream.of(text), false);
    }

    // Values of a filter that are wrong in the same way are in one violation, but for municipalities: each has its own
    // successors.
    private Set<Object> read(String name, Dimension like, Stream<String> texts, boolean several) {
        var values = new LinkedHashSet<Object>();
        var rejected = new ArrayList<String>();
        texts.forEach(text -> {
            if (several && text.equals(Dimension.NOT_STATED) || isValue(like, text)) {
                values.add(like.value(text));
            } else {
                rejected.add(text);
            }
        });
        if (like == Dimension.MUNICIPALITY) {
            rejected.forEach(code -> violations.add(municipality(name, code)));
        } else if (like == Dimension.YEAR) {
            var numbers = rejected.stream().collect(Collectors.partitioningBy(ScalarFormats::isInteger));
            addIfAny(numbers.get(false), others -> noYear(name, others, several));
            addIfAny(numbers.get(true), years -> noKnownYear(name, years));
        } else {
            addIfAny(rejected, others -> violation(name, like, others, several));
        }
        return values;
    }

    private void addIfAny(List<String> rejected, Function<List<String>, Violation> violation) {
        if (!rejected.isEmpty()) {
            violations.add(violation.apply(rejected));
        }
    }

    private boolean isValue(Dimension dimension, String text) {
        return switch (dimension) {
            case MUNICIPALITY -> isMunicipality(text);
            case PROVINCE -> provinces().contains(text);
            case YEAR -> YEAR.matcher(text).matches() && isPeriod(text);
            case PERIOD -> isPeriod(text);
            default ->
                dimension.isCoded()
                        ? dimension.codes().contains(text)
                        : dimension.type() == UUID.class ? ScalarFormats.isUuid(text) : !text.isEmpty();
        };
    }

    private Violation violation(String name, Dimension dimension, List<String> rejected, boolean several) {
        return switch (dimension) {
            case PROVINCE -> noneOf(name, rejected, provinces(), several);
            case PERIOD -> malformed(name, rejected, Text.of("figures.a-period"), several);
            default ->
                dimension.isCoded()
                        ? noneOf(name, rejected, dimension.codes(), several)
                        : malformed(
                                name,
                                rejected,
                                dimension.type() == UUID.class ? Text.of("figures.a-uuid") : Text.of("figures.a-text"),
                                several);
        };
    }

    // The codes are those of a parameter that takes a number alone.
    private static Violation noYear(String name, List<String> rejected, boolean several) {
        return malformed(name, ViolationCode.NOT_AN_INTEGER, rejected, Text.of("figures.a-year"), several);
    }

    private static Violation noKnownYear(String name, List<String> rejected) {
        return Violation.query(
                name,
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", Period.FIRST_YEAR, "maximum", Period.LAST_YEAR, "rejected", rejected),
                Text.of("value.number-between", Period.FIRST_YEAR, Period.LAST_YEAR));
    }

    private static boolean isPeriod(String text) {
        try {
            Dimension.PERIOD.value(text);
            return true;
        } catch (IllegalArgumentException noPeriod) {
            return false;
        }
    }

    private static Violation malformed(String name, List<String> rejected, Text expected, boolean several) {
        return malformed(name, ViolationCode.WRONG_TYPE, rejected, expected, several);
    }

    private static Violation malformed(
            String name, String code, List<String> rejected, Text expected, boolean several) {
        return Violation.query(
                name,
                code,
                Map.of("rejected", rejected),
                Text.of(
                        "figures.value-expected",
                        several ? List.of(expected, Dimension.NOT_STATED) : expected,
                        quoted(rejected)));
    }

    private static Violation noneOf(String name, List<String> rejected, Collection<String> known, boolean several) {
        var allowed = new ArrayList<>(known);
        if (several) {
            allowed.add(Dimension.NOT_STATED);
        }
        return rejected(name, rejected, allowed);
    }

    /** What is wrong with these values, which are none of those that are allowed. */
    public static Violation rejected(String name, List<String> rejected, List<String> allowed) {
        return Violation.query(
                name,
                ViolationCode.UNKNOWN_VALUE,
                Map.of("rejected", rejected, "allowed", allowed),
                Text.of("figures.values-unknown", Text.all(quoted(rejected)), rejected.size(), allowed));
    }

    private static List<String> quoted(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").toList();
    }

    private boolean isMunicipality(String code) {
        return register.find(code)
                .filter(known -> boundaries == null || known.isValidOn(boundaries))
                .isPresent();
    }

    private Violation municipality(String name, String code) {
        var successors = register.find(code).isPresent() ? successors(code) : List.<String>of();
        return Violation.query(
                name,
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", successors),
                boundaries == null
                        ? Text.of("place.municipality-unknown", code)
                        : Text.of("place.municipality-unknown-on", code, boundaries));
    }

    private List<String> successors(String code) {
        var then = register.reexpress(code, boundaries);
        return then instanceof Reexpression.Allocated allocated
                ? List.of(allocated.code())
                : List.copyOf(((Reexpression.Unallocated) then).candidates());
    }

    private Set<String> provinces() {
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        return known;
    }
}
