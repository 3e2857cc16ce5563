package nl.doorlichting.reporting.effectstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.releases.ChangeReason.Counted;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.reporting.ReportingAccess;

@ApplicationScoped
public class EffectStatisticsService {
    private final EffectFacts facts;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;

    EffectStatisticsService(EffectFacts facts, MunicipalityRegister register, CurrentCaller caller) {
        this.caller = caller;
        this.facts = facts;
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
        var maker = new TableMaker<>(question, register, Measure.<EffectRecord>listed());
        var found = facts.of(question);
        found.forEach(maker::add);
        var sums = new EffectSums(found.stream()
                .filter(fact -> fact.isWithin(question))
                .flatMap(fact -> fact.measure().stream())
                .toList());
        var withoutNotes = maker.table();
        var all = withoutNotes.total(List.of());
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
        maker.notes().count(NoteCode.IN_SEVERAL_ROWS, projectsInSeveralRows(withoutNotes));
        var table = maker.table();
        FigureParameters.refuseTooLong(table, Optional.empty());
        return new EffectAnswer(
                question.dimensions(),
                rows(sums, table.rows(), links),
                List.of(total),
                rows(sums, table.unallocated(), links),
                EffectSums.tallies(all),
                FigureNote.of(table),
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    /** Projects of which different records stand in different rows count in each, and once in the total. */
    private static long projectsInSeveralRows(Table<List<EffectRecord>> table) {
        return Stream.concat(table.rows().stream(), table.unallocated().stream())
                .flatMap(row -> row.sum().stream()
                        .map(EffectRecord::project)
                        .filter(Objects::nonNull)
                        .distinct())
                .collect(Collectors.groupingBy(project -> project, Collectors.counting()))
                .values()
                .stream()
                .filter(rows -> rows > 1)
                .count();
    }

    private static List<EffectAnswer.Row> rows(
            EffectSums sums, List<Table.Row<List<EffectRecord>>> rows, Function<Key, EffectAnswer.Links> links) {
        return rows.stream()
                .map(row -> new EffectAnswer.Row(row.key(), sums.figures(row.sum()), links.apply(row.key())))
                .toList();
    }

    /** Why figures differ in the rows of records that state this. */
    public record Changed(ChangeReason reason, Map<Dimension, Set<Object>> stated) {}

    /** What a record states; staleness grows with time, without another record. */
    private record Standing(Map<Dimension, Set<Object>> stated, boolean stale) {}

    /** What records changed between two instants. A record that moved is there as it was and as it is. */
    @Transactional
    public List<Changed> changes(String programme, Set<Dimension> by, Instant since, Instant until) {
        facts.beginConsistentRead();
        var before = facts.byId(question(programme, by, since));
        var after = facts.byId(question(programme, by, until));
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .flatMap(id -> changes(before.get(id), after.get(id)))
                .distinct()
                .toList();
    }

    private static Question question(String programme, Set<Dimension> by, Instant asOf) {
        return new Question(Structure.EFFECTS, programme, null, null, by, Map.of(), null, asOf);
    }

    private static Stream<Changed> changes(Fact<List<EffectRecord>> before, Fact<List<EffectRecord>> after) {
        var reason = isLater(before, after)
                ? Optional.of(ChangeReason.NEW)
                : ChangeReason.between(counted(before), counted(after));
        return reason.stream()
                .flatMap(why ->
                        Stream.of(before, after).filter(Objects::nonNull).map(fact -> new Changed(why, fact.stated())));
    }

    /** A series that has a later measurement, or a later word, than before: a new figure and no correction. */
    private static boolean isLater(Fact<List<EffectRecord>> before, Fact<List<EffectRecord>> after) {
        return before != null
                && after != null
                && (record(after) instanceof EffectRecord.Measured || record(after) instanceof EffectRecord.Embedded)
                && after.period() != null
                && (before.period() == null
                        || after.period().from().isAfter(before.period().from()));
    }

    private static Counted<Standing> counted(Fact<List<EffectRecord>> fact) {
        if (fact == null) {
            return null;
        }
        return record(fact) instanceof EffectRecord.Embedded embedded
                ? new Counted<>(new Standing(fact.stated(), embedded.stale()), embedded.status())
                : new Counted<>(new Standing(fact.stated(), false), fact.measure());
    }

    private static EffectRecord record(Fact<List<EffectRecord>> fact) {
        return fact.measure().get(0);
    }
}
