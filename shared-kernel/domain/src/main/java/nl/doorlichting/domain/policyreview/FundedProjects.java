package nl.doorlichting.domain.policyreview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * Which instruments the projects of a programme use, and with how much money. A project counts once in each row that it
 * states, and once in the total.
 */
public record FundedProjects(List<FundedProject> projects) {
    public FundedProjects {
        projects = List.copyOf(projects);
    }

    /** Projects and their money; an amount is null where nothing is booked of any. */
    public record Sum(long projects, Money committed, Money disbursed) {
        static Sum of(Collection<FundedProject> projects) {
            return new Sum(
                    projects.size(),
                    FundedProject.sum(projects.stream().map(FundedProject::committed)),
                    FundedProject.disbursed(projects));
        }
    }

    /** The projects of one instrument, action line and track; null for those that do not state it. */
    public record Use<I>(I instrument, ActionLine actionLine, Track track, Sum sum) {}

    /** Projects that use both of these. */
    public record Overlap(InterventionType first, InterventionType second, Sum sum) {}

    /** The projects of one track; null for those that state none. */
    public record OfTrack(Track track, Sum sum) {}

    public Sum total() {
        return Sum.of(projects);
    }

    /** What was paid of this total without a project; null where nothing was. */
    public Money disbursedWithoutProject(Money total) {
        var ofProjects = total().disbursed();
        return total == null || ofProjects == null ? total : total.minus(ofProjects);
    }

    /** How many projects use several types of intervention, and stand in a row for each. */
    public long withSeveralTypes() {
        return projects.stream()
                .filter(project -> project.interventionTypes().size() > 1)
                .count();
    }

    /** By type of intervention, action line and track, in the order of their codelists, what is not stated last. */
    public List<Use<InterventionType>> byInterventionType() {
        return uses(project ->
                project.interventionTypes().isEmpty() ? single(null) : Set.copyOf(project.interventionTypes()));
    }

    /** By funding instrument, action line and track. */
    public List<Use<FundingInstrument>> byFundingInstrument() {
        return uses(project -> single(project.fundingInstrument()));
    }

    public List<OfTrack> byTrack() {
        return Stream.concat(Arrays.stream(Track.values()), Stream.of((Track) null))
                .map(track -> new OfTrack(
                        track,
                        Sum.of(projects.stream()
                                .filter(project -> project.track() == track)
                                .toList())))
                .filter(row -> row.sum().projects() > 0)
                .toList();
    }

    /** Each pair of types of intervention that some project uses together. */
    public List<Overlap> overlaps() {
        return Arrays.stream(InterventionType.values())
                .flatMap(first -> Arrays.stream(InterventionType.values())
                        .filter(second -> second.compareTo(first) > 0)
                        .map(second -> new Overlap(first, second, Sum.of(using(first, second)))))
                .filter(pair -> pair.sum().projects() > 0)
                .toList();
    }

    private List<FundedProject> using(InterventionType first, InterventionType second) {
        return projects.stream()
                .filter(project -> project.interventionTypes().containsAll(Set.of(first, second)))
                .toList();
    }

    private static <I> Collection<I> single(I value) {
        return Arrays.asList(value);
    }

    private record Cell<I>(I instrument, ActionLine actionLine, Track track) {}

    private <I extends Comparable<I>> List<Use<I>> uses(Function<FundedProject, Collection<I>> instruments) {
        var cells = new LinkedHashMap<Cell<I>, List<FundedProject>>();
        projects.forEach(project -> instruments
                .apply(project)
                .forEach(instrument -> cells.computeIfAbsent(
                                new Cell<>(instrument, project.actionLine(), project.track()),
                                cell -> new ArrayList<>())
                        .add(project)));
        return cells.entrySet().stream()
                .map(cell -> new Use<>(
                        cell.getKey().instrument(),
                        cell.getKey().actionLine(),
                        cell.getKey().track(),
                        Sum.of(cell.getValue())))
                .sorted(Comparator.comparing((Use<I> use) -> use.instrument(), FundedProjects.<I>statedFirst())
                        .thenComparing(Use::actionLine, FundedProjects.<ActionLine>statedFirst())
                        .thenComparing(Use::track, FundedProjects.<Track>statedFirst()))
                .toList();
    }

    private static <V extends Comparable<? super V>> Comparator<V> statedFirst() {
        return Comparator.nullsLast(Comparator.naturalOrder());
    }
}
