package nl.doorlichting.domain.figures;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Selects the facts of reach from a table or view, summed in SQL. Beside the columns of the dimensions it has the columns
 * {@code tally, programme, period_from, period_until}, those of a place and those of a quantity.
 */
public final class ReachSql {
    private static final String MUNICIPALITIES_OF_KEY = "any_value(e.place_municipalities) as place_municipalities, ";
    // Not extract(), which makes a numeric.
    private static final String YEAR =
            "case when date_part('year', e.period_from) = date_part('year', e.period_until - 1)"
                    + " then date_part('year', e.period_from) end";
    private static final String HAVING_RECORDS = " having bigint_sum(e.records) <> 0";
    // The days of each record, as one number, and how many records have them, which matters only where some are taken
    // away. What is formatted is made after adding up, and the days only where the group before has others.
    private static final String PERIODS =
            "array_agg(cast(e.period_from - date '1970-01-01' as bigint) * " + PeriodSet.DAYS
                    + " + (e.period_until - e.period_from)) as days,"
                    + " array_agg(e.records) as records_of_days, min(e.records) as fewest";
    private static final String SELECT_PERIODS =
            "case when e.days is distinct from lag(e.days) over () then array_to_string(e.days, ',') end,"
                    + " case when e.fewest <= 0 then array_to_string(e.records_of_days, ',') end";
    private static final String MAY_BE_IN_TALLY = "coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN'"
            + " and e.target_group = any(cast(:tally_groups as text[]))";
    // A record that no tally of the answer may hold is added like one that is in none, so that fewer groups are read.
    private static final List<String> INCLUSION_OF_RECORDS = Stream.of(
                    "case when e.included_in = any(cast(:tallies as text[])) then 'IN_TALLY' when {unknown} then 'UNKNOWN'"
                            + " else 'ADDED' end",
                    "case when e.included_in = any(cast(:tallies as text[])) then e.included_in end",
                    "case when {unknown} then e.programme end",
                    "case when {unknown} then e.target_group end",
                    "cast(null as text)",
                    "cast(null as text)")
            .map(expression -> expression.replace("{unknown}", MAY_BE_IN_TALLY))
            .toList();
    // The same in few columns to group by: which tally a record is in, or of which group one may be.
    private static final String INCLUDED = ("case when e.included_in = any(cast(:tallies as text[])) then e.included_in"
                    + " when {unknown} then e.target_group end as included")
            .replace("{unknown}", MAY_BE_IN_TALLY);
    // Which tallies share days with the period: between which first days and ends of tallies its first and last day
    // are. Null for what no unknown tally may hold.
    private static final String AMONG_TALLIES = ("case when {unknown} then"
                    + " cast(width_bucket(e.period_from, {days}) as bigint) * 1000000 + width_bucket(e.period_until - 1, {days})"
                    + " end as among_tallies")
            .replace("{unknown}", MAY_BE_IN_TALLY)
            // Read once, and not for each row.
            .replace("{days}", "(select cast(cast(:tally_days as text[]) as date[]))");
    private static final String INCLUSION_OF_GROUP = "case when e.included is null then 'ADDED'"
            + " when e.among_tallies is null then 'IN_TALLY' else 'UNKNOWN' end,"
            + " case when e.among_tallies is null then e.included end,"
            + " case when e.among_tallies is not null then {programme} end,"
            + " case when e.among_tallies is not null then e.included end, cast(null as text), cast(null as text)";
    private static final String ADDED = "'ADDED'" + ", cast(null as text)".repeat(5);
    private static final List<String> KEPT_BY_ALL = List.of("e.programme", "e.period_from", "e.period_until");
    private static final List<String> KEPT_FOR_TALLIES = List.of("e.target_group", "e.included_in");
    private static final List<String> MEASURES =
            Stream.concat(Stream.of("records"), QuantitySql.COMPONENTS.stream()).toList();
    private static final String SUMS = QuantitySql.sums("e");
    private static final String ADDED_SUMS = QuantitySql.addedSums("e");
    private static final String COMPONENTS =
            QuantitySql.COMPONENTS.stream().map("e."::concat).collect(joining(", "));
    // Two tallies of different municipalities do not hold one another, whether a question looks at place or not.
    private static final String PLACES_OF_TALLIES =
            "case when e.tally then array_to_string(e.place_municipalities, ',') end";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");
    private static final int PERIOD_AND_INCLUSION = 8;

    private final FigureSql figures;
    private final String municipalities;
    private final Optional<String> key;

