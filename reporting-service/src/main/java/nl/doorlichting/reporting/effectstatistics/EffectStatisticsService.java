package nl.doorlichting.reporting.effectstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

@ApplicationScoped
public class EffectStatisticsService {
    private final EffectFacts facts;
    private final InventoryRounds rounds;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;

    EffectStatisticsService(
            EffectFacts facts, InventoryRounds rounds, MunicipalityRegister register, CurrentCaller caller) {
        this.caller = caller;
        this.facts = facts;
        this.rounds = rounds;
        this.register = register;
    }

    @Transactional
    EffectAnswer answer(Question question) {
        var links = new EffectLinks(question, caller.get().may(ReportingAccess.READ_PROJECT_RESULTS));
        return answer(question, links::of);
    }

    /** The same without links, which depend on the caller. */
    @Transactional
    public EffectAnswer withoutLinks(Question question) {
        return answer(question, row -> EffectAnswer.Links.NONE);
    }

    private EffectAnswer answer(Question question, Function<Key, EffectAnswer.Links> links) {
        var revision = facts.beginConsistentRead();
        rounds.refuseUnknown(question);
        var maker = new TableMaker<>(question, register, Measure.<EffectRecord>listed());
        var found = facts.of(question);
        found.forEach(maker::add);
        var sums = new EffectSums(found.stream()
                .filter(fact -> fact.isWithin(question))
                .flatMap(fact -> fact.measure().stream())
                .toList());
        var all = maker.table().total(List.of());
        var total = sums.figures(all);
        maker.notes()
                .count(
                        NoteCode.VERDICT_ABOVE_EVIDENCE,
                        total.verdicts().stream()
                                .filter(EffectAnswer.Verdicts::aboveEvidence)
                                .mapToLong(EffectAnswer.Verdicts::count)
                                .sum());
        maker.notes()
                .count(
                        NoteCode.WITHOUT_PROJECT,
                        all.stream().filter(EffectRecord::isWithoutProject).count());
        var table = maker.table();
        FigureParameters.refuseTooLong(table, Optional.empty());
        return new EffectAnswer(
                question.dimensions(),
                rows(sums, table.rows(), links),
                List.of(total),
                rows(sums, table.unallocated(), links),
                EffectSums.tallies(all),
                table.wordedNotes(),
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    private static List<EffectAnswer.Row> rows(
            EffectSums sums, List<Table.Row<List<EffectRecord>>> rows, Function<Key, EffectAnswer.Links> links) {
        return rows.stream()
                .map(row -> new EffectAnswer.Row(row.key(), sums.figures(row.sum()), links.apply(row.key())))
                .toList();
    }
}
