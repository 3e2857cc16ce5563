package nl.doorlichting.reporting.inventoryreports;

import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;

/**
 * What other features may know of a report.
 *
 * @param roundId null when it is not known of which round it is
 * @param projects the projects that it is about now
 * @param organisations numbers of the organisations that carry them out, as far as stated
 */
public record InventoryReportFacts(
        UUID id,
        String programme,
        UUID roundId,
        InventoryReportState state,
        Set<UUID> projects,
        Set<String> organisations) {

    public InventoryReportFacts {
        projects = Set.copyOf(projects);
        organisations = Set.copyOf(organisations);
    }

    /** Whether its figures count, and it changes only by a correction with a reason. */
    public boolean isLocked() {
        return state == InventoryReportState.APPROVED || isPublished();
    }

    public boolean isPublished() {
        return state == InventoryReportState.PUBLISHED;
    }

    /** Whether it can still be written: nobody is judging it, and it is not locked. */
    public boolean isOpen() {
        return state == InventoryReportState.DRAFT || state == InventoryReportState.RETURNED;
    }
}
