package nl.doorlichting.platform.sums;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sums of records that a service keeps in tables, and the statements that keep them (ADR 58). A record that counts is an
 * <em>entry</em>; a record that no longer counts is an entry with the sign -1. Each entry has the transaction that wrote
 * it ({@code x}). The row of {@code sums_snapshot} has the snapshot up to which entries are added to the sums. The entries
 * after it are the <em>tail</em>, and every read adds them.
 *
 * <p>Each table has its keys, its measures, and a constraint {@code uq_TABLE unique nulls not distinct} on the keys. A
 * group of which nothing counts any more has a row of zeros, which a read leaves out.
 *
 * @param name of the row in {@code sums_snapshot}
 * @param entries table or view with {@code x}, {@code sign}, keys and measures
 * @param counted view of the records that count now, with keys and measures, from which the sums can be made anew
 * @param appended the tables that have the column {@code x}
 * @param measures columns that are added; the first is the number of records
 */
public record Sums(
        String name,
        String entries,
        String counted,
        List<String> appended,
        List<String> measures,
        List<SumTable> tables) {

    /** A table of sums: of each group of equal keys one row. A part of it is of one value of the first key, which is never null. */
    public record SumTable(String name, List<String> keys) {
        String part() {
            return keys.get(0);
        }
    }

    /**
     * Selects the snapshot of the transaction at hand, and the database of which it is: parameters {@code until_x},
     * {@code in_progress} and {@code cluster} of {@link #SINCE}, all as text.
     */
    public static final String SNAPSHOT = "select cast(pg_snapshot_xmax(pg_current_snapshot()) as text),"
            + " cast(array(select pg_snapshot_xip(pg_current_snapshot())) as text),"
            + " (select cast(system_identifier as text) from pg_control_system())";

    /** The condition on an entry, under the alias e, that it is not in that snapshot. */
    public static final String SINCE = since("cast(:until_x as xid8)", "cast(:in_progress as xid8[])");

    static final String IS_BUILT = "cluster is not distinct from (select system_identifier from pg_control_system())";

    private static final String ADD = """
            with added as materialized (%s),
            %s
            update sums_snapshot set until_x = pg_snapshot_xmax(pg_current_snapshot()),
                in_progress = array(select pg_snapshot_xip(pg_current_snapshot())),
                cluster = (select system_identifier from pg_control_system()), folded_at = clock_timestamp()
            where name = '%s'
            """;

    // A row that is visible and has such a number was written in another cluster, and would stay in the tail for ever.
    private static final String RESET = """
            reset_%1$s as (update %1$s set x = '0'
                where x >= pg_snapshot_xmax(pg_current_snapshot())
                    or x = any(array(select pg_snapshot_xip(pg_current_snapshot()))))""";
    // In the order of the keys, so that a read finds its groups on few pages. Without a name of their own PostgreSQL
    // would sort all records instead of the groups.
    private static final String ADD_TO = """
            sum_of_%1$s as materialized (select %2$s, %4$s from added group by %2$s),
            add_to_%1$s as (insert into %1$s as old (%2$s, %3$s)
                select * from sum_of_%1$s order by %2$s
                on conflict on constraint uq_%1$s do update set %5$s)""";

    private static final String DIFFERING = """
            select count(*) from (select %1$s from (
                select %1$s, %2$s from %3$s where %4$s
                union all %5$s) as e
            group by %1$s having %6$s) as differing
            """;
    private static final String RECORDS = """
            select %1$s, %2$s from %3$s e where %4$s and %7$s
                union all select %1$s, %5$s from %6$s where %7$s""";
    // Each by an index that begins with the key.
    private static final String NEXT_PART = """
            select min(part) from (
                (select %1$s as part from %2$s where %1$s > :after order by 1 limit 1)
                union all (select %1$s from %3$s where %1$s > :after order by 1 limit 1)) as next
            """;

    /** The condition on an entry, under the alias e, that it is in the tail. */
    public String tail() {
        var snapshot = "from sums_snapshot where name = '" + name + "'";
        return since("(select until_x " + snapshot + ")", "cast((select in_progress " + snapshot + ") as xid8[])");
    }

    /**
     * The condition on an entry, under the alias e, that it is not in a snapshot.
     *
     * @param untilX expression of the first number of a transaction that is not
     * @param inProgress expression of those then in progress, an array
     */
    public static String since(String untilX, String inProgress) {
        // The upper bound and the array make PostgreSQL expect few rows, so that it uses the index on x.
        return "(e.x >= " + untilX + " and e.x <= cast('9223372036854775807' as xid8) or e.x = any(" + inProgress
                + "))";
    }

    /**
     * Returns whether the sums are those of this database. They are not before they are made for the first time, nor after
     * a dump was restored in another cluster, where the numbers of transactions start anew.
     */
    String isBuilt() {
        return "select " + IS_BUILT + " from sums_snapshot where name = '" + name + "'";
    }

    /**
     * The same. If they are, the statements of this transaction are planned once for all parameters from here on, because
     * planning costs as much as reading sums. They group by hashes: PostgreSQL expects few rows, of which it would sort
     * thousands, by texts or arrays of them. It takes 8 kB for each list of a group, and would write hundreds of groups to disk.
     */
    public String beginRead() {
        return beginRead("force_generic_plan");
    }

    /**
     * The same for records that no sums answer for. Each statement is planned for its own parameters: a plan for all programmes
     * reads the whole table, because most records are of large ones.
     */
    public String beginReadOfRecords() {
        return beginRead("force_custom_plan");
    }

    private String beginRead(String plans) {
        return "select " + IS_BUILT + " and set_config('plan_cache_mode', '" + plans + "', true) is not null"
                + " and set_config('enable_sort', 'off', true) is not null"
                + " and set_config('work_mem', '16MB', true) is not null from sums_snapshot where name = '" + name
                + "'";
    }

    /** The same as {@link #isBuilt()}, and locks the snapshot; no row when another transaction has it. */
    String lock() {
        return isBuilt() + " for update skip locked";
    }

    /** Whether there is one. All are counted: to find a first, PostgreSQL would look at each entry and use no index. */
    public String hasTail() {
        return "select count(*) > 0 from " + entries + " e where " + tail();
    }

    /** Number of entries in the tail, seconds since the last fold, and the differences that the last check found. */
    String state() {
        return "select (select count(*) from " + entries + " e where " + tail() + "),"
                + " extract(epoch from clock_timestamp() - folded_at), differing from sums_snapshot where name = '"
                + name + "'";
    }

    /** Adds the tail, in one statement: what is added and the snapshot that is stored are of one moment. */
    String fold() {
        return add("sign * %1$s as %1$s", entries + " e where " + tail(), Stream.of());
    }

    /** Takes all sums away. Readers see them until the transaction ends. */
    List<String> clear() {
        return tables.stream().map(table -> "delete from " + table.name()).toList();
    }

    /**
     * Makes all sums from the records that count, in one statement, into empty tables. After a dump was restored, numbers of
     * transactions are of another cluster, so that those of the future are set to zero.
     */
    String build() {
        return add("%1$s", counted, appended.stream().map(RESET::formatted));
    }

    /** Selects the first part after {@code :after} of which a table has sums, or should have; null where there is none. */
    String nextPart(SumTable table) {
        return NEXT_PART.formatted(table.part(), table.name(), counted);
    }

    /**
     * Counts the groups of {@code :part} of a table that differ from sums that have all of its keys and others, or where there are
     * none, from the records that count. These are many more, and are read for each such table.
     */
    String differing(SumTable table) {
        var keys = String.join(", ", table.keys());
        var isPart = table.part() + " = :part";
        var without = each(", ", measure -> "-" + measure);
        return DIFFERING.formatted(
                keys,
                String.join(", ", measures),
                table.name(),
                isPart,
                finer(table)
                        .map(finer -> "select %s, %s from %s where %s".formatted(keys, without, finer.name(), isPart))
                        .orElseGet(() -> RECORDS.formatted(
                                keys,
                                each(", ", measure -> "sign * " + measure),
                                entries,
                                tail(),
                                without,
                                counted,
                                isPart)),
                each(" or ", measure -> "sum(" + measure + ") <> 0"));
    }

    /** Of the sums that have all keys of a table and more, those with the most keys. */
    private Optional<SumTable> finer(SumTable table) {
        return tables.stream()
                .filter(finer -> finer.keys().size() > table.keys().size()
                        && finer.keys().containsAll(table.keys()))
                .max(Comparator.comparing(finer -> finer.keys().size()));
    }

    private String add(String measure, String from, Stream<String> before) {
        return ADD.formatted(
                "select " + String.join(", ", keys()) + ", " + each(", ", measure::formatted) + " from " + from,
                Stream.concat(before, tables.stream().map(this::addTo)).collect(Collectors.joining(",\n")),
                name);
    }

    private List<String> keys() {
        return tables.stream()
                .flatMap(table -> table.keys().stream())
                .distinct()
                .toList();
    }

    private String addTo(SumTable table) {
        return ADD_TO.formatted(
                table.name(),
                String.join(", ", table.keys()),
                String.join(", ", measures),
                each(", ", measure -> "bigint_sum(" + measure + ")"),
                each(", ", measure -> measure + " = old." + measure + " + excluded." + measure));
    }

    private String each(String separator, UnaryOperator<String> text) {
        return measures.stream().map(text).collect(Collectors.joining(separator));
    }
}
