package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROFESSION;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.SessionSums;

/** Reads sessions, summed by the database: from kept sums, or added up from the sessions. */
@ApplicationScoped
class SessionFacts {
    private static final FigureSql SQL = new FigureSql(
            Structure.TRAINING,
            Map.of(
                    TRAINING_TYPE, Column.one("e.training_type"),
                    TARGET_GROUP, Column.one("e.target_group"),
                    PROFESSION, Column.one("e.profession"),
                    PHENOMENON, Column.one("e.phenomenon"),
                    TRACK, Column.one("e.track"),
                    ACTION_LINE, Column.one("e.action_line"),
                    FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
                    PROJECT, Column.id("e.project_id"),
                    ORGANISATION, Column.one("e.organisation_id")),
            Column.array("e.place_municipalities"));
    // A session that nobody counted is of people of whom no tally is known to leave them out.
    private static final String INCLUSION =
            FigureSql.inclusion("cast(null as text)", "e.counted_group", "e.training_type");
    private static final String NO_TALLIES = "'ADDED', null, null, null, null, null";
    private static final String GROUPS = """
            %s select %s, %s, %s, count(*), count(*) filter (where e.held), count(*) filter (where e.cancelled),
                count(*) filter (where e.pending and e.session_date >= :today),
                count(*) filter (where e.pending and e.session_date < :today), sum(e.codes), %s
            from (
                select s.programme, s.training_type, s.session_date, s.project_id, s.organisation_id, s.track,
                    s.action_line, s.funding_instrument, s.place_municipalities, s.included_in,
                    cast(null as text) as place_country, c.target_group as counted_group,
                    coalesce(c.target_group, t.target_group) as target_group, t.phenomenon,
                    s.status = 'CANCELLED' as cancelled, s.status <> 'CANCELLED' and c.session_id is not null as held,
                    s.status <> 'CANCELLED' and c.session_id is null as pending, coalesce(v.codes, 0) as codes, %s
                from %s s
                join training_type t on t.code = s.training_type
                left join session_evaluation v on v.session_id = s.id
                %s) e
            %s
            group by %s
            """;
    private static final String SUMMED = """
            select %s, e.period_from, e.period_until, %s, sum(e.sign * e.records), sum(e.sign * e.held),
                sum(e.sign * e.cancelled),
                coalesce(sum(e.sign * (e.records - e.held - e.cancelled)) filter (where e.period_from >= :today), 0),
                coalesce(sum(e.sign * (e.records - e.held - e.cancelled)) filter (where e.period_from < :today), 0),
                sum(e.sign * e.codes), %s
            from %s
            %s
            group by %s
            having sum(e.sign * e.records) <> 0
            """;
    private static final String WHOLE = """
            cast(null as text) as profession, c.quantity_kind, c.quantity_value, c.quantity_plus_minus,
            c.quantity_minimum, c.quantity_maximum""";
    private static final String PART = """
            p.profession, 'EXACT' as quantity_kind, p.present as quantity_value, cast(null as bigint) as quantity_plus_minus,
            cast(null as bigint) as quantity_minimum, cast(null as bigint) as quantity_maximum""";
    private static final String PROFESSIONS = """
            join lateral (
                select k.profession, k.present from profession_count k
                where k.session_id = s.id and k.version = c.version
                union all
                select null, c.quantity_value - coalesce(sum(k.present), 0) from profession_count k
                where k.session_id = s.id and k.version = c.version
                having c.quantity_value > coalesce(sum(k.present), 0)) p on true
            """;
    private static final String ROLL_CALL = " and c.method = 'ROLL_CALL' ";
    private static final int PERIOD_COLUMNS = 2;
    private static final int COUNTS = 6;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final SessionSums sums;

    SessionFacts(EntityManager entities, MunicipalityRegister register, SessionSums sums) {
        this.entities = entities;
        this.register = register;
        this.sums = sums;
    }

    /** Which sessions are read, and which of their participants. */
    enum Participants {
        /** Of all sessions, those of all professions together. */
        ALL(WHOLE, "left join " + SessionSql.HEAD_COUNT),
        /** Of sessions with a roll call, those of all professions together. */
        CALLED(WHOLE, "join " + SessionSql.HEAD_COUNT + ROLL_CALL),
        /** Of sessions with a roll call, those of each profession apart. */
        BY_PROFESSION(PART, "join " + SessionSql.HEAD_COUNT + ROLL_CALL + PROFESSIONS);

        private final String columns;
        private final String join;

        Participants(String columns, String join) {
            this.columns = columns;
            this.join = join;
        }
    }

