package nl.doorlichting.reporting.reachstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.LargeAnswers;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.RecordListPath;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.RegisterMap;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;

/** Computes figures of reach. */
@ApplicationScoped
public class ReachStatisticsService {
    private final ReachFacts facts;
    private final RecentReach recent;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final LargeAnswers large;

    ReachStatisticsService(
            ReachFacts facts,
            RecentReach recent,
            MunicipalityRegister register,
            CurrentCaller caller,
            LargeAnswers large) {
        this.facts = facts;
        this.recent = recent;
        this.register = register;
        this.caller = caller;
        this.large = large;
    }

    @Transactional
    ReachAnswer answer(Question question) {
        return answer(question, large.answer(question, ReachAnswer.CSV));
    }

    /** The same as a table (CSV), which has more rows. */
    @Transactional
    ReachAnswer whole(Question question) {
        return answer(question, large.table());
    }

    /** The same without a limit of rows, and without links, which depend on the caller. */
    @Transactional
    public ReachAnswer withoutLinks(Question question) {
        var read = facts.table(question, rows -> {});
        return ReachAnswer.whole(
                ReachSource.INVENTORY,
                read.figures(),
                row -> ReachAnswer.Links.NONE,
                register.version(),
                read.revision());
    }

    /** The reach of each project of these days, however many. */
    @Transactional
    ProjectReachResponse ofProjects(Question days) {
        var byProject = days.rowsBy(Dimension.PROJECT);
        var byIntensity = days.rowsBy(Dimension.PROJECT, Dimension.INTENSITY);
        var read = facts.of(byIntensity);
        var figures = read.figures();
        var sums = new ProjectReachSums(
                TableMaker.table(byProject, register, ReachSql.measure(), figures),
                TableMaker.table(byIntensity, register, ReachSql.measure(), figures),
                figures);
        var links = links(byProject);
        return new ProjectReachResponse(sums.projects(row -> links.of(row).observations()), read.revision());
    }

    /** The reach of one project by target group, of observations that the caller may see. It begins no consistent read. */
    @Transactional
    public ReachOfProject ofProject(UUID project, Instant asOf) {
        var question =
                new Question(Structure.REACH, null, null, null, Set.of(Dimension.TARGET_GROUP), Map.of(), null, asOf);
        return ReachOfProject.from(
                TableMaker.table(question, register, ReachSql.measure(), facts.ofProject(project, question)));
    }

    private ReachLinks links(Question question) {
        return new ReachLinks(
                question,
                new RecordListPath(question),
                new RegisterMap(register, question.boundaries()),
                caller.get().may(ReportingAccess.READ_PROJECT_RESULTS),
                caller.get().may(ReportingAccess.READ_INVENTORIES));
    }

    private ReachAnswer answer(Question question, IntConsumer rows) {
        var read = table(question, rows);
        var links = links(question);
        return ReachAnswer.whole(ReachSource.INVENTORY, read.figures(), links::of, register.version(), read.revision())
                .withNotes(note -> withLink(note, links));
    }

    // Of all organisations, which only staff may see.
    private ReachFacts.Read<Table<QuantitySum>> table(Question question, IntConsumer rows) {
        return Optional.of(question)
                .filter(some -> caller.get().isStaff())
                .flatMap(recent::of)
                .map(read -> new ReachFacts.Read<>(read.revision(), tableOf(read.figures(), question, rows)))
                .orElseGet(() -> facts.table(question, rows));
    }

    private Table<QuantitySum> tableOf(List<Fact<QuantitySum>> figures, Question question, IntConsumer rows) {
        var maker = new TableMaker<>(question, register, ReachSql.measure()).counting(rows);
        figures.forEach(maker::add);
        return maker.table();
    }

    private static FigureNote withLink(FigureNote note, ReachLinks links) {
        return note.code().equals(NoteCode.OVERLAPS_DECLARED.name())
                ? links.overlapping()
                        .map(path -> note.with(Text.of("reach.see", path)))
                        .orElse(note)
                : note;
    }

    /** The figures behind a question, for a caller that makes several tables of the same ones. */
    @Transactional
    public List<Fact<QuantitySum>> figures(Question question) {
        return facts.of(question).figures();
    }
}
