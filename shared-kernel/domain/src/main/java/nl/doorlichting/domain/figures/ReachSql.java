package nl.doorlichting.domain.figures;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Selects the facts of reach from a table or view, summed in SQL. Beside the columns of the dimensions it has the columns
 * {@code tally, programme, period_from, period_until}, those of a place and those of a quantity.
 */
public final class ReachSql {
    private static final String GROUPS = """
        select %s, e.period_from, e.period_until, %s, %s%s
        from %s e
        %s
        group by %s%s
        """;
    private static final String SIGNED_GROUPS = """
        select %s, e.period_from, e.period_until, %s, %s
        from (%s) e
        %s
        group by %s
        having sum(e.sign * e.records) <> 0
        """;
    private static final String SIGNED_ROWS = "select %s, %s as sign, e.records, %s from %s";
    // A record that no tally of the answer may hold is added like one that is in none, so that fewer groups are read.
    private static final String INCLUSION_OF_RECORDS = """
        case when e.included_in = any(cast(:tallies as text[])) then 'IN_TALLY' when {unknown} then 'UNKNOWN'
            else 'ADDED' end,
        case when e.included_in = any(cast(:tallies as text[])) then e.included_in end,
        case when {unknown} then e.programme end, case when {unknown} then e.target_group end,
        cast(null as text), cast(null as text)""".replace(
                    "{unknown}",
                    "coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN' and e.target_group = any(cast(:tally_groups as"
                            + " text[]))");
    private static final String ADDED = "'ADDED'" + ", cast(null as text)".repeat(5);
    private static final List<String> KEPT_BY_ALL = List.of("e.programme", "e.period_from", "e.period_until");
    private static final List<String> KEPT_FOR_TALLIES = List.of("e.target_group", "e.included_in");
    private static final String COMPONENTS =
            QuantitySql.COMPONENTS.stream().map("e."::concat).collect(joining(", "));
    // Two tallies of different municipalities do not hold one another, whether a question looks at place or not.
    private static final String PLACES_OF_TALLIES =
            "case when e.tally then array_to_string(e.place_municipalities, ',') end";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");
    private static final int PERIOD_AND_INCLUSION = 8;

    private final FigureSql figures;

    /** The columns of the dimensions, over the alias e. */
    public ReachSql(Map<Dimension, FigureSql.Column> columns) {
        this.figures = new FigureSql(Structure.REACH, columns, FigureSql.Column.array("e.place_municipalities"));
    }

    /** Over how many people took part: sums that merge in any order. */
    public static Measure<QuantitySum> measure() {
        return new Measure<>(QuantitySum.ZERO, QuantitySum::plus).overlapping(QuantitySum::ofOverlapping);
    }

    /**
     * The statement; its parameters are the conditions'.
     *
     * @param table table or view, under the alias e
     * @param inclusion expressions of an {@link Inclusion}: its kind, the tally, the programme, the target group and the
     *     training type of its group, and the country
     */
    public String groups(Question question, String table, String inclusion, SqlConditions where) {
        return groups(question, table, inclusion, where, "");
    }

    /** The statement that returns each record as a group of its own, with its id after the sum. */
    public String records(Question question, String table, String inclusion, SqlConditions where, String id) {
        return groups(question, table, inclusion, where, ", " + id);
    }

    /**
     * Rows of sums, or of records, with {@code programme, period_from, period_until, records}, what the question looks at and
     * the components of a quantity; with {@code target_group, included_in} where the answer has a tally.
     *
     * @param from table or view under the alias e, with its conditions
     * @param sign expression of what each is multiplied by: -1 for what is taken away
     */
    public record Signed(String from, String sign) {}

    /**
     * The statement that adds up signed rows. It adds parameters to the conditions.
     *
     * @param tallies the tallies of the answer, which may hold some of what is added up
     */
    public String signedGroups(
            Question question, SqlConditions where, List<Signed> rows, Collection<Fact<QuantitySum>> tallies) {
        Stream<String> kept = tallies.isEmpty()
                ? KEPT_BY_ALL.stream()
                : Stream.concat(KEPT_BY_ALL.stream(), KEPT_FOR_TALLIES.stream());
        String columns =
                Stream.concat(kept, figures.looked(question)).distinct().collect(joining(", "));
        if (!tallies.isEmpty()) {
            where.parameter("tallies", texts(tallies, Inclusion::tally));
            where.parameter(
                    "tally_groups",
                    texts(tallies, inclusion -> inclusion.group().targetGroup()));
        }
        return SIGNED_GROUPS.formatted(
                figures.select(question),
                tallies.isEmpty() ? ADDED : INCLUSION_OF_RECORDS,
                QuantitySql.signedSums("e"),
                rows.stream()
                        .map(some -> SIGNED_ROWS.formatted(columns, some.sign(), COMPONENTS, some.from()))
                        .collect(joining("\nunion all ")),
                where.clause(),
                figures.groups(PERIOD_AND_INCLUSION));
    }

    private static String[] texts(Collection<Fact<QuantitySum>> tallies, Function<Inclusion, String> text) {
        return tallies.stream().map(Fact::inclusion).map(text).distinct().toArray(String[]::new);
    }

    private String groups(Question question, String table, String inclusion, SqlConditions where, String id) {
        if (!IDENTIFIER.matcher(table).matches()) {
            throw new IllegalArgumentException("not an identifier: " + table);
        }
        return GROUPS.formatted(
                figures.select(question, PLACES_OF_TALLIES),
                inclusion,
                QuantitySql.sums("e"),
                id,
                table,
                where.clause(),
                figures.groups(PERIOD_AND_INCLUSION),
                id);
    }

    /** The first columns of a statement with other sums, up to the period. */
    public String select(Question question) {
        return figures.select(question);
    }

    /** The facts that the question may need. They include periods that lie partly outside, which a note counts. */
    public SqlConditions where(Question question, MunicipalityRegister register) {
        SqlConditions conditions = figures.where(question, register);
        if (question.from() != null) {
            conditions.where("e.period_until > :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            conditions.where("e.period_from < :wanted_until", "wanted_until", question.until());
        }
        return conditions;
    }

    /** The fact in a row of the result: what is stated, the period, the inclusion and the sum. */
    public Fact<QuantitySum> fact(Question question, Object[] group) {
        int period = figures.width();
        QuantitySum sum = QuantitySql.read(group, period + PERIOD_AND_INCLUSION);
        return figures.fact(question, group, sum.observations().total(), sum)
                .during(FigureSql.period(group, period))
                .included(FigureSql.inclusion(group, period + 2));
    }

    /** The id in a row of {@link #records}. */
    public Object id(Object[] row) {
        return row[figures.width() + PERIOD_AND_INCLUSION + QuantitySql.COLUMNS];
    }
}