    /** The columns of the dimensions, over the alias e. */
    public ReachSql(Map<Dimension, FigureSql.Column> columns) {
        this(columns, "e.place_municipalities");
    }

    /**
     * The same.
     *
     * @param municipalities the column of the municipalities, or of what stands for them
     */
    public ReachSql(Map<Dimension, FigureSql.Column> columns, String municipalities) {
        this(columns, municipalities, Optional.empty());
    }

    private ReachSql(Map<Dimension, FigureSql.Column> columns, String municipalities, Optional<String> key) {
        this.figures = new FigureSql(Structure.REACH, columns, FigureSql.Column.array(municipalities));
        this.municipalities = municipalities;
        this.key = key;
    }

    /** The same over rows that have a short key of the municipalities, by which they are grouped in less time. */
    public static ReachSql withPlaceKey(Map<Dimension, FigureSql.Column> columns) {
        return new ReachSql(columns, "e.place_municipalities", Optional.of("e.place_key"));
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
    public record Signed(String from, String sign) {
        private static final String ADDED = "1";

        /** What is added as it is. */
        public static Signed added(String from) {
            return new Signed(from, ADDED);
        }

        // Sums are many, and need no multiplication.
        private String measures() {
            return MEASURES.stream()
                    .map(measure -> sign.equals(ADDED) ? "e." + measure : sign + " * e." + measure + " as " + measure)
                    .collect(joining(", "));
        }
    }

    /**
     * The statement that adds up signed rows. It adds parameters to the conditions.
     *
     * @param tallies the tallies of the answer, which may hold some of what is added up
     */
    public String signedGroups(
            Question question, SqlConditions where, List<Signed> rows, Collection<Fact<QuantitySum>> tallies) {
        String columns = columns(question, tallies);
        if (!tallies.isEmpty()) {
            where.parameter("tallies", texts(tallies, Inclusion::tally));
            where.parameter(
                    "tally_groups",
                    texts(tallies, inclusion -> inclusion.group().targetGroup()));
        }
        if (!question.looksAt(Dimension.PERIOD)) {
            return signedGroupsOfPeriods(question, where, rows, columns, tallies);
        }
        return "select " + figures.select(question) + ", e.period_from, e.period_until, "
                + (tallies.isEmpty() ? ADDED : String.join(", ", INCLUSION_OF_RECORDS)) + ", " + ADDED_SUMS
                + " from (" + union(columns, rows) + ") e" + where.clause()
                + " group by " + figures.groups(PERIOD_AND_INCLUSION) + HAVING_RECORDS;
    }

    /**
     * A table of sums, added up by what the question looks at, for {@link Signed}. Of many sums of several fields few are left, of
     * which the periods are then put together.
     */
    public String addedUp(Question question, String table, Collection<Fact<QuantitySum>> tallies) {
        String columns = columns(question, tallies);
        String sums = MEASURES.stream()
                .map(measure -> "cast(sum(e." + measure + ") as bigint) as " + measure)
                .collect(joining(", "));
        return "(select " + columns + ", " + sums + " from " + table + " e group by " + columns + ")";
    }

    private String columns(Question question, Collection<Fact<QuantitySum>> tallies) {
        Stream<String> kept = tallies.isEmpty()
                ? KEPT_BY_ALL.stream()
                : Stream.concat(KEPT_BY_ALL.stream(), KEPT_FOR_TALLIES.stream());
        return Stream.of(kept, figures.looked(question), key(question))
                .flatMap(some -> some)
                .distinct()
                .collect(joining(", "));
    }

    /** Groups of periods that count alike. Whether an unknown part is in a tally depends on its days; of a known one it does not. */
    private String signedGroupsOfPeriods(
            Question question,
            SqlConditions where,
            List<Signed> rows,
            String columns,
            Collection<Fact<QuantitySum>> tallies) {
        boolean byKey = key(question).findAny().isPresent();
        List<String> alike = new ArrayList<>(figures.looked(question)
                .map(column -> byKey && column.equals(municipalities) ? key.orElseThrow() : column)
                .toList());
        String inclusion = ADDED;
        if (!tallies.isEmpty()) {
            alike.add(INCLUDED);
            alike.add(AMONG_TALLIES);
            inclusion = INCLUSION_OF_GROUP.replace(
                    "{programme}", question.programme() == null ? "e.programme" : "cast(:programme as text)");
            if (question.programme() == null) {
                alike.add("e.programme");
            }
            where.parameter(
                    "tally_days",
                    tallies.stream()
                            .flatMap(tally -> Stream.of(
                                    tally.period().from(), tally.period().until()))
                            .distinct()
                            .sorted()
                            .map(LocalDate::toString)
                            .toArray(String[]::new));
        }
        alike.add((question.from() == null ? "true" : "e.period_from >= :wanted_from") + " and "
                + (question.until() == null ? "true" : "e.period_until <= :wanted_until"));
        if (question.looksAt(Dimension.YEAR)) {
            alike.add(YEAR);
        }
        return "select " + figures.select(question) + ", " + SELECT_PERIODS + ", " + inclusion + ", " + COMPONENTS
                + " from (select " + String.join(", ", alike) + ", " + PERIODS + ", "
                + (byKey ? MUNICIPALITIES_OF_KEY : "") + ADDED_SUMS
                + " from (" + union(columns, rows) + ") e" + where.clause()
                + " group by "
                + IntStream.rangeClosed(1, alike.size())
                        .mapToObj(String::valueOf)
                        .collect(joining(", "))
                + HAVING_RECORDS + ") e";
    }

    private Stream<String> key(Question question) {
        return question.looksAtPlace() ? key.stream() : Stream.empty();
    }

    private static String union(String columns, List<Signed> rows) {
        return rows.stream()
                .map(some -> "select " + columns + ", " + some.measures() + " from " + some.from())
                .collect(joining("\nunion all "));
    }

    private static String[] texts(Collection<Fact<QuantitySum>> tallies, Function<Inclusion, String> text) {
        return tallies.stream().map(Fact::inclusion).map(text).distinct().toArray(String[]::new);
    }

    private String groups(Question question, String table, String inclusion, SqlConditions where, String id) {
        if (!IDENTIFIER.matcher(table).matches()) {
            throw new IllegalArgumentException("not an identifier: " + table);
        }
        return "select " + figures.select(question, PLACES_OF_TALLIES) + ", e.period_from, e.period_until, " + inclusion
                + ", " + SUMS + id + " from " + table + " e" + where.clause()
                + " group by " + figures.groups(PERIOD_AND_INCLUSION) + id;
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
        Period days = FigureSql.period(group, period);
        return fact(question, group, sum, days == null ? PeriodSet.NONE : PeriodSet.of(days));
    }

    /** The facts in the rows of one result of {@link #signedGroups}, one after another. */
    public Function<Object[], Fact<QuantitySum>> signedFacts(Question question) {
        if (question.looksAt(Dimension.PERIOD)) {
            return group -> fact(question, group);
        }
        int period = figures.width();
        PeriodsOfGroups periods = new PeriodsOfGroups();
        return group -> {
            QuantitySum sum = QuantitySql.read(group, period + PERIOD_AND_INCLUSION);
            return fact(question, group, sum, periods.of((String) group[period], (String) group[period + 1]));
        };
    }

    private Fact<QuantitySum> fact(Question question, Object[] group, QuantitySum sum, PeriodSet periods) {
        return figures.fact(
                question,
                group,
                sum.observations().total(),
                sum,
                periods,
                FigureSql.inclusion(group, figures.width() + 2));
    }

    /** Most groups of a result have the same periods as the one before, in the same order, and of each of them records. */
    private static final class PeriodsOfGroups {
        private String days;
        private PeriodSet periods;

        PeriodSet of(String daysOfGroup, String records) {
            if (daysOfGroup != null) {
                days = daysOfGroup;
                periods = null;
            }
            if (records != null) {
                return left(days, records);
            }
            if (periods == null) {
                periods = PeriodSet.ofNumbers(Stream.of(days.split(",")).mapToLong(Long::parseLong));
            }
            return periods;
        }

        /** Those of which records are left: a group can have had a period of which everything was taken away. */
        private static PeriodSet left(String days, String records) {
            Map<Long, Long> left = new HashMap<>();
            String[] counts = records.split(",");
            int i = 0;
            for (String number : days.split(",")) {
                left.merge(Long.valueOf(number), Long.valueOf(counts[i++]), Long::sum);
            }
            return PeriodSet.ofNumbers(left.entrySet().stream()
                    .filter(some -> some.getValue() != 0)
                    .mapToLong(Map.Entry::getKey));
        }
    }

    /** The id in a row of {@link #records}. */
    public Object id(Object[] row) {
        return row[figures.width() + PERIOD_AND_INCLUSION + QuantitySql.COLUMNS];
    }
}
