package nl.doorlichting.reporting.reachstatistics;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
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
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachColumns;
import nl.doorlichting.domain.figures.ReachGroups;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.sums.Sums;
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

    /** More entries after the packing are not read: the database adds up all observations then. */
    static final int MOST_SINCE = 10_000;

    // As many as a table has rows.
    private static final int MOST_GROUPS = 50_000;
    private static final int FETCHED_PARTS = 8;

    /** Each takes some 2 kB. */
    static final int FETCHED_ENTRIES = 1_000;

    /** Selects what {@link Since} needs; no row for a programme that is not packed in this database, or wrongly. */
    static final String SINCE =
            "select cast(p.until_x as text), cast(p.in_progress as text) from reach_packed_programme p"
                    + " where p.programme = cast(:programme as text) and p.differing = 0"
                    + " and p.cluster = (select system_identifier from pg_control_system())";

    /** What an entry states, its period, its inclusion and its measure, over the alias e. */
    static final String ENTRY = ReachFacts.SQL.select(EVERYTHING) + ", e.period_from, e.period_until, "
            + FigureSql.inclusion("cast(null as text)", "e.target_group", "cast(null as text)") + ", "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(joining(", "));

    // No place of a tally abroad: these are not packed.
    private static final String SINCE_PACKED = " from (select e.*, cast(null as text) as place_country"
            + " from (select * from reach_entry e where " + Sums.SINCE + " offset 0) e"
            + " where e.programme = :programme) e";
    private static final String ENTRIES = "select " + ENTRY + SINCE_PACKED + " where e.sign = :sign";

    /** Counts what was recorded since, up to one more than is read. */
    static final String NUMBER_SINCE =
            "select count(*) from (select" + SINCE_PACKED + " limit " + (MOST_SINCE + 1) + ") e";

    private static final String APART =
            "select " + ENTRY + " from (select e.*, cast(null as text) as place_country from "
                    + ReachFacts.COUNTED_OVERLAPPING + " where e.programme = :programme) e";
    private static final String PARTS =
            "select sign, packed from reach_packed where programme = :programme order by sign, number";

    private final EntityManager entities;
    private final MunicipalityRegister register;

    /** The snapshot up to which entries are packed. */
    record Since(String untilX, String inProgress) {
        static Optional<Since> of(List<Object[]> rows) {
            return rows.stream()
                    .map(row -> new Since((String) row[0], (String) row[1]))
                    .findFirst();
        }
    }

    PackedReach(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /**
     * What counts in the answer, without tallies and without the observations with these ids, in the transaction at hand. Empty
     * where the database had better add them up.
     */
    Optional<List<Fact<QuantitySum>>> facts(
            Question question, Since since, String[] apart, Collection<Inclusion> tallies) {
        var parameters = Map.of(
                "programme", question.programme(),
                "until_x", since.untilX(),
                "in_progress", since.inProgress(),
                "overlapping", apart);
        var results = new QueryBatch()
                .add(NUMBER_SINCE, parameters)
                .add(APART, parameters)
                .send(entities);
        if (((Number) results.get(0).get(0)[0]).intValue() > MOST_SINCE) {
            return Optional.empty();
        }
        var groups = new ReachGroups(question, register);
        results.get(1).forEach(row -> groups.takeBack(fact(row, tallies)));
        forEachSince(question, since, -1, row -> groups.takeBack(fact(row, tallies)));
        try (var parts = RowQuery.of(entities, PARTS)
                .setParameter("programme", question.programme())
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_PARTS)
                .getResultStream()) {
            var all = parts.iterator();
            while (all.hasNext() && groups.size() <= MOST_GROUPS) {
                var part = all.next();
                if (((Number) part[0]).intValue() < 0) {
                    ReachColumns.takeBack((byte[]) part[1], tallies, groups);
                } else {
                    ReachColumns.add((byte[]) part[1], tallies, groups);
                }
            }
        }
        forEachSince(question, since, 1, row -> groups.add(fact(row, tallies)));
        return groups.size() > MOST_GROUPS ? Optional.empty() : Optional.of(groups.facts());
    }

    private void forEachSince(Question question, Since since, int sign, Consumer<Object[]> entry) {
        try (var entries = entriesSince(entities, question.programme(), since, sign)) {
            entries.forEach(entry);
        }
    }

    /** What was recorded since, or no longer counts, read bit by bit. The caller closes it. */
    static Stream<Object[]> entriesSince(EntityManager entities, String programme, Since since, int sign) {
        return RowQuery.of(entities, ENTRIES)
                .setParameter("programme", programme)
                .setParameter("until_x", since.untilX())
                .setParameter("in_progress", since.inProgress())
                .setParameter("sign", sign)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_ENTRIES)
                .getResultStream();
    }

    private static Fact<QuantitySum> fact(Object[] row, Collection<Inclusion> tallies) {
        var fact = ReachFacts.SQL.fact(EVERYTHING, row);
        return fact.included(fact.inclusion().among(tallies));
    }
}
