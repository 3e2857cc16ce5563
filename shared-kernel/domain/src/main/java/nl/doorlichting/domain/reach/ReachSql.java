package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.SqlConditions;
import java.sql.Date;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceSql;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * Selects the {@link ReachFact}s of a query from the database of a service, summed in SQL. The table or view has the
 * columns {@code programme, period_from, period_until, target_group, track, action_line}, those of a place and those
 * of a quantity.
 */
public final class ReachSql {

    private static final String GROUPS = """
            select e.period_from, e.period_until, e.target_group, %s as municipality, %s as several_places,
                %s as inclusion, %s
            from %s e
            %s
            group by 1, 2, 3, 4, 5, 6
            """;
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");
    private static final int SUMS = 6;

    private ReachSql() {}

    /**
     * The statement; its parameters are the filter's.
     *
     * @param table table or view, under the alias e
     * @param inclusion expression that names an {@link Inclusion}
     */
    public static String groups(String table, String inclusion, SqlConditions filter) {
        if (!IDENTIFIER.matcher(table).matches()) {
            throw new IllegalArgumentException("not an identifier: " + table);
        }
        return GROUPS.formatted(
                PlaceSql.singleMunicipality("e"),
                PlaceSql.severalMunicipalities("e"),
                inclusion,
                QuantitySql.sums("e"),
                table,
                filter.clause());
    }

    /** The facts that the query may need. They include periods that lie partly outside, which a note counts. */
    public static SqlConditions filter(ReachQuery query, MunicipalityRegister register) {
        SqlConditions filter = new SqlConditions()
                .equal("programme", query.programme())
                .equal("target_group", name(query.targetGroup()))
                .equal("track", name(query.track()))
                .equal("action_line", name(query.actionLine()));
        if (query.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", query.until());
        }
        query.recordedMunicipalities(register)
                .ifPresent(codes -> filter.where(
                        "e.place_municipalities && cast(:municipalities as text[])",
                        "municipalities",
                        codes.toArray(String[]::new)));
        return filter;
    }

    /** The fact in a row of the statement's result. */
    public static ReachFact fact(Object[] group) {
        return new ReachFact(
                new Period(day(group[0]), day(group[1])),
                TargetGroup.valueOf((String) group[2]),
                (String) group[3],
                (Boolean) group[4],
                Inclusion.valueOf((String) group[5]),
                QuantitySql.read(group, SUMS));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
