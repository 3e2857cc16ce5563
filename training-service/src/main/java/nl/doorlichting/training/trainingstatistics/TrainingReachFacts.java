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
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Sums the participants of held sessions; expected participants of planned ones are not reached. It reads the sums of days
 * if they are fine enough, else the sessions.
 */
@ApplicationScoped
class TrainingReachFacts {
    private static final ReachSql SQL = new ReachSql(Map.of(
            TARGET_GROUP, Column.one("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.none(),
            PHENOMENON, Column.one("(select t.phenomenon from training_type t where t.code = e.training_type)"),
            INTENSITY, Column.none(),
            ROUND, Column.none(),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id")));

    // A tally over all types may hold those of single types.
    private static final String INCLUSION = FigureSql.inclusion("e.tally_id", "e.target_group", "e.training_type");

    private static final String DAYS = """
            select %s, e.session_date, e.session_date + 1, 'ADDED', null, null, null, null, null, e.best_halves,
                e.lowest, e.highest, e.without_margin, e.exact, e.approximate, e.range, e.at_least, e.vague,
                e.not_measured
            from training_reach_sum e
            %s
            """;

    // Only a held session has a head count, and a held session is not cancelled afterwards.
    private static final String FIGURES = """
            with training_reach as (
                select true as tally, cast(e.tally_id as text) as tally_id, cast(null as text) as included_in, e.programme,
                    e.training_type, e.period_from, e.period_until, e.target_group, e.track, e.action_line,
                    e.funding_instrument, cast(null as uuid) as project_id, e.organisation_id, e.place_municipalities,
                    e.place_country, e.quantity_kind, e.quantity_value, e.quantity_plus_minus, e.quantity_minimum,
                    e.quantity_maximum
                from training_tally e
                where e.recorded_at <= :as_of and not exists (
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

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Every group of figures for the question. */
    List<Fact<QuantitySum>> of(Question question) {
        // The sums do not keep how sessions relate to tallies, which matters only where there are some.
        return isKept(question)
                        && figures(question, SQL.where(question, register).where("e.tally"))
                                .isEmpty()
                ? days(question)
                : figures(question, SQL.where(question, register));
    }

    private static boolean isKept(Question question) {
        return question.asOf() == null
                && !question.looksAtPlace()
                && Structure.REACH.stated().stream()
                        .noneMatch(dimension -> dimension != TARGET_GROUP && question.looksAt(dimension));
    }

    private List<Fact<QuantitySum>> figures(Question question, SqlConditions where) {
        where.where("e.quantity_kind is not null");
        where.parameters().put("as_of", SessionSql.asOf(question));
        var from = FIGURES.formatted(SessionSql.sessions(question), SessionSql.HEAD_COUNT);
        return facts(question, from + SQL.groups(question, "training_reach", INCLUSION, where), where);
    }

    private List<Fact<QuantitySum>> days(Question question) {
        var open = question.within(null, null);
        var where = SQL.where(open, register).where("e.records > 0");
        if (question.from() != null) {
            where.where("e.session_date >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            where.where("e.session_date < :wanted_until", "wanted_until", question.until());
        }
        return facts(question, DAYS.formatted(SQL.select(question), where.clause()), where);
    }

    private List<Fact<QuantitySum>> facts(Question question, String sql, SqlConditions where) {
        return NativeRows.of(entities, sql, where.parameters()).stream()
                .map(row -> SQL.fact(question, row))
                .toList();
    }
}
