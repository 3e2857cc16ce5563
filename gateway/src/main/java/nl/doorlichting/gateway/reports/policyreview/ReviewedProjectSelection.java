package nl.doorlichting.gateway.reports.policyreview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;

/**
 * Which projects of a policy review are wanted.
 *
 * @param only values wanted of what a project states
 * @param allTypes types of intervention that a project has to use all of
 */
record ReviewedProjectSelection(Map<Dimension, Set<Object>> only, Set<Object> allTypes) {
    List<ReviewedProject> of(List<ReviewedProject> projects) {
        return projects.stream()
                .filter(project -> passes(Dimension.FUNDING_INSTRUMENT, one(project.fundingInstrument())))
                .filter(project -> passes(Dimension.TRACK, one(project.track())))
                .filter(project -> passes(Dimension.ACTION_LINE, one(project.actionLine())))
                .filter(project -> passes(Dimension.INTERVENTION_TYPE, project.interventionTypes()))
                .filter(project -> passes(Dimension.INTENSITY, one(project.intensity())))
                .filter(project -> project.interventionTypes().containsAll(allTypes))
                .toList();
    }

    private static Collection<?> one(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private boolean passes(Dimension dimension, Collection<?> stated) {
        var wanted = only.get(dimension);
        return wanted == null
                || (stated.isEmpty()
                        ? wanted.contains(Dimension.NOT_STATED)
                        : stated.stream().anyMatch(wanted::contains));
    }
}
