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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
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
    private static final FigureSql SUMS =
            new FigureSql(Structure.REACH, COLUMNS, Column.array("e.place_municipalities"));
    private static final ReachSql SQL_OF_SUMS = new ReachSql(withPhenomenonOfSums());
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

    // Only a held session has a head count, and a held session is not cancelled afterwards.
    private static final String FIGURES = """
            with %straining_reach as (
                select true as tally, cast(e.tally_id as text) as tally_id, cast(null as text) as included_in, e.programme,
                    e.training_type, e.period_from, e.period_until, e.target_group, e.track, e.action_line,
                    e.funding_instrument, cast(null as uuid) as project_id, e.organisation_id, e.place_municipalities,
                    e.place_country, e.quantity_kind, e.quantity_value, e.quantity_plus_minus, e.quantity_minimum,
                    e.quantity_maximum
                from training_tally e
                where not e.withdrawn and e.recorded_at <= :as_of and not exists (
                    select 1 from training_tally later
                    where later.tally_id = e.tally_id and later.version > e.version and later.version > 1
                        and later.recorded_at <= :as_of)
                union all
                select false, null, s.included_in, s.programme, s.training_type, s.session_date, s.session_date + 1,
                    c.target_group, s.track, s.action_line, s.funding_instrument, s.project_id, s.organisation_id,
                    s.place_municipalities, null, c.quantity_kind, c.quantity_value,
                    c.quantity_plus_minus, c.quantity_minimum, c.quantity_maximum
                from %s s
                join %s
                where s.status <> 'CANCELLED')
            """;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final SessionSums sums;

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register, SessionSums sums) {
        this.entities = entities;
        this.register = register;
        this.sums = sums;
    }

    /** Every group of figures for the question. */
    List<Fact<QuantitySum>> of(Question question) {
        if (!SummedDays.answer(question)) {
            return ofRecords(question);
        }
        var facts =
                new ArrayList<>(figures(question, SQL.where(question, register).where("e.tally")));
        var ends = question.dependsOnRegister() ? List.of(register.lastDay().plusDays(1)) : List.<LocalDate>of();
        var days = new SummedDays(question, facts.stream().map(Fact::period).collect(Collectors.toSet()), ends);
        var hasTallies = !facts.isEmpty();
        var ofSessions = days.ofSessions("e.period_from");
        if (ofSessions != null) {
            var where = SQL.where(question, register).where("not e.tally").where(ofSessions);
            where.parameters().putAll(days.parametersOfSessions());
            facts.addAll(figures(question, where));
        }
        // Last, because from there on this transaction reads nothing else than sums.
        if (!days.isEmpty()) {
            facts.addAll(hasTallies ? summed(question, days) : summedAlike(question, days));
        }
        return facts;
    }

    private List<Fact<QuantitySum>> figures(Question question, SqlConditions where) {
        where.where("e.quantity_kind is not null");
        where.parameters().put("as_of", SessionSql.asOf(question));
        var from = FIGURES.formatted(SessionSql.types(question), SessionSql.sessions(question), SessionSql.HEAD_COUNT);
        return facts(question, from + SQL.groups(question, "training_reach", INCLUSION, where), where);
    }

    /** The same, added up from tallies and sessions. */
    List<Fact<QuantitySum>> ofRecords(Question question) {
        return figures(question, SQL.where(question, register));
    }

    private List<Fact<QuantitySum>> summed(Question question, SummedDays days) {
        var where = SQL.where(question, register);
        where.parameters().putAll(days.parameters());
        var sql = SUMMED.formatted(
                SUMS.select(question),
                SUMMED_INCLUSION,
                QuantitySql.signedSums("e"),
                days.table("g.counted_group", sums.isBuilt()),
                where.clause(),
                SUMS.groups(PERIOD_AND_INCLUSION));
        return facts(question, sql, where);
    }

    /** Without tallies, in groups of months and years that count alike. */
    private List<Fact<QuantitySum>> summedAlike(Question question, SummedDays days) {
        var where = SQL_OF_SUMS.where(question, register);
        where.parameters().putAll(days.parameters());
        var built = sums.beginRead();
        // Which phenomenon a session is about depends on its type.
        var from = days.areOfWholeMonths() && !question.looksAt(PHENOMENON)
                ? days.ofGroups(built)
                : HELD.formatted(days.table("g.counted_group", built));
        var rows = List.of(new ReachSql.Signed(from, "e.sign"));
        return NativeRows.of(entities, SQL_OF_SUMS.signedGroups(question, where, rows, List.of()), where.parameters())
                .stream()
                .map(SQL_OF_SUMS.signedFacts(question))
                .toList();
    }

    private static Map<Dimension, Column> withPhenomenonOfSums() {
        var columns = new EnumMap<>(COLUMNS);
        columns.put(PHENOMENON, Column.one("e.phenomenon"));
        return columns;
    }

    private List<Fact<QuantitySum>> facts(Question question, String sql, SqlConditions where) {
        return NativeRows.of(entities, sql, where.parameters()).stream()
                .map(row -> SQL.fact(question, row))
                .toList();
    }
}
