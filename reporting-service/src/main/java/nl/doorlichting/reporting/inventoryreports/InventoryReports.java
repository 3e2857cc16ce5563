package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.OwnRecords;

/**
 * The reports, for features that refer to them, and which of them a caller sees: staff all of them, a grantee those about a
 * project of its own organisation.
 */
@ApplicationScoped
public class InventoryReports {
    private static final String OWN =
            "exists (select 1 from InventoryReportProject p where p.reportId = e.id and p.organisationId = :own)";

    /**
     * What other features see of a report.
     *
     * @param roundId null when it is not known which round it belongs to
     * @param projects what it states at present of each of its projects, by id
     */
    public record Facts(String programme, UUID roundId, Map<UUID, ActivityFields> projects) {}

    /**
     * The approval of a report.
     *
     * @param by subject of the token that approved it
     */
    public record Approval(String by, Instant at) {
        /** Who approved the record with its report: it was there then, and was not withdrawn. Else null. */
        public String of(Instant recordedAt, boolean withdrawn) {
            return withdrawn || !recordedAt.isBefore(at) ? null : by;
        }
    }

    private final InventoryReportRepository reports;
    private final InventoryReportContents contents;
    private final OwnRecords own;

    InventoryReports(InventoryReportRepository reports, InventoryReportContents contents, OwnRecords own) {
        this.reports = reports;
        this.contents = contents;
        this.own = own;
    }

    /** The report that a record of this request refers to, whether or not the caller sees it; 409 when none stands. */
    public Facts require(UUID id) {
        return facts(standing(id).orElseThrow(() -> unknown(Text.of("report.unknown"))));
    }

    /**
     * Until this transaction ends, the report is not withdrawn, which takes its records with it. For a record that is not yet
     * of the report: the withdrawal waits for the others of them, and would wait for ever if they waited for it.
     */
    public void hold(UUID id) {
        if (id != null) {
            reports.findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
        }
    }

    private Optional<InventoryReport> standing(UUID id) {
        return reports.findByIdOptional(id).filter(InventoryReport::stands);
    }

    private Facts facts(InventoryReport report) {
        var stated = contents.read(report.content()).statedProjects();
        return new Facts(
                report.programme(),
                report.roundId(),
                stated.stream().collect(Collectors.toMap(ActivityFields::projectId, Function.identity())));
    }

    /** What the report states of the project; null without a report, or when the report is not about the project. */
    public ActivityFields entryOf(UUID projectId, UUID reportId) {
        return Optional.ofNullable(reportId)
                .flatMap(reports::findByIdOptional)
                .map(report -> facts(report).projects().get(projectId))
                .orElse(null);
    }

    /**
     * 409 when the id is given and names no report that stands, one of another programme, or one that is not about the record's
     * project; without a programme, which is refused then, it passes.
     */
    public void refuseUnfit(UUID projectId, UUID reportId, String programme) {
        if (reportId == null || programme == null) {
            return;
        }
        var report = standing(reportId)
                .map(this::facts)
                .filter(facts -> facts.programme().equals(programme))
                .orElseThrow(() -> unknown(Text.of("report.unknown-in-programme", programme)));
        if (projectId != null && !report.projects().containsKey(projectId)) {
            throw unknown(Text.of("report.other-project"));
        }
    }

    /** 409 when the id is given and names no report, or one that a record can no longer be added to. */
    public void refuseUnlessOpen(UUID id) {
        if (id != null) {
            lock(id, LockModeType.PESSIMISTIC_READ).refuseUnlessAllowed(InventoryReportAction.UPDATE);
        }
    }

    /** 409 when the report accepts no more; locked until this transaction ends, so that a count of its records holds. */
    public void holdOpen(UUID id) {
        lock(id, LockModeType.PESSIMISTIC_WRITE).refuseUnlessAllowed(InventoryReportAction.UPDATE);
    }

    /** 409 when the id is given and names no report, or one under review. */
    public void refuseUnderReview(UUID id) {
        if (id == null) {
            return;
        }
        var report = lock(id, LockModeType.PESSIMISTIC_READ);
        if (report.state() == InventoryReportState.SUBMITTED) {
            report.refuseUnlessAllowed(InventoryReportAction.UPDATE);
        }
    }

    /** Whether the report is approved, so that its records wait for a reviewer; false for none. */
    public boolean isApproved(UUID id) {
        if (id == null) {
            return false;
        }
        return lock(id, LockModeType.PESSIMISTIC_READ).isApproved();
    }

    // A step of the report waits until the record of this request is stored, so that a reviewer sees all there is.
    private InventoryReport lock(UUID id, LockModeType mode) {
        return reports.findByIdOptional(id, mode).orElseThrow(() -> unknown(Text.of("report.unknown")));
    }

    private static ProblemException unknown(Text detail) {
        return ProblemException.unknownReference("/reportId", detail);
    }

    /** Those of the reports that are under review, so that nothing of them may change. */
    public Set<UUID> underReview(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : reports.inState(ids, InventoryReportState.SUBMITTED);
    }

    /** Those of the projects that a published report is about, so that the catalogue shows them. */
    public Set<UUID> published(Collection<UUID> projects) {
        return projects.isEmpty() ? Set.of() : reports.published(projects);
    }

    /** Who approved each of the reports, and when; of a moment as it was then. Not approved ones are left out. */
    public Map<UUID, Approval> approvals(Collection<UUID> ids, Instant asOf) {
        var approvals = new HashMap<UUID, Approval>();
        reports.approvals(ids)
                .forEach((id, versions) -> versions.stream()
                        .filter(InventoryReportVersion::isApproval)
                        .filter(version -> asOf == null || !version.recordedAt().isAfter(asOf))
                        .forEach(version ->
                                approvals.put(id, new Approval(version.recordedBy(), version.recordedAt()))));
        return approvals;
    }

    /** The report; 404 when there is none or the caller may not see it. */
    InventoryReport find(UUID id) {
        var report = reports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        var isOwn = reports.projectsOf(id).stream().anyMatch(project -> own.shows(project.organisationId()));
        if (!isOwn && !own.seesAll()) {
            throw ProblemException.notFound();
        }
        return report;
    }

    /** 404 when there is no such report or the caller may not see it. */
    public void refuseHidden(UUID id) {
        find(id);
    }

    /** Whether the caller sees this project of a report about several. */
    boolean shows(InventoryReportRequest.Project project) {
        return own.shows(project.organisationId());
    }

    Filter narrow(Filter filter) {
        return own.narrow(filter, OWN);
    }
}
