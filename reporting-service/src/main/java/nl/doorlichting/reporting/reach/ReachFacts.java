package nl.doorlichting.reporting.reach;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.sums.SumsService;

/**
 * Sums the stored figures in the database, so that a read returns groups and not rows: from the sums that are kept and what
 * is recorded after them, or from all observations, as its {@link Grain} says.
 */
@ApplicationScoped
class ReachFacts {
    private static final ReachSql SQL = new ReachSql(Map.of(
            TARGET_GROUP, Column.one("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.array("e.intervention_types"),
            PHENOMENON, Column.array("e.phenomena"),
            INTENSITY, Column.one("e.intensity"),
            ROUND, Column.id("e.round_id"),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id")));

    private static final String INCLUSION = FigureSql.inclusion(
            "case when e.tally then cast(e.observation_id as text) end", "e.target_group", "cast(null as text)");
    // The last condition follows from the others; with it PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from reach_observation later"
            + " where later.observation_id = e.observation_id and later.version > e.version and later.version > 1)";

    private static final String LATEST_THEN = "e.recorded_at <= :as_of and not exists"
            + " (select 1 from reach_observation later where later.observation_id = e.observation_id"
            + " and later.version > e.version and later.version > 1 and later.recorded_at <= :as_of)";
    // Reports are few: the database looks them up once, and skips them for figures without a report.
    static final String COUNTS = "not e.withdrawn and (e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at is not null))";
    private static final String COUNTED_THEN = "not e.withdrawn and (e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at <= :as_of))";

    private static final String TABLE = "reach_observation";
    private static final String OVERLAPS =
            "select cast(e.observation_id as text), array_to_string(e.overlaps_with, ',')"
                    + " from reach_observation e";
    private static final String OVERLAPPING = "e.observation_id = any(cast(:overlapping as uuid[]))";

    // The offset keeps other conditions out, so that PostgreSQL finds the few rows by x and by no other index.
    static final String TAIL = "(select * from reach_entry e where " + ReachSums.SUMS.tail() + " offset 0) e";

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final SumsService sums;

    ReachFacts(EntityManager entities, MunicipalityRegister register, SumsService sums) {
        this.entities = entities;
        this.register = register;
        this.sums = sums;
    }

    /** Every group of figures that the question can use; an observation that overlaps with others is one by itself. */
    List<Fact<QuantitySum>> of(Question question) {
        var kept = Grain.of(question, ReachSums.GRAINS).isPresent() && sums.beginRead(ReachSums.SUMS);
        return facts(question, kept, () -> conditions(question));
    }

    /** Those of one project, found by its index. A filter by project also reads what states none, to count it. */
    List<Fact<QuantitySum>> ofProject(UUID project, Question question) {
        return facts(question, false, () -> conditions(question).equal("project_id", project));
    }

    private List<Fact<QuantitySum>> facts(Question question, boolean kept, Supplier<SqlConditions> conditions) {
        var overlaps = overlaps(conditions.get());
        var ids = Stream.concat(
                        overlaps.keySet().stream(), overlaps.values().stream().flatMap(Set::stream))
                .distinct()
                .toArray(String[]::new);
        var groups = kept ? keptGroups(question, ids) : groups(question, apartFrom(ids, conditions.get()));
        if (ids.length == 0) {
            return groups.toList();
        }
        var these = conditions.get().where(OVERLAPPING, "overlapping", ids);
        return Stream.concat(
                        groups,
                        rows(SQL.records(question, TABLE, INCLUSION, these, "e.observation_id"), these)
                                .map(row -> overlapping(SQL.fact(question, row), SQL.id(row), overlaps)))
                .toList();
    }

    private static SqlConditions apartFrom(String[] ids, SqlConditions where) {
        return ids.length == 0 ? where : where.where("not " + OVERLAPPING, "overlapping", ids);
    }

    /** The groups of the sums, without the observations with these ids, and those of tallies, which are not in the sums. */
    private Stream<Fact<QuantitySum>> keptGroups(Question question, String[] apart) {
        var tallies = groups(question, apartFrom(apart, conditions(question)).where("e.tally"))
                .toList();
        // What a tally may hold depends on its target group.
        var grains = ReachSums.GRAINS.stream()
                .filter(some -> tallies.isEmpty() || some.kept().contains(TARGET_GROUP))
                .toList();
        var grain = Grain.of(question, grains).orElseThrow();
        var where = SQL.where(question, register);
        var rows = new ArrayList<ReachSql.Signed>();
        rows.add(new ReachSql.Signed(grain.table() + " e", "1"));
        rows.add(new ReachSql.Signed(TAIL, "e.sign"));
        if (apart.length > 0) {
            rows.add(new ReachSql.Signed("reach_counted e where " + OVERLAPPING, "-1"));
            where.parameter("overlapping", apart);
        }
        var sql = SQL.signedGroups(question, where, rows, tallies);
        return Stream.concat(tallies.stream(), rows(sql, where).map(group -> SQL.signedFact(question, group)));
    }

    private static Fact<QuantitySum> overlapping(
            Fact<QuantitySum> fact, Object observation, Map<String, Set<String>> overlaps) {
        var id = observation.toString();
        return fact.overlapping(id, overlaps.getOrDefault(id, Set.of()));
    }

    /** Those of these observations that are declared to overlap, each with those that it names. Few declare any. */
    private Map<String, Set<String>> overlaps(SqlConditions these) {
        var where = these.where("cardinality(e.overlaps_with) > 0");
        return rows(OVERLAPS + where.clause(), where)
                .collect(Collectors.toMap(row -> (String) row[0], row -> Set.of(((String) row[1]).split(","))));
    }

    private Stream<Fact<QuantitySum>> groups(Question question, SqlConditions where) {
        return rows(SQL.groups(question, TABLE, INCLUSION, where), where).map(group -> SQL.fact(question, group));
    }

    private SqlConditions conditions(Question question) {
        return versions(question.asOf(), SQL.where(question, register));
    }

    private Stream<Object[]> rows(String sql, SqlConditions where) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        where.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows.stream();
    }

    private static SqlConditions versions(Instant asOf, SqlConditions filter) {
        return asOf == null
                ? filter.where(LATEST).where(COUNTS)
                : filter.where(LATEST_THEN, "as_of", asOf).where(COUNTED_THEN);
    }
}