    /**
     * Groups of sessions, with those of all professions together. They are read from the sums where these keep what the
     * question looks at.
     *
     * @param tallies periods of the tallies of the answer, which may hold sessions of some days
     * @param today day from which sessions are still to come
     * @param each runs for each group that is read; it may throw, so that no more are
     */
    List<Fact<TrainingSums>> of(Question question, Set<Period> tallies, LocalDate today, Runnable each) {
        var tallied = !tallies.isEmpty();
        if (!SummedDays.answer(question)) {
            return of(question, Participants.ALL, alike(question, tallies), tallied, today, each);
        }
        var ends =
                question.dependsOnRegister() ? List.of(today, register.lastDay().plusDays(1)) : List.of(today);
        var days = new SummedDays(question, tallies, ends);
        var facts = new ArrayList<Fact<TrainingSums>>();
        if (!days.isEmpty()) {
            facts.addAll(summed(question, days, tallied, today, each));
        }
        var ofSessions = days.ofSessions("e.session_date");
        if (ofSessions != null) {
            var where = SQL.where(question, register).where(ofSessions);
            where.parameters().putAll(days.parametersOfSessions());
            var alike = DaysAlike.of(question, tallies, days.boundsOfSessions());
            facts.addAll(of(question, Participants.ALL, alike, tallied, today, where, each));
        }
        return facts;
    }

    private List<Fact<TrainingSums>> summed(
            Question question, SummedDays days, boolean tallied, LocalDate today, Runnable each) {
        var where = SQL.where(question, register);
        where.parameters().put("today", today);
        where.parameters().putAll(days.parameters());
        var sql = SUMMED.formatted(
                SQL.select(question),
                tallied ? INCLUSION : NO_TALLIES,
                QuantitySql.signedSums("e"),
                days.table("coalesce(g.counted_group, t.target_group)", sums.isBuilt()),
                where.clause(),
                SQL.groups(PERIOD_COLUMNS + FigureSql.INCLUSION));
        var period = SQL.width();
        return read(
                sql,
                where,
                each,
                row -> fact(question, row, FigureSql.period(row, period), period + PERIOD_COLUMNS, Participants.ALL));
    }

    /** Groups of sessions, added up from the sessions, for an answer without tallies. */
    List<Fact<TrainingSums>> of(Question question, Participants participants, LocalDate today, Runnable each) {
        return of(question, participants, alike(question, Set.of()), false, today, each);
    }

    private DaysAlike alike(Question question, Set<Period> tallies) {
        return DaysAlike.of(
                question,
                tallies,
                question.dependsOnRegister() ? List.of(register.lastDay().plusDays(1)) : List.of());
    }

    /**
     * Groups of sessions, added up from the sessions.
     *
     * @param tallied whether the answer has tallies, which may hold sessions of some days
     * @param today day from which sessions are still to come
     */
    List<Fact<TrainingSums>> of(
            Question question,
            Participants participants,
            DaysAlike days,
            boolean tallied,
            LocalDate today,
            Runnable each) {
        return of(question, participants, days, tallied, today, SQL.where(question, register), each);
    }

    private List<Fact<TrainingSums>> of(
            Question question,
            Participants participants,
            DaysAlike days,
            boolean tallied,
            LocalDate today,
            SqlConditions where,
            Runnable each) {
        if (question.from() != null) {
            where.where("e.session_date >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            where.where("e.session_date < :wanted_until", "wanted_until", question.until());
        }
        where.parameters().put("today", today);
        where.parameters().put("as_of", SessionSql.asOf(question));
        var sql = GROUPS.formatted(
                SessionSql.withTypes(question),
                SQL.select(question),
                days.number("e.session_date", where),
                tallied ? INCLUSION : NO_TALLIES,
                QuantitySql.sums("e"),
                participants.columns,
                SessionSql.sessions(question),
                participants.join,
                where.clause(),
                SQL.groups(1 + FigureSql.INCLUSION));
        var day = SQL.width();
        return read(
                sql, where, each, row -> fact(question, row, days.period((Number) row[day]), day + 1, participants));
    }

    private List<Fact<TrainingSums>> read(
            String sql, SqlConditions where, Runnable each, Function<Object[], Fact<TrainingSums>> fact) {
        try (var groups = NativeRows.streamed(entities, sql, where.parameters())) {
            return groups.peek(group -> each.run()).map(fact).toList();
        }
    }

    private static Fact<TrainingSums> fact(
            Question question, Object[] row, Period days, int inclusion, Participants participants) {
        var counts = inclusion + FigureSql.INCLUSION;
        var sessions = NativeRows.number(row[counts]);
        var sums = sums(row, counts, QuantitySql.read(row, counts + COUNTS), participants);
        // A part of a session is no record of its own.
        var records = participants == Participants.BY_PROFESSION ? 0 : sessions;
        return SQL.fact(question, row, records, sums).during(days).included(FigureSql.inclusion(row, inclusion));
    }

    private static TrainingSums sums(Object[] row, int from, QuantitySum came, Participants participants) {
        var held = NativeRows.number(row[from + 1]);
        var sessions = participants == Participants.ALL
                ? TrainingSums.ofSessions(
                        NativeRows.number(row[from]),
                        held,
                        NativeRows.number(row[from + 2]),
                        NativeRows.number(row[from + 3]),
                        NativeRows.number(row[from + 4]))
                : TrainingSums.ofSessions(null, held, null, null, null);
        return sessions.plus(TrainingSums.ofParticipants(came, QuantitySum.ZERO))
                .plus(TrainingSums.ofCodes(NativeRows.number(row[from + 5])));
    }
}
