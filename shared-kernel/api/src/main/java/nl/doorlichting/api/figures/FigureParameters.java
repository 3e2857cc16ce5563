package nl.doorlichting.api.figures;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The query parameters of an operation that is annotated with {@link FiguresOf}, the same at the services and at the
 * gateway. The structure says which there are. {@link FigureParameterRules} checks them before the operation is called.
 */
public final class FigureParameters {
    private static final String BY = "by";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String BOUNDARIES = "boundaries";
    private static final String ROW = "row";

    private final Structure structure;
    private final Map<String, List<String>> values;

    public FigureParameters(Structure structure, UriInfo request) {
        this(structure, request.getQueryParameters());
    }

    /** Of these values by name, as a request would have them. */
    public FigureParameters(Structure structure, Map<String, List<String>> values) {
        this.structure = structure;
        this.values = values;
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

    /**
     * The values that the filter of an operation asks for, as given, apart from {@code NOT_STATED}; none for an operation
     * without that filter.
     */
    public static List<String> asked(Method operation, Dimension filter, Map<String, List<String>> query) {
        var structure = structure(operation);
        if (structure == null || !structure.filters().contains(filter)) {
            return List.of();
        }
        var text = new FigureParameters(structure, query).text(filter.jsonName());
        return text == null
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .filter(value -> !value.equals(Dimension.NOT_STATED))
                        .distinct()
                        .toList();
    }

    /** The figures that an operation is about; null for another operation. */
    static Structure structure(Method operation) {
        var figures = operation.getAnnotation(FiguresOf.class);
        var list = operation.getAnnotation(RecordsOf.class);
        return figures != null ? figures.value() : list != null ? list.value() : null;
    }

    /** The question; 400 with all violations together if there is none. */
    public Question toQuestion(MunicipalityRegister register) {
        var violations = violations(register);
        ProblemException.refuse(violations);
        return new Question(
                structure,
                text("programme"),
                day(FROM),
                day(UNTIL),
                structure.by(text(BY)),
                only(new FilterValues(register, day(BOUNDARIES))),
                day(BOUNDARIES),
                moment("asOf"));
    }

    /** 400 for more rows than an answer can have, with the operation that has them all if there is one. */
    public static void refuseTooLong(Table<?> table, Optional<String> whole) {
        if (table.isTooLong()) {
            throw tooManyRows(Table.mostRows(table.question()), whole);
        }
    }

    /** 400: an answer has so many rows at most, with the operation that has more if there is one. */
    static ProblemException tooManyRows(int most, Optional<String> whole) {
        var parameters = new LinkedHashMap<String, Object>(Map.of("maximum", most));
        whole.ifPresent(operation -> parameters.put("operation", operation));
        return ProblemException.violation(Violation.query(
                "by",
                ViolationCode.TOO_MANY_ROWS,
                parameters,
                whole.map(operation -> Text.of("figures.too-many-rows-use", most, operation))
                        .orElseGet(() -> Text.of("figures.too-many-rows", most))));
    }

    /** What is wrong with them, apart from the form of a single value, which is left out here. */
    public List<Violation> violations(MunicipalityRegister register) {
        return violations(register, filters -> {});
    }

    /** The same of the parameters of a list. */
    List<Violation> violations(MunicipalityRegister register, RecordsOf list) {
        return violations(register, filters -> {
            Stream.of(list.ids())
                    .filter(name -> text(name) != null)
                    .forEach(name -> filters.several(name, Dimension.PROJECT, text(name)));
            if (text(ROW) != null) {
                filters.row(List.of(list.row()), text(ROW));
            }
        });
    }

    private List<Violation> violations(MunicipalityRegister register, Consumer<FilterValues> further) {
        var violations = new ArrayList<Violation>();
        checkBy(violations);
        checkDays(violations);
        checkMap(register, violations);
        var filters = new FilterValues(register, day(BOUNDARIES));
        var only = only(filters);
        further.accept(filters);
        violations.addAll(filters.violations());
        new FilterContradictions(only, day(FROM), day(UNTIL), register).addTo(violations);
        return violations;
    }

    /** The moment of recorded time that is asked for; null for now. */
    Instant asOf() {
        return moment("asOf");
    }

    private void checkBy(List<Violation> violations) {
        if (text(BY) == null) {
            return;
        }
        var allowed = structure.rows().stream().map(Dimension::jsonName).toList();
        var unknown = names().stream()
                .filter(name -> !allowed.contains(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            violations.add(FilterValues.rejected(BY, unknown, allowed));
        }
        var once = new HashSet<String>();
        names().stream()
                .filter(name -> !once.add(name))
                .distinct()
                .forEach(name -> violations.add(Violation.query(
                        BY, ViolationCode.NOT_ALLOWED, Map.of("value", name), Text.of("figures.by-twice", name))));
        if (names().size() > structure.most()) {
            violations.add(Violation.query(
                    BY,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", structure.most()),
                    Text.of("figures.by-too-many", structure.most())));
        }
    }

    private void checkDays(List<Violation> violations) {
        var from = day(FROM);
        var until = day(UNTIL);
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.query(
                    UNTIL,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    Text.of("figures.until-not-after-from")));
        }
    }

    private void checkMap(MunicipalityRegister register, List<Violation> violations) {
        var map = day(BOUNDARIES);
        if (map != null && map.isBefore(register.firstDay())) {
            violations.add(Violation.query(
                    BOUNDARIES,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", register.firstDay()),
                    Text.of("figures.before-register", register.firstDay())));
        }
    }

    private List<String> names() {
        return Arrays.asList(text(BY).split(",", -1));
    }

    private Map<Dimension, Set<Object>> only(FilterValues filters) {
        var only = new EnumMap<Dimension, Set<Object>>(Dimension.class);
        structure.filters().stream()
                .filter(dimension -> text(dimension.jsonName()) != null)
                .forEach(dimension -> only.put(dimension, values(filters, dimension, text(dimension.jsonName()))));
        return only;
    }

    private Set<Object> values(FilterValues filters, Dimension dimension, String text) {
        return structure.isReported() ? filters.several(dimension, text) : filters.one(dimension, text);
    }

    private LocalDate day(String name) {
        return value(name, ScalarFormats::isDate, LocalDate::parse);
    }

    private Instant moment(String name) {
        return value(name, ScalarFormats::isInstant, Instant::parse);
    }

    private <T> T value(String name, Predicate<String> isFormed, Function<String, T> parse) {
        var text = text(name);
        return text == null || !isFormed.test(text) ? null : parse.apply(text);
    }

    // What is given twice, empty or garbled is reported for itself.
    private String text(String name) {
        var given = values.get(name);
        return given == null || given.size() != 1 || given.get(0).isEmpty() || !ScalarFormats.isText(given.get(0))
                ? null
                : given.get(0);
    }
}
