package nl.doorlichting.reporting.reachstatistics;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What inventories counted for each project of a programme, as {@code reports/policy-review} needs it.
 *
 * @param projects projects of which a figure counts in the days asked for; empty where none does
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
public record ProjectReachResponse(List<ProjectReach> projects, String revision) {

    /**
     * One project. Tallies state no project, so that all its figures count.
     *
     * @param reach number of people reached, as participations: a person who takes part twice counts twice
     * @param bestHalves the best estimate in halves, before it is rounded, because a sum over projects is rounded once; 0
     *     where nothing can be added
     * @param intensity how intensively people were reached, where all figures of the project state the same; null where
     *     they state several, or one of them states none
     * @param overlapping whether a figure of the project is declared to count people of another project too
     * @param observations path of the list of observations that the reach is made of; null where the caller may not read
     *     it
     */
    @Schema(name = "ProjectReach")
    public record ProjectReach(
            UUID projectId,
            AggregatedQuantity reach,
            long bestHalves,
            @Schema(nullable = true) ReachIntensity intensity,
            boolean overlapping,
            @Schema(nullable = true) String observations) {}
}
