package nl.doorlichting.reporting.inventoryreports;

import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;

/**
 * What other features see of a report.
 *
 * @param roundId null when it is not known which round it belongs to
 * @param projects its present projects
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

    /** Whether its figures count; it then changes only by a correction with a reason. */
    public boolean isLocked() {
        return state == InventoryReportState.APPROVED || isPublished();
    }

    public boolean isPublished() {
        return state == InventoryReportState.PUBLISHED;
    }

    /** Whether it can still be written: it is neither under review nor locked. */
    public boolean isOpen() {
        return state == InventoryReportState.DRAFT || state == InventoryReportState.RETURNED;
    }
}
