package nl.doorlichting.reporting.reachstatistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.reporting.ReportingDataSets;

/**
 * What was recorded of reach since an earlier moment.
 *
 * @param revision of the moment that was read
 * @param until that moment
 * @param isSummed whether the sums can be read
 * @param isComplete whether this is all that may have changed since the earlier moment; if not, nothing known of it holds
 * @param ofOtherTallies programmes that have other tallies since; nothing known of these holds
 * @param entries by programme, in any order
 */
record ReachChanges(
        String revision,
        Moment until,
        boolean isSummed,
        boolean isComplete,
        Set<String> ofOtherTallies,
        Map<String, List<Entry>> entries) {

    /** More are not read. */
    static final int MOST = 1_000;

    /** A statement that takes longer is cancelled. */
    static final Duration LIMIT = Duration.ofMillis(750);

    private static final String TIME_LIMIT = "set local statement_timeout = " + LIMIT.toMillis();
    private static final char BEFORE_NUMBER = '-';
    private static final String ENTRIES = "select {stated}, e.period_from, e.period_until, "
            + FigureSql.inclusion("cast(null as text)", "e.target_group", "cast(null as text)") + ", "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(joining(", "))
            + ", e.programme, cast(e.observation_id as text), e.sign from (select e.*, cast(null as text) as"
            + " place_country from reach_entry e where " + Sums.SINCE + " offset 0) e limit " + (MOST + 1);
    // Of all versions of a programme that count; another set of them has another sum.
    private static final String TALLIES = "select e.programme, count(*),"
            + " cast(sum(hashtextextended(cast(e.observation_id as text) || e.version, 0)) as text)"
            + " from (select * from reach_observation e where e.tally offset 0) e" + ReachFacts.COUNTING
            + " group by e.programme";

    /**
     * An observation that counts since, or that no longer counts.
     *
     * @param isApart whether it is one of those that are declared to overlap, which are not added up with others
     */
    record Entry(Fact<QuantitySum> fact, boolean isTakenBack, boolean isApart) {}

    /**
     * A moment of the database. Numbers of transactions mean nothing in another one, nor in one that was restored.
     *
     * @param database which one, and its epoch
     * @param untilX first number of a transaction that is not in it
     * @param inProgress those before that are not in it either
     * @param overlaps of each observation that is declared to overlap with others, those that it names
     * @param tallies of each programme, what stands for those that count
     */
    record Moment(
            String database,
            String untilX,
            String inProgress,
            Map<String, Set<String>> overlaps,
            Map<String, List<Object>> tallies) {
        /** Nothing was recorded after it. */
        static final Moment NONE = new Moment(null, "9223372036854775807", "{}", Map.of(), Map.of());

        private boolean hasEqualRest(Moment other) {
            return database.equals(other.database) && overlaps.equals(other.overlaps);
        }

        private Set<String> ofOtherTallies(Moment other) {
            return Stream.concat(tallies.keySet().stream(), other.tallies.keySet().stream())
                    .filter(programme -> !Objects.equals(tallies.get(programme), other.tallies.get(programme)))
                    .collect(toUnmodifiableSet());
        }
    }

    /**
     * Begins a consistent read, in which the sums can be read.
     *
     * @param dimensions a question by what the facts are to state
     */
    static ReachChanges since(Moment before, Question dimensions, EntityManager entities) {
        var results = ReportingDataSets.reach(entities)
                .consistentRead()
                .add(TIME_LIMIT)
                .add(ReachSums.SUMS.beginRead())
                .add(Sums.SNAPSHOT)
                .add(ReachFacts.DECLARED_OVERLAPS)
                .add(TALLIES)
                .add(
                        ENTRIES.replace("{stated}", ReachFacts.SQL.select(dimensions)),
                        Map.of("until_x", before.untilX(), "in_progress", before.inProgress()))
                .send(entities)
                .iterator();
        var revision = DataSet.revision(results.next());
        var isBuilt = (Boolean) results.next().get(0)[0];
        var snapshot = results.next().get(0);
        var until = new Moment(
                revision.substring(0, revision.lastIndexOf(BEFORE_NUMBER)) + snapshot[2],
                (String) snapshot[0],
                (String) snapshot[1],
                ReachFacts.overlaps(results.next()),
                results.next().stream()
                        .collect(toUnmodifiableMap(row -> (String) row[0], row -> List.of(row[1], row[2]))));
        var apart = Set.of(ReachFacts.ids(until.overlaps()));
        var entries = results.next();
        return new ReachChanges(
                revision,
                until,
                isBuilt,
                isBuilt && until.hasEqualRest(before) && entries.size() <= MOST,
                until.ofOtherTallies(before),
                entries.stream()
                        .collect(groupingBy(
                                ReachChanges::programme,
                                mapping(
                                        row -> new Entry(
                                                ReachFacts.SQL.fact(dimensions, row),
                                                isTakenBack(row),
                                                apart.contains(row[row.length - 2])),
                                        toList()))));
    }

    private static String programme(Object[] entry) {
        return (String) entry[entry.length - 3];
    }

    private static boolean isTakenBack(Object[] entry) {
        return ((Number) entry[entry.length - 1]).intValue() < 0;
    }
}
