package nl.doorlichting.reporting.effectstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.YEAR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.reporting.ReportingDataSets;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Embedded;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Judgement;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Measured;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.ReportEntry;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Tallied;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Visited;
import nl.doorlichting.reporting.indicators.IndicatorChange;
import nl.doorlichting.reporting.inventoryreports.EvaluationStatus;

/**
 * Reads records about effects from the database, each as a fact of its own. Filters do not narrow what is read, because a
 * project's other records say how it was looked into.
 */
@ApplicationScoped
class EffectFacts {
    private static final FigureSql SQL = new FigureSql(
            Structure.EFFECTS,
            Map.of(
                    ROUND, Column.id("e.round_id"),
                    ACTION_LINE, Column.one("e.action_line"),
                    TRACK, Column.one("e.track"),
                    FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
                    INTERVENTION_TYPE, Column.array("e.intervention_types"),
                    PHENOMENON, Column.array("e.phenomena"),
                    PROJECT, Column.id("e.project_id"),
                    ORGANISATION, Column.one("e.organisation_id")),
            Column.array("e.place_municipalities"));
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Clock clock;

    EffectFacts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    String beginConsistentRead() {
        return ReportingDataSets.effects(entities).beginConsistentRead();
    }

    /** Every record that the question can use, or that a note may count. */
    List<Fact<List<EffectRecord>>> of(Question question) {
        return records(question).map(Recorded::fact).toList();
    }

    /** The same by their ids. */
    Map<String, Fact<List<EffectRecord>>> byId(Question question) {
        return records(question).collect(Collectors.toMap(Recorded::id, Recorded::fact, (one, same) -> one));
    }

    /**
     * A fact, and the record that it is.
     *
     * @param id the same at every instant
     */
    private record Recorded(String id, Fact<List<EffectRecord>> fact) {}

    private Stream<Recorded> records(Question question) {
        var records = Stream.of(reports(question), verdicts(question), indicators(question), embeddings(question))
                .flatMap(facts -> facts)
                .toList();
        return Stream.of(records.stream(), visits(question, records), tallies(question))
                .flatMap(facts -> facts);
    }

    private Stream<Recorded> reports(Question question) {
        return facts(
                question,
                EffectSources.REPORTS,
                row -> new ReportEntry(
                        row.project(),
                        (UUID) row.next(),
                        row.code(EvaluationStatus.class),
                        row.code(EvaluationStatus.class)),
                "report_id",
                "self_evaluation",
                "independent_evaluation");
    }

    private Stream<Recorded> verdicts(Question question) {
        return facts(
                question,
                EffectSources.VERDICTS,
                row -> new Judgement(
                        row.project(),
                        row.code(Verdict.class),
                        row.code(JudgementConcern.class),
                        (Integer) row.next(),
                        (Integer) row.next(),
                        (Integer) row.next()),
                "verdict",
                "concerns",
                "evidence_level",
                "positive",
                "negative");
    }

    private Stream<Recorded> indicators(Question question) {
        return facts(
                question,
                EffectSources.INDICATORS,
                row -> new Measured(
                        row.project(),
                        row.code(BaselineKind.class) == BaselineKind.TAKEN,
                        IndicatorChange.between(
                                row.code(IndicatorDirection.class),
                                (BigDecimal) row.next(),
                                row.day(),
                                (BigDecimal) row.next(),
                                (BigDecimal) row.next(),
                                row.day(),
                                row.day())),
                "baseline_kind",
                "direction",
                "baseline_value",
                "baseline_measured_on",
                "target_value",
                "value",
                "measured_from",
                "measured_on");
    }

    private Stream<Recorded> embeddings(Question question) {
        var today =
                question.asOf() == null ? LocalDate.now(clock) : LocalDate.ofInstant(question.asOf(), ZoneOffset.UTC);
        var staleBefore = today.minusYears(1);
        return facts(
                question,
                EffectSources.EMBEDDINGS,
                row -> new Embedded(
                        row.project(),
                        row.code(EmbeddingStatus.class),
                        row.day().isBefore(staleBefore)),
                "status",
                "period_from");
    }

