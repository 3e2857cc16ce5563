package nl.doorlichting.reporting.reach;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * The conditions of a list of reach figures. A parameter has one value or several, separated by commas, and a figure passes
 * with any of them. {@code NOT_STATED} passes figures that do not state the field. An absent parameter is no condition.
 */
final class ReachFilter {
    static final String NOT_STATED = "NOT_STATED";

    private static final int MOST_VALUES = 100;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern YEARS = Pattern.compile("\\d{4}-\\d{4}");

    /** What a parameter asks for. */
    private record Wanted<T>(Set<T> values, boolean notStated) {}

    private final Filter filter = new Filter();
    private final List<Violation> violations = new ArrayList<>();

    /** All conditions; 400 with all violations together. */
    Filter toFilter() {
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return filter;
    }

    /** Figures of a programme, and versions that were recorded since then or by this subject; null is no condition. */
    ReachFilter recorded(String programme, Instant since, String by) {
        filter.equal("programme", programme).equal("recordedBy", by);
        if (since != null) {
            filter.where("e.recordedAt >= :recordedSince", "recordedSince", since);
        }
        return this;
    }

    /** Constants of a field that has the name of the parameter. */
    <E extends Enum<E>> ReachFilter code(String name, String given, Class<E> type) {
        codes(name, given, type).ifPresent(wanted -> any(name, wanted));
        return this;
    }

    /** Constants in a column that holds any number of them. Its first condition shows the database how few rows have any. */
    <E extends Enum<E>> ReachFilter codesIn(String column, String name, String given, Class<E> type) {
        codes(name, given, type)
                .ifPresent(wanted -> where(
                        name,
                        wanted.values().stream().map(Enum::name).collect(Collectors.joining(",")),
                        sql("(" + column + " <> ''{}'' and " + column + " && string_to_array(?, '',''))", name),
                        wanted,
                        sql(column + " = ''{}''")));
        return this;
    }

    /** Ids in a field that has the name of the parameter. */
    ReachFilter id(String name, String given) {
        values(name, given, id -> ScalarFormats.isUuid(id) ? UUID.fromString(id) : null, wrongType(name, "a UUID"))
                .ifPresent(wanted -> any(name, wanted));
        return this;
    }

    /** Texts of a field that has the name of the parameter. */
    ReachFilter text(String name, String given) {
        values(name, given, text -> text.isEmpty() ? null : text, wrongType(name, "a text"))
                .ifPresent(wanted -> any(name, wanted));
        return this;
    }

    /** Periods as recorded, by their codes. */
    ReachFilter period(String given) {
        values("period", given, ReachFilter::toPeriod, wrongType("period", "a period such as 2010 or 2007-2009"))
                .ifPresent(wanted -> anyOf(wanted.values().stream()
                        .map(period -> "e.periodFrom = " + literal(period.from()) + " and e.periodUntil = "
                                + literal(period.until()))));
        return this;
    }

    /** Calendar years that hold the period of the figure; a figure over more than one year states none. */
    ReachFilter year(String given) {
        values("year", given, year -> YEAR.matcher(year).matches() ? toPeriod(year) : null, wrongType("year", "a year"))
                .ifPresent(wanted -> anyOf(Stream.concat(
                        wanted.values().stream()
                                .map(year -> "e.periodFrom >= " + literal(year.from()) + " and e.periodFrom < "
                                        + literal(year.until()) + " and e.periodUntil <= " + literal(year.until())),
                        Stream.of(sql("extract(year from period_from) <> extract(year from period_until - 1)"))
                                .filter(several -> wanted.notStated()))));
        return this;
    }

    /** Figures whose days are all inside these; null is no bound. */
    ReachFilter days(LocalDate from, LocalDate until) {
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.query(
                    "until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    "until is not after from."));
        }
        if (from != null) {
            filter.where("e.periodFrom >= :firstDay", "firstDay", from);
        }
        if (until != null) {
            filter.where("e.periodUntil <= :endDay", "endDay", until);
        }
        return this;
    }

    /** Municipalities that hold the figure; a figure of none or of several is in none in particular. */
    ReachFilter municipality(String given, MunicipalityRegister register) {
        values(
                        "municipality",
                        given,
                        code -> register.find(code).isPresent() ? code : null,
                        ReachFilter::unknownMunicipality)
                .ifPresent(wanted -> where(
                        "municipality",
                        String.join(",", wanted.values()),
                        inside("municipality"),
                        wanted,
                        sql("cardinality(place_municipalities) <> 1")));
        return this;
    }

    /** Provinces that hold the figure, also if it is of several municipalities. */
    ReachFilter province(String given, MunicipalityRegister register) {
        var provinces = new TreeMap<String, Set<String>>();
        register.all()
                .forEach(one -> provinces
                        .computeIfAbsent(one.province().code(), code -> new TreeSet<>())
                        .add(one.code()));
        var unknown = unknownValue("province", provinces.keySet().stream());
        values("province", given, code -> provinces.containsKey(code) ? code : null, unknown)
                .ifPresent(wanted -> where(wanted, provinces));
        return this;
    }

