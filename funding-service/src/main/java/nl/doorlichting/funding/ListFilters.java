package nl.doorlichting.funding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Filters that are more than an equality. Null does not filter. All but {@code containing} have an index and need
 * the table's columns {@code municipalities text[]} (GIN), {@code period_from} and {@code period_until} (GiST on the
 * range) and {@code search tsvector} (GIN).
 */
public final class ListFilters {
    private ListFilters() {}

    /** Rows whose array has one of these codes; the column is one of the table, by its SQL name. */
    public static Filter holding(Filter filter, String column, Collection<?> codes) {
        return codes.isEmpty()
                ? filter
                : filter.where(
                        "cast(sql('" + column + " && string_to_array(?, '','')', :" + column + ") as Boolean) = true",
                        column,
                        codes.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    /** Rows in any of these municipalities, those in which one takes part included; 400 for one that never was. */
    public static Filter municipality(Filter filter, List<String> codes, MunicipalityRegister register) {
        refuseUnknownMunicipality(codes, register);
        return codes.isEmpty()
                ? filter
                : holding(filter, "municipalities", codes).narrow();
    }

    /** 400 for a code that no municipality ever had. */
    public static void refuseUnknownMunicipality(List<String> codes, MunicipalityRegister register) {
        ProblemException.refuse(codes.stream()
                .filter(code -> register.find(code).isEmpty())
                .limit(1)
                .map(code -> Violation.query(
                        "municipality",
                        ViolationCode.MUNICIPALITY_NOT_VALID,
                        Map.of("code", code, "successors", List.of()),
                        Text.of("place.municipality-unknown", code)))
                .toList());
    }

    /** Rows in any municipality that these provinces ever had; 400 for a province that is not there. */
    public static Filter province(Filter filter, List<String> codes, MunicipalityRegister register) {
        if (codes.isEmpty()) {
            return filter;
        }
        return filter.where(
                "cast(sql('municipalities && string_to_array(?, '','')', :province) as Boolean) = true",
                "province",
                String.join(",", municipalitiesOf(codes, register)));
    }

    /** All codes of municipalities that these provinces ever had; 400 for a province that is not there. */
    public static List<String> municipalitiesOf(List<String> provinces, MunicipalityRegister register) {
        return provinces.stream()
                .flatMap(province -> {
                    var codes = register.all().stream()
                            .filter(municipality ->
                                    municipality.province().code().equals(province))
                            .map(Municipality::code)
                            .toList();
                    if (codes.isEmpty()) {
                        throw unknownProvince(province, register);
                    }
                    return codes.stream();
                })
                .distinct()
                .toList();
    }

    /**
     * Rows whose period has a day in one of these years. Of a narrow filter the period of each row is looked at: the database
     * takes periods of a year for one in a hundred, and would read the index of periods for all rows of that year too.
     */
    public static Filter year(Filter filter, List<Integer> years) {
        if (years.isEmpty()) {
            return filter;
        }
        if (years.stream().anyMatch(year -> year < Period.FIRST_YEAR || year > Period.LAST_YEAR)) {
            var bounds = Map.<String, Object>of("minimum", Period.FIRST_YEAR, "maximum", Period.LAST_YEAR);
            throw ProblemException.violation(
                    Violation.query("year", ViolationCode.OUT_OF_RANGE, bounds, Text.of("list.year-unknown")));
        }
        // Numbers of this range only, so that they can stand in the statement.
        if (filter.isNarrow()) {
            return filter.where(years.stream()
                    .distinct()
                    .map(year -> "sql('period_from < make_date(%d, 1, 1) and period_until > make_date(%d, 1, 1)')"
                            .formatted(year + 1, year))
                    .map("cast(%s as Boolean) = true"::formatted)
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        var days = years.stream()
                .distinct()
                .map(year -> "daterange(make_date(%d, 1, 1), make_date(%d, 1, 1))".formatted(year, year + 1))
                .collect(Collectors.joining(", "));
        return filter.where("cast(sql('(period_from is not null and daterange(period_from, period_until) && "
                + (years.size() == 1 ? days : "datemultirange(" + days + ")") + ")') as Boolean) = true");
    }

    /** Rows in which each word of the text is the beginning of a word. */
    public static Filter text(Filter filter, String text) {
        if (text == null) {
            return filter;
        }
        return filter.where(
                "cast(sql('search @@ to_tsquery(''simple'', ?)', :q) as Boolean) = true", "q", prefixQuery(text));
    }

    /**
     * A text search query for rows in which each word of the text is the beginning of a word. What is no letter or digit
     * separates words. A query without words finds nothing.
     */
    public static String prefixQuery(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    /** Rows with this text in one of the fields, in capitals or not. */
    public static Filter containing(Filter filter, String text, String... fields) {
        if (text == null) {
            return filter;
        }
        var condition = Arrays.stream(fields)
                .map(field -> "lower(e." + field + ") like :q escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"));
        return filter.where(condition, "q", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
    }

    private static ProblemException unknownProvince(String province, MunicipalityRegister register) {
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        return ProblemException.violation(
                Violation.unknownValue("province", province, known, Text.of("place.province-unknown", known)));
    }
}
