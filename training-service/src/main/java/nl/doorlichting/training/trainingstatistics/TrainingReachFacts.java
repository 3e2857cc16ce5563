package nl.doorlichting.training.trainingstatistics;

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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.SessionSums;

/**
 * Sums the participants of held sessions; expected participants of planned ones are not reached. They are read from the sums
 * where these keep what the question looks at, else from the sessions.
 */
@ApplicationScoped
class TrainingReachFacts {
    private static final Map<Dimension, Column> COLUMNS = Map.of(
            TARGET_GROUP, Column.one("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.none(),
            PHENOMENON, Column.one("(select t.phenomenon from training_type t where t.code = e.training_type)"),
            INTENSITY, Column.none(),
            ROUND, Column.none(),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id"));
    private static final ReachSql SQL = new ReachSql(COLUMNS);
    private static final Map<Dimension, Column> COLUMNS_OF_SUMS = withPhenomenonOfSums();
    private static final FigureSql SUMS =
            new FigureSql(Structure.REACH, COLUMNS_OF_SUMS, Column.array("e.place_municipalities"));
    private static final ReachSql SQL_OF_SUMS = new ReachSql(COLUMNS_OF_SUMS);
    private static final String HELD = "(select e.sign, e.programme, e.period_from, e.period_until, e.target_group,"
            + " e.phenomenon, e.track, e.action_line, e.funding_instrument, e.place_municipalities, e.held as records, "
            + QuantitySql.COMPONENTS.stream().map("e."::concat).collect(Collectors.joining(", ")) + " from %s) e";

    // A tally over all types may hold those of single types.
    private static final String INCLUSION = FigureSql.inclusion("e.tally_id", "e.target_group", "e.training_type");

    private static final String SUMMED = """
            select %s, e.period_from, e.period_until, %s, %s
            from %s
            %s
            group by %s
            having sum(e.sign * e.held) <> 0
            """;
    private static final String SUMMED_INCLUSION =
            FigureSql.inclusion("cast(null as text)", "e.target_group", "e.training_type");
    private static final int PERIOD_AND_INCLUSION = 2 + FigureSql.INCLUSION;

    private static final String TALLIES = """
            with %straining_tallies as (
                select true as tally, cast(e.tally_id as text) as tally_id, cast(null as text) as included_in, e.programme,
                    e.training_type, e.period_from, e.period_until, e.target_group, e.track, e.action_line,
                    e.funding_instrument, cast(null as uuid) as project_id, e.organisation_id, e.place_municipalities,
                    e.place_country, e.quantity_kind, e.quantity_value, e.quantity_plus_minus, e.quantity_minimum,
                    e.quantity_maximum
                from training_tally e
                where not e.withdrawn and e.recorded_at <= :as_of and not exists (
                    select 1 from training_tally later
                    where later.tally_id = e.tally_id and later.version > e.version and later.version > 1
                        and later.recorded_at <= :as_of))
            """;

    private static final String SESSIONS = """
            %s select %s, %s, %s, %s
            from %s
            %s
            group by %s
            having sum(e.sign * e.held) <> 0
            """;
    // What a held session counts for now, and what it counted for before with the sign -1: one table.
    private static final String FROM_ENTRIES =
            """
            (select g.sign, g.held, g.programme, g.session_date, g.training_type, g.included_in, g.target_group, t.phenomenon,
                g.track, g.action_line, g.funding_instrument, cast(null as uuid) as project_id,
                cast(null as text) as organisation_id, g.place_municipalities, %s
            from training_entry g
            join training_type t on t.code = g.training_type
            where g.held > 0) e
            """.formatted(QuantitySql.COMPONENTS.stream().map("g."::concat).collect(Collectors.joining(", ")));
    // Only a held session has a head count, and a held session is not cancelled afterwards.
    private static final String FROM_SESSIONS = """
            (select 1 as sign, 1 as held, s.programme, s.session_date, s.training_type, s.included_in, c.target_group,
                t.phenomenon, s.track, s.action_line, s.funding_instrument, s.project_id, s.organisation_id,
                s.place_municipalities, c.quantity_kind, c.quantity_value, c.quantity_plus_minus, c.quantity_minimum,
                c.quantity_maximum
            from %s s
            join training_type t on t.code = s.training_type
            join %s
            where s.status <> 'CANCELLED') e
            """;
    private static final Set<Dimension> NOT_OF_ENTRIES = EnumSet.of(PROJECT, ORGANISATION);
    private static final String ADDED = "'ADDED'" + ", cast(null as text)".repeat(FigureSql.INCLUSION - 1);
    private static final String IN_TALLY = "e.included_in = any(cast(:tallies as text[]))";
    private static final String MAYBE_IN_TALLY = "coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN'";

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final SessionSums sums;

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register, SessionSums sums) {
        this.entities = entities;
        this.register = register;
        this.sums = sums;
    }

    /**
     * The table of a question. Groups of sessions are added to it one by one, so that memory holds its rows and not the groups.
     *
     * @param rows receives the number of its rows whenever there is another one
     */
    Table<QuantitySum> table(Question question, IntConsumer rows) {
        var maker = new TableMaker<>(question, register, ReachSql.measure()).counting(rows);
        var tallies = tallies(question);
        tallies.forEach(maker::add);
        maker.allTalliesAreAdded();
        // From here on this transaction reads nothing else than sums and entries, or sessions.
        var built = question.asOf() == null && sums.beginRead();
        var periods = tallies.stream().map(Fact::period).collect(Collectors.toSet());
        var ends = question.dependsOnRegister() ? List.of(register.lastDay().plusDays(1)) : List.<LocalDate>of();
        if (!SummedDays.answer(question)) {
            add(sessions(question, tallies, DaysAlike.of(question, periods, ends), new SqlConditions()), maker);
            return maker.table();
        }
        var days = new SummedDays(question, periods, ends);
        var ofSessions = days.ofSessions("e.session_date");
        if (ofSessions != null) {
            var where = new SqlConditions().where(ofSessions);
            where.parameters().putAll(days.parametersOfSessions());
            var alike = DaysAlike.of(question, periods, days.boundsOfSessions());
            add(sessions(question, tallies, alike, where), maker);
        }
        if (!days.isEmpty()) {
            add(tallies.isEmpty() ? summedAlike(question, days, built) : summed(question, days, built), maker);
        }
        return maker.table();
    }

    private static void add(Stream<Fact<QuantitySum>> groups, TableMaker<QuantitySum> maker) {
        try (groups) {
            groups.forEach(maker::add);
        }
    }

    /** The tallies of the question, which may hold sessions. They are few. */
    List<Fact<QuantitySum>> tallies(Question question) {
        var where = SQL.where(question, register).where("e.quantity_kind is not null");
        where.parameter("as_of", SessionSql.asOf(question));
        var sql = TALLIES.formatted(SessionSql.types(question))
                + SQL.groups(question, "training_tallies", INCLUSION, where);
        return NativeRows.of(entities, sql, where.parameters()).stream()
                .map(row -> SQL.fact(question, row))
                .toList();
    }

    /**
     * Groups of held sessions, added up from what each counts for.
     *
     * @param tallies those of the answer, which may hold some of the sessions
     * @param where further conditions
     */
    Stream<Fact<QuantitySum>> sessions(
            Question question, List<Fact<QuantitySum>> tallies, DaysAlike days, SqlConditions where) {
        SUMS.where(question, register, where);
        if (question.from() != null) {
            where.where("e.session_date >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            where.where("e.session_date < :wanted_until", "wanted_until", question.until());
        }
        var ofEntries = question.asOf() == null && NOT_OF_ENTRIES.stream().noneMatch(question::looksAt);
        if (!ofEntries) {
            where.parameter("as_of", SessionSql.asOf(question));
        }
        var sql = SESSIONS.formatted(
                ofEntries ? "" : SessionSql.withTypes(question),
                SUMS.select(question),
                days.number("e.session_date", where),
                tallies.isEmpty() ? ADDED : inclusion(tallies, days, where),
                ofEntries ? QuantitySql.signedSums("e") : QuantitySql.sums("e"),
                ofEntries
                        ? FROM_ENTRIES
                        : FROM_SESSIONS.formatted(SessionSql.sessions(question), SessionSql.HEAD_COUNT),
                where.clause(),
                SUMS.groups(1 + FigureSql.INCLUSION));
        return NativeRows.streamed(entities, sql, where.parameters()).map(row -> fact(question, days, row));
    }

    // A session that no tally of the answer may hold is added like one that is in none, so that there are fewer groups.
    private static String inclusion(List<Fact<QuantitySum>> tallies, DaysAlike days, SqlConditions where) {
        var groups = tallies.stream().map(tally -> tally.inclusion().group()).toList();
        where.parameter(
                "tallies",
                tallies.stream().map(tally -> tally.inclusion().tally()).toArray(String[]::new));
        var maybe = days.isTallied("e.session_date", where)
                .map(tallied -> MAYBE_IN_TALLY + " and " + tallied)
                .orElse(MAYBE_IN_TALLY);
        var ofGroups = groups.stream().anyMatch(group -> group.targetGroup() != null);
        var ofTypes = groups.stream().anyMatch(group -> group.trainingType() != null);
        return Stream.of(
                        "case when " + IN_TALLY + " then 'IN_TALLY' when " + maybe + " then 'UNKNOWN' else 'ADDED' end",
                        "case when " + IN_TALLY + " then e.included_in end",
                        "case when " + maybe + " then e.programme end",
                        ofGroups ? "case when " + maybe + " then e.target_group end" : "cast(null as text)",
                        ofTypes ? "case when " + maybe + " then e.training_type end" : "cast(null as text)",
                        "cast(null as text)")
                .collect(Collectors.joining(", "));
    }

    private static Fact<QuantitySum> fact(Question question, DaysAlike days, Object[] row) {
        var day = SUMS.width();
        var sum = QuantitySql.read(row, day + 1 + FigureSql.INCLUSION);
        return SUMS.fact(question, row, sum.observations().total(), sum)
                .during(days.period((Number) row[day]))
                .included(FigureSql.inclusion(row, day + 1));
    }

    private Stream<Fact<QuantitySum>> summed(Question question, SummedDays days, boolean built) {
        var where = SQL.where(question, register);
        where.parameters().putAll(days.parameters());
        var sql = SUMMED.formatted(
                SUMS.select(question),
                SUMMED_INCLUSION,
                QuantitySql.signedSums("e"),
                days.table("g.counted_group", built),
                where.clause(),
                SUMS.groups(PERIOD_AND_INCLUSION));
        return NativeRows.streamed(entities, sql, where.parameters()).map(row -> SQL.fact(question, row));
    }

    /** Without tallies, in groups of months and years that count alike. */
    private Stream<Fact<QuantitySum>> summedAlike(Question question, SummedDays days, boolean built) {
        var where = SQL_OF_SUMS.where(question, register);
        where.parameters().putAll(days.parameters());
        // Which phenomenon a session is about depends on its type.
        var from = days.areOfWholeMonths() && !question.looksAt(PHENOMENON)
                ? days.ofGroups(built)
                : HELD.formatted(days.table("g.counted_group", built));
        var rows = List.of(new ReachSql.Signed(from, "e.sign"));
        return NativeRows.streamed(
                        entities, SQL_OF_SUMS.signedGroups(question, where, rows, List.of()), where.parameters())
                .map(SQL_OF_SUMS.signedFacts(question));
    }

    private static Map<Dimension, Column> withPhenomenonOfSums() {
        var columns = new EnumMap<>(COLUMNS);
        columns.put(PHENOMENON, Column.one("e.phenomenon"));
        return columns;
    }
}
