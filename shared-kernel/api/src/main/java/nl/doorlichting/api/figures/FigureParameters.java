package nl.doorlichting.api.figures;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
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
        checkMunicipality(register, violations);
        checkProvince(register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new Question(
                structure,
                text("programme"),
                day("from"),
                day("until"),
                by,
                only(),
                day("boundaries"),
                value("asOf", Instant::parse));
    }

    private Set<Dimension> by(List<Violation> violations) {
        try {
            return structure.by(text("by"));
        } catch (IllegalArgumentException unknown) {
            var allowed = structure.rows().stream().map(Dimension::jsonName).toList();
            var detail = "Rows can be by " + String.join(", ", allowed) + ", separated by commas.";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), detail));
            return Set.of();
        }
    }

    private Map<Dimension, Set<Object>> only() {
        var only = new EnumMap<Dimension, Set<Object>>(Dimension.class);
        structure.filters().stream()
                .filter(dimension -> text(dimension.jsonName()) != null)
                .forEach(dimension -> only.put(dimension, Set.of(dimension.value(text(dimension.jsonName())))));
        return only;
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

    private void checkMunicipality(MunicipalityRegister register, List<Violation> violations) {
        var code = text("municipality");
        if (code == null) {
            return;
        }
        var boundaries = day("boundaries");
        var known = register.find(code);
        if (known.isEmpty() || boundaries != null && !known.get().isValidOn(boundaries)) {
            var successors = known.isPresent() ? successors(register, code, boundaries) : List.<String>of();
            violations.add(Violation.query(
                    "municipality",
                    ViolationCode.MUNICIPALITY_NOT_VALID,
                    Map.of("code", code, "successors", successors),
                    "The register has no such municipality" + (boundaries == null ? "." : " on " + boundaries + ".")));
        }
    }

    private static List<String> successors(MunicipalityRegister register, String code, LocalDate day) {
        var then = register.reexpress(code, day);
        return then instanceof Reexpression.Allocated allocated
                ? List.of(allocated.code())
                : List.copyOf(((Reexpression.Unallocated) then).candidates());
    }

    private void checkProvince(MunicipalityRegister register, List<Violation> violations) {
        var province = text("province");
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        if (province != null && !known.contains(province)) {
            violations.add(Violation.query(
                    "province",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", List.copyOf(known)),
                    "The province is not one of " + String.join(", ", known) + "."));
        }
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
