package nl.doorlichting.reporting.reachstatistics;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachColumns;
import nl.doorlichting.domain.figures.ReachGroups;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.sums.Sums;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;

/**
 * Adds up the observations of a large programme that are packed (ADR 107), for questions that no sums answer, a place with
 * other fields, or only those by field. What was recorded after they were packed is read as it is.
 */
@ApplicationScoped
class PackedReach {
    /** What is packed: all but the project and the organisation, of which an index finds the few observations. */
    static final Grain PACKED = new Grain(
            "reach_packed",
            Structure.REACH.rows().stream()
                    .filter(dimension -> dimension != Dimension.PROJECT && dimension != Dimension.ORGANISATION)
                    .collect(Collectors.toUnmodifiableSet()));

    /** A question by all that is packed. */
    static final Question EVERYTHING =
            Question.of(Structure.REACH).rowsBy(PACKED.kept().toArray(Dimension[]::new));

    /** More entries of each programme after the packing are not read: the database adds up all observations then. */
    static final int MOST_SINCE = 10_000;

    // As many as a table has rows.
    private static final int MOST_GROUPS = 50_000;
    private static final int FETCHED_PARTS = 8;

    /** Each takes some 2 kB. */
    static final int FETCHED_ENTRIES = 1_000;

    // Packed in this database, and rightly.
    private static final String RIGHTLY =
            "e.differing = 0 and e.cluster = (select system_identifier from pg_control_system())";

    // From the first of the snapshots of these programmes on.
    private static final String OF_THESE =
            "from reach_packed_programme p where p.programme = any(cast(:programmes as text[]))";
    private static final String SINCE_THE_FIRST = Sums.since(
            "(select min(p.until_x) " + OF_THESE + ")", "array(select unnest(p.in_progress) " + OF_THESE + ")");

    private static final String ENTRIES_OF_ONE =
            "(select coalesce(sum(p.entries), 0) from reach_packed p where p.programme = e.programme)";

    /** Counts what was recorded since these were packed, be it of other programmes, up to so many. */
    static final String NUMBER_OF_ALL =
            "select count(*) from (select from reach_entry e where " + SINCE_THE_FIRST + " limit %d) e";

    /** What an entry states, its period, its inclusion and its measure, over the alias e. */
    static final String ENTRY = ReachFacts.SQL.select(EVERYTHING) + ", e.period_from, e.period_until, "
            + FigureSql.inclusion("cast(null as text)", "e.target_group", "cast(null as text)") + ", "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(joining(", "));

    // No place of a tally abroad: these are not packed.
    private static final String SINCE_PACKED = " from (select e.*, cast(null as text) as place_country"
            + " from (select * from reach_entry e where " + SINCE_THE_FIRST + " offset 0) e"
            + " join reach_packed_programme p on p.programme = e.programme"
            + " and (e.x >= p.until_x or e.x = any(p.in_progress))"
            + " where e.programme = any(cast(:programmes as text[]))) e";
    private static final String ENTRIES = "select " + ENTRY + SINCE_PACKED + " where e.sign = :sign";

    /** Counts what was recorded since, up to so many. */
    static final String NUMBER_SINCE = "select count(*) from (select" + SINCE_PACKED + " limit %d) e";

    private static final String APART =
            "select " + ENTRY + " from (select e.*, cast(null as text) as place_country from "
                    + ReachFacts.COUNTED_OVERLAPPING + " where e.programme = any(cast(:programmes as text[]))) e";
    private static final String PARTS = "select sign, packed from reach_packed"
            + " where programme = any(cast(:programmes as text[])) order by sign, programme, number";

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final long leastOfOne;

    PackedReach(
            EntityManager entities,
            MunicipalityRegister register,
            @ConfigProperty(name = "doorlichting.packed-reach.least-of-one") long leastOfOne) {
        this.entities = entities;
        this.register = register;
        this.leastOfOne = leastOfOne;
    }

    /**
     * Adds a statement that selects which programmes are packed rightly, of all or of this one.
     *
     * @param leastOfOne entries that this one has at least, or it is left out
     */
    static void addPackedOf(String programme, long leastOfOne, QueryBatch message) {
        var these = new SqlConditions().equal("programme", programme).where(RIGHTLY);
        if (programme != null) {
            these.where(ENTRIES_OF_ONE + " >= :least_of_one", "least_of_one", leastOfOne);
        }
        message.add("select e.programme from reach_packed_programme e" + these.clause(), these.parameters());
    }

    /**
     * Of a smaller programme alone, the database adds up the observations in half a second, group by group, and those of many
     * such questions at once. Few answers from what is packed have room in memory at once.
     */
    long leastOfOne() {
        return leastOfOne;
    }

    /** These programmes, from the rows of that statement. */
    static String[] programmes(List<Object[]> rows) {
        return rows.stream().map(row -> (String) row[0]).toArray(String[]::new);
    }

    /**
     * What counts in the answer of these programmes, which are packed, without tallies and without the observations with these
     * ids, in the transaction at hand. Empty where the database had better add them up.
     */
    Optional<List<Fact<QuantitySum>>> facts(
            Question question, String[] programmes, String[] apart, List<Fact<QuantitySum>> tallies) {
        var parameters = Map.of("programmes", programmes, "overlapping", apart);
        var most = MOST_SINCE * programmes.length;
        var results = new QueryBatch()
                .add(NUMBER_SINCE.formatted(most + 1), parameters)
                .add(APART, parameters)
                .send(entities);
        if (((Number) results.get(0).get(0)[0]).intValue() > most) {
            return Optional.empty();
        }
        var groups = new ReachGroups(question, register, tallies);
        results.get(1).forEach(row -> groups.takeBack(fact(row)));
        forEachSince(programmes, -1, row -> groups.takeBack(fact(row)));
        try (var parts = RowQuery.of(entities, PARTS)
                .setParameter("programmes", programmes)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_PARTS)
                .getResultStream()) {
            var all = parts.iterator();
            while (all.hasNext() && groups.size() <= MOST_GROUPS) {
                var part = all.next();
                if (((Number) part[0]).intValue() < 0) {
                    ReachColumns.takeBack((byte[]) part[1], groups);
                } else {
                    ReachColumns.add((byte[]) part[1], groups);
                }
            }
        }
        forEachSince(programmes, 1, row -> groups.add(fact(row)));
        return groups.size() > MOST_GROUPS ? Optional.empty() : Optional.of(groups.facts());
    }

    private void forEachSince(String[] programmes, int sign, Consumer<Object[]> entry) {
        try (var entries = entriesSince(entities, programmes, sign)) {
            entries.forEach(entry);
        }
    }

    /** What was recorded since these were packed, or no longer counts, read bit by bit. The caller closes it. */
    static Stream<Object[]> entriesSince(EntityManager entities, String[] programmes, int sign) {
        return RowQuery.of(entities, ENTRIES)
                .setParameter("programmes", programmes)
                .setParameter("sign", sign)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_ENTRIES)
                .getResultStream();
    }

    private static Fact<QuantitySum> fact(Object[] row) {
        return ReachFacts.SQL.fact(EVERYTHING, row);
    }
}
