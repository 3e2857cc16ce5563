package nl.doorlichting.reporting.reachstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.LargeAnswers;
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
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.reporting.ReportingDataSets;
import org.hibernate.jpa.HibernateHints;

/**
 * Sums the stored figures in the database, so that a read returns groups and not rows: from the sums that are kept and what
 * is recorded after them, or from all observations, as its {@link Grain} says.
 */
@ApplicationScoped
class ReachFacts {
    private static final Map<Dimension, Column> COLUMNS = Map.of(
            TARGET_GROUP, Column.stated("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.array("e.intervention_types"),
            PHENOMENON, Column.array("e.phenomena"),
            INTENSITY, Column.one("e.intensity"),
            ROUND, Column.id("e.round_id"),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id"));
    static final ReachSql SQL = new ReachSql(COLUMNS);
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
    /** Each observation that is declared to overlap with others, and those that it names. */
    static final String DECLARED_OVERLAPS = OVERLAPS
            + FEW_DECLARING
            + versions(null, new SqlConditions(), OF_FEW).clause();

    /** The condition on a version, under the alias e, that it counts. */
    static final String COUNTING = versions(null, new SqlConditions()).clause();

    private static final String OVERLAPPING = "e.observation_id = any(cast(:overlapping as uuid[]))";

    // The offset keeps other conditions out: PostgreSQL would look up all figures of the programme too.
    private static final String AT_MUNICIPALITIES = "(select * from reach_figure e"
            + " where e.place_municipalities && cast(:municipalities as text[]) offset 0)";
    private static final String OF_ONE_MUNICIPALITY = "cardinality(e.place_municipalities) = 1";
    private static final String AT_PLACES =
            "cardinality(e.place_municipalities) > 1" + " and e.place_key = any(cast(:places_in_one as uuid[]))";
    // Taken away from what is of several municipalities, and added to what is of one.
    private static final String AS_OF_ONE = "(select e.programme, e.period_from, e.period_until, e.included_in,"
            + " e.target_group, e.records, "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(Collectors.joining(", "))
            + ", {sign} * moved.sign as sign, moved.place_extent from (select * from {from}) e cross join"
            + " (values (-1, cast('{1,2}' as text[])), (1, cast('{1}' as text[]))) as moved (sign, place_extent)) e";

    // The offset keeps other conditions out, so that PostgreSQL finds the few rows by x and by no other index.
    static final String TAIL = "(select * from reach_entry e where " + ReachSums.SUMS.tail() + " offset 0) e";

    // Likewise by id and not by programme and period.
    static final String COUNTED_OVERLAPPING = "(select * from reach_counted e where " + OVERLAPPING + " offset 0) e";

    // Likewise by place and not by period.
    private static final String OF_PROGRAMME_AT_PLACES = "(select * from " + ReachSums.BY_PLACE_AND_GROUP
            + " e where e.programme = :programme and " + AT_PLACES + " offset 0)";
    private static final String PLACES = "select e.programme, e.place_key, e.place_municipalities from ";
    private static final String SEVERAL_PLACES =
            "select distinct cast(e.place_key as text), array_to_string(e.place_municipalities, ',') from (" + PLACES
                    + ReachSums.PLACES + " e union all " + PLACES + TAIL + ") e";

    // They may have a small part of the sums, which an index finds: one plan for all parameters reads the whole table.
    private static final String PLAN_FOR_OTHERS = "set local plan_cache_mode = force_custom_plan";
    // One programme after another, by an index that begins with it.
    static final String OTHERS = """
            with recursive programmes as (
                select min(o.programme) as programme from reach_observation o
                union all
                select (select min(o.programme) from reach_observation o where o.programme > p.programme)
                from programmes p where p.programme is not null)
            select p.programme from programmes p
            where p.programme is not null and p.programme <> all(cast(:packed as text[]))
            """;

    private static final int MOST_MAPS = 100;
    // A group has the days of each of its records, which are few where rows are by place, and one where they are by
    // period.
    private static final int FETCHED_AT_ONCE = 100;
    private static final int FETCHED_OF_FEW_DAYS = 2_000;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final PackedReach packed;
    private final LargeAnswers large;
    private final Map<LocalDate, Map<String, Set<String>>> unitedOn = new ConcurrentHashMap<>();

    /** Figures with the revision of the moment of which they are. */
    record Read<T>(String revision, T figures) {}

    /**
     * What is read first, in one message, because it decides how the rest is read.
     *
     * @param isBuilt whether there are sums of what the question is about
     * @param isSummed whether the rest is read from the sums
     * @param overlaps of each observation that is declared to overlap with others, those that it names
     * @param tallies without those that are declared to overlap
     * @param inOne keys of several municipalities that are one on the map asked for
     * @param packed programmes that are packed, of those that the question is about; none where sums are fewer
     */
    private record Start(
            String revision,
            boolean isBuilt,
            boolean isSummed,
            Map<String, Set<String>> overlaps,
            String[] apart,
            List<Fact<QuantitySum>> tallies,
            String[] inOne,
            String[] packed) {}

    /** A statement of which each row is a fact. */
    private record Facts(String sql, SqlConditions where, Function<Object[], Fact<QuantitySum>> fact) {}

    ReachFacts(EntityManager entities, MunicipalityRegister register, PackedReach packed, LargeAnswers large) {
        this.entities = entities;
        this.register = register;
        this.packed = packed;
        this.large = large;
    }

    /**
     * The table of a question. It begins a consistent read. Groups of many fields are added to it one by one, so that memory
     * holds its rows and not the groups, of which such a question has as many as there are projects.
     *
     * @param rows receives the number of its rows whenever there is another one
     */
    Read<Table<QuantitySum>> table(Question question, IntConsumer rows) {
        var start = start(question);
        var maker = new TableMaker<>(question, register, ReachSql.measure()).counting(rows);
        start.tallies().forEach(maker::add);
        var overlapping = overlapping(question, start);
        // Of different days and places there can be as many as observations, and all that comes in one message is in
        // memory at once.
        var isOfFewGroups = !question.isBy(PERIOD) && !question.isBy(MUNICIPALITY) && !question.isBy(PROVINCE);
        if (start.isSummed() && isOfFewGroups && !ReachSums.isOfManySums(grain(question, start))) {
            read(Stream.concat(overlapping, groupsOf(question, start))).forEach(maker::add);
            return new Read<>(start.revision(), maker.table());
        }
        read(overlapping).forEach(maker::add);
        maker.allTalliesAreAdded();
        var unpacked = start.packed().length == 0
                ? groupsOf(question, start)
                : large.reading(() -> addPacked(question, start, maker));
        unpacked.forEach(some -> {
            try (var groups = streamed(some, isOfFewGroups ? FETCHED_AT_ONCE : FETCHED_OF_FEW_DAYS)) {
                groups.forEach(maker::add);
            }
        });
        return new Read<>(start.revision(), maker.table());
    }

    /** Adds what is packed, and returns what is to be read beside it: all of it where what is packed is not read. */
    private Stream<Facts> addPacked(Question question, Start start, TableMaker<QuantitySum> maker) {
        var packed = ofPacked(question, start);
        packed.ifPresent(groups -> groups.forEach(maker::add));
        if (packed.isEmpty()) {
            return groupsOf(question, start);
        }
        return question.programme() == null ? groupsOfOthers(question, start) : Stream.empty();
    }

    /** The groups of all programmes that are not packed. */
    private Stream<Facts> groupsOfOthers(Question question, Start start) {
        var results = new QueryBatch()
                .add(PLAN_FOR_OTHERS)
                .add(OTHERS, Map.of("packed", start.packed()))
                .send(entities);
        var others = PackedReach.programmes(results.get(0));
        if (others.length == 0) {
            return Stream.empty();
        }
        return groupsOf(
                question,
                start,
                SQL.where(question, register).where("e.programme = any(cast(:others as text[]))", "others", others));
    }

    private Optional<List<Fact<QuantitySum>>> ofPacked(Question question, Start start) {
        return packed.facts(question, start.packed(), start.apart(), start.tallies());
    }

    /**
     * Whether what is packed gives the table of a question that the sums give too; also where there are not both. It begins a
     * consistent read.
     */
    boolean isPackedAsSummed(Question question) {
        var start = start(question, true, 0);
        var ofPacked = start.isSummed() && start.packed().length > 0
                ? ofPacked(question, start)
                : Optional.<List<Fact<QuantitySum>>>empty();
        if (ofPacked.isEmpty()) {
            return true;
        }
        var others = Stream.concat(start.tallies().stream(), read(overlapping(question, start)))
                .toList();
        var ofSums = read(groupsOf(question, start)).toList();
        return Stream.of(ofSums, ofPacked.orElseThrow())
                        .map(facts -> TableMaker.table(
                                question,
                                register,
                                ReachSql.measure(),
                                Stream.concat(others.stream(), facts.stream()).toList()))
                        .distinct()
                        .count()
                == 1;
    }

    /**
     * Every group of figures that the question can use; an observation that overlaps with others is one by itself. It begins a
     * consistent read.
     */
    Read<List<Fact<QuantitySum>>> of(Question question) {
        var start = start(question);
        var groups = start.isSummed()
                ? groupsOf(question, start)
                : Stream.of(groups(
                        question, apartFrom(start.apart(), conditions(question)).where("not e.tally")));
        return new Read<>(
                start.revision(),
                Stream.concat(start.tallies().stream(), read(Stream.concat(overlapping(question, start), groups)))
                        .toList());
    }

    /** How many sums of a grain a programme has, in the transaction at hand. No more than so many are counted. */
    int sums(Grain grain, String programme, int most) {
        var some = new SqlConditions().equal("programme", programme);
        var counted = "(select from " + grain.table() + " e" + some.clause() + " limit " + most + ")";
        var results = new QueryBatch()
                .add("select count(*) from " + counted + " e", some.parameters())
                .send(entities);
        return ((Number) results.get(0).get(0)[0]).intValue();
    }

    /** Those of one project, found by its index. A filter by project also reads what states none, to count it. */
    List<Fact<QuantitySum>> ofProject(UUID project, Question question) {
        Supplier<SqlConditions> these = () -> conditions(question).equal("project_id", project);
        var declaring = these.get().where(DECLARING);
        var overlaps = overlaps(
                rows(OVERLAPS + TABLE + " e" + declaring.clause(), declaring).toList());
        var apart = ids(overlaps);
        return Stream.concat(
                        Stream.of(groups(question, apartFrom(apart, these.get()))),
                        overlapping(question, overlaps, apart, these.get()))
                .flatMap(facts -> rows(facts.sql(), facts.where()).map(facts.fact()))
                .toList();
    }

    private Start start(Question question) {
        return start(
                question,
                Grain.of(question, ReachSums.GRAINS)
                        .map(ReachSums::isOfManySums)
                        .orElseGet(() -> !isOnlyOfPlaces(question)),
                packed.leastOfOne());
    }

    /**
     * @param asksForPacked whether it is to be read from what is packed, if it can be
     * @param leastOfOne entries that a programme has at least, so that what is packed of it alone is read
     */
    private Start start(Question question, boolean asksForPacked, long leastOfOne) {
        var isSummed = Grain.of(question, ReachSums.GRAINS).isPresent();
        var asksForPlaces = isSummed && isOfRowsByMunicipality(question) && question.boundaries() != null;
        var canBePacked =
                asksForPacked && Grain.of(question, List.of(PackedReach.PACKED)).isPresent();
        var message = ReportingDataSets.reach(entities).consistentRead();
        // Observations are grouped by hashes too: millions of them would be sorted by texts and arrays.
        if (question.asOf() == null) {
            message.add(isSummed ? ReachSums.SUMS.beginRead() : ReachSums.SUMS.beginReadOfRecords());
        }
        var declaring = versions(question.asOf(), SQL.where(question, register), OF_FEW);
        message.add(OVERLAPS + FEW_DECLARING + declaring.clause(), declaring.parameters());
        var tallied = groups(question, conditions(question).where("e.tally"));
        message.add(tallied.sql(), tallied.where().parameters());
        if (asksForPlaces) {
            var several = new SqlConditions()
                    .equal("programme", question.programme())
                    .where("cardinality(e.place_municipalities) > 1");
            message.add(SEVERAL_PLACES + several.clause(), several.parameters());
        }
        if (canBePacked) {
            PackedReach.addPackedOf(question.programme(), leastOfOne, message);
        }
        var results = message.send(entities).iterator();
        var revision = DataSet.revision(results.next());
        var isBuilt = question.asOf() == null && (Boolean) results.next().get(0)[0];
        var overlaps = overlaps(results.next());
        var apart = ids(overlaps);
        var tallies = results.next().stream()
                .map(tallied.fact())
                .filter(tally -> !List.of(apart).contains(tally.inclusion().tally()))
                .toList();
        return new Start(
                revision,
                isBuilt,
                isSummed && isBuilt,
                overlaps,
                apart,
                tallies,
                asksForPlaces ? inOneMunicipality(results.next(), question.boundaries()) : new String[0],
                canBePacked ? PackedReach.programmes(results.next()) : new String[0]);
    }

    /** Of those that are declared to overlap, and of those that they name. */
    static String[] ids(Map<String, Set<String>> overlaps) {
        return Stream.concat(
                        overlaps.keySet().stream(), overlaps.values().stream().flatMap(Set::stream))
                .distinct()
                .toArray(String[]::new);
    }

    private Stream<Facts> overlapping(Question question, Start start) {
        return overlapping(question, start.overlaps(), start.apart(), conditions(question));
    }

    private static Stream<Facts> overlapping(
            Question question, Map<String, Set<String>> overlaps, String[] ids, SqlConditions conditions) {
        if (ids.length == 0) {
            return Stream.empty();
        }
        var these = conditions.where(OVERLAPPING, "overlapping", ids);
        return Stream.of(new Facts(
                SQL.records(question, TABLE, INCLUSION, these, "e.observation_id"),
                these,
                row -> overlapping(SQL.fact(question, row), SQL.id(row), overlaps)));
    }

    /** Groups of observations that count alike, without those with these ids. */
    private static Facts groupsOfRecords(Question question, Start start, String figures, SqlConditions where) {
        var these = apartFrom(start.apart(), versions(question.asOf(), new SqlConditions()))
                .where("not e.tally");
        where.parameters().putAll(these.parameters());
        var rows = List.of(ReachSql.Signed.added(figures + " e" + these.clause()));
        return signed(SQL, question, rows, where, start.tallies());
    }

    /** Whether only what states one of some municipalities counts, and what states none is in a note. */
    private static boolean isOnlyOfPlaces(Question question) {
        return question.filtersByPlace()
                && Set.of(MUNICIPALITY, PROVINCE, TARGET_GROUP)
                        .containsAll(question.only().keySet())
                && question.only().values().stream().noneMatch(wanted -> wanted.contains(Dimension.NOT_STATED));
    }

    /**
     * What states no place, whatever else it states. Of a large programme these are many, so they are counted by sums; an index
     * finds those of the municipalities asked for.
     */
    private Facts statingNoPlace(Question question, Start start) {
        var ofGroups = question.rowsBy(TARGET_GROUP);
        var where = SQL_BY_EXTENT.where(ofGroups, register);
        var rows = signed(
                List.of(ReachSums.BY_EXTENT + " e"), " where cardinality(e.place_extent) = 0", start.apart(), where);
        return signed(SQL_BY_EXTENT, ofGroups, rows, where, start.tallies());
    }

    private static SqlConditions apartFrom(String[] ids, SqlConditions where) {
        return ids.length == 0 ? where : where.where("not " + OVERLAPPING, "overlapping", ids);
    }

    /** The groups of the question, without what overlaps. Tallies are not in the sums. */
    private Stream<Facts> groupsOf(Question question, Start start) {
        return groupsOf(question, start, SQL.where(question, register));
    }

    private Stream<Facts> groupsOf(Question question, Start start, SqlConditions where) {
        if (!start.isSummed()) {
            return start.isBuilt() && isOnlyOfPlaces(question)
                    ? Stream.of(
                            groupsOfRecords(question, start, AT_MUNICIPALITIES, where), statingNoPlace(question, start))
                    : Stream.of(groupsOfRecords(question, start, "reach_figure", where));
        }
        if (isOfRowsByMunicipality(question)) {
            return Stream.of(rowsOfMunicipalities(question, start), apartFromRows(question, start));
        }
        var grain = grain(question, start);
        var sums = ReachSums.isOfManySums(grain)
                ? List.of(SQL_OF_SUMS.addedUp(question, grain.table(), start.tallies()) + " e")
                : parts(question, grain.table());
        var rows = signed(sums, "", start.apart(), where);
        return Stream.of(signed(SQL_OF_SUMS, question, rows, where, start.tallies()));
    }

    /** The smallest sums that answer the question. What a tally may hold depends on its target group. */
    private static Grain grain(Question question, Start start) {
        var grains = ReachSums.GRAINS.stream()
                .filter(some -> start.tallies().isEmpty() || some.kept().contains(TARGET_GROUP))
                .toList();
        return Grain.of(question, grains).orElseThrow();
    }

    /**
     * What states a field that is filtered, and what states none, apart: an index that begins with the field finds each of them,
     * but not both at once.
     */
    static List<String> parts(Question question, String table) {
        var parts = List.of(table + " e where true");
        if (!ReachSums.BY_TRACK_FIRST.contains(table)) {
            return parts;
        }
        for (var field : List.of(TRACK, ACTION_LINE)) {
            if (!question.filters(field)) {
                return parts;
            }
            var column = COLUMNS.get(field);
            var stated = List.of(
                    column.states().formatted(column.expression(), field.name().toLowerCase(Locale.ROOT)),
                    column.statesNone().formatted(column.expression()));
            parts = parts.stream()
                    .flatMap(part -> stated.stream().map(condition -> part + " and " + condition))
                    .toList();
        }
        return parts;
    }

    // With a filter of place or time a note may be about a row alone.
    private static boolean isOfRowsByMunicipality(Question question) {
        return question.isBy(MUNICIPALITY)
                && !question.isBy(PROVINCE)
                && Set.of(TARGET_GROUP).containsAll(question.only().keySet());
    }

    /**
     * No tally stands in a municipality, so rows of municipalities are read without what figures state of tallies. Those within
     * the days asked for: what sticks out is counted with the totals.
     */
    private Facts rowsOfMunicipalities(Question question, Start start) {
        var where = SQL.where(question, register);
        if (question.from() != null) {
            where.where("e.period_from >= :wanted_from");
        }
        if (question.until() != null) {
            where.where("e.period_until <= :wanted_until");
        }
        var inOne = start.inOne();
        var places = inOne.length == 0 ? OF_ONE_MUNICIPALITY : "(" + OF_ONE_MUNICIPALITY + " or " + AT_PLACES + ")";
        if (inOne.length > 0) {
            where.parameter("places_in_one", inOne);
        }
        var grain = Grain.of(question, ReachSums.GRAINS_OF_ROWS).orElseThrow();
        var rows = signed(List.of(grain.table() + " e"), " where " + places, start.apart(), where);
        var facts = signed(SQL_OF_SUMS, question, rows, where, List.of());
        return new Facts(facts.sql(), where, facts.fact().andThen(fact -> fact.countedIn(Fact.Use.ROWS)));
    }

    /**
     * Totals, and the row without a municipality, are read without places: it matters only whether a figure names none, one or
     * several.
     */
    private Facts apartFromRows(Question question, Start start) {
        var where = SQL_BY_EXTENT.where(question, register);
        var rows = signed(List.of(ReachSums.BY_EXTENT + " e"), "", start.apart(), where);
        if (start.inOne().length > 0) {
            // These count as of one municipality, like their rows.
            where.parameter("places_in_one", start.inOne());
            var table = question.programme() == null ? ReachSums.BY_PLACE_AND_GROUP : OF_PROGRAMME_AT_PLACES;
            signed(List.of(table + " e"), " where " + AT_PLACES, start.apart(), where)
                    .forEach(some -> rows.add(new ReachSql.Signed(
                            AS_OF_ONE.replace("{sign}", some.sign()).replace("{from}", some.from()), "e.sign")));
        }
        var facts = signed(SQL_BY_EXTENT, question, rows, where, start.tallies());
        return new Facts(
                facts.sql(),
                where,
                facts.fact()
                        .andThen(fact -> fact.municipalities().size() == 1 ? fact.countedIn(Fact.Use.TOTALS) : fact));
    }

    private String[] inOneMunicipality(List<Object[]> places, LocalDate map) {
        var united = united(map);
        return places.stream()
                .filter(place -> {
                    var codes = List.of(((String) place[1]).split(","));
                    return united.getOrDefault(codes.get(0), Set.of()).containsAll(codes);
                })
                .map(place -> (String) place[0])
                .toArray(String[]::new);
    }

    /** The municipalities, as recorded, that are one on the map of this day, by each of them. */
    private Map<String, Set<String>> united(LocalDate day) {
        if (unitedOn.size() >= MOST_MAPS) {
            unitedOn.clear();
        }
        return unitedOn.computeIfAbsent(day, map -> {
            var united = new HashMap<String, Set<String>>();
            new RegisterMap(register, map)
                    .byMunicipality().values().stream()
                            .filter(codes -> codes.size() > 1)
                            .forEach(codes -> codes.forEach(code -> united.put(code, codes)));
            return united;
        });
    }

    /** Sums that meet a condition, and what is not in them yet, without the observations with these ids. */
    private static List<ReachSql.Signed> signed(List<String> sums, String only, String[] apart, SqlConditions where) {
        var rows = new ArrayList<ReachSql.Signed>();
        sums.forEach(some -> rows.add(ReachSql.Signed.added(some + only)));
        rows.add(new ReachSql.Signed(TAIL + only, "e.sign"));
        if (apart.length > 0) {
            rows.add(new ReachSql.Signed(COUNTED_OVERLAPPING + only, "-1"));
            where.parameter("overlapping", apart);
        }
        return rows;
    }

    private static Facts signed(
            ReachSql from,
            Question question,
            List<ReachSql.Signed> rows,
            SqlConditions where,
            List<Fact<QuantitySum>> tallies) {
        return new Facts(from.signedGroups(question, where, rows, tallies), where, from.signedFacts(question));
    }

    private static Fact<QuantitySum> overlapping(
            Fact<QuantitySum> fact, Object observation, Map<String, Set<String>> overlaps) {
        var id = observation.toString();
        return fact.overlapping(id, overlaps.getOrDefault(id, Set.of()));
    }

    static Map<String, Set<String>> overlaps(List<Object[]> declaring) {
        return declaring.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Set.of(((String) row[1]).split(","))));
    }