    /** Rounds that name a project of which no other record is of the same time. */
    private Stream<Recorded> visits(Question question, List<Recorded> records) {
        var recorded = records.stream()
                .map(record -> Visit.of(question, record.fact()))
                .collect(Collectors.toSet());
        return facts(question, EffectSources.VISITS, row -> new Visited(row.project()))
                .filter(record -> !recorded.contains(Visit.of(question, record.fact())));
    }

    private Stream<Recorded> tallies(Question question) {
        return facts(
                        question,
                        EffectSources.TALLIES,
                        row -> new Tallied(new EffectAnswer.Tally(
                                (Integer) row.next(),
                                (Integer) row.next(),
                                (Integer) row.next(),
                                (Integer) row.next(),
                                (Integer) row.next(),
                                (String) row.next())),
                        "reports",
                        "projects",
                        "with_baseline",
                        "with_self_evaluation",
                        "with_independent_evaluation",
                        "source")
                .map(record -> new Recorded(record.id(), record.fact().countedIn(Fact.Use.TOTALS)));
    }

    /** A project, whether within the days asked for, and the time that rows or filters look at. */
    private record Visit(UUID project, boolean within, List<Set<Object>> time) {
        private static Visit of(Question question, Fact<List<EffectRecord>> fact) {
            return new Visit(
                    fact.measure().get(0).project(),
                    fact.isWithin(question),
                    Stream.of(PERIOD, YEAR, ROUND)
                            .filter(question::looksAt)
                            .map(fact::of)
                            .toList());
        }
    }

    /** The columns of a row one by one, after its id, its project and its days. */
    private static final class Row {
        private final Object[] columns;
        private final String id;
        private final UUID project;
        private final Period period;
        private int next;

        Row(Object[] columns, int first) {
            this.columns = columns;
            this.id = (String) columns[first];
            this.project = (UUID) columns[first + 1];
            this.next = first + 2;
            var from = day();
            var until = day();
            // A single day of a record can be one that no period has.
            this.period = from == null || from.isBefore(Period.EARLIEST) || until.isAfter(Period.LATEST)
                    ? null
                    : new Period(from, until);
        }

        private UUID project() {
            return project;
        }

        private Object next() {
            return columns[next++];
        }

        private LocalDate day() {
            var column = next();
            return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
        }

        private <E extends Enum<E>> E code(Class<E> codes) {
            var column = (String) next();
            return column == null ? null : Enum.valueOf(codes, column);
        }
    }

    /** The facts of a statement, of which these are the columns of the figures. */
    private Stream<Recorded> facts(
            Question question, String statement, Function<Row, EffectRecord> record, String... columns) {
        var where = new SqlConditions().equal("programme", question.programme());
        var select = Stream.concat(
                        Stream.of(
                                SQL.select(question),
                                "cast(e.record as text)",
                                "e.project_id",
                                "e.period_from",
                                "e.period_until"),
                        Arrays.stream(columns).map(column -> "e." + column))
                .collect(Collectors.joining(", "));
        return rows(question, statement.formatted(select, where.clause()), where).stream()
                .map(columnsOf -> {
                    var row = new Row(columnsOf, SQL.width());
                    var known = record.apply(row);
                    var fact = SQL.fact(question, columnsOf, 1, List.of(known));
                    return new Recorded(
                            known.getClass().getSimpleName() + " " + row.id,
                            row.period == null ? fact.ofNoDays() : fact.during(row.period));
                });
    }

    private List<Object[]> rows(Question question, String sql, SqlConditions where) {
        var parameters = where.parameters();
        parameters.put("as_of", Objects.requireNonNullElse(question.asOf(), EVER));
        parameters.put("wanted_from", Objects.requireNonNullElse(question.from(), LocalDate.of(1, 1, 1)));
        parameters.put("wanted_until", Objects.requireNonNullElse(question.until(), LocalDate.of(9999, 12, 31)));
        parameters.keySet().removeIf(name -> !sql.contains(":" + name));
        var statement = RowQuery.of(entities, sql);
        parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }
}