    private void where(Wanted<String> wanted, Map<String, Set<String>> provinces) {
        var codes = wanted.values().stream()
                .flatMap(province -> provinces.get(province).stream())
                .collect(Collectors.joining(","));
        if (!codes.isEmpty() && !wanted.notStated()) {
            filter.where(inside("province"), "province", codes);
            return;
        }
        // A condition has one parameter: the codes asked for, and those of each province.
        var all =
                provinces.values().stream().map(each -> String.join(",", each)).collect(Collectors.joining(";"));
        var asked = "place_municipalities && string_to_array(split_part(?, ''|'', 1), '','')"
                + " and place_municipalities <@ string_to_array(split_part(?, ''|'', 1), '','')";
        // A single municipality is in a province, which the index of the first condition leaves out.
        var inNone = "cardinality(place_municipalities) <> 1 and not exists (select from"
                + " unnest(string_to_array(split_part(?, ''|'', 2), '';'')) as province"
                + " where place_municipalities <> ''{}'' and place_municipalities <@ string_to_array(province, '',''))";
        filter.where(
                sql("(" + asked + " or " + inNone + ")", "province", "province", "province"),
                "province",
                codes + "|" + all);
    }

    // The first condition can use the index.
    private static String inside(String name) {
        return sql(
                "(place_municipalities && string_to_array(?, '','')"
                        + " and place_municipalities <@ string_to_array(?, '',''))",
                name,
                name);
    }

    private static String sql(String condition, String... parameters) {
        var bound =
                Arrays.stream(parameters).map(parameter -> ", :" + parameter).collect(Collectors.joining());
        return "cast(sql('" + condition + "'" + bound + ") as Boolean) = true";
    }

    private void any(String name, Wanted<?> wanted) {
        where(name, wanted.values(), "e." + name + " in :" + name, wanted, "e." + name + " is null");
    }

    private void where(String name, Object values, String stated, Wanted<?> wanted, String notStated) {
        if (wanted.values().isEmpty()) {
            filter.where(notStated);
            return;
        }
        filter.where(wanted.notStated() ? "(" + stated + " or " + notStated + ")" : stated, name, values);
    }

    private void anyOf(Stream<String> conditions) {
        var any = conditions.collect(Collectors.joining(") or (", "((", "))"));
        filter.where("(())".equals(any) ? "1 = 0" : any);
    }

    // Days are literals, because a condition has one parameter. They have no text of the request.
    private static String literal(LocalDate day) {
        return "{d '" + day + "'}";
    }

    private <E extends Enum<E>> Optional<Wanted<E>> codes(String name, String given, Class<E> type) {
        var constants =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
        var unknown = unknownValue(name, Arrays.stream(type.getEnumConstants()).map(Enum::name));
        return values(name, given, constants::get, unknown);
    }

    /**
     * @param read null for a text that is no value
     * @param refuse the violation of such a text
     */
    private <T> Optional<Wanted<T>> values(
            String name, String given, Function<String, T> read, Function<String, Violation> refuse) {
        if (given == null) {
            return Optional.empty();
        }
        var texts = new LinkedHashSet<>(List.of(given.split(",", -1)));
        var notStated = texts.remove(NOT_STATED);
        var found = texts.size() > MOST_VALUES
                ? List.of(tooMany(name))
                : texts.stream()
                        .filter(text -> read.apply(text) == null)
                        .map(refuse)
                        .toList();
        violations.addAll(found);
        return found.isEmpty()
                ? Optional.of(new Wanted<>(texts.stream().map(read).collect(Collectors.toSet()), notStated))
                : Optional.empty();
    }

    private static Violation tooMany(String name) {
        return Violation.query(
                name,
                ViolationCode.OUT_OF_RANGE,
                Map.of("maximum", MOST_VALUES),
                "The parameter has more than " + MOST_VALUES + " values.");
    }

    private static Function<String, Violation> unknownValue(String name, Stream<String> codes) {
        var allowed = Stream.concat(codes, Stream.of(NOT_STATED)).toList();
        return text -> Violation.query(
                name,
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                "A value is not one of " + String.join(", ", allowed) + ".");
    }

    private static Function<String, Violation> wrongType(String name, String expected) {
        return text -> Violation.query(
                name, ViolationCode.WRONG_TYPE, Map.of(), "A value must be " + expected + ", or " + NOT_STATED + ".");
    }

    private static Violation unknownMunicipality(String code) {
        return Violation.query(
                "municipality",
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", List.of()),
                "The register has no municipality " + code + ".");
    }

    // The codes of docs/design/figures.md#periods.
    private static Period toPeriod(String code) {
        try {
            if (YEARS.matcher(code).matches()) {
                return Period.ofYears(Integer.parseInt(code.substring(0, 4)), Integer.parseInt(code.substring(5)));
            }
            var days = code.split("/", -1);
            return days.length == 2
                    ? new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]))
                    : Period.ofYear(Year.parse(code).getValue());
        } catch (IllegalArgumentException | DateTimeException noPeriod) {
            return null;
        }
    }
}
