package nl.doorlichting.funding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.lists.Filter;

/**
 * Filters that are more than an equality, of values that {@link ListFilterRules} allows. Null does not filter. All but {@code containing} have an index and need
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

    /** Rows in any of these municipalities, those in which one takes part included. */
    public static Filter municipality(Filter filter, List<String> codes) {
        return codes.isEmpty()
                ? filter
                : holding(filter, "municipalities", codes).narrow();
    }

    /** Rows in any municipality that these provinces ever had. */
    public static Filter province(Filter filter, List<String> codes, MunicipalityRegister register) {
        if (codes.isEmpty()) {
            return filter;
        }
        return filter.where(
                "cast(sql('municipalities && string_to_array(?, '','')', :province) as Boolean) = true",
                "province",
                String.join(",", municipalitiesOf(codes, register)));
    }

    /** All codes of municipalities that these provinces ever had. */
    public static List<String> municipalitiesOf(List<String> provinces, MunicipalityRegister register) {
        return register.all().stream()
                .filter(municipality ->
                        provinces.contains(municipality.province().code()))
                .map(Municipality::code)
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
        // Numbers, so that they can stand in the statement.
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
}
