package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** The reports, for features that refer to them. */
@ApplicationScoped
public class InventoryReports {
    private final InventoryReportRepository reports;
    private final InventoryReportVisibility visibility;

    InventoryReports(InventoryReportRepository reports, InventoryReportVisibility visibility) {
        this.reports = reports;
        this.visibility = visibility;
    }

    /** The report, whoever asks. */
    public Optional<InventoryReportFacts> find(UUID id) {
        return reports.findByIdOptional(id).map(this::facts);
    }

    /** The report that a record of this request refers to; 409 when there is none. */
    public InventoryReportFacts require(UUID id) {
        return find(id).orElseThrow(InventoryReports::unknown);
    }

    /** 409 when the id is given and names no report. */
    public void refuseUnknown(UUID id) {
        if (id != null) {
            require(id);
        }
    }

    /** 409 when the id is given and names no report, or one that a record can no longer be added to. */
    public void refuseUnlessOpen(UUID id) {
        if (id != null) {
            ReportWorkflow.refuseUnlessAllowed(ReportAction.UPDATE, stateHeld(id));
        }
    }

    /** 409 when the report takes no more; held for this transaction alone, so that what is counted of it stays so. */
    public void holdOpen(UUID id) {
        ReportWorkflow.refuseUnlessAllowed(ReportAction.UPDATE, stateHeld(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** 409 when the id is given and names no report, or one that a reviewer has before him. */
    public void refuseUnderReview(UUID id) {
        if (id != null && stateHeld(id) == InventoryReportState.SUBMITTED) {
            ReportWorkflow.refuseUnlessAllowed(ReportAction.UPDATE, InventoryReportState.SUBMITTED);
        }
    }

    // Whoever takes the report further waits until the record that asks is stored: nothing slips in behind a reviewer.
    private InventoryReportState stateHeld(UUID id) {
        return stateHeld(id, LockModeType.PESSIMISTIC_READ);
    }

    private InventoryReportState stateHeld(UUID id, LockModeType lock) {
        return reports.findByIdOptional(id, lock).orElseThrow(InventoryReports::unknown).state;
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemType.REFERENCE_UNKNOWN, "reportId names no inventory report.");
    }

    /** Those of the reports that a reviewer has before him now, so that nothing of them may change. */
    public Set<UUID> underReview(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : reports.inState(ids, InventoryReportState.SUBMITTED);
    }

    /** Whether the caller of the request at hand sees the report. */
    public boolean shows(UUID id) {
        return find(id).filter(visibility::shows).isPresent();
    }

    private InventoryReportFacts facts(InventoryReport report) {
        var projects = reports.projectsOf(report.id);
        return new InventoryReportFacts(
                report.id,
                report.programme,
                report.roundId,
                report.state,
                projects.stream().map(project -> project.projectId).collect(Collectors.toSet()),
                new HashSet<>(projects.stream()
                        .map(project -> project.organisationId)
                        .filter(Objects::nonNull)
                        .toList()));
    }
}
