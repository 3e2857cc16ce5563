package nl.doorlichting.domain.policyreview;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * Cost per participation over the projects of a programme that have both payments and counted reach. What the state paid
 * and what projects cost in all stand apart. Source: docs/design/rules.md#cost-per-participation.
 */
public record ProjectCosts(List<Project> projects, ProgrammeTotals programme) {
    private static final Cost NOT_ATTRIBUTABLE = new Cost(CostPerParticipation.NONE, CostPerParticipation.NONE);

    public ProjectCosts {
        projects = List.copyOf(projects);
        Objects.requireNonNull(programme, "programme");
    }

    /** The money and the reach of one project, both inside the days of the programme. */
    public record Project(FundedProject funded, ProjectReach reach) {
        public Project {
            Objects.requireNonNull(funded, "funded");
            Objects.requireNonNull(reach, "reach");
        }

        /** Whether its money is what its reach cost. */
        private boolean isAttributable() {
            return funded.disbursed() != null && funded.disbursed().amount().signum() > 0 && reach.isCounted();
        }
    }

    /**
     * What a participation cost.
     *
     * @param stateShare of what the state paid
     * @param wholeCost of what the projects cost in all, whoever paid, over those that state it
     */
    public record Cost(CostPerParticipation stateShare, CostPerParticipation wholeCost) {}

    /** What a participation cost in the projects that state this; null for those that do not. */
    public record OfGroup<V>(V value, long projects, Cost cost) {}

    public Cost total() {
        return cost(projects);
    }

    public Cost of(Project project) {
        return cost(List.of(project));
    }

    public List<OfGroup<FundingInstrument>> byFundingInstrument() {
        return groups(FundingInstrument.values(), project -> project.funded().fundingInstrument());
    }

    public List<OfGroup<Track>> byTrack() {
        return groups(Track.values(), project -> project.funded().track());
    }

    /** Those whose figures are not of one stated intensity are the last row, and their cost is not attributable. */
    public List<OfGroup<ReachIntensity>> byIntensity() {
        return groups(ReachIntensity.values(), project -> project.reach().intensity()).stream()
                .map(row -> row.value() == null ? new OfGroup<>(row.value(), row.projects(), NOT_ATTRIBUTABLE) : row)
                .toList();
    }

    private <V> List<OfGroup<V>> groups(V[] values, Function<Project, V> value) {
        return Stream.concat(Arrays.stream(values), Stream.of((V) null))
                .map(one -> {
                    var group = projects.stream()
                            .filter(project -> Objects.equals(value.apply(project), one))
                            .toList();
                    return new OfGroup<>(one, group.size(), cost(group));
                })
                .filter(row -> row.projects() > 0)
                .toList();
    }

    private Cost cost(Collection<Project> of) {
        var attributable = of.stream().filter(Project::isAttributable).toList();
        return new Cost(
                cost(attributable, FundedProject::disbursed),
                cost(
                        attributable.stream()
                                .filter(project -> project.funded().wholeCost() != null)
                                .toList(),
                        FundedProject::wholeCost));
    }

    private CostPerParticipation cost(List<Project> attributable, Function<FundedProject, Money> money) {
        if (attributable.isEmpty()) {
            return CostPerParticipation.NONE;
        }
        var funded = attributable.stream().map(Project::funded).toList();
        return CostPerParticipation.of(
                attributable.size(),
                FundedProject.sum(funded.stream().map(money)),
                reach(attributable).aggregate(),
                FundedProject.disbursed(funded),
                programme);
    }

    // Projects that are declared to count the same people reached at least as many as the largest of them.
    private static QuantitySum reach(List<Project> projects) {
        var overlapping = projects.stream()
                .map(Project::reach)
                .filter(ProjectReach::overlapping)
                .map(ProjectReach::sum)
                .toList();
        return projects.stream()
                .map(Project::reach)
                .filter(reach -> !reach.overlapping())
                .map(ProjectReach::sum)
                .reduce(QuantitySum.ofOverlapping(overlapping), QuantitySum::plus);
    }
}
