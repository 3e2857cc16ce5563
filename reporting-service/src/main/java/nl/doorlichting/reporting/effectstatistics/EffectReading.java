package nl.doorlichting.reporting.effectstatistics;

import static nl.doorlichting.domain.effects.EffectSql.COLUMNS;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.effects.EffectNoteCode;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.effects.EffectSql;
import nl.doorlichting.domain.effects.EffectTable;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;

/** Reads the sums of one query from the database and arranges them in rows. */
final class EffectReading {
    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final EffectQuery query;
    private final EffectDays days;
    private final EffectSources sources;
    private final EffectTable<EffectCell> table;

    EffectReading(EntityManager entities, MunicipalityRegister register, EffectQuery query) {
        this.entities = entities;
        this.register = register;
        this.query = query;
        this.days = new EffectDays(query);
        this.sources = new EffectSources(days);
        this.table = new EffectTable<>(query, register, EffectCell::new);
    }

    EffectTable<EffectCell> table(LocalDate today) {
        addProjects();
        addReports();
        addVerdicts();
        addIndicators();
        addEmbeddings(today);
        table.notes().count(EffectNoteCode.VERDICT_ABOVE_EVIDENCE, table.total().verdictsAboveEvidence());
        return table;
    }

    private void addProjects() {
        for (var row : groups(EffectStatements.PROJECTS, sources.projectRecords())) {
            var counts = new ProjectCounts(
                    number(row, 0),
                    number(row, 1),
                    number(row, 2),
                    number(row, 3),
                    number(row, 4),
                    number(row, 5),
                    number(row, 6),
                    number(row, 7));
            table.add(EffectSql.read(row), counts.all(), cell -> cell.addProjects(counts));
        }
    }

    private void addReports() {
        for (var row : groups(EffectStatements.REPORTS, sources.reports())) {
            table.add(EffectSql.read(row), number(row, 0), cell -> cell.addReports(number(row, 0)));
        }
        groups(EffectStatements.REPORTS, sources.reportsThatStickOut())
                .forEach(row -> table.notes().count(EffectNoteCode.PARTIAL_OVERLAP, number(row, 0)));
    }

    private void addVerdicts() {
        for (var row : records(EffectStatements.VERDICTS, sources.verdicts(), Map.of())) {
            var kind = new VerdictKind(
                    Verdict.valueOf((String) row[COLUMNS + 3]),
                    JudgementConcern.valueOf((String) row[COLUMNS + 4]),
                    (Integer) row[COLUMNS + 5]);
            table.add(EffectSql.read(row), number(row, 0), cell -> {
                cell.addVerdicts(kind, number(row, 0));
                cell.addSideEffects(number(row, 1), number(row, 2));
            });
        }
    }

    private void addIndicators() {
        for (var row : records(EffectStatements.INDICATORS, sources.indicators(), Map.of())) {
            var counts = new ChangeCounts(
                    number(row, 0), number(row, 1), number(row, 2), number(row, 3), number(row, 4), number(row, 5));
            table.add(EffectSql.read(row), counts.all(), cell -> cell.addChange(counts));
        }
    }

    private void addEmbeddings(LocalDate today) {
        var staleBefore = Map.<String, Object>of("stale_before", today.minusYears(1));
        for (var row : records(EffectStatements.EMBEDDINGS, sources.embeddings(), staleBefore)) {
            var status = EmbeddingStatus.valueOf((String) row[COLUMNS + 1]);
            var stale = (Boolean) row[COLUMNS + 2];
            table.add(EffectSql.read(row), number(row, 0), cell -> cell.addEmbeddings(status, stale, number(row, 0)));
        }
    }

    /** Rows of projects or reports, which count in each group that one of their records is in. */
    private List<Object[]> groups(String statement, String source) {
        var filter = EffectSql.filterOfGroup(query, register);
        var stated = EffectSql.statedOfGroup("e", query);
        return rows(
                statement.formatted(stated, EffectSql.statedTogether("r"), source, filter.clause()), filter, Map.of());
    }

    /** Rows of records, each of which counts in the group that it states itself. */
    private List<Object[]> records(String statement, String source, Map<String, Object> others) {
        var filter = EffectSql.filter(query, register);
        return rows(statement.formatted(EffectSql.stated("e", query), source, filter.clause()), filter, others);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, SqlConditions filter, Map<String, Object> others) {
        var parameters = new HashMap<>(filter.parameters());
        parameters.putAll(days.parameters());
        parameters.putAll(others);
        var statement = entities.createNativeQuery(sql, Object[].class);
        parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }

    /** The columns after those of the group. */
    private static long number(Object[] row, int index) {
        return ((Number) row[COLUMNS + index]).longValue();
    }
}
