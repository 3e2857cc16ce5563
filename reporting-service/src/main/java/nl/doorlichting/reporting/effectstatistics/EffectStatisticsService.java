package nl.doorlichting.reporting.effectstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

@ApplicationScoped
public class EffectStatisticsService {
    private final EffectFacts facts;
    private final MunicipalityRegister register;

    EffectStatisticsService(EffectFacts facts, MunicipalityRegister register) {
        this.facts = facts;
        this.register = register;
    }

    @Transactional
    public EffectAnswer answer(Question question) {
        var revision = facts.beginConsistentRead();
        var maker = new TableMaker<>(question, register, EffectSums.MEASURE);
        facts.of(question).forEach(maker::add);
        var total = maker.table().total(EffectSums.NONE);
        maker.notes().count(NoteCode.PARTIAL_OVERLAP, facts.reportsThatStickOut(question));
        maker.notes().count(NoteCode.VERDICT_ABOVE_EVIDENCE, total.verdictsAboveEvidence());
        var table = maker.table();
        return new EffectAnswer(
                question.dimensions(),
                rows(table.rows()),
                List.of(total.answer()),
                rows(table.unallocated()),
                facts.tallies(question),
                table.wordedNotes(),
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    private static List<EffectAnswer.Row> rows(List<Table.Row<EffectSums>> rows) {
        return rows.stream()
                .map(row -> new EffectAnswer.Row(row.key(), row.sum().answer()))
                .toList();
    }
}