    private static Facts groups(Question question, SqlConditions where) {
        return new Facts(SQL.groups(question, TABLE, INCLUSION, where), where, row -> SQL.fact(question, row));
    }

    private SqlConditions conditions(Question question) {
        return versions(question.asOf(), SQL.where(question, register));
    }

    /** Those of several statements, in one message. */
    private Stream<Fact<QuantitySum>> read(Stream<Facts> statements) {
        var several = statements.toList();
        if (several.isEmpty()) {
            return Stream.empty();
        }
        var message = new QueryBatch();
        several.forEach(facts -> message.add(facts.sql(), facts.where().parameters()));
        var results = message.send(entities);
        return IntStream.range(0, several.size())
                .boxed()
                .flatMap(i -> results.get(i).stream().map(several.get(i).fact()));
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, SqlConditions where) {
        return statement(sql, where).getResultList().stream();
    }

    /** Those of a statement, read from the database bit by bit. The caller closes it. */
    @SuppressWarnings("unchecked")
    private Stream<Fact<QuantitySum>> streamed(Facts facts, int atOnce) {
        Stream<Object[]> rows = statement(facts.sql(), facts.where())
                .setHint(HibernateHints.HINT_FETCH_SIZE, atOnce)
                .getResultStream();
        return rows.map(facts.fact());
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
