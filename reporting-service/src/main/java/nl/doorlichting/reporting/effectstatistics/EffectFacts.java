package nl.doorlichting.reporting.effectstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.reporting.ReportingDataSets;
import nl.doorlichting.reporting.effectstatistics.EffectSums.VerdictKind;

/** Reads the sums of records about effects from the database. */
@ApplicationScoped
class EffectFacts {
    /** What one record states. */
    private static final FigureSql RECORDS = new FigureSql(
            Structure.EFFECTS,
            Map.of(
                    ACTION_LINE, Column.one("e.action_line"),
                    TRACK, Column.one("e.track"),
                    FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
                    INTERVENTION_TYPE, Column.array("e.intervention_types")),
            Column.array("e.place_municipalities"));
    /** What all records of a project, or of a report, state together. */
    private static final FigureSql GROUPS = new FigureSql(
            Structure.EFFECTS,
            Map.of(
                    ACTION_LINE, Column.joined("e.action_line"),
                    TRACK, Column.joined("e.track"),
                    FUNDING_INSTRUMENT, Column.joined("e.funding_instrument"),
                    INTERVENTION_TYPE, Column.joined("e.intervention_types")),
            Column.joined("e.place_municipalities"));

    private static final String TALLIES = """
        select e.reports, e.projects, e.with_baseline, e.with_self_evaluation, e.with_independent_evaluation,
            e.source
        from (
            select t.*, o.period_from, o.period_until
            from inventory_report_tally t
            left join inventory_round o on o.id = t.round_id) e
        %s
        order by e.created_at, e.id
        """;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final Clock clock;

    EffectFacts(EntityManager entities, MunicipalityRegister register, Clock clock) {
        this.entities = entities;
        this.register = register;
        this.clock = clock;
    }

    String beginConsistentRead() {
        return ReportingDataSets.effects(entities).beginConsistentRead();
    }

    /** Every group of records, and of projects and reports, that the question can use. */
    List<Fact<EffectSums>> of(Question question) {
        var sources = new EffectSources(new EffectDays(question));
        return Stream.of(
                        projects(question, sources.projectRecords()),
                        reports(question, sources.reports()),
                        verdicts(question, sources.verdicts()),
                        indicators(question, sources.indicators()),
                        embeddings(question, sources.embeddings()))
                .flatMap(facts -> facts)
                .toList();
    }

    /** How many reports are left out because their round lies only partly within the days asked for. */
    long reportsThatStickOut(Question question) {
        var sources = new EffectSources(new EffectDays(question));
        return reports(question, sources.reportsThatStickOut())
                .mapToLong(Fact::records)
                .sum();
    }

    /** Totals of projects that a source does not list one by one; they have no fields for filters. */
    List<EffectAnswer.Tally> tallies(Question question) {
        if (!question.only().isEmpty()) {
            return List.of();
        }
        var days = new EffectDays(question);
        var filter = new Filter()
                .equal("programme", question.programme())
                .where("true " + days.contain("e.period_from", "e.period_until"));
        filter.parameters().putAll(days.parameters());
        return rows(TALLIES.formatted(filter.clause()), filter.parameters()).stream()
                .map(row -> new EffectAnswer.Tally(
                        (Integer) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        (String) row[5]))
                .toList();
    }

    private Stream<Fact<EffectSums>> projects(Question question, String source) {
        return facts(
                GROUPS,
                question,
                EffectStatements.PROJECTS.formatted(source),
                0,
                row -> EffectSums.ofProjects(new EffectSums.Projects(
                        row.number(0),
                        row.number(1),
                        row.number(2),
                        row.number(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.number(7))));
    }

    private Stream<Fact<EffectSums>> reports(Question question, String source) {
        return facts(
                GROUPS,
                question,
                EffectStatements.REPORTS.formatted(source),
                0,
                row -> EffectSums.ofReports(row.number(0)));
    }

    private Stream<Fact<EffectSums>> verdicts(Question question, String source) {
        return facts(RECORDS, question, EffectStatements.VERDICTS.formatted(source), 3, row -> {
            var kind = new VerdictKind(
                    Verdict.valueOf((String) row.get(0)), JudgementConcern.valueOf((String) row.get(1)), (Integer)
                            row.get(2));
            return EffectSums.ofVerdicts(kind, row.number(3), row.number(4), row.number(5));
        });
    }

    private Stream<Fact<EffectSums>> indicators(Question question, String source) {
        return facts(
                RECORDS,
                question,
                EffectStatements.INDICATORS.formatted(source),
                0,
                row -> EffectSums.ofChange(new EffectSums.Change(
                        row.number(0), row.number(1), row.number(2), row.number(3), row.number(4), row.number(5))));
    }

    private Stream<Fact<EffectSums>> embeddings(Question question, String source) {
        return facts(
                RECORDS,
                question,
                EffectStatements.EMBEDDINGS.formatted(source),
                2,
                row -> EffectSums.ofEmbeddings(
                        EmbeddingStatus.valueOf((String) row.get(0)), row.number(2), (Boolean) row.get(1)));
    }

    /** The columns of a row after those of what is stated. */
    private record Columns(Object[] row, int offset) {
        private Object get(int index) {
            return row[offset + index];
        }

        private long number(int index) {
            return ((Number) get(index)).longValue();
        }
    }

    /**
     * The facts of a statement.
     *
     * @param grouped how many columns it groups by beside those of what is stated; the number of records follows them
     */
    private Stream<Fact<EffectSums>> facts(
            FigureSql sql, Question question, String statement, int grouped, Function<Columns, EffectSums> sums) {
        var where = sql.where(question, register);
        var parameters = new HashMap<>(where.parameters());
        parameters.putAll(new EffectDays(question).parameters());
        if (statement.contains(":" + EffectStatements.STALE_BEFORE)) {
            parameters.put(EffectStatements.STALE_BEFORE, LocalDate.now(clock).minusYears(1));
        }
        var complete = statement
                .replace("{stated}", sql.select(question))
                .replace("{where}", where.clause())
                .replace("{groups}", sql.groups(grouped));
        return rows(complete, parameters).stream().map(row -> {
            var columns = new Columns(row, sql.width());
            return sql.fact(question, row, columns.number(grouped), sums.apply(columns));
        });
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Map<String, Object> parameters) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }
}
