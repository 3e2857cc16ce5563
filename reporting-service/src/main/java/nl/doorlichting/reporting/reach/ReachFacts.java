package nl.doorlichting.reporting.reach;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.RegisterMap;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.sums.SumsService;
import org.hibernate.jpa.HibernateHints;

/**
 * Sums the stored figures in the database, so that a read returns groups and not rows: from the sums that are kept and what
 * is recorded after them, or from all observations, as its {@link Grain} says.
 */
@ApplicationScoped
class ReachFacts {
    private static final Map<Dimension, Column> COLUMNS = Map.of(
            TARGET_GROUP, Column.one("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.array("e.intervention_types"),
            PHENOMENON, Column.array("e.phenomena"),
            INTENSITY, Column.one("e.intensity"),
            ROUND, Column.id("e.round_id"),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id"));
    private static final ReachSql SQL = new ReachSql(COLUMNS);
    private static final ReachSql SQL_OF_SUMS = ReachSql.withPlaceKey(COLUMNS);
    private static final ReachSql SQL_BY_EXTENT = new ReachSql(COLUMNS, "e.place_extent");

    private static final String INCLUSION = FigureSql.inclusion(
            "case when e.tally then cast(e.observation_id as text) end", "e.target_group", "cast(null as text)");
    // The last condition follows from the others; with it PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from reach_observation later"
            + " where later.observation_id = e.observation_id and later.version > e.version and later.version > 1)";

    private static final String LATEST_THEN = "e.recorded_at <= :as_of and not exists"
            + " (select 1 from reach_observation later where later.observation_id = e.observation_id"
            + " and later.version > e.version and later.version > 1 and later.recorded_at <= :as_of)";
    // Looked up for each row, instead of joining all corrections with few rows.
    private static final UnaryOperator<String> OF_FEW =
            latest -> latest.substring(0, latest.length() - 1) + " offset 0)";
    // Reports are few: the database looks them up once, and skips them for figures without a report.
    static final String COUNTS = "not e.withdrawn and (e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at is not null))";
    private static final String COUNTED_THEN = "not e.withdrawn and (e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at <= :as_of))";

    private static final String TABLE = "reach_observation";
    private static final String OVERLAPS =
            "select cast(e.observation_id as text), array_to_string(e.overlaps_with, ',') from ";
    private static final String DECLARING = "cardinality(e.overlaps_with) > 0";
    // The offset keeps other conditions out: PostgreSQL expects a third of all observations here, and would find those
    // of a
    // programme first, which are many.
    static final String FEW_DECLARING = "(select * from reach_observation e where " + DECLARING + " offset 0) e";
    private static final String OVERLAPPING = "e.observation_id = any(cast(:overlapping as uuid[]))";

    private static final String OF_ONE_MUNICIPALITY = "cardinality(e.place_municipalities) = 1";
    private static final String AT_PLACES =
            "cardinality(e.place_municipalities) > 1" + " and e.place_key = any(cast(:places_in_one as uuid[]))";
    private static final String PLACES = "select e.programme, e.place_key, e.place_municipalities from ";
    private static final String AS_IF_OF = "(select e.programme, e.period_from, e.period_until, e.included_in,"
            + " e.target_group, e.records, "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(Collectors.joining(", "))
            + ", %s as sign, cast('%s' as text[]) as place_extent from %s) e";

    // The offset keeps other conditions out, so that PostgreSQL finds the few rows by x and by no other index.
    static final String TAIL = "(select * from reach_entry e where " + ReachSums.SUMS.tail() + " offset 0) e";

    // Likewise by id and not by programme and period.
    static final String COUNTED_OVERLAPPING = "(select * from reach_counted e where " + OVERLAPPING + " offset 0) e";

    private static final int MOST_MAPS = 100;
    // A group has the days of each of its records.
    private static final int FETCHED_AT_ONCE = 100;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final SumsService sums;
    private final Map<LocalDate, List<Set<String>>> unitedOn = new ConcurrentHashMap<>();

    ReachFacts(EntityManager entities, MunicipalityRegister register, SumsService sums) {
        this.entities = entities;
        this.register = register;
        this.sums = sums;
    }

    /**
     * The table of a question. Groups of records are added to it one by one, so that memory holds its rows and not the groups,
     * of which a question by several fields has as many as there are projects.
     *
     * @param rows receives the number of its rows whenever there is another one
     */
    Table<QuantitySum> table(Question question, IntConsumer rows) {
        var kept = areKept(question);
        var maker = new TableMaker<>(question, register, ReachSql.measure()).counting(rows);
        var overlaps = overlaps(question);
        var apart = ids(overlaps);
        overlapping(question, overlaps, apart, conditions(question)).forEach(maker::add);
        var tallies = tallies(question, apart);
        tallies.forEach(maker::add);
        maker.allTalliesAreAdded();
        try (var groups = kept ? keptGroups(question, apart, tallies) : groupsOfRecords(question, apart, tallies)) {
            groups.forEach(maker::add);
        }
        return maker.table();
    }

    /** Every group of figures that the question can use; an observation that overlaps with others is one by itself. */
    List<Fact<QuantitySum>> of(Question question) {
        if (!areKept(question)) {
            return ofRecords(question, overlaps(question), () -> conditions(question));
        }
        var overlaps = overlaps(question);
        var apart = ids(overlaps);
        var tallies = tallies(question, apart);
        return Stream.of(
                        tallies.stream(),
                        keptGroups(question, apart, tallies),
                        overlapping(question, overlaps, apart, conditions(question)))
                .flatMap(facts -> facts)
                .toList();
    }

    /** Those of one project, found by its index. A filter by project also reads what states none, to count it. */
    List<Fact<QuantitySum>> ofProject(UUID project, Question question) {
        Supplier<SqlConditions> these = () -> conditions(question).equal("project_id", project);
        return ofRecords(question, overlaps(TABLE + " e", these.get().where(DECLARING)), these);
    }

    private boolean areKept(Question question) {
        // Observations are grouped by hashes too: millions of them would be sorted by texts and arrays.
        return question.asOf() == null
                && sums.beginRead(ReachSums.SUMS)
                && Grain.of(question, ReachSums.GRAINS).isPresent();
    }

    private List<Fact<QuantitySum>> ofRecords(
            Question question, Map<String, Set<String>> overlaps, Supplier<SqlConditions> conditions) {
        var apart = ids(overlaps);
        return Stream.concat(
                        groups(question, apartFrom(apart, conditions.get())),
                        overlapping(question, overlaps, apart, conditions.get()))
                .toList();
    }

    /** Of those that are declared to overlap, and of those that they name. */
    private static String[] ids(Map<String, Set<String>> overlaps) {
        return Stream.concat(
                        overlaps.keySet().stream(), overlaps.values().stream().flatMap(Set::stream))
                .distinct()
                .toArray(String[]::new);
    }

    private Stream<Fact<QuantitySum>> overlapping(
            Question question, Map<String, Set<String>> overlaps, String[] ids, SqlConditions conditions) {
        if (ids.length == 0) {
            return Stream.empty();
        }
        var these = conditions.where(OVERLAPPING, "overlapping", ids);
        return rows(SQL.records(question, TABLE, INCLUSION, these, "e.observation_id"), these)
                .map(row -> overlapping(SQL.fact(question, row), SQL.id(row), overlaps));
    }

    private List<Fact<QuantitySum>> tallies(Question question, String[] apart) {
        return groups(question, apartFrom(apart, conditions(question)).where("e.tally"))
                .toList();
    }

    /** Groups of observations that count alike, without those with these ids. */
    private Stream<Fact<QuantitySum>> groupsOfRecords(
            Question question, String[] apart, List<Fact<QuantitySum>> tallies) {
        var where = SQL.where(question, register);
        var these =
                apartFrom(apart, versions(question.asOf(), new SqlConditions())).where("not e.tally");
        where.parameters().putAll(these.parameters());
        var rows = List.of(ReachSql.Signed.added("reach_figure e" + these.clause()));
        return streamed(SQL.signedGroups(question, where, rows, tallies), where).map(SQL.signedFacts(question));
    }

    private static SqlConditions apartFrom(String[] ids, SqlConditions where) {
        return ids.length == 0 ? where : where.where("not " + OVERLAPPING, "overlapping", ids);
    }

    /** The groups of the sums, without the observations with these ids. Tallies are not in the sums. */
    private Stream<Fact<QuantitySum>> keptGroups(Question question, String[] apart, List<Fact<QuantitySum>> tallies) {
        if (isOfRowsByMunicipality(question)) {
            return byMunicipality(question, apart, tallies);
        }
        // What a tally may hold depends on its target group.
        var grains = ReachSums.GRAINS.stream()
                .filter(some -> tallies.isEmpty() || some.kept().contains(TARGET_GROUP))
                .toList();
        var grain = Grain.of(question, grains).orElseThrow();
        var where = SQL.where(question, register);
        var table = grain.table().equals(ReachSums.BY_FIELD)
                ? SQL_OF_SUMS.addedUp(question, grain.table(), tallies)
                : grain.table();
        return groups(SQL_OF_SUMS, question, signed(table, "", apart, where), where, tallies);
    }

    // With a filter of place or time a note may be about a row alone.
    private static boolean isOfRowsByMunicipality(Question question) {
        return question.isBy(MUNICIPALITY)
                && !question.isBy(PROVINCE)
                && Set.of(TARGET_GROUP).containsAll(question.only().keySet());
    }

    /**
     * No tally stands in a municipality, so rows of municipalities are read without what figures state of tallies. Totals, and
     * the row without a municipality, are read without places: it matters only whether a figure names none, one or several.
     */
    private Stream<Fact<QuantitySum>> byMunicipality(
            Question question, String[] apart, List<Fact<QuantitySum>> tallies) {
        var inOne = placesInOneMunicipality(question);
        return Stream.concat(
                rowsOfMunicipalities(question, apart, inOne), apartFromRows(question, apart, tallies, inOne));
    }

    /** Those within the days asked for: what sticks out is counted with the totals. */
    private Stream<Fact<QuantitySum>> rowsOfMunicipalities(Question question, String[] apart, String[] inOne) {
        var where = SQL.where(question, register);
        if (question.from() != null) {
            where.where("e.period_from >= :wanted_from");
        }
        if (question.until() != null) {
            where.where("e.period_until <= :wanted_until");
        }
        var places = inOne.length == 0 ? OF_ONE_MUNICIPALITY : "(" + OF_ONE_MUNICIPALITY + " or " + AT_PLACES + ")";
        if (inOne.length > 0) {
            where.parameter("places_in_one", inOne);
        }
        var grain = Grain.of(question, ReachSums.GRAINS_OF_ROWS).orElseThrow();
        var rows = signed(grain.table(), places, apart, where);
        return groups(SQL_OF_SUMS, question, rows, where, List.of()).map(fact -> fact.countedIn(Fact.Use.ROWS));
    }

    private Stream<Fact<QuantitySum>> apartFromRows(
            Question question, String[] apart, List<Fact<QuantitySum>> tallies, String[] inOne) {
        var where = SQL_BY_EXTENT.where(question, register);
        var rows = signed(ReachSums.BY_EXTENT, "", apart, where);
        if (inOne.length > 0) {
            // These count as of one municipality, like their rows.
            where.parameter("places_in_one", inOne);
            signed(ReachSums.BY_PLACE_AND_GROUP, AT_PLACES, apart, where).forEach(some -> {
                rows.add(new ReachSql.Signed(AS_IF_OF.formatted(some.sign(), "{1,2}", some.from()), "-e.sign"));
                rows.add(new ReachSql.Signed(AS_IF_OF.formatted(some.sign(), "{1}", some.from()), "e.sign"));
            });
        }
        return groups(SQL_BY_EXTENT, question, rows, where, tallies)
                .map(fact -> fact.municipalities().size() == 1 ? fact.countedIn(Fact.Use.TOTALS) : fact);
    }

    /** The keys of several municipalities that are one on the map asked for. */
    private String[] placesInOneMunicipality(Question question) {
        if (question.boundaries() == null) {
            return new String[0];
        }
        var united = united(question.boundaries());
        var several = new SqlConditions()
                .equal("programme", question.programme())
                .where("cardinality(e.place_municipalities) > 1");
        return rows(
                        "select distinct cast(e.place_key as text), array_to_string(e.place_municipalities, ',') from ("
                                + PLACES + ReachSums.PLACES + " e union all " + PLACES + TAIL + ") e"
                                + several.clause(),
                        several)
                .filter(place ->
                        united.stream().anyMatch(codes -> codes.containsAll(List.of(((String) place[1]).split(",")))))
                .map(place -> (String) place[0])
                .toArray(String[]::new);
    }

    /** The municipalities, as recorded, that are one on the map of this day. */
    private List<Set<String>> united(LocalDate day) {
        if (unitedOn.size() >= MOST_MAPS) {
            unitedOn.clear();
        }
        return unitedOn.computeIfAbsent(
                day,
                map -> new RegisterMap(register, map)
                        .byMunicipality().values().stream()
                                .filter(codes -> codes.size() > 1)
                                .toList());
    }

    /** Sums that meet a condition, and what is not in them yet, without the observations with these ids. */
    private static List<ReachSql.Signed> signed(String table, String condition, String[] apart, SqlConditions where) {
        var rows = new ArrayList<ReachSql.Signed>();
        var only = condition.isEmpty() ? "" : " where " + condition;
        rows.add(ReachSql.Signed.added(table + " e" + only));
        rows.add(new ReachSql.Signed(TAIL + only, "e.sign"));
        if (apart.length > 0) {
            rows.add(new ReachSql.Signed(COUNTED_OVERLAPPING + only, "-1"));
            where.parameter("overlapping", apart);
        }
        return rows;
    }

    private Stream<Fact<QuantitySum>> groups(
            ReachSql from,
            Question question,
            List<ReachSql.Signed> rows,
            SqlConditions where,
            List<Fact<QuantitySum>> tallies) {
        return streamed(from.signedGroups(question, where, rows, tallies), where)
                .map(from.signedFacts(question));
    }

    private static Fact<QuantitySum> overlapping(
            Fact<QuantitySum> fact, Object observation, Map<String, Set<String>> overlaps) {
        var id = observation.toString();
        return fact.overlapping(id, overlaps.getOrDefault(id, Set.of()));
    }

    /** Those of these observations that are declared to overlap, each with those that it names. Few declare any. */
    private Map<String, Set<String>> overlaps(Question question) {
        return overlaps(FEW_DECLARING, versions(question.asOf(), SQL.where(question, register), OF_FEW));
    }

    private Map<String, Set<String>> overlaps(String from, SqlConditions where) {
        return rows(OVERLAPS + from + where.clause(), where)
                .collect(Collectors.toMap(row -> (String) row[0], row -> Set.of(((String) row[1]).split(","))));
    }

    private Stream<Fact<QuantitySum>> groups(Question question, SqlConditions where) {
        return rows(SQL.groups(question, TABLE, INCLUSION, where), where).map(group -> SQL.fact(question, group));
    }

    private SqlConditions conditions(Question question) {
        return versions(question.asOf(), SQL.where(question, register));
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, SqlConditions where) {
        return statement(sql, where).getResultList().stream();
    }

    /** The same, read from the database bit by bit. The caller closes it. */
    @SuppressWarnings("unchecked")
    private Stream<Object[]> streamed(String sql, SqlConditions where) {
        return statement(sql, where)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .getResultStream();
    }

    private Query statement(String sql, SqlConditions where) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        where.parameters().forEach(statement::setParameter);
        return statement;
    }

    private static SqlConditions versions(Instant asOf, SqlConditions filter) {
        return versions(asOf, filter, UnaryOperator.identity());
    }

    private static SqlConditions versions(Instant asOf, SqlConditions filter, UnaryOperator<String> latest) {
        return asOf == null
                ? filter.where(latest.apply(LATEST)).where(COUNTS)
                : filter.where(latest.apply(LATEST_THEN), "as_of", asOf).where(COUNTED_THEN);
    }
}
