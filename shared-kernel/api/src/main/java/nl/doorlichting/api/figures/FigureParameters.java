package nl.doorlichting.api.figures;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * The query parameters of an operation that is annotated with {@link FiguresOf}, the same at the services and at the
 * gateway. The structure says which there are.
 */
public final class FigureParameters {
    private final Structure structure;
    private final MultivaluedMap<String, String> values;

    /** The parameters of a request, each of which has been checked for itself. */
    public FigureParameters(Structure structure, UriInfo request) {
        this.structure = structure;
        this.values = request.getQueryParameters();
    }

    /** The parameters of an operation by name, each with the type of its value; none for an operation without figures. */
    public static Map<String, Class<?>> of(Method operation) {
        var figures = operation.getAnnotation(FiguresOf.class);
        var types = new LinkedHashMap<String, Class<?>>();
        if (figures != null) {
            FigureParameter.of(figures.value()).forEach(parameter -> types.put(parameter.name(), parameter.type()));
        }
        return types;
    }

    /** The question; 400 with all violations together if the parameters contradict each other. */
    public Question toQuestion(MunicipalityRegister register) {
        var violations = new ArrayList<Violation>();
        var by = by(violations);
        checkPeriod(violations);
        var only = only(register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new Question(
                structure,
                text("programme"),
                day("from"),
                day("until"),
                by,
                only,
                day("boundaries"),
                value("asOf", Instant::parse));
    }

    /** 400 for more rows than an answer can have. */
    public static void refuseTooLong(Table<?> table) {
        if (table.isTooLong()) {
            throw ProblemException.violations(List.of(Violation.query(
                    "by",
                    ViolationCode.TOO_MANY_ROWS,
                    Map.of("maximum", Table.MOST_ROWS),
                    "By project or organisation an answer has " + Table.MOST_ROWS + " rows at most: ask for less.")));
        }
    }

    private Set<Dimension> by(List<Violation> violations) {
        try {
            var by = structure.by(text("by"));
            if (by.size() > structure.most()) {
                violations.add(Violation.query(
                        "by",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", structure.most()),
                        "Rows can be by " + structure.most() + " dimensions together at most."));
            }
            return by;
        } catch (IllegalArgumentException unknown) {
            var allowed = structure.rows().stream().map(Dimension::jsonName).toList();
            var detail = "Rows can be by " + String.join(", ", allowed) + ", separated by commas.";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), detail));
            return Set.of();
        }
    }

    private Map<Dimension, Set<Object>> only(MunicipalityRegister register, List<Violation> violations) {
        var only = new EnumMap<Dimension, Set<Object>>(Dimension.class);
        structure.filters().stream()
                .filter(dimension -> text(dimension.jsonName()) != null)
                .forEach(dimension -> {
                    var wanted = new LinkedHashSet<Object>();
                    values(text(dimension.jsonName()))
                            .forEach(value -> value(dimension, value, register)
                                    .ifPresentOrElse(violations::add, () -> wanted.add(dimension.value(value))));
                    only.put(dimension, wanted);
                });
        return only;
    }

    private Stream<String> values(String text) {
        return structure.notesNotStated() ? Stream.of(text.split(",", -1)) : Stream.of(text);
    }

    /** What is wrong with one value of a filter; empty for a value that can be asked for. */
    private Optional<Violation> value(Dimension dimension, String value, MunicipalityRegister register) {
        if (value.equals(Dimension.NOT_STATED) && structure.notesNotStated()) {
            return Optional.empty();
        }
        return switch (dimension) {
            case MUNICIPALITY -> municipality(value, register);
            case PROVINCE -> oneOf(dimension, value, provinces(register));
            default -> dimension.isCoded() ? oneOf(dimension, value, dimension.codes()) : parsed(dimension, value);
        };
    }

    private Optional<Violation> oneOf(Dimension dimension, String value, Collection<String> known) {
        if (known.contains(value)) {
            return Optional.empty();
        }
        var allowed = new ArrayList<>(known);
        if (structure.notesNotStated()) {
            allowed.add(Dimension.NOT_STATED);
        }
        return Optional.of(Violation.query(
                dimension.jsonName(),
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                "The value is not one of " + String.join(", ", allowed) + "."));
    }

    private static Optional<Violation> parsed(Dimension dimension, String value) {
        try {
            dimension.value(value);
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(Violation.query(
                    dimension.jsonName(),
                    ViolationCode.WRONG_FORMAT,
                    Map.of(),
                    "\"" + value + "\" is no " + dimension.jsonName() + "."));
        }
    }

    private void checkPeriod(List<Violation> violations) {
        var from = day("from");
        var until = day("until");
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.query(
                    "until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    "until is not after from."));
        }
    }

    private Optional<Violation> municipality(String code, MunicipalityRegister register) {
        var boundaries = day("boundaries");
        var known = register.find(code);
        if (known.isPresent() && (boundaries == null || known.get().isValidOn(boundaries))) {
            return Optional.empty();
        }
        var successors = known.isPresent() ? successors(register, code, boundaries) : List.<String>of();
        return Optional.of(Violation.query(
                "municipality",
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", successors),
                "The register has no such municipality" + (boundaries == null ? "." : " on " + boundaries + ".")));
    }

    private static List<String> successors(MunicipalityRegister register, String code, LocalDate day) {
        var then = register.reexpress(code, day);
        return then instanceof Reexpression.Allocated allocated
                ? List.of(allocated.code())
                : List.copyOf(((Reexpression.Unallocated) then).candidates());
    }

    private static Set<String> provinces(MunicipalityRegister register) {
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        return known;
    }

    private LocalDate day(String name) {
        return value(name, LocalDate::parse);
    }

    private <T> T value(String name, Function<String, T> parse) {
        var text = text(name);
        return text == null ? null : parse.apply(text);
    }

    private String text(String name) {
        return values.getFirst(name);
    }
}
