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
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;

/** Reads tallies one by one. They are few, and each has its own period. */
@ApplicationScoped
class TallyFacts {
    private static final FigureSql SQL = new FigureSql(
            Structure.TRAINING,
            Map.of(
                    TRAINING_TYPE, Column.one("e.training_type"),
                    TARGET_GROUP, Column.one("e.target_group"),
                    PROFESSION, Column.none(),
                    PHENOMENON, Column.one("(select t.phenomenon from training_type t where t.code = e.training_type)"),
                    TRACK, Column.one("e.track"),
                    ACTION_LINE, Column.one("e.action_line"),
                    FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
                    PROJECT, Column.none(),
                    ORGANISATION, Column.one("e.organisation_id")),
            Column.array("e.place_municipalities"));
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    private static final String LATEST = "not e.withdrawn and not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";
    /** Tallies under the alias e as of {@code :as_of}. */
    static final String LATEST_THEN =
            "not e.withdrawn and e.recorded_at <= :as_of and not exists (select 1 from training_tally later"
                    + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1"
                    + " and later.recorded_at <= :as_of)";

    private static final String TALLIES = """
            %s select %s, 'TALLY', cast(e.tally_id as text), e.programme, e.target_group, e.training_type, e.place_country,
                e.sessions_planned, e.sessions_held, e.sessions_cancelled, e.sessions_to_come, e.sessions_never_held,
                %s, %s, %s
            from training_tally e
            %s
            group by e.tally_id, e.version
            """.formatted(
                    "%s", "%s", QuantitySql.sums("e"), QuantitySql.sums("e", "expected_"), StatedRating.COLUMNS, "%s");
    private static final int SESSIONS = 5;

    private final EntityManager entities;
    private final MunicipalityRegister register;

    TallyFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Limits versions to the latest, or to those that were the latest by the moment of the question. */
    static SqlConditions latest(Question question, SqlConditions where) {
        return question.asOf() == null ? where.where(LATEST) : where.where(LATEST_THEN, "as_of", question.asOf());
    }

    /** Also those of partly overlapping periods, which a note counts. */
    List<Fact<TrainingSums>> of(Question question) {
        var where = latest(question, SQL.where(question, register));
        if (question.from() != null) {
            where.where("e.period_until > :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            where.where("e.period_from < :wanted_until", "wanted_until", question.until());
        }
        var sql = TALLIES.formatted(SessionSql.withTypes(question), SQL.select(question), where.clause());
        return NativeRows.of(entities, sql, where.parameters()).stream()
                .map(row -> fact(question, row))
                .toList();
    }

    private static Fact<TrainingSums> fact(Question question, Object[] row) {
        var inclusion = SQL.width();
        var sessions = inclusion + FigureSql.INCLUSION;
        var participants = sessions + SESSIONS;
        var expected = participants + QuantitySql.COLUMNS;
        var rating = StatedRating.read(row, expected + QuantitySql.COLUMNS);
        var sums = TrainingSums.ofSessions(
                        NativeRows.count(row[sessions]),
                        NativeRows.count(row[sessions + 1]),
                        NativeRows.count(row[sessions + 2]),
                        NativeRows.count(row[sessions + 3]),
                        NativeRows.count(row[sessions + 4]))
                .plus(TrainingSums.ofParticipants(
                        QuantitySql.read(row, participants), QuantitySql.read(row, expected)));
        return SQL.fact(question, row, 1, rating.isStated() ? sums.plus(TrainingSums.ofRating(rating)) : sums)
                .during(rating.period())
                .included(FigureSql.inclusion(row, inclusion));
    }
}
