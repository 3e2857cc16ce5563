package nl.doorlichting.domain.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Adding quantities where they lie: the aggregate expressions over the columns of {@link QuantityColumns} that give the
 * components of a {@link QuantitySum} in order, for native {@code group by} queries on PostgreSQL.
 */
public final class QuantitySql {

    /** How many result columns {@link #sums} selects. */
    public static final int COLUMNS = 10;

    /** The components of a {@link QuantitySum} in order, as columns of a table of sums. */
    public static final List<String> COMPONENTS = List.of(
            "best_halves",
            "lowest",
            "highest",
            "without_margin",
            "exact",
            "approximate",
            "ranges",
            "at_least",
            "vague",
            "not_measured");

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

    // Hibernate reads a colon as a parameter, hence cast() and not ::
    private static final String SUMS = """
            coalesce(cast(sum(case {q}kind when 'RANGE' then {q}minimum + {q}maximum else 2 * {q}value end) as bigint), 0),
            coalesce(cast(sum(case {q}kind when 'RANGE' then {q}minimum else {q}value - coalesce({q}plus_minus, 0) end) as bigint), 0),
            coalesce(cast(sum(case {q}kind when 'RANGE' then {q}maximum else {q}value + coalesce({q}plus_minus, 0) end) as bigint), 0),
            count(*) filter (where {q}kind = 'APPROXIMATE' and {q}plus_minus is null),
            count(*) filter (where {q}kind = 'EXACT'),
            count(*) filter (where {q}kind = 'APPROXIMATE'),
            count(*) filter (where {q}kind = 'RANGE'),
            count(*) filter (where {q}kind = 'AT_LEAST'),
            count(*) filter (where {q}kind = 'VAGUE'),
            count(*) filter (where {q}kind = 'NOT_MEASURED')""";

    private QuantitySql() {}

    /**
     * The select-list fragment over the {@code quantity_} columns of the table with this alias.
     *
     * @throws IllegalArgumentException when the alias is no plain lower-case identifier
     */
    public static String sums(String alias) {
        return sums(alias, "quantity_");
    }

    /** The same over columns with another prefix, as in {@code sums("t", "participants_")}. */
    public static String sums(String alias, String columnPrefix) {
        return SUMS.replace("{q}", identifier(alias) + "." + identifier(columnPrefix));
    }

    /**
     * The same over rows that have these components, and a column {@code sign} that is -1 for what is taken back.
     *
     * @throws IllegalArgumentException when the alias is no plain lower-case identifier
     */
    public static String signedSums(String alias) {
        return addingUp("{e}.sign * {e}.", alias);
    }

    /** The same over rows that have these components with their sign. */
    public static String addedSums(String alias) {
        return addingUp("{e}.", alias);
    }

    private static String addingUp(String of, String alias) {
        return COMPONENTS.stream()
                .map(component -> "bigint_sum(" + of + component + ") as " + component)
                .collect(Collectors.joining(", "))
                .replace("{e}", identifier(alias));
    }

    /** The sum in a result row, from the column where the fragment begins (counted from 0). */
    public static QuantitySum read(Object[] row, int offset) {
        return new QuantitySum(
                number(row[offset]),
                number(row[offset + 1]),
                number(row[offset + 2]),
                number(row[offset + 3]),
                number(row[offset + 4]),
                number(row[offset + 5]),
                number(row[offset + 6]),
                number(row[offset + 7]),
                number(row[offset + 8]),
                number(row[offset + 9]));
    }

    private static long number(Object column) {
        return column instanceof BigDecimal decimal ? decimal.longValueExact() : ((Number) column).longValue();
    }

    // The fragment is pasted into a statement: nothing but an identifier may enter it.
    private static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not an identifier: " + name);
        }
        return name;
    }
}
