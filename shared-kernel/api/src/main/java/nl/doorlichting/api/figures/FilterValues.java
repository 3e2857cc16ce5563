package nl.doorlichting.api.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
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
    static final int MOST = 100;

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

    /** The value of a filter that takes one. */
    Set<Object> one(Dimension dimension, String text) {
        return read(dimension.jsonName(), dimension, Stream.of(text), false);
    }

    private Set<Object> read(String name, Dimension like, Stream<String> texts, boolean several) {
        var values = new LinkedHashSet<Object>();
        texts.forEach(text -> {
            var violation = several && text.equals(Dimension.NOT_STATED)
                    ? Optional.<Violation>empty()
                    : check(name, like, text, several);
            violation.ifPresentOrElse(violations::add, () -> values.add(like.value(text)));
        });
        return values;
    }

    private Optional<Violation> check(String name, Dimension dimension, String text, boolean several) {
        if (dimension.isCoded()) {
            return oneOf(name, text, dimension.codes(), several);
        }
        return switch (dimension) {
            case MUNICIPALITY -> municipality(text);
            case PROVINCE -> oneOf(name, text, provinces(), several);
            case YEAR ->
                formed(name, YEAR.matcher(text).matches() && isPeriod(text), Text.of("figures.a-year"), several);
            case PERIOD -> formed(name, isPeriod(text), Text.of("figures.a-period"), several);
            default ->
                dimension.type() == UUID.class
                        ? formed(name, ScalarFormats.isUuid(text), Text.of("figures.a-uuid"), several)
                        : formed(name, !text.isEmpty(), Text.of("figures.a-text"), several);
        };
    }

    private static boolean isPeriod(String text) {
        try {
            Dimension.PERIOD.value(text);
            return true;
        } catch (IllegalArgumentException noPeriod) {
            return false;
        }
    }

    private static Optional<Violation> formed(String name, boolean is, Text expected, boolean several) {
        return is
                ? Optional.empty()
                : Optional.of(Violation.query(
                        name,
                        ViolationCode.WRONG_TYPE,
                        Map.of(),
                        Text.of(
                                "figures.value-expected",
                                several ? List.of(expected, Dimension.NOT_STATED) : expected)));
    }

    private static Optional<Violation> oneOf(String name, String text, Collection<String> known, boolean several) {
        if (known.contains(text)) {
            return Optional.empty();
        }
        var allowed = new ArrayList<>(known);
        if (several) {
            allowed.add(Dimension.NOT_STATED);
        }
        return Optional.of(Violation.query(
                name, ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), Text.of("value.not-one-of", allowed)));
    }

    private Optional<Violation> municipality(String code) {
        var known = register.find(code);
        if (known.isPresent() && (boundaries == null || known.get().isValidOn(boundaries))) {
            return Optional.empty();
        }
        var successors = known.isPresent() ? successors(code) : List.<String>of();
        return Optional.of(Violation.query(
                Dimension.MUNICIPALITY.jsonName(),
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", successors),
                boundaries == null
                        ? Text.of("place.municipality-unknown")
                        : Text.of("place.municipality-unknown-on", boundaries)));
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
