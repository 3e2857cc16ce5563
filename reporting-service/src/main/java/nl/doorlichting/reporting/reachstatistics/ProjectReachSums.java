package nl.doorlichting.reporting.reachstatistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.reporting.reachstatistics.ProjectReachResponse.ProjectReach;

/**
 * The reach of each project, with what cost per participation needs to know of it.
 *
 * @param byProject rows by project
 * @param byIntensity rows by project and intensity
 * @param overlapping facts of which some declare overlaps
 */
record ProjectReachSums(
        Table<QuantitySum> byProject, Table<QuantitySum> byIntensity, Collection<Fact<QuantitySum>> overlapping) {

    List<ProjectReach> projects(Function<Table.Row<QuantitySum>, String> observations) {
        var intensities = intensities();
        var sharing = sharingPeople();
        return byProject.rows().stream()
                .filter(row -> row.key().get(Dimension.PROJECT) != null)
                .map(row -> {
                    var project = (UUID) row.key().get(Dimension.PROJECT);
                    var stated = intensities.get(project);
                    return new ProjectReach(
                            project,
                            row.sum().aggregate(),
                            row.sum().bestHalves(),
                            stated.size() == 1 ? stated.iterator().next() : null,
                            sharing.contains(project),
                            observations.apply(row));
                })
                .toList();
    }

    /** Of each project the intensities that its figures state, with null for those that state none. */
    private Map<UUID, Set<ReachIntensity>> intensities() {
        var intensities = new HashMap<UUID, Set<ReachIntensity>>();
        byIntensity
                .rows()
                .forEach(row -> intensities
                        .computeIfAbsent((UUID) row.key().get(Dimension.PROJECT), project -> new HashSet<>())
                        .add((ReachIntensity) row.key().get(Dimension.INTENSITY)));
        return intensities;
    }

    /** The projects with a figure that is declared to overlap with one of another project. */
    private Set<UUID> sharingPeople() {
        var projects = new HashMap<String, UUID>();
        overlapping.stream()
                .filter(fact -> fact.overlap() != null)
                .forEach(fact -> fact.of(Dimension.PROJECT)
                        .forEach(project -> projects.put(fact.overlap().id(), (UUID) project)));
        var sharing = new HashSet<UUID>();
        overlapping.stream().filter(fact -> fact.overlap() != null).forEach(fact -> {
            var one = projects.get(fact.overlap().id());
            fact.overlap().others().stream()
                    .map(projects::get)
                    .filter(other -> one != null && other != null && !other.equals(one))
                    .forEach(other -> sharing.addAll(Set.of(one, other)));
        });
        return sharing;
    }
}
