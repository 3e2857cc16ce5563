package nl.doorlichting.gateway.clients.reporting;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.policyreview.ProjectReach;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/** What inventories counted for each project of a programme, from reporting-service. */
public record ProjectReaches(List<Project> projects, String revision) {
    public ProjectReaches {
        projects = List.copyOf(projects);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * One project.
     *
     * @param bestHalves the best estimate in halves, before it is rounded
     * @param intensity null where its figures state several, or one of them none
     * @param observations path of the list of its observations; null for a caller who may not read it
     */
    public record Project(
            UUID projectId,
            AggregatedQuantity reach,
            long bestHalves,
            ReachIntensity intensity,
            boolean overlapping,
            String observations) {
        public Project {
            Objects.requireNonNull(projectId, "projectId");
            Objects.requireNonNull(reach, "reach");
        }

        public ProjectReach toReach() {
            return ProjectReach.of(reach, bestHalves, intensity, overlapping);
        }
    }
}
