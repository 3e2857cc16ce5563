package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.RegisterMap;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

/** Computes figures of reach. */
@ApplicationScoped
class ReachStatisticsService {
    private final ReachFacts facts;
    private final ReachObservationRepository observations;
    private final MunicipalityRegister register;
    private final InventoryRounds rounds;
    private final CurrentCaller caller;

    ReachStatisticsService(
            ReachFacts facts,
            ReachObservationRepository observations,
            MunicipalityRegister register,
            InventoryRounds rounds,
            CurrentCaller caller) {
        this.facts = facts;
        this.observations = observations;
        this.register = register;
        this.rounds = rounds;
        this.caller = caller;
    }

    @Transactional
    ReachAnswer answer(Question question) {
        return answer(question, ReachAnswer::refuseTooLong);
    }

    /** The same without a limit of rows. */
    @Transactional
    ReachAnswer whole(Question question) {
        return answer(question, table -> {});
    }

    private ReachAnswer answer(Question question, Consumer<Table<QuantitySum>> check) {
        var revision = observations.beginConsistentRead();
        rounds.refuseUnknown(question);
        var table = TableMaker.table(question, register, ReachSql.measure(), facts.of(question));
        check.accept(table);
        var links = new ReachLinks(
                question,
                new RegisterMap(register, question.boundaries()),
                caller.get().may(ReportingAccess.READ_PROJECT_RESULTS),
                caller.get().may(ReportingAccess.READ_INVENTORIES));
        return ReachAnswer.whole(ReachSource.INVENTORY, table, links::of, register.version(), revision)
                .withNotes(note -> withLink(note, links));
    }

    private static FigureNote withLink(FigureNote note, ReachLinks links) {
        return note.code().equals(NoteCode.OVERLAPS_DECLARED.name())
                ? links.overlapping()
                        .map(path -> new FigureNote(note.code(), note.count(), note.detail() + ", see " + path))
                        .orElse(note)
                : note;
    }
}
